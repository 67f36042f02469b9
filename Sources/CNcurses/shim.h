#ifndef TIDU_NCURSES_SHIM_H
#define TIDU_NCURSES_SHIM_H
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncurses.h>
#include <wchar.h>

// Globals and macros that Swift cannot reach by itself.
static inline WINDOW *tidu_screen(void) { return stdscr; }
static inline WINDOW *tidu_drawn(void) { return curscr; }
static inline int tidu_colors(void) { return COLORS; }
static inline attr_t tidu_bold(void) { return WA_BOLD; }
static inline attr_t tidu_dim(void) { return WA_DIM; }
static inline attr_t tidu_underline(void) { return WA_UNDERLINE; }
static inline attr_t tidu_reverse(void) { return WA_REVERSE; }
static inline int tidu_ok(void) { return OK; }

// From <term.h>, whose macros take too many good names.
int setupterm(const char *term, int fd, int *error);
char *tigetstr(const char *capability);

// The columns that libc, and so ncurses, gives a character; -1 for what cannot be drawn.
int wcwidth(wchar_t character);
#endif
