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
static const unsigned char edition_2022_63[] = {
#embed "../ScoringCore/Data/editions/2022-63.yaml"
};
static const unsigned char edition_2026_2[] = {
#embed "../ScoringCore/Data/editions/2026-2.yaml"
};
static const unsigned char editions_by_day[] = {
#embed "../ScoringCore/Data/editions-by-day.yaml"
};
static const unsigned char notices[] = {
#embed "../ScoringCore/Data/notices.yaml"
};
static const unsigned char interpretations[] = {
#embed "../ScoringCore/Data/interpretations.yaml"
};
static const unsigned char size_standard[] = {
#embed "../ScoringCore/Data/size-standard.yaml"
};
static const unsigned char overlay_none[] = {
#embed "../ScoringCore/Data/overlays/none.yaml"
};
static const unsigned char overlay_110000[] = {
#embed "../ScoringCore/Data/overlays/110000.yaml"
};
static const unsigned char overlay_130000[] = {
#embed "../ScoringCore/Data/overlays/130000.yaml"
};
static const unsigned char overlay_310000[] = {
#embed "../ScoringCore/Data/overlays/310000.yaml"
};
static const unsigned char overlay_320000[] = {
#embed "../ScoringCore/Data/overlays/320000.yaml"
};
static const unsigned char overlay_330000[] = {
#embed "../ScoringCore/Data/overlays/330000.yaml"
};
static const unsigned char overlay_330200[] = {
#embed "../ScoringCore/Data/overlays/330200.yaml"
};
static const unsigned char overlay_340000[] = {
#embed "../ScoringCore/Data/overlays/340000.yaml"
};
static const unsigned char overlay_370000[] = {
#embed "../ScoringCore/Data/overlays/370000.yaml"
};
static const unsigned char overlay_410000[] = {
#embed "../ScoringCore/Data/overlays/410000.yaml"
};
static const unsigned char overlay_420000[] = {
#embed "../ScoringCore/Data/overlays/420000.yaml"
};
static const unsigned char overlay_440000[] = {
#embed "../ScoringCore/Data/overlays/440000.yaml"
};
static const unsigned char overlay_500000[] = {
#embed "../ScoringCore/Data/overlays/500000.yaml"
};
static const unsigned char overlay_510000[] = {
#embed "../ScoringCore/Data/overlays/510000.yaml"
};
static const unsigned char overlay_610000[] = {
#embed "../ScoringCore/Data/overlays/610000.yaml"
};
static const unsigned char theme_dark[] = {
#embed "../../themes/dark.yaml"
};
static const unsigned char theme_high_contrast[] = {
#embed "../../themes/high-contrast.yaml"
};
static const unsigned char theme_light[] = {
#embed "../../themes/light.yaml"
};
static const unsigned char theme_monochrome[] = {
#embed "../../themes/monochrome.yaml"
};

#define FILE_ENTRY(name, bytes) {name, bytes, sizeof(bytes)}

static const tidu_embedded_file files[] = {
    FILE_ENTRY("authorities.csv", authorities),
    FILE_ENTRY("divisions.csv", divisions),
    FILE_ENTRY("calendar.json", calendar),
    FILE_ENTRY("pinyin-initials.txt", pinyin),
    FILE_ENTRY("editions/2022-63.yaml", edition_2022_63),
    FILE_ENTRY("editions/2026-2.yaml", edition_2026_2),
    FILE_ENTRY("editions-by-day.yaml", editions_by_day),
    FILE_ENTRY("notices.yaml", notices),
    FILE_ENTRY("interpretations.yaml", interpretations),
    FILE_ENTRY("size-standard.yaml", size_standard),
    FILE_ENTRY("overlays/none.yaml", overlay_none),
    FILE_ENTRY("overlays/110000.yaml", overlay_110000),
    FILE_ENTRY("overlays/130000.yaml", overlay_130000),
    FILE_ENTRY("overlays/310000.yaml", overlay_310000),
    FILE_ENTRY("overlays/320000.yaml", overlay_320000),
    FILE_ENTRY("overlays/330000.yaml", overlay_330000),
    FILE_ENTRY("overlays/330200.yaml", overlay_330200),
    FILE_ENTRY("overlays/340000.yaml", overlay_340000),
    FILE_ENTRY("overlays/370000.yaml", overlay_370000),
    FILE_ENTRY("overlays/410000.yaml", overlay_410000),
    FILE_ENTRY("overlays/420000.yaml", overlay_420000),
    FILE_ENTRY("overlays/440000.yaml", overlay_440000),
    FILE_ENTRY("overlays/500000.yaml", overlay_500000),
    FILE_ENTRY("overlays/510000.yaml", overlay_510000),
    FILE_ENTRY("overlays/610000.yaml", overlay_610000),
    FILE_ENTRY("themes/dark.yaml", theme_dark),
    FILE_ENTRY("themes/high-contrast.yaml", theme_high_contrast),
    FILE_ENTRY("themes/light.yaml", theme_light),
    FILE_ENTRY("themes/monochrome.yaml", theme_monochrome),
};

size_t tidu_embedded_count(void) { return sizeof(files) / sizeof(files[0]); }
tidu_embedded_file tidu_embedded_at(size_t index) { return files[index]; }
