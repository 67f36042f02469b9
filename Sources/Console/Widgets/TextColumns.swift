/// Texts set in columns for a printer, a pipe or a terminal, by the width they are drawn with.
enum TextColumns {
  /// The text made safe and filled with blanks to `columns`; longer text is cut with an ellipsis.
  static func fit(_ text: String, _ columns: Int, right: Bool = false) -> String {
    var safe = SafeText.clean(text)
    if Width.of(safe) > columns {
      while !safe.isEmpty, Width.of(safe) > columns - 1 { safe.removeLast() }
      safe += "…"
    }
    let blanks = String(repeating: " ", count: max(0, columns - Width.of(safe)))
    return right ? blanks + safe : safe + blanks
  }

  /// `text` from `indent` on and `detail` in a column of its own, further right where the text is long.
  static func line(_ text: String, _ detail: String, indent: Int, at column: Int) -> String {
    let left = String(repeating: " ", count: indent) + SafeText.clean(text)
    guard !detail.isEmpty else { return left }
    return left + String(repeating: " ", count: max(2, column - Width.of(left))) + SafeText.clean(detail)
  }
}
