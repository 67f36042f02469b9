#define _GNU_SOURCE
#include "faulty.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// What is done of a call.
enum fault { NONE, FAILS, TOLD, SHORT, BEFORE, AFTER };

static char root[PATH_MAX];
static size_t root_length;
static int list = -1;
static long wanted = -1;
static enum fault with = NONE;
static int with_errno;
static atomic_long count;

// The path of each open file below the folder; NULL elsewhere.
enum { MOST = 4096 };
static _Atomic(char *) paths[MOST];

int faulty_is_on(void) { return root_length > 0; }

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("FAULTY_ROOT"), *file = getenv("FAULTY_LIST");
  const char *number = getenv("FAULTY_CALL"), *what = getenv("FAULTY_WITH");
  if (!folder || !file || strlen(folder) >= sizeof root) return;
  list = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  // Out of the way of the numbers that the program sees.
  int high = list < 0 ? -1 : (int)syscall(SYS_fcntl, list, F_DUPFD_CLOEXEC, 900);
  if (high >= 0) {
    syscall(SYS_close, list);
    list = high;
  }
  if (number && what) {
    wanted = atol(number);
    const char *value = strchr(what, ':');
    with_errno = value ? atoi(value + 1) : 0;
    with = !strncmp(what, "fails", 5)    ? FAILS
           : !strncmp(what, "told", 4)   ? TOLD
           : !strncmp(what, "short", 5)  ? SHORT
           : !strncmp(what, "before", 6) ? BEFORE
                                         : AFTER;
  }
  strcpy(root, folder);
  root_length = strlen(folder);
}

// Where a name leads, from an open folder or from where the program is; "" for what lies elsewhere.
static void place(char *path, int folder, const char *name) {
  path[0] = 0;
  if (!root_length || !name) return;
  if (name[0] == '/') {
    snprintf(path, PATH_MAX, "%s", name);
  } else if (folder >= 0 && folder < MOST && paths[folder]) {
    snprintf(path, PATH_MAX, "%s/%s", (char *)paths[folder], name);
  } else if (folder == AT_FDCWD) {
    char here[PATH_MAX];
    if (syscall(SYS_getcwd, here, sizeof here) <= 0) return;
    snprintf(path, PATH_MAX, "%s/%s", here, name);
  }
  if (strncmp(path, root, root_length) || (path[root_length] && path[root_length] != '/')) path[0] = 0;
}

static const char *known(int file) {
  const char *path = file >= 0 && file < MOST ? paths[file] : NULL;
  return path ? path : "";
}

static void remember(int file, const char *path) {
  if (file < 0 || file >= MOST) return;
  char *before = atomic_exchange(&paths[file], path[0] ? strdup(path) : NULL);
  free(before);
}

// Counts a call on a path and says what becomes of it.
static enum fault counted(const char *call, const char *path) {
  if (!path[0]) return NONE;
  int before = errno;
  long number = atomic_fetch_add(&count, 1);
  enum fault fault = number == wanted ? with : NONE;
  char line[PATH_MAX + 64];
  int length = snprintf(line, sizeof line, "%s %s%s\n", call, path + root_length, fault == NONE ? "" : " !");
  if (list >= 0) syscall(SYS_write, list, line, (size_t)length);
  if (fault == BEFORE) kill(getpid(), SIGKILL);
  errno = before;
  return fault;
}

// The answer of a call that was made.
static long answer(enum fault fault, long result) {
  if (fault == AFTER) kill(getpid(), SIGKILL);
  if (fault != TOLD || result < 0) return result;
  errno = with_errno;
  return -1;
}

#define REAL(name) \
  static __typeof__(name) *real; \
  if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

#define GO(fault) \
  if ((fault) == FAILS) { \
    errno = with_errno; \
    return -1; \
  }

static int opened(int folder, const char *name, int flags, mode_t mode) {
  REAL(openat);
  char path[PATH_MAX];
  place(path, folder, name);
  enum fault fault = counted(flags & O_CREAT ? "create" : flags & O_DIRECTORY ? "folder" : "open", path);
  GO(fault);
  int file = real(folder, name, flags, mode);
  if (file >= 0 && fault == TOLD) {
    // Nobody would close it.
    syscall(SYS_close, file);
  } else if (file >= 0) {
    remember(file, path);
  }
  return (int)answer(fault, file);
}

#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & O_CREAT) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = va_arg(rest, mode_t); \
    va_end(rest); \
  }

int open(const char *name, int flags, ...) {
  MODE(flags)
  return opened(AT_FDCWD, name, flags, mode);
}
int open64(const char *name, int flags, ...) {
  MODE(flags)
  return opened(AT_FDCWD, name, flags, mode);
}
int openat(int folder, const char *name, int flags, ...) {
  MODE(flags)
  return opened(folder, name, flags, mode);
}
int openat64(int folder, const char *name, int flags, ...) {
  MODE(flags)
  return opened(folder, name, flags, mode);
}

int close(int file) {
  REAL(close);
  enum fault fault = counted("close", known(file));
  remember(file, "");
  int result = real(file);
  // It is closed, whatever is told.
  if (fault == FAILS) {
    errno = with_errno;
    return -1;
  }
  return (int)answer(fault, result);
}

ssize_t read(int file, void *bytes, size_t size) {
  REAL(read);
  enum fault fault = counted("read", known(file));
  GO(fault);
  return answer(fault, real(file, bytes, fault == SHORT && size > 1 ? 1 : size));
}

ssize_t pread(int file, void *bytes, size_t size, off_t offset) {
  REAL(pread);
  enum fault fault = counted("read", known(file));
  GO(fault);
  return answer(fault, real(file, bytes, fault == SHORT && size > 1 ? 1 : size, offset));
}

ssize_t write(int file, const void *bytes, size_t size) {
  REAL(write);
  enum fault fault = counted("write", known(file));
  GO(fault);
  return answer(fault, real(file, bytes, fault == SHORT && size > 1 ? 1 : size));
}

#define ON_FILE(name, call) \
  int name(int file) { \
    REAL(name); \
    enum fault fault = counted(call, known(file)); \
    GO(fault); \
    return (int)answer(fault, real(file)); \
  }
ON_FILE(fsync, "sync")
ON_FILE(fdatasync, "sync")
ON_FILE(syncfs, "sync")

int fchmod(int file, mode_t mode) {
  REAL(fchmod);
  enum fault fault = counted("mode", known(file));
  GO(fault);
  return (int)answer(fault, real(file, mode));
}

int flock(int file, int how) {
  REAL(flock);
  enum fault fault = counted("lock", known(file));
  GO(fault);
  return (int)answer(fault, real(file, how));
}

int mkdirat(int folder, const char *name, mode_t mode) {
  REAL(mkdirat);
  char path[PATH_MAX];
  place(path, folder, name);
  enum fault fault = counted("make", path);
  GO(fault);
  return (int)answer(fault, real(folder, name, mode));
}
int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }

int linkat(int folder, const char *name, int other, const char *new_name, int flags) {
  REAL(linkat);
  char path[PATH_MAX];
  place(path, other, new_name);
  enum fault fault = counted("link", path);
  GO(fault);
  return (int)answer(fault, real(folder, name, other, new_name, flags));
}
int link(const char *name, const char *new_name) { return linkat(AT_FDCWD, name, AT_FDCWD, new_name, 0); }

int renameat(int folder, const char *name, int other, const char *new_name) {
  REAL(renameat);
  char path[PATH_MAX];
  place(path, other, new_name);
  enum fault fault = counted("rename", path);
  GO(fault);
  return (int)answer(fault, real(folder, name, other, new_name));
}
int rename(const char *name, const char *new_name) { return renameat(AT_FDCWD, name, AT_FDCWD, new_name); }

int unlinkat(int folder, const char *name, int flags) {
  REAL(unlinkat);
  char path[PATH_MAX];
  place(path, folder, name);
  enum fault fault = counted("remove", path);
  GO(fault);
  return (int)answer(fault, real(folder, name, flags));
}
int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }

int fstatat(int folder, const char *restrict name, struct stat *restrict status, int flags) {
  REAL(fstatat);
  char path[PATH_MAX];
  place(path, folder, name);
  enum fault fault = counted("status", path);
  GO(fault);
  return (int)answer(fault, real(folder, name, status, flags));
}
int fstatat64(int folder, const char *restrict name, struct stat64 *restrict status, int flags) {
  return fstatat(folder, name, (struct stat *)status, flags);
}
int stat(const char *restrict name, struct stat *restrict status) { return fstatat(AT_FDCWD, name, status, 0); }
int lstat(const char *restrict name, struct stat *restrict status) {
  return fstatat(AT_FDCWD, name, status, AT_SYMLINK_NOFOLLOW);
}

int fstat(int file, struct stat *status) {
  REAL(fstat);
  enum fault fault = counted("status", known(file));
  GO(fault);
  return (int)answer(fault, real(file, status));
}
int fstat64(int file, struct stat64 *status) { return fstat(file, (struct stat *)status); }

int access(const char *name, int mode) {
  REAL(access);
  char path[PATH_MAX];
  place(path, AT_FDCWD, name);
  enum fault fault = counted("status", path);
  GO(fault);
  return (int)answer(fault, real(name, mode));
}

// The first name that a folder gives, and each that follows.
struct dirent *readdir(DIR *folder) {
  REAL(readdir);
  enum fault fault = counted("names", known(dirfd(folder)));
  if (fault == FAILS || fault == TOLD) {
    errno = with_errno;
    return NULL;
  }
  struct dirent *entry = real(folder);
  if (fault == AFTER) kill(getpid(), SIGKILL);
  return entry;
}
struct dirent64 *readdir64(DIR *folder) { return (struct dirent64 *)readdir(folder); }

int closedir(DIR *folder) {
  REAL(closedir);
  remember(dirfd(folder), "");
  return real(folder);
}
