/// How a cell of the modelled terminal looks; a colour is 0 … 255, or -1 for the terminal's own.
package struct ModelStyle: Sendable, Hashable {
  package var foreground = -1
  package var background = -1
  package var bold = false
  package var dim = false
  package var underline = false
  package var reverse = false

  package init() {}
}

/// One cell: a character and its marks, or the tail of the wide one to its left (`width` 0).
package struct ModelCell: Sendable, Hashable {
  package var text: String
  package var width: Int
  package var style: ModelStyle

  package init(text: String = " ", width: Int = 1, style: ModelStyle = ModelStyle()) {
    self.text = text
    self.width = width
    self.style = style
  }
}

/// The columns the modelled terminal gives a character: its own opinion, as a real one's is.
enum ModelWidth {
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2614...0x2615, 0x2648...0x2653,
    0x26A1...0x26A1, 0x2705...0x2705, 0x2728...0x2728, 0x274C...0x274C, 0x2E80...0x303E,
    0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
  private static let ambiguous: [ClosedRange<UInt32>] = [
    0xB7...0xB7, 0xD7...0xD7, 0x2014...0x2014, 0x2018...0x201D, 0x2026...0x2026,
    0x2190...0x2193, 0x2460...0x24FF, 0x2500...0x25CF, 0x2605...0x2606,
  ]

  static func of(_ scalar: Unicode.Scalar, ambiguousWide: Bool) -> Int {
    let value = scalar.value
    if value < 0x7F { return 1 }
    if ambiguousWide, ambiguous.contains(where: { $0.contains(value) }) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return wide.contains { $0.contains(value) } ? 2 : 1
    }
  }
}
