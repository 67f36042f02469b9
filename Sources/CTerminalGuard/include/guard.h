#ifndef TIDU_GUARD_H
#define TIDU_GUARD_H
#endif
