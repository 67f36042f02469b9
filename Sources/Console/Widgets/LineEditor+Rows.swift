/// A text of several lines as rows of a pane: wrapped, scrolled to the caret.
extension LineEditor {
  /// Characters of a text by the row that they stand in.
  struct Rows {
    /// A row's characters, without the line break that ends it.
    let ranges: [Range<Int>]

    /// Index of the row in which the caret stands.
    func index(of caret: Int) -> Int { ranges.lastIndex { $0.lowerBound <= caret } ?? 0 }

    func row(of caret: Int) -> Range<Int> { ranges[index(of: caret)] }
  }

  /// At line breaks, and where the width is full: after a space where there is one.
  var rows: Rows { rows(width: width, .narrow) }

  func rows(width: Int, _ ambiguity: Ambiguity) -> Rows {
    var ranges: [Range<Int>] = []
    var (start, columns, space) = (0, 0, 0)
    for (index, character) in characters.enumerated() {
      if character == "\n" {
        ranges.append(start..<index)
        (start, columns, space) = (index + 1, 0, index + 1)
        continue
      }
      let wide = Self.width(character, ambiguity)
      if columns + wide > max(2, width) {
        let next = space > start && character != " " ? space : index
        ranges.append(start..<next)
        start = next
        columns = characters[start..<index].reduce(0) { $0 + Self.width($1, ambiguity) }
      }
      columns += wide
      if character == " " { space = index + 1 }
    }
    return Rows(ranges: ranges + [start..<characters.count])
  }

  /// As it is drawn: what has no place on a screen is shown as what stands in for it.
  private static func drawn(_ character: Character) -> String { SafeText.clean(String(character), limit: 16) }

  private static func width(_ character: Character, _ ambiguity: Ambiguity) -> Int {
    if character.isASCII { return 1 }
    return Width.of(drawn(character), ambiguity)
  }

  /// Moves the caret a row up or down; false at the first and last row, and on a single line.
  mutating func moveRow(by step: Int) -> Bool {
    guard keepsLines else { return false }
    let rows = rows
    let here = rows.index(of: caret)
    guard rows.ranges.indices.contains(here + step) else { return false }
    let columns = characters[rows.ranges[here].lowerBound..<caret].reduce(0) { $0 + Self.width($1, .narrow) }
    let other = rows.ranges[here + step]
    caret = other.lowerBound
    var passed = 0
    while caret < other.upperBound, passed + Self.width(characters[caret], .narrow) <= columns {
      passed += Self.width(characters[caret], .narrow)
      caret += 1
    }
    return true
  }

  /// Draws the rows around the caret; those that are not shown are counted at the edge.
  func drawRows(_ grid: inout Grid, _ x: Int, _ y: Int, width: Int, height: Int, isActive: Bool) {
    guard width > 4, height > 0 else { return }
    let ambiguity = grid.glyphs.ambiguity
    let rows = rows(width: width - 1, ambiguity)
    let here = rows.index(of: caret)
    let first = isActive ? max(0, min(here - height / 2, rows.ranges.count - height)) : 0
    for line in 0..<height {
      grid.clear(Rect(x: x, y: y + line, width: width, height: 1), .input)
      guard rows.ranges.indices.contains(first + line) else { continue }
      let text = characters[rows.ranges[first + line]].map(Self.drawn).joined()
      grid.put(text, x, y + line, .input, width: width)
    }
    if isActive {
      let before = characters[rows.ranges[here].lowerBound..<caret].reduce(0) { $0 + Self.width($1, ambiguity) }
      grid.caret = Point(min(x + width - 1, x + before), y + here - first)
    }
  }
}
