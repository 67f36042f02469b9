/// A cursor in a list of rows of one line, and which of them the screen shows.
package struct ListWindow: Sendable, Hashable {
  package private(set) var cursor: Int
  /// First row shown.
  package private(set) var top: Int
  /// Rows the screen showed when it was last told; paging goes by it.
  package private(set) var page: Int

  /// Whether the list moves on by a third of a page when the cursor leaves it, rather than by a row: a long list
  /// repaints every row when it moves, which a slow line feels.
  private let leaps: Bool

  package init(cursor: Int = 0, leaps: Bool = false) {
    self.cursor = cursor
    self.leaps = leaps
    top = 0
    page = 10
  }

  /// Rows to show in a list of `count` rows and an area of `height` lines.
  package func visible(_ count: Int, height: Int) -> Range<Int> {
    let first = ListWindow.top(top, cursor: cursor, count: count, height: height)
    return first..<max(first, min(count, first + height))
  }

  /// Keeps cursor and window inside a list that changed.
  package mutating func fit(count: Int, height: Int) {
    page = max(1, height)
    cursor = max(0, min(cursor, count - 1))
    top = ListWindow.top(top, cursor: cursor, count: count, height: page)
  }

  package mutating func move(to index: Int, count: Int) {
    cursor = max(0, min(index, count - 1))
    var wanted = top
    if leaps, cursor == top - 1 { wanted = top - page / 3 }
    if leaps, cursor == top + page { wanted = top + page / 3 }
    top = ListWindow.top(wanted, cursor: cursor, count: count, height: page)
  }

  /// Puts the cursor on `index` and keeps it on the line of the screen where it was.
  package mutating func follow(_ index: Int, count: Int) {
    let line = cursor - top
    cursor = max(0, min(index, count - 1))
    top = ListWindow.top(cursor - line, cursor: cursor, count: count, height: page)
  }

  /// Moves by a key of lists; false when it is none.
  package mutating func move(_ key: Key, count: Int) -> Bool {
    switch key {
    case .up: move(to: cursor - 1, count: count)
    case .down: move(to: cursor + 1, count: count)
    case .pageUp, .control("b"): move(to: cursor - page, count: count)
    case .pageDown, .control("f"): move(to: cursor + page, count: count)
    case .home: move(to: 0, count: count)
    case .end: move(to: count - 1, count: count)
    default: return false
    }
    return true
  }

  private static func top(_ top: Int, cursor: Int, count: Int, height: Int) -> Int {
    var first = min(top, cursor)
    if cursor >= first + height { first = cursor - height + 1 }
    return max(0, min(first, count - height))
  }
}
