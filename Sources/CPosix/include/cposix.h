#ifndef TIDU_POSIX_H
#define TIDU_POSIX_H

/// Makes everything written so far on the file system of `fd` durable: syncfs(2), which Glibc's Swift module lacks.
/// Returns 0, or -1 with errno set.
int tidu_syncfs(int fd);

#endif
