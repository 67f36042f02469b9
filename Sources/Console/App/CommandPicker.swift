import ScoringCore

/// The searchable list of commands behind `?`, `:` and `g`: type to narrow, Enter runs.
struct CommandPicker: Sendable {
  enum Style: Sendable { case help, palette, menu }
  enum Result { case open, closed, chosen(Command.ID, Availability) }

  struct Entry: Sendable {
    var command: Command
    var availability: Availability
  }

  let style: Style
  private let entries: [Entry]
  private let language: Language
  /// What the marks of the screen mean; empty where it has none.
  private let legend: String
  private(set) var editor = LineEditor(limit: 60)
  private(set) var window = ListWindow()
  private(set) var shown: [Entry]

  init(_ style: Style, _ entries: [Entry], legend: String = "", _ context: Context) {
    self.style = style
    self.entries = entries
    language = context.language
    self.legend = legend
    shown = entries
  }

  mutating func paste(_ text: String) {
    editor.insert(text)
    narrow()
  }

  mutating func type(_ key: Key) -> Result {
    switch key {
    case .escape: return .closed
    case .enter:
      guard shown.indices.contains(window.cursor) else { return .open }
      return .chosen(shown[window.cursor].command.id, shown[window.cursor].availability)
    case .tab, .backTab:
      _ = window.move(key == .tab ? .down : .up, count: shown.count)
      return .open
    default: break
    }
    if style == .menu, editor.isEmpty, let index = key.folded.choice {
      guard shown.indices.contains(index) else { return .open }
      return .chosen(shown[index].command.id, shown[index].availability)
    }
    if window.move(key, count: shown.count) { return .open }
    if editor.type(key) { narrow() }
    return .open
  }

  private mutating func narrow() {
    let wanted = editor.text.lowercased().split(separator: " ").map(String.init)
    shown = entries.filter { entry in
      wanted.allSatisfy { word in
        let command = entry.command
        return Self.names(command, word) || command.summary(language).lowercased().contains(word)
          || command.id.rawValue.lowercased().contains(word)
      }
    }
    // Names before sentences: who types a name means the command of that name.
    let named = shown.filter { entry in wanted.allSatisfy { Self.names(entry.command, $0) } }
    let exact = named.filter {
      [$0.command.name.zh, $0.command.name.en.lowercased()].contains(wanted.joined(separator: " "))
    }
    let ids = Set(named.map(\.command.id))
    let first = Set(exact.map(\.command.id))
    shown = exact + named.filter { !first.contains($0.command.id) } + shown.filter { !ids.contains($0.command.id) }
    window = ListWindow()
  }

  private static func names(_ command: Command, _ word: String) -> Bool {
    command.name.zh.contains(word) || command.name.en.lowercased().contains(word)
      || Pinyin.initials(command.name.zh).hasPrefix(word)
  }

  func draw(_ grid: inout Grid, _ context: Context) {
    let size = grid.size
    let title: Phrase
    switch style {
    case .help: title = Phrase("帮助：这里能做的事", "Help: what can be done here")
    case .palette: title = Phrase("命令", "Commands")
    case .menu: title = Phrase("前往", "Go to")
    }
    let wantsSummary = style != .menu
    let width = min(size.columns - 4, wantsSummary ? 96 : 44)
    // The sentence of the command under the cursor stands below the list in full.
    let marks = TextWrap.lines(legend, width: width - 4, grid.glyphs.ambiguity).filter { !$0.isEmpty }
    let sentence = (wantsSummary ? 3 : 0) + marks.count
    let height = min(size.rows - 2, shown.count + 4 + sentence, style == .palette ? 18 : size.rows - 2)
    let rect = Rect(
      x: (size.columns - width) / 2, y: 1, width: width, height: max(6 + sentence, height))
    grid.frame(rect)
    grid.put(" \(context(title)) ", rect.x + 2, rect.y, .heading)
    let x = rect.x + 2
    grid.put(":", x, rect.y + 1, .accent)
    editor.draw(&grid, x + 2, rect.y + 1, width: width - 6)
    if editor.isEmpty {
      grid.put(
        context("输入文字查找", "type to search"), x + 3, rect.y + 1, .muted, width: width - 8)
    }
    let list = Rect(x: x, y: rect.y + 3, width: width - 4, height: rect.height - 4 - sentence)
    if shown.isEmpty {
      grid.put(
        context("没有这样的命令。退格可放宽查找。", "No such command. Backspace widens the search."), x, list.y,
        .muted, width: list.width)
    }
    for (row, index) in window.visible(shown.count, height: list.height).enumerated() {
      drawEntry(index, &grid, list.x, list.y + row, list.width, context)
    }
    for (row, line) in marks.enumerated() {
      grid.put(line, x, rect.bottom - 1 - marks.count + row, .muted, width: list.width)
    }
    guard wantsSummary, shown.indices.contains(window.cursor) else { return }
    let text = context(shown[window.cursor].command.summary)
    for (row, line) in TextWrap.lines(text, width: list.width, grid.glyphs.ambiguity).prefix(2)
      .enumerated()
    {
      grid.put(line, x, list.bottom + 1 + row, .text, width: list.width)
    }
  }

  private func drawEntry(
    _ index: Int, _ grid: inout Grid, _ x: Int, _ y: Int, _ width: Int, _ context: Context
  ) {
    let entry = shown[index]
    let isHere = index == window.cursor
    var why: Phrase?
    if case .no(let reason) = entry.availability { why = reason.onOneLine }
    if isHere { grid.put(grid.glyphs.cursor, x, y, .accent) }
    let label =
      style == .menu
      ? (index < 9 && editor.isEmpty ? "\(index + 1)" : "")
      : entry.command.keys.first?.label(context.language, context.glyphs) ?? ""
    let role: Role = why != nil ? .muted : isHere ? .selection : .text
    grid.put(label, x + 2, y, .key, width: 9)
    let nameWidth = min(style == .menu ? 28 : 16, width - 12)
    grid.put(context(entry.command.name), x + 12, y, role, width: nameWidth)
    guard style != .menu, width > 44 else { return }
    grid.put(
      context(why ?? entry.command.summary), x + 14 + nameWidth, y, .muted,
      width: width - 14 - nameWidth)
  }
}
