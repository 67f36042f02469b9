/// One column of one row.
///
/// A glyph two columns wide is a head (width 2) and, in the next column of the same row, its tail (width 0, no text, the
/// same role). A narrow glyph is width 1. `text` is one base character and at most four combining marks.
package struct Cell: Sendable, Hashable {
  package internal(set) var text: String
  package internal(set) var width: UInt8
  package internal(set) var role: Role

  package var isTail: Bool { width == 0 }

  static func blank(_ role: Role = .text) -> Cell { Cell(text: " ", width: 1, role: role) }
}
