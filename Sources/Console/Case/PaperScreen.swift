import Casework
public import ScoringCore

/// A paper of a case as text, or why there is none to show.
public enum PaperText: Sendable, Hashable {
  case text(String)
  case unreadable(Phrase)
}

/// A paper as text in a pane, beside the system's viewer.
struct PaperScreen: Screen {
  let key: CaseKey
  let file: String
  let name: Phrase
  /// What the paper proves, with the declared values: to read beside it.
  let proves: [String]
  private var paper: PaperText?
  private(set) var top = 0

  init(_ key: CaseKey, _ paper: PaperRow, file: String, _ language: Language) {
    self.key = key
    self.file = file
    name = paper.name
    proves = paper.proves.map { $0.name(language) + "  " + $0.declared(language) }
  }

  var scopes: [Command.Scope] { [.paper] }

  func crumbs(_ context: Context) -> [String] {
    [context.cases[key].map { SafeText.clean($0.name, limit: 60) } ?? key.id, context(name)]
  }

  func status(_ context: Context) -> String { SafeText.clean(file, limit: 60) }

  mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    let page = max(1, context.size.rows - 6)
    let last = max(0, lines(context).count - page)
    switch command {
    case "paper.up": top = max(0, top - 1)
    case "paper.down": top = min(last, top + 1)
    case "paper.pageUp": top = max(0, top - page)
    case "paper.pageDown": top = min(last, top + page)
    case "paper.first": top = 0
    case "paper.last": top = last
    case "paper.open": return [.effect(.openViewer(key, file: file))]
    default: break
    }
    return []
  }

  mutating func receive(_ message: Message, _ context: Context) -> [Step] {
    if case .paper(let key, let file, let text) = message, key == self.key, file == self.file { paper = text }
    return []
  }

  private func width(_ context: Context) -> Int {
    let columns = context.size.columns
    return proves.isEmpty || columns < 120 ? columns - 4 : columns * 2 / 3 - 4
  }

  private func lines(_ context: Context) -> [String] {
    guard case .text(let text)? = paper else { return [] }
    return TextWrap.lines(text, width: width(context), context.glyphs.ambiguity, most: 20_000)
  }

  func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    switch paper {
    case nil: grid.put(context("正在读入…", "Reading…"), area.x + 2, area.y + 1, .muted)
    case .unreadable(let why):
      grid.put(context(why), area.x + 2, area.y + 1, .muted, width: area.width - 3)
      grid.put(
        context("o 用系统的查看器打开。", "o opens it in the system's viewer."), area.x + 2, area.y + 2, .muted,
        width: area.width - 3)
    case .text:
      let all = lines(context)
      let height = area.height - 2
      for (row, line) in all.dropFirst(top).prefix(height).enumerated() {
        grid.put(line, area.x + 2, area.y + 1 + row, width: width(context))
      }
      let end = min(all.count, top + height)
      grid.put("\(top + 1)-\(end) / \(all.count)", area.x + 2, area.bottom - 1, .muted, width: 30)
    }
    let right = width(context) + 5
    guard !proves.isEmpty, area.width >= 120 else { return }
    grid.divider(right - 1, area.y, height: area.height)
    grid.put(context("证明", "Proves"), right + 1, area.y + 1, .heading)
    for (row, line) in proves.prefix(area.height - 3).enumerated() {
      grid.put(line, right + 1, area.y + 2 + row, width: area.right - right - 2)
    }
  }
}
