/// One column of one row.
///
/// A glyph two columns wide is a head (width 2) and, in the next column of the same row, its tail (width 0, no text, the
/// same role). A narrow glyph is width 1. `text` is one base character and at most four combining marks.
public struct Cell: Sendable, Hashable {
  public internal(set) var text: String
  public internal(set) var width: UInt8
  public internal(set) var role: Role

  public var isTail: Bool { width == 0 }

  static func blank(_ role: Role = .text) -> Cell { Cell(text: " ", width: 1, role: role) }
}
