#ifndef TIDU_EMBEDDED_H
#define TIDU_EMBEDDED_H
#include <stddef.h>

/// One file of the source tree, embedded in the binary.
typedef struct {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t length;
} tidu_embedded_file;

/// Number of embedded files.
size_t tidu_embedded_count(void);
/// The file at index below the count.
tidu_embedded_file tidu_embedded_at(size_t index);

#endif
