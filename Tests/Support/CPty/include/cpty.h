#ifndef TIDU_PTY_H
#define TIDU_PTY_H
#endif
