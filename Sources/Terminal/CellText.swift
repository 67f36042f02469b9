internal import CNcurses

/// Fits a cell's text to the columns it was given, by libc's own count.
///
/// ncurses draws what libc says, so a cell on which the two disagree is replaced by one that nobody
/// disputes: the screen may lose a glyph, never its columns.
enum CellText {
  /// What each ncurses cell holds: a character and its marks, one or (for a replacement) two of them.
  static func pieces(_ text: String, columns: Int) -> [[Unicode.Scalar]] {
    let scalars = Array(text.unicodeScalars.prefix(5))  // ncurses keeps five
    guard let first = scalars.first else { return Array(repeating: [" "], count: columns) }
    if first.isASCII, first.value >= 0x20, first.value < 0x7F, columns == 1 { return [scalars] }
    let width = Int(wcwidth(wchar_t(bitPattern: first.value)))
    let marksFit = scalars.dropFirst().allSatisfy { wcwidth(wchar_t(bitPattern: $0.value)) == 0 }
    if width == columns, marksFit { return [scalars] }
    if width == columns { return [[first]] }
    if columns == 2, let pair = replacement(first) { return pair }
    return [["?"]] + Array(repeating: [" "], count: max(0, columns - 1))
  }

  /// Two undisputed columns for a character that this terminal draws wide and libc counts narrow.
  private static func replacement(_ scalar: Unicode.Scalar) -> [[Unicode.Scalar]]? {
    switch scalar {
    case "\u{2460}"..."\u{2468}":
      guard let digit = Unicode.Scalar(scalar.value - 0x2460 + 0x31) else { return nil }
      return [[digit], [")"]]
    case "“", "”": return [["\""], [" "]]
    case "‘", "’": return [["'"], [" "]]
    case "…": return [["."], ["."]]
    case "—", "─", "━": return [["-"], ["-"]]
    case "·": return [["\u{30FB}"]]
    case "×": return [["x"], [" "]]
    case "│", "┃": return [["|"], [" "]]
    case "●", "★": return [["*"], [" "]]
    default: return nil
    }
  }
}
