#define _GNU_SOURCE
#include "guard.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

// Everything a handler reads is here and was written before it can run. Handlers call only what
// POSIX lists as async-signal-safe (dup2, lseek, pread by way of read, raise, tcsetattr, write).
static struct termios saved;
static int input_fd = -1, output_fd = -1, errors_fd = -1, held_fd = -1;
static int wake_read = -1, wake_write = -1;
static char undo[2][256];
static size_t undo_length[2];
static atomic_int undo_current, armed;
static atomic_uint flags;
static char note[1024];
static size_t note_length;
static char alternate_stack[64 * 1024];

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
static const int requests[] = {SIGHUP, SIGQUIT, SIGTERM, SIGINT};
static const int events[] = {SIGWINCH, SIGTSTP, SIGCONT};
#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static void write_all(int fd, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(fd, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

static void release_errors(void) {
  if (errors_fd < 0) return;
  dup2(errors_fd, STDERR_FILENO);
  close(errors_fd);
  errors_fd = -1;
  char buffer[4096];
  lseek(held_fd, 0, SEEK_SET);
  for (ssize_t got; (got = read(held_fd, buffer, sizeof buffer)) > 0;) {
    write_all(STDERR_FILENO, buffer, (size_t)got);
  }
  close(held_fd);
  held_fd = -1;
}

static void leave_terminal(void) {
  if (!atomic_exchange(&armed, 0)) return;
  int current = atomic_load(&undo_current);
  write_all(output_fd, undo[current], undo_length[current]);
  tcsetattr(input_fd, TCSANOW, &saved);
}

static void on_request(int signal) {
  leave_terminal();
  release_errors();
  raise(signal);  // the handler is gone (SA_RESETHAND): this ends the process when we return
}

static void on_crash(int signal) {
  leave_terminal();
  release_errors();
  write_all(STDERR_FILENO, note, note_length);
  raise(signal);
}

static void on_event(int signal) {
  int saved_errno = errno;
  unsigned flag = signal == SIGWINCH ? TIDU_RESIZED : signal == SIGTSTP ? TIDU_STOP : TIDU_CONTINUED;
  atomic_fetch_or(&flags, flag);
  ssize_t ignored = write(wake_write, "", 1);  // a full pipe is as good
  (void)ignored;
  errno = saved_errno;
}

static void handle(const int *signals, size_t count, void (*handler)(int), int options) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = handler;
  action.sa_flags = options;
  for (size_t i = 0; i < count; i++) sigaction(signals[i], &action, NULL);
}

int tidu_guard_install(int input, int output) {
  if (tcgetattr(input, &saved) != 0) return -1;
  tidu_pipe ends = tidu_guard_pipe();
  if (ends.read_end < 0) return -1;
  input_fd = input;
  output_fd = output;
  wake_read = ends.read_end;
  wake_write = ends.write_end;
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  sigaltstack(&stack, NULL);  // so that a stack overflow is handled too
  handle(crashes, COUNT(crashes), on_crash, SA_RESETHAND | SA_ONSTACK);
  handle(requests, COUNT(requests), on_request, SA_RESETHAND | SA_ONSTACK);
  handle(events, COUNT(events), on_event, SA_RESTART | SA_ONSTACK);
  return 0;
}

void tidu_guard_undo(const char *bytes, size_t length) {
  int next = 1 - atomic_load(&undo_current);
  undo_length[next] = length < sizeof undo[0] ? length : sizeof undo[0] - 1;
  memcpy(undo[next], bytes, undo_length[next]);
  atomic_store(&undo_current, next);
}

void tidu_guard_note(const char *bytes, size_t length) {
  note_length = length < sizeof note ? length : sizeof note - 1;
  memcpy(note, bytes, note_length);
}

void tidu_guard_arm(int on) { atomic_store(&armed, on); }

void tidu_guard_hold_errors(int on) {
  if (!on) {
    release_errors();
    return;
  }
  if (errors_fd >= 0) return;
  int file = memfd_create("errors", MFD_CLOEXEC);
  int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (file < 0 || kept < 0) {
    if (file >= 0) close(file);
    if (kept >= 0) close(kept);
    return;
  }
  held_fd = file;
  errors_fd = kept;
  dup2(file, STDERR_FILENO);
}

int tidu_guard_descriptor(void) { return wake_read; }

unsigned tidu_guard_take(void) {
  char sink[64];
  while (read(wake_read, sink, sizeof sink) > 0) {}
  return atomic_exchange(&flags, 0);
}

void tidu_guard_stop(void) {
  const int stop[] = {SIGTSTP};
  handle(stop, 1, SIG_DFL, 0);
  kill(0, SIGTSTP);  // the group, as the terminal itself would; an orphaned group is not stopped
  handle(stop, 1, on_event, SA_RESTART | SA_ONSTACK);
}

int tidu_guard_size(int output, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(output, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

tidu_pipe tidu_guard_pipe(void) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return (tidu_pipe){-1, -1};
  return (tidu_pipe){ends[0], ends[1]};
}

void tidu_guard_remove(void) {
  handle(crashes, COUNT(crashes), SIG_DFL, 0);
  handle(requests, COUNT(requests), SIG_DFL, 0);
  handle(events, COUNT(events), SIG_DFL, 0);
  if (wake_read >= 0) close(wake_read);
  if (wake_write >= 0) close(wake_write);
  wake_read = wake_write = -1;
}
