#include "embedded.h"

// Paths are relative to this file; the name is what the program asks for.
static const unsigned char authorities[] = {
#embed "../ScoringCore/Data/authorities.csv"
};
static const unsigned char divisions[] = {
#embed "../ScoringCore/Data/divisions.csv"
};
static const unsigned char calendar[] = {
#embed "../ScoringCore/Data/calendar.json"
};
static const unsigned char pinyin[] = {
#embed "../ScoringCore/Data/pinyin-initials.txt"
};

#define FILE_ENTRY(name, bytes) {name, bytes, sizeof(bytes)}

static const tidu_embedded_file files[] = {
    FILE_ENTRY("authorities.csv", authorities),
    FILE_ENTRY("divisions.csv", divisions),
    FILE_ENTRY("calendar.json", calendar),
    FILE_ENTRY("pinyin-initials.txt", pinyin),
};

size_t tidu_embedded_count(void) { return sizeof(files) / sizeof(files[0]); }
tidu_embedded_file tidu_embedded_at(size_t index) { return files[index]; }
