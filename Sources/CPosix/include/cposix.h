#ifndef TIDU_POSIX_H
#define TIDU_POSIX_H

/// Makes everything written so far on the file system of `fd` durable: syncfs(2), which Glibc's Swift module lacks.
/// Returns 0, or -1 with errno set.
int tidu_syncfs(int fd);

/// The magic number of the file system that holds `fd`, as statfs(2) lists them; 0 where it cannot be told.
long tidu_file_system(int fd);

/// 1 where the folder `fd` gives what is made in it an access control list of its own, else 0.
int tidu_has_default_acl(int fd);

/// Lets no core be written of this process and no other program of its user look into its memory: prctl(2). Returns 0,
/// or -1 with errno set.
int tidu_withhold_memory(void);

/// 1 where that was not done, 0 where it was.
int tidu_lends_memory(void);

#endif
