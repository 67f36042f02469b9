/// How a cell looks: colours by number in the terminal's palette, `nil` for the terminal's own.
public struct TerminalStyle: Sendable, Hashable {
  public var foreground: Int?
  public var background: Int?
  public var bold: Bool
  public var dim: Bool
  public var underline: Bool
  public var reverse: Bool

  public init(
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
public enum ColorDepth: Int, Sendable, CaseIterable, Comparable {
  case none = 0
  case eight = 8
  case sixteen = 16
  case full = 256

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A piece of text that takes the columns it says; `text` is one character with its marks.
public struct TerminalCell: Sendable, Hashable {
  public var text: String
  /// 1, or 2 for a wide character. The tail of a wide one is not given.
  public var columns: Int
  public var style: TerminalStyle

  public init(_ text: String, columns: Int, style: TerminalStyle) {
    self.text = text
    self.columns = columns
    self.style = style
  }
}
