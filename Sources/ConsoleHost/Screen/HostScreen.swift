internal import Console
internal import Terminal

/// Draws the console's grids on the terminal, only the rows that changed.
struct HostScreen {
  private let styles: HostStyles
  private var shown: Grid?

  init(_ theme: Theme, _ depth: ColorDepth) {
    styles = HostStyles(theme, depth)
  }

  mutating func draw(_ grid: Grid, on terminal: Terminal) {
    let columns = grid.size.columns
    for row in grid.rowsChanged(since: shown) where row < terminal.rows {
      terminal.draw(
        row: row,
        grid.cells[row * columns..<(row + 1) * columns].filter { !$0.isTail }
          .map { TerminalCell($0.text, columns: Int($0.width), style: styles[$0.role]) })
    }
    shown = grid
    terminal.present(cursor: grid.caret.map { (row: $0.y, column: $0.x) })
  }

  /// Everything is drawn anew next time.
  mutating func forget() { shown = nil }
}
