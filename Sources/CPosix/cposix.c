#define _GNU_SOURCE
#include "cposix.h"

#include <unistd.h>

int tidu_syncfs(int fd) { return syncfs(fd); }
