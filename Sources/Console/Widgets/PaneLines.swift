import ScoringCore

/// Lines of a pane from its top down; what does not fit is left out.
struct PaneLines {
  let area: Rect
  private var y: Int

  init(_ area: Rect) {
    self.area = area
    y = area.y
  }

  /// A line to draw in; `nil` where none is left.
  mutating func next() -> Int? {
    guard y < area.bottom else { return nil }
    defer { y += 1 }
    return y
  }

  mutating func skip() { y += 1 }

  /// How many of so many entries fit, a line being kept for what is said of the others.
  /// - Parameter lines: what an entry takes.
  func fitting(_ count: Int, of lines: Int) -> Int {
    count * lines <= area.bottom - y ? count : max(0, (area.bottom - y - 1) / lines)
  }

  mutating func wrap(_ text: String, _ role: Role, _ grid: inout Grid, indent: Int = 0) {
    for line in TextWrap.lines(text, width: area.width - indent, grid.glyphs.ambiguity) {
      guard let y = next() else { return }
      grid.put(line, area.x + indent, y, role, width: area.width - indent)
    }
  }
}
