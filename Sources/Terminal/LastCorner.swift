/// The end of the last row where wrapping cannot be switched off (tmux, screen).
///
/// There ncurses takes the tail of a wide character that ends one column before the last for the last
/// corner itself, and breaks it by an insertion. So no wide character may end there.
enum LastCorner {
  /// The row with its last words moved one column into the last blank gap, or that character blanked
  /// where the corner is taken.
  static func spare(_ cells: [TerminalCell]) -> [TerminalCell] {
    guard cells.count > 2, let corner = cells.last, corner.columns == 1, cells[cells.count - 2].columns == 2
    else { return cells }
    if corner.text == " ",
      let gap = cells.indices.dropLast(2).last(where: {
        $0 > 0 && cells[$0].text == " " && cells[$0 - 1] == cells[$0]
      })
    {
      return cells[..<gap] + [cells[gap]] + cells[gap...].dropLast()
    }
    let blank = TerminalCell(" ", columns: 1, style: cells[cells.count - 2].style)
    return cells.dropLast(2) + [blank, blank, corner]
  }
}
