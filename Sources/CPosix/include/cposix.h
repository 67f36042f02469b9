#ifndef TIDU_POSIX_H
#define TIDU_POSIX_H
#endif
