/// What each item of the stream does to the screen.
extension TerminalModel {
  mutating func perform(_ item: SequenceParser.Item) {
    switch item {
    case .scalar(let scalar): print(scalar)
    case .control(let byte): control(byte)
    case .escape(let byte): escape(byte)
    case .csi(let mark, let numbers, let final): csi(mark, numbers, final)
    case .ignored(let what): unknown.append(what)
    }
  }

  mutating func print(_ scalar: Unicode.Scalar) {
    let width = ModelWidth.of(scalar, ambiguousWide: ambiguousWide)
    guard width > 0 else { return join(scalar) }
    if autowrap, wrapPending || (width == 2 && cursor.column == columns - 1) {
      wrapPending = false
      cursor.column = 0
      lineFeed()
    }
    guard cursor.column + width <= columns else { return }
    place(ModelCell(text: String(Character(scalar)), width: width, style: style))
    lastPrinted = scalar
    if cursor.column + width >= columns {
      cursor.column = columns - 1
      wrapPending = true
    } else {
      cursor.column += width
    }
  }

  /// A mark joins the character before the cursor.
  private mutating func join(_ scalar: Unicode.Scalar) {
    var column = wrapPending ? cursor.column : cursor.column - 1
    if column >= 0, cells[cursor.row][column].width == 0 { column -= 1 }
    guard column >= 0 else { return }
    cells[cursor.row][column].text.unicodeScalars.append(scalar)
  }

  private mutating func place(_ cell: ModelCell) {
    let (row, column) = cursor
    split(row, column)
    split(row, column + cell.width)
    cells[row][column] = cell
    if cell.width == 2 { cells[row][column + 1] = ModelCell(text: "", width: 0, style: cell.style) }
  }

  /// Blanks both halves of a wide character that a border at `column` would cut.
  private mutating func split(_ row: Int, _ column: Int) {
    guard column > 0, column < columns, cells[row][column].width == 0 else { return }
    for half in [column - 1, column] {
      cells[row][half] = ModelCell(style: cells[row][half].style)
    }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08:
      cursor.column = max(cursor.column - 1, 0)
      wrapPending = false
    case 0x09:
      cursor.column = min((cursor.column / 8 + 1) * 8, columns - 1)
      wrapPending = false
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D:
      cursor.column = 0
      wrapPending = false
    default: break
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch UnicodeScalar(byte) {
    case "7": savedCursor = cursor
    case "8": (cursor, wrapPending) = (savedCursor, false)
    case "D": lineFeed()
    case "E":
      cursor.column = 0
      lineFeed()
    case "M":
      wrapPending = false
      if cursor.row == top { scroll(down: 1) } else { cursor.row = max(cursor.row - 1, 0) }
    case "c": self = TerminalModel(columns: columns, rows: rows)
    case "=", ">", "\\": break  // keypad modes, end of a string
    default: unknown.append("ESC \(UnicodeScalar(byte))")
    }
  }

  private mutating func lineFeed() {
    wrapPending = false
    if cursor.row == bottom { scroll(up: 1) } else { cursor.row = min(cursor.row + 1, rows - 1) }
  }

  mutating func scroll(up count: Int) { delete(lines: count, at: top) }
  mutating func scroll(down count: Int) { insert(lines: count, at: top) }

  mutating func insert(lines count: Int, at row: Int) {
    guard row >= top, row <= bottom else { return }
    let count = min(count, bottom - row + 1)
    cells.removeSubrange((bottom - count + 1)...bottom)
    cells.insert(contentsOf: Self.blank(columns, count, style), at: row)
  }

  mutating func delete(lines count: Int, at row: Int) {
    guard row >= top, row <= bottom else { return }
    let count = min(count, bottom - row + 1)
    cells.removeSubrange(row..<row + count)
    cells.insert(contentsOf: Self.blank(columns, count, style), at: bottom - count + 1)
  }

  /// Erases columns of a row, and the other half of what the range cuts.
  mutating func erase(_ row: Int, _ range: Range<Int>) {
    let range = range.clamped(to: 0..<columns)
    guard !range.isEmpty else { return }
    split(row, range.lowerBound)
    split(row, range.upperBound)
    cells[row].replaceSubrange(range, with: Self.blankRow(range.count, style))
  }

  mutating func insert(characters count: Int) {
    let (row, column) = cursor
    split(row, column)
    let count = min(count, columns - column)
    cells[row].removeLast(count)
    cells[row].insert(contentsOf: Self.blankRow(count, style), at: column)
    if cells[row][columns - 1].width == 2 { cells[row][columns - 1] = ModelCell() }
  }

  mutating func delete(characters count: Int) {
    let (row, column) = cursor
    let count = min(count, columns - column)
    split(row, column)
    split(row, column + count)
    cells[row].removeSubrange(column..<column + count)
    cells[row] += Self.blankRow(count, style)
  }
}
