#define _GNU_SOURCE
#include "cposix.h"

#include <sys/prctl.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <unistd.h>

int tidu_syncfs(int fd) { return syncfs(fd); }

long tidu_file_system(int fd) {
  struct statfs status;
  return fstatfs(fd, &status) == 0 ? (long)status.f_type : 0;
}

int tidu_has_default_acl(int fd) {
  return fgetxattr(fd, "system.posix_acl_default", NULL, 0) > 0;
}

int tidu_withhold_memory(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

int tidu_lends_memory(void) { return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0; }
