/// How the terminal draws characters of ambiguous width (UAX #11 class A).
public enum Ambiguity: String, Sendable, Hashable, CaseIterable {
  case narrow, wide
}

/// The marks the screens are drawn with. The ascii set needs no character of ambiguous width.
public struct Glyphs: Sendable, Hashable {
  public var ambiguity: Ambiguity
  private var wantsLines: Bool

  private init(ambiguity: Ambiguity, lines: Bool) {
    self.ambiguity = ambiguity
    wantsLines = lines
  }

  /// Lines and blocks, on a terminal that draws ambiguous characters one column wide.
  public static let line = Glyphs(ambiguity: .narrow, lines: true)
  /// Plain ASCII marks.
  public static let ascii = Glyphs(ambiguity: .narrow, lines: false)
  /// Plain ASCII marks, and every ambiguous character of a text replaced: for terminals that draw them two wide.
  public static let asciiWide = Glyphs(ambiguity: .wide, lines: false)

  public var hasLines: Bool { wantsLines && ambiguity == .narrow }

  public var ellipsis: String { hasLines ? "…" : "~" }
  public var none: String { hasLines ? "–" : "-" }
  public var cursor: String { hasLines ? "▸" : ">" }
  public var marked: String { hasLines ? "◆" : "*" }
  public var crumb: String { hasLines ? "›" : ">" }
  public var rule: String { hasLines ? "─" : "-" }
  public var divider: String { hasLines ? "│" : "|" }
  public var checked: String { hasLines ? "✓" : "x" }
  public var ascending: String { hasLines ? "↑" : "^" }
  public var descending: String { hasLines ? "↓" : "v" }
  public var becomes: String { hasLines ? "→" : "->" }
  public var fallen: String { hasLines ? "▼" : "v" }
  public var risen: String { hasLines ? "▲" : "^" }
  public var folded: String { hasLines ? "▸" : "+" }
  public var unfolded: String { hasLines ? "▾" : "-" }
  /// A figure from … to.
  public var range: String { hasLines ? "–" : "-" }
  public var atLeast: String { hasLines ? "≥" : ">=" }
  public var atMost: String { hasLines ? "≤" : "<=" }
  /// Top left, top right, bottom left, bottom right of a dialog's frame.
  public var corners: (String, String, String, String) {
    hasLines ? ("┌", "┐", "└", "┘") : ("+", "+", "+", "+")
  }
}
