#ifndef TIDU_PTY_H
#define TIDU_PTY_H
#include <sys/types.h>

/// Starts `arguments[0]` in a terminal of its own with that size and environment; both lists end
/// with NULL. Gives the process id and puts the terminal's descriptor in `master`, or -1.
pid_t tidu_pty_start(
    char *_Nullable const *_Nonnull arguments, char *_Nullable const *_Nonnull environment,
    const char *_Nullable folder, int columns, int rows, int *_Nonnull master);
/// Opens a terminal of that size for the process itself; 0, or -1.
int tidu_pty_open(int columns, int rows, int *_Nonnull master, int *_Nonnull slave);
/// Gives the terminal another size; the program in it gets SIGWINCH.
int tidu_pty_resize(int master, int columns, int rows);
/// Modes of the terminal that a program must put back: bit 0 echo, 1 lines, 2 signals, 3 CR to NL.
int tidu_pty_modes(int master);
/// Whether the process has ended (1), runs (0), or is unknown (-1); `status` as `waitpid` gives it.
int tidu_pty_ended(pid_t process, int *_Nonnull status);
/// Exit status of `status` (0 …), or minus the signal that ended the process.
int tidu_pty_status(int status);
#endif
