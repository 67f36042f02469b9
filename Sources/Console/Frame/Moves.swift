import ScoringCore

extension Command {
  /// Moving in a list; each scope has its own so that help and palette can name them.
  static func moves(_ scope: Scope, _ prefix: String) -> [Command] {
    func command(_ name: String, _ title: Phrase, _ keys: [Key], _ summary: Phrase) -> Command {
      Command(Command.ID(rawValue: prefix + "." + name), scope, title, keys: keys, quiet: true, summary)
    }
    return [
      command("up", Phrase("上一行", "Up"), [.up], Phrase("到上一行", "Go up a line")),
      command("down", Phrase("下一行", "Down"), [.down], Phrase("到下一行", "Go down a line")),
      command("pageUp", Phrase("上一页", "Page up"), [.pageUp], Phrase("上翻一页", "Go up a page")),
      command("pageDown", Phrase("下一页", "Page down"), [.pageDown], Phrase("下翻一页", "Go down a page")),
      command("first", Phrase("开头", "First"), [.home], Phrase("到开头", "Go to the first line")),
      command("last", Phrase("末尾", "Last"), [.end], Phrase("到末尾", "Go to the last line")),
    ]
  }
}

extension Key {
  /// The movement that a command of lists names, by the last part of its id.
  static func movement(_ command: Command.ID) -> Key? {
    switch command.rawValue.split(separator: ".").last {
    case "up": .up
    case "down": .down
    case "pageUp": .pageUp
    case "pageDown": .pageDown
    case "first": .home
    case "last": .end
    default: nil
    }
  }
}

extension Command.ID {
  /// The first line to show of a text after this movement, from 0 to `last`.
  func scrolled(from top: Int, page: Int, last: Int) -> Int {
    let moved =
      switch Key.movement(self) {
      case .up: top - 1
      case .down: top + 1
      case .pageUp: top - page
      case .pageDown: top + page
      case .home: 0
      case .end: last
      default: top
      }
    return min(max(0, moved), last)
  }
}
