/// A screen as a value: cells in rows, and where the terminal's own cursor stands.
///
/// Whatever is drawn, in any order: every head has its tail, every tail its head, no wide glyph starts in the last
/// column, and nothing is drawn outside. Overwriting one half of a wide glyph blanks the other.
package struct Grid: Sendable, Hashable {
  package let size: Size
  package let glyphs: Glyphs
  /// Row by row.
  package private(set) var cells: [Cell]
  /// The caret of a text field: the terminal's real cursor is shown here, or hidden when `nil`.
  package var caret: Point?

  package init(_ size: Size, glyphs: Glyphs = .line) {
    self.size = Size(max(0, size.columns), max(0, size.rows))
    self.glyphs = glyphs
    cells = Array(repeating: .blank(), count: self.size.columns * self.size.rows)
  }

  package subscript(x: Int, y: Int) -> Cell { cells[y * size.columns + x] }

  /// The rows that differ from those of a grid drawn before; all where it had another size or there is none.
  package func rowsChanged(since other: Grid?) -> [Int] {
    guard let other, other.size == size else { return Array(0..<size.rows) }
    return (0..<size.rows).filter { row in
      let range = row * size.columns..<(row + 1) * size.columns
      return cells[range] != other.cells[range]
    }
  }

  /// Draws a text on one row from `x`, in at most `width` columns, cut with an ellipsis where it is longer.
  ///
  /// A text of any length costs what is drawn of it. Returns the column after the last one used.
  @discardableResult
  package mutating func put(
    _ text: String, _ x: Int, _ y: Int, _ role: Role = .text, width: Int = .max
  ) -> Int {
    guard y >= 0, y < size.rows, x < size.columns, width > 0 else { return x }
    let limit = width >= size.columns - x ? size.columns : x + width
    var column = x
    var head = -1
    var marks = 0
    var looked = 0
    let budget = (limit - x) * 4 + 64
    for scalar in text.unicodeScalars {
      looked += 1
      if looked > budget {
        ellipsis(before: limit, at: column, y, role)
        return limit
      }
      switch SafeText.judge(scalar, glyphs.ambiguity) {
      case .drop:
        continue
      case .keep(let kept):
        let columns = Width.of(kept)
        if columns == 0 {
          if head >= 0, marks < 4 {
            cells[head].text.unicodeScalars.append(kept)
            marks += 1
          }
          continue
        }
        guard column + columns <= limit else {
          ellipsis(before: limit, at: column, y, role)
          return limit
        }
        head = set(String(Character(kept)), columns, column, y, role)
        marks = 0
        column += columns
      case .replace(let other):
        for plain in other.unicodeScalars {
          guard column < limit else {
            ellipsis(before: limit, at: column, y, role)
            return limit
          }
          head = set(String(Character(plain)), 1, column, y, role)
          column += 1
        }
        head = -1
      }
    }
    return column
  }

  /// Takes over the rows of a grid as wide as this one, from the top down, with its caret.
  mutating func takeRows(of other: Grid) {
    guard other.size.columns == size.columns else { return }
    let count = min(cells.count, other.cells.count)
    cells.replaceSubrange(0..<count, with: other.cells[0..<count])
    caret = other.caret
  }

  /// Draws a text that ends before column `right`, in at most `width` columns.
  package mutating func putRight(
    _ text: String, before right: Int, _ y: Int, _ role: Role = .text, width: Int
  ) {
    let columns = min(width, Width.of(text, glyphs.ambiguity, limit: max(0, width)))
    put(text, right - columns, y, role, width: columns)
  }

  /// Draws a text in the middle of `width` columns from `x`.
  package mutating func putCentred(
    _ text: String, _ x: Int, _ y: Int, _ role: Role = .text, width: Int
  ) {
    let columns = min(width, Width.of(text, glyphs.ambiguity, limit: max(0, width)))
    put(text, x + (width - columns) / 2, y, role, width: columns)
  }

  /// Blanks a rectangle.
  package mutating func clear(_ rect: Rect, _ role: Role = .text) {
    for y in max(0, rect.y)..<max(0, rect.y, min(size.rows, rect.bottom)) {
      for x in max(0, rect.x)..<max(0, rect.x, min(size.columns, rect.right)) {
        set(" ", 1, x, y, role)
      }
    }
  }

  /// Marks a row of a list as the one under the cursor.
  mutating func select(_ x: Int, _ y: Int, width: Int) {
    put(glyphs.cursor, x, y, .accent)
    paint(Rect(x: x, y: y, width: width, height: 1), .selection)
  }

  /// Gives the cells of a rectangle a role; a wide glyph at its edge takes it whole.
  package mutating func paint(_ rect: Rect, _ role: Role) {
    for y in max(0, rect.y)..<max(0, rect.y, min(size.rows, rect.bottom)) {
      for x in max(0, rect.x)..<max(0, rect.x, min(size.columns, rect.right)) {
        let index = y * size.columns + x
        cells[index].role = role
        if cells[index].isTail { cells[index - 1].role = role }
        if cells[index].width == 2 { cells[index + 1].role = role }
      }
    }
  }

  /// A row of one narrow glyph.
  package mutating func rule(_ x: Int, _ y: Int, width: Int, _ role: Role = .rule) {
    for column in x..<max(x, x + width) { put(glyphs.rule, column, y, role) }
  }

  /// One glyph, one under the other.
  package mutating func divider(_ x: Int, _ y: Int, height: Int, _ role: Role = .rule) {
    for row in y..<max(y, y + height) { put(glyphs.divider, x, row, role) }
  }

  /// A frame around a blank rectangle, for a dialog.
  package mutating func frame(_ rect: Rect, _ role: Role = .rule) {
    guard rect.width > 1, rect.height > 1 else { return }
    // A column of air on each side keeps it apart from what it covers.
    clear(Rect(x: rect.x - 1, y: rect.y, width: rect.width + 2, height: rect.height))
    rule(rect.x, rect.y, width: rect.width, role)
    rule(rect.x, rect.bottom - 1, width: rect.width, role)
    divider(rect.x, rect.y, height: rect.height, role)
    divider(rect.right - 1, rect.y, height: rect.height, role)
    let corners = glyphs.corners
    put(corners.0, rect.x, rect.y, role)
    put(corners.1, rect.right - 1, rect.y, role)
    put(corners.2, rect.x, rect.bottom - 1, role)
    put(corners.3, rect.right - 1, rect.bottom - 1, role)
  }

  /// The rows as text, without the spaces at their ends: what a test reads.
  package var lines: [String] {
    (0..<size.rows).map { y in
      var line = ""
      for x in 0..<size.columns where !self[x, y].isTail { line += self[x, y].text }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// Puts one glyph and blanks what is left of any it cuts. Returns the index of its head.
  @discardableResult
  private mutating func set(_ text: String, _ width: Int, _ x: Int, _ y: Int, _ role: Role) -> Int {
    guard x >= 0, x + width <= size.columns else { return -1 }
    let index = y * size.columns + x
    let last = index + width - 1
    if cells[index].isTail { cells[index - 1] = .blank(cells[index - 1].role) }
    if cells[last].width == 2 { cells[last + 1] = .blank(cells[last + 1].role) }
    cells[index] = Cell(text: text, width: UInt8(width), role: role)
    if width == 2 { cells[last] = Cell(text: "", width: 0, role: role) }
    return index
  }

  private mutating func ellipsis(before limit: Int, at column: Int, _ y: Int, _ role: Role) {
    // A wide glyph that did not fit leaves one free column; otherwise the last glyph gives way.
    let x = min(column, limit - 1)
    if column == limit, x > 0, x < size.columns, self[x, y].isTail {
      set(glyphs.ellipsis, 1, x - 1, y, role)
      set(" ", 1, x, y, role)
    } else {
      set(glyphs.ellipsis, 1, x, y, role)
    }
  }
}
