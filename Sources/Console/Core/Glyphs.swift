/// How the terminal draws characters of ambiguous width (UAX #11 class A).
package enum Ambiguity: String, Sendable, Hashable, CaseIterable {
  case narrow, wide
}

/// The marks the screens are drawn with. The ascii set needs no character of ambiguous width.
package struct Glyphs: Sendable, Hashable {
  package var ambiguity: Ambiguity
  private var wantsLines: Bool

  private init(ambiguity: Ambiguity, lines: Bool) {
    self.ambiguity = ambiguity
    wantsLines = lines
  }

  /// Lines and blocks, on a terminal that draws ambiguous characters one column wide.
  package static let line = Glyphs(ambiguity: .narrow, lines: true)
  /// Plain ASCII marks.
  package static let ascii = Glyphs(ambiguity: .narrow, lines: false)
  /// Plain ASCII marks, and every ambiguous character of a text replaced: for terminals that draw them two wide.
  package static let asciiWide = Glyphs(ambiguity: .wide, lines: false)

  package var hasLines: Bool { wantsLines && ambiguity == .narrow }

  package var ellipsis: String { hasLines ? "…" : "~" }
  package var none: String { hasLines ? "–" : "-" }
  package var cursor: String { hasLines ? "▸" : ">" }
  package var marked: String { hasLines ? "◆" : "*" }
  package var crumb: String { hasLines ? "›" : ">" }
  package var rule: String { hasLines ? "─" : "-" }
  package var divider: String { hasLines ? "│" : "|" }
  package var checked: String { hasLines ? "✓" : "x" }
  /// A verified value that differs from the declared one, and one of which only a part was seen.
  package var differing: String { hasLines ? "≠" : "#" }
  package var partly: String { hasLines ? "½" : "/" }
  package var ascending: String { hasLines ? "↑" : "^" }
  package var descending: String { hasLines ? "↓" : "v" }
  package var becomes: String { hasLines ? "→" : "->" }
  package var fallen: String { hasLines ? "▼" : "v" }
  package var risen: String { hasLines ? "▲" : "^" }
  package var folded: String { hasLines ? "▸" : "+" }
  package var unfolded: String { hasLines ? "▾" : "-" }
  /// A figure from … to.
  package var range: String { hasLines ? "–" : "-" }
  package var atLeast: String { hasLines ? "≥" : ">=" }
  package var atMost: String { hasLines ? "≤" : "<=" }
  /// Top left, top right, bottom left, bottom right of a dialog's frame.
  package var corners: (String, String, String, String) {
    hasLines ? ("┌", "┐", "└", "┘") : ("+", "+", "+", "+")
  }
}
