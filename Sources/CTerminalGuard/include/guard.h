#ifndef TIDU_GUARD_H
#define TIDU_GUARD_H
#include <stddef.h>

/// What a signal asked for since the last `tidu_guard_take`.
enum { TIDU_RESIZED = 1, TIDU_STOP = 2, TIDU_CONTINUED = 4 };

/// Saves the terminal's modes and installs the handlers. A fatal signal then writes the undo bytes
/// to `output`, restores the modes of `input`, prints what was written to standard error meanwhile
/// and the note, and is raised again. 0, or -1 with errno.
int tidu_guard_install(int input, int output);
/// Bytes that undo what is switched on now; at most 255 are kept.
void tidu_guard_undo(const char *_Nonnull bytes, size_t length);
/// Text for standard error after a crash (not after a request to end); at most 1,023 bytes are kept.
void tidu_guard_note(const char *_Nonnull bytes, size_t length);
/// Whether the terminal is ours now: only then does a fatal signal touch it.
void tidu_guard_arm(int on);
/// Sends standard error to a file in memory (1), or back to where it went, printing what came (0).
void tidu_guard_hold_errors(int on);
/// Readable when a signal set a flag.
int tidu_guard_descriptor(void);
/// Takes the flags and empties the pipe.
unsigned tidu_guard_take(void);
/// Stops the process group as Ctrl-Z does, returns when it is continued.
void tidu_guard_stop(void);
/// Runs a program that has the terminal until it ends. It is of this program's group, so that a shell sees one job: Ctrl-C
/// is the program's alone, Ctrl-Z stops both, and `fg` continues both. A signal that ends this program ends that one
/// first. `arguments` begin with the name and end with NULL, as `environment` does. Returns 0 with `status` as wait(2)
/// gives it, or the errno for which the program could not be started.
int tidu_guard_lend(
    const char *_Nonnull name, char *_Nullable const *_Nonnull arguments, char *_Nullable const *_Nonnull environment,
    int *_Nonnull status);
/// Columns and rows of the terminal at `output`; 0, or -1 when it has no size.
int tidu_guard_size(int output, int *_Nonnull columns, int *_Nonnull rows);
/// A pipe that neither end waits on and no child inherits; both ends -1 when there is none.
typedef struct {
  int read_end, write_end;
} tidu_pipe;
tidu_pipe tidu_guard_pipe(void);
/// Takes the handlers away.
void tidu_guard_remove(void);
#endif
