/// How a cell looks: colours by number in the terminal's palette, `nil` for the terminal's own.
package struct TerminalStyle: Sendable, Hashable {
  package var foreground: Int?
  package var background: Int?
  package var bold: Bool
  package var dim: Bool
  package var underline: Bool
  package var reverse: Bool

  package init(
    foreground: Int? = nil, background: Int? = nil, bold: Bool = false, dim: Bool = false,
    underline: Bool = false, reverse: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.dim = dim
    self.underline = underline
    self.reverse = reverse
  }
}

/// How many colours may be used; each terminal gets the theme's own choice for its depth.
package enum ColorDepth: Int, Sendable, CaseIterable, Comparable {
  case none = 0
  case eight = 8
  case sixteen = 16
  case full = 256

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A piece of text that takes the columns it says; `text` is one character with its marks.
package struct TerminalCell: Sendable, Hashable {
  package var text: String
  /// 1, or 2 for a wide character. The tail of a wide one is not given.
  package var columns: Int
  package var style: TerminalStyle

  package init(_ text: String, columns: Int, style: TerminalStyle) {
    self.text = text
    self.columns = columns
    self.style = style
  }
}
