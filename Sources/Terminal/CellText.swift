internal import CNcurses

/// Fits a cell's text to the columns it was given, by libc's own count.
///
/// ncurses draws what libc says, so a cell on which the two disagree is drawn as `?`: the screen may
/// lose a glyph, never its columns.
enum CellText {
  /// What each ncurses cell holds: one character and its marks.
  static func pieces(_ text: String, columns: Int) -> [[Unicode.Scalar]] {
    let scalars = Array(text.unicodeScalars.prefix(5))  // ncurses keeps five
    guard let first = scalars.first else { return Array(repeating: [" "], count: columns) }
    if scalars.count == 1, first.value >= 0x20, first.value < 0x7F, columns == 1 { return [scalars] }
    if Int(wcwidth(wchar_t(bitPattern: first.value))) == columns {
      let marks = scalars.dropFirst().prefix { wcwidth(wchar_t(bitPattern: $0.value)) == 0 }
      return [[first] + marks]
    }
    return [["?"]] + Array(repeating: [" "], count: max(0, columns - 1))
  }
}
