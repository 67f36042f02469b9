import Casework
import ScoringCore

/// An event of a case in full: read from top to bottom, nothing cut.
struct EventScreen: Screen {
  let key: CaseKey
  private(set) var event: TimelineRow
  private(set) var top = 0

  /// Columns of a line that is still easy to read.
  private static let measure = 110

  init(_ key: CaseKey, _ event: TimelineRow) {
    self.key = key
    self.event = event
  }

  var scopes: [Command.Scope] { [.event] }

  func crumbs(_ context: Context) -> [String] {
    let name = context.cases[key].map { SafeText.clean($0.name, limit: 60) } ?? key.id
    return [name, context(CaseTab.timeline.title), context(event.title)]
  }

  func status(_ context: Context) -> String { event.on?.description ?? "" }

  mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    let page = height(context)
    let last = max(0, lines(context).count - page)
    top = command.scrolled(from: min(top, last), page: page, last: last)
    return []
  }

  /// What came since may have settled whether it stands.
  mutating func receive(_ message: Message, _ context: Context) -> [Step] {
    guard case .opened(let key, let opened) = message, key == self.key, let file = opened.file else { return [] }
    let record = CaseRecord(opened, file, texts: [:], officer: context.session.officer, today: context.today)
    if let fresh = record.timeline.first(where: { $0.id == event.id }) { event = fresh }
    return []
  }

  /// Lines of it at once: all but the first line of the screen, the last two, air above, and where one is.
  private func height(_ context: Context) -> Int { max(1, context.size.rows - 5) }

  private func lines(_ context: Context) -> [EventLayout.Line] {
    EventLayout(
      event: event, language: context.language, glyphs: context.glyphs,
      width: min(Self.measure, context.size.columns - 4), isWhole: true
    ).lines
  }

  func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    let all = lines(context)
    let height = height(context)
    let first = max(0, min(top, all.count - height))
    for (row, line) in all.dropFirst(first).prefix(height).enumerated() {
      line.draw(&grid, area.x + 2, area.y + 1 + row, width: area.width - 3)
    }
    guard all.count > height else { return }
    let end = min(all.count, first + height)
    grid.put(
      context("第 \(first + 1)-\(end) 行，共 \(all.count) 行", "lines \(first + 1)-\(end) of \(all.count)"), area.x + 2,
      area.bottom - 1, .muted, width: area.width - 3)
  }
}
