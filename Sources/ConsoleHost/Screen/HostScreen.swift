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
    let old = shown?.size == grid.size ? shown : nil
    for row in 0..<min(grid.size.rows, terminal.rows) {
      let range = row * columns..<(row + 1) * columns
      if let old, old.cells[range] == grid.cells[range] { continue }
      terminal.draw(
        row: row,
        grid.cells[range].filter { !$0.isTail }
          .map { TerminalCell($0.text, columns: Int($0.width), style: styles[$0.role]) })
    }
    shown = grid
    terminal.present(cursor: grid.caret.map { (row: $0.y, column: $0.x) })
  }

  /// Everything is drawn anew next time.
  mutating func forget() { shown = nil }
}
