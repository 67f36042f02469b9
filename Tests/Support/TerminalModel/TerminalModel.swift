/// A small terminal of the xterm kind, for tests and pictures: bytes in, a screen out.
///
/// It knows what ncurses writes for xterm, tmux and linux and counts every byte. What it does not
/// know it swallows whole and keeps in `unknown`, so that a test can ask for none.
package struct TerminalModel: Sendable {
  package private(set) var columns: Int
  package private(set) var rows: Int
  /// Where the cursor is, from 0; `column` may equal `columns` - 1 with a wrap pending.
  package internal(set) var cursor = (row: 0, column: 0)
  package internal(set) var cursorVisible = true
  package internal(set) var alternateScreen = false
  /// Private modes that are on, by number (25 and 1049 apart): 1000, 1006, 2004 …
  package internal(set) var modes: Set<Int> = []
  /// Sequences that meant nothing to it.
  package internal(set) var unknown: [String] = []
  /// What the terminal answers (cursor reports); whoever feeds it sends them on and empties this.
  package var replies: [UInt8] = []
  /// All bytes ever fed.
  package private(set) var byteCount = 0
  /// Times the bell rang.
  package internal(set) var bells = 0
  /// Whether ambiguous characters take two columns, as on some Chinese consoles.
  package var ambiguousWide = false

  var cells: [[ModelCell]]
  var style = ModelStyle()
  var wrapPending = false
  var autowrap = true
  var top = 0
  var bottom: Int
  var savedCursor = (row: 0, column: 0)
  var mainScreen: [[ModelCell]]?
  var lastPrinted: Unicode.Scalar?
  private var parser = SequenceParser()

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    bottom = rows - 1
    cells = Self.blank(columns, rows, ModelStyle())
  }

  /// Takes what a program wrote.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      byteCount += 1
      if let item = parser.take(byte) { perform(item) }
    }
  }

  /// Gives the terminal another size; like most, it keeps the upper left part.
  package mutating func resize(columns: Int, rows: Int) {
    func fit(_ old: [[ModelCell]]) -> [[ModelCell]] {
      (0..<rows).map { row in
        guard row < old.count else { return Self.blankRow(columns, ModelStyle()) }
        var line = Array(old[row].prefix(columns))
        if line.last?.width == 2 { line[line.count - 1] = ModelCell() }
        return line + Self.blankRow(columns - line.count, ModelStyle())
      }
    }
    cells = fit(cells)
    mainScreen = mainScreen.map(fit)
    self.columns = columns
    self.rows = rows
    (top, bottom, wrapPending) = (0, rows - 1, false)
    cursor = (min(cursor.row, rows - 1), min(cursor.column, columns - 1))
  }

  /// The cell at a place on the screen.
  package subscript(row: Int, column: Int) -> ModelCell { cells[row][column] }

  /// The rows as text, trailing spaces dropped.
  package var lines: [String] {
    cells.map { row in
      var line = row.map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The screen as text.
  package var text: String { lines.joined(separator: "\n") }

  static func blank(_ columns: Int, _ rows: Int, _ style: ModelStyle) -> [[ModelCell]] {
    Array(repeating: blankRow(columns, style), count: rows)
  }

  /// An erased row: it takes the background, as xterm does (bce).
  static func blankRow(_ columns: Int, _ style: ModelStyle) -> [ModelCell] {
    var erased = ModelStyle()
    erased.background = style.background
    return Array(repeating: ModelCell(style: erased), count: max(columns, 0))
  }
}
