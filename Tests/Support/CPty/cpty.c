#define _GNU_SOURCE
#include "cpty.h"
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

pid_t tidu_pty_start(
    char *const *arguments, char *const *environment, const char *folder, int columns, int rows,
    int *master) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  pid_t process = forkpty(master, NULL, NULL, &size);
  if (process == 0) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    // What else the tests have open is none of the program's: a pipe held here would never seem to end.
    closefrom(3);
    if (folder && chdir(folder) != 0) _exit(126);
    execve(arguments[0], arguments, environment);
    _exit(127);
  }
  if (process > 0) {
    fcntl(*master, F_SETFD, FD_CLOEXEC);
    fcntl(*master, F_SETFL, O_NONBLOCK);
  }
  return process;
}

int tidu_pty_open(int columns, int rows, int *master, int *slave) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  if (openpty(master, slave, NULL, NULL, &size) != 0) return -1;
  fcntl(*master, F_SETFL, O_NONBLOCK);
  return 0;
}

int tidu_pty_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size);
}

int tidu_pty_modes(int master) {
  struct termios modes;
  if (tcgetattr(master, &modes) != 0) return -1;
  return (modes.c_lflag & ECHO ? 1 : 0) | (modes.c_lflag & ICANON ? 2 : 0) |
         (modes.c_lflag & ISIG ? 4 : 0) | (modes.c_iflag & ICRNL ? 8 : 0);
}

int tidu_pty_ended(pid_t process, int *status) {
  pid_t got = waitpid(process, status, WNOHANG);
  return got == process ? 1 : got == 0 ? 0 : -1;
}

int tidu_pty_status(int status) {
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}
