#define _GNU_SOURCE
#include "guard.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

// Everything a handler reads is here and was written before it can run. Handlers call only what
// POSIX lists as async-signal-safe (dup2, kill, lseek, poll, pread by way of read, raise, sigprocmask, tcsetattr,
// tcsetpgrp, waitpid, write).
static struct termios saved;
static int input_fd = -1, output_fd = -1, errors_fd = -1, held_fd = -1;
static int wake_read = -1, wake_write = -1;
static char undo[2][256];
static size_t undo_length[2];
static atomic_int undo_current, armed;
static atomic_uint flags;
// The program that has the terminal, 0 for none; whether that was ours to lend.
static atomic_int borrower, is_foreground, starting, ending;
static char note[1024];
static size_t note_length;
static char alternate_stack[64 * 1024];

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
static const int requests[] = {SIGHUP,  SIGQUIT,   SIGTERM, SIGINT,    SIGUSR1, SIGUSR2, SIGPIPE, SIGALRM,
                               SIGXCPU, SIGXFSZ, SIGPROF, SIGVTALRM, SIGPOLL, SIGPWR,  SIGSYS,  SIGSTKFLT};
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

// For handlers: what the terminal does not take within a moment is left unwritten. One that has stopped reading holds up
// no end of the program.
static void write_now(int fd, const char *bytes, size_t length) {
  for (size_t i = 0; i < length;) {
    struct pollfd ready = {.fd = fd, .events = POLLOUT};
    if (poll(&ready, 1, 100) != 1 || !(ready.revents & POLLOUT)) return;
    ssize_t written = write(fd, bytes + i, 1);  // one byte fits where there is room at all
    if (written < 0 && errno != EINTR) return;
    if (written > 0) i++;
  }
}

static void release_errors(void (*print)(int, const char *, size_t)) {
  if (errors_fd < 0) return;
  dup2(errors_fd, STDERR_FILENO);
  close(errors_fd);
  errors_fd = -1;
  char buffer[4096];
  lseek(held_fd, 0, SEEK_SET);
  for (ssize_t got; (got = read(held_fd, buffer, sizeof buffer)) > 0;) {
    print(STDERR_FILENO, buffer, (size_t)got);
  }
  close(held_fd);
  held_fd = -1;
}

static void undo_modes(void) {
  int current = atomic_load(&undo_current);
  write_now(output_fd, undo[current], undo_length[current]);
}

static void leave_terminal(void) {
  if (!atomic_exchange(&armed, 0)) return;
  undo_modes();
  tcsetattr(input_fd, TCSANOW, &saved);
}

// The terminal is this group's again, with its modes: of the background, only with SIGTTOU blocked.
static void take_terminal(void) {
  sigset_t output, before;
  sigemptyset(&output);
  sigaddset(&output, SIGTTOU);
  sigprocmask(SIG_BLOCK, &output, &before);
  if (atomic_load(&is_foreground)) {
    tcsetpgrp(input_fd, getpgrp());
    tcsetattr(input_fd, TCSANOW, &saved);
  }
  sigprocmask(SIG_SETMASK, &before, NULL);
}

// Ends the program that has the terminal, with two seconds in which to put it right, and takes it back.
static void recall(void) {
  // On another thread than the one that is starting it.
  for (int i = 0; i < 1000 && atomic_load(&starting); i++) poll(NULL, 0, 1);
  pid_t program = atomic_exchange(&borrower, 0);
  if (program <= 0) return;
  atomic_store(&ending, 1);
  kill(program, SIGTERM);
  kill(program, SIGCONT);
  for (int i = 0; i < 100 && waitpid(program, NULL, WNOHANG) == 0; i++) poll(NULL, 0, 20);
  take_terminal();
  undo_modes();
}

static void on_request(int signal) {
  recall();
  leave_terminal();
  release_errors(write_now);
  raise(signal);  // the handler is gone (SA_RESETHAND): this ends the process when we return
}

static void on_crash(int signal) {
  recall();
  leave_terminal();
  release_errors(write_now);
  write_now(STDERR_FILENO, note, note_length);
  raise(signal);
}

static void on_event(int signal) {
  int saved_errno = errno;
  unsigned flag = signal == SIGWINCH ? TIDU_RESIZED
                  : signal == SIGTSTP ? TIDU_STOP
                  : signal == SIGCONT ? TIDU_CONTINUED
                                      : 0;
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

// As `handle`, but what whoever started the program has it ignore (nohup) stays ignored.
static void handle_wanted(const int *signals, size_t count, void (*handler)(int), int options) {
  for (size_t i = 0; i < count; i++) {
    struct sigaction before;
    if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    handle(&signals[i], 1, handler, options);
  }
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
  handle_wanted(requests, COUNT(requests), on_request, SA_RESETHAND | SA_ONSTACK);
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
    release_errors(write_all);
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

// Nobody waits on the terminal, whatever the program that had it left behind: it is one for all who have it open.
static void make_blocking(int fd) {
  int options = fcntl(fd, F_GETFL);
  if (options >= 0 && options & O_NONBLOCK) fcntl(fd, F_SETFL, options & ~O_NONBLOCK);
}

static int spawn(pid_t *program, const char *name, char *const *arguments, char *const *environment) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  sigset_t none, restored;
  sigemptyset(&none);
  sigemptyset(&restored);
  sigaddset(&restored, SIGINT);
  sigaddset(&restored, SIGQUIT);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &restored);
  posix_spawn_file_actions_adddup2(&actions, input_fd, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output_fd, STDOUT_FILENO);
  int error = posix_spawnp(program, name, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

// Stops this program with the one that has the terminal, which has stopped with this status; with 0 it has not. Returns
// when they are continued.
static void stop_both(pid_t program, int status) {
  int is_forced = !WIFSTOPPED(status) || WSTOPSIG(status) != SIGTSTP;
  if (is_forced) kill(program, SIGSTOP);
  struct termios theirs;
  int is_known = tcgetattr(input_fd, &theirs) == 0;
  take_terminal();
  if (is_forced) undo_modes();
  tidu_guard_stop();
  // Continued in the background, this stops once more until the terminal is given back.
  if (is_known) tcsetattr(input_fd, TCSANOW, &theirs);
  kill(program, SIGCONT);
  if (is_forced) kill(program, SIGWINCH);  // most paint anew
  atomic_fetch_and(&flags, ~(unsigned)TIDU_STOP);
}

// Waits until the program has ended; gives its status.
static int wait_for(pid_t program) {
  for (int patience = -1;;) {
    int status = 0;
    pid_t got = waitpid(program, &status, WNOHANG | WUNTRACED);
    if (got < 0) return 0;
    if (got == program && !WIFSTOPPED(status)) return status;
    int is_late = patience >= 0 && got == 0;
    patience = -1;
    if (got == program || is_late) {
      stop_both(program, status);
      continue;
    }
    // Ctrl-Z reached both: that one puts the terminal right and stops, if it does not ignore it.
    if (atomic_load(&flags) & TIDU_STOP) patience = 300;
    struct pollfd woken = {.fd = wake_read, .events = POLLIN};
    poll(&woken, 1, patience);
    char sink[64];
    while (read(wake_read, sink, sizeof sink) > 0) {}
  }
}

int tidu_guard_lend(const char *name, char *const *arguments, char *const *environment, int *status) {
  const int terminals[] = {SIGINT, SIGQUIT}, child[] = {SIGCHLD};
  struct sigaction before;
  sigaction(SIGCHLD, NULL, &before);
  atomic_store(&is_foreground, tcgetpgrp(input_fd) == getpgrp());
  handle(terminals, COUNT(terminals), SIG_IGN, 0);
  handle(child, 1, on_event, SA_RESTART | SA_ONSTACK);
  pid_t program = 0;
  sigset_t all, mask;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &mask);
  atomic_store(&starting, 1);
  int error = spawn(&program, name, arguments, environment);
  if (error == 0) atomic_store(&borrower, program);
  atomic_store(&starting, 0);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  if (error == 0) {
    *status = wait_for(program);
    while (atomic_load(&ending)) pause();
    atomic_store(&borrower, 0);
    take_terminal();
    make_blocking(input_fd);
    make_blocking(output_fd);
    if (WIFSIGNALED(*status)) {
      undo_modes();
      tcflush(input_fd, TCIFLUSH);
    }
  }
  sigaction(SIGCHLD, &before, NULL);
  handle(terminals, COUNT(terminals), on_request, SA_RESETHAND | SA_ONSTACK);
  ssize_t ignored = write(wake_write, "", 1);  // the flags that were set meanwhile
  (void)ignored;
  return error;
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
