import Casework
import ScoringCore

/// An event, a document, an item of a visit or an objection in full: read from top to bottom, nothing cut.
struct ReadingScreen: Screen {
  let key: CaseKey
  let subject: Reading.Subject
  private var reading: Reading
  private(set) var top = 0
  /// Texts by their hash, as the case that it was opened from has them.
  private let texts: [String: String]

  /// Columns of a line that is still easy to read.
  private static let measure = 110

  /// `nil` where the case has nothing of the sort.
  init?(_ subject: Reading.Subject, _ shown: CaseContext) {
    guard let reading = shown.record.reading(subject) else { return nil }
    key = shown.key
    texts = shown.texts
    self.subject = subject
    self.reading = reading
    follow(shown.place?.file)
  }

  /// What followed from each event is worked out here, once.
  private mutating func follow(_ file: CaseFile?) {
    guard let file else { return }
    for index in reading.events.indices {
      reading.events[index].followed = file.followed(reading.events[index].id)
    }
  }

  var scopes: [Command.Scope] { [.event] }

  func crumbs(_ context: Context) -> [String] {
    let name = context.cases[key].map { SafeText.clean($0.name, limit: 60) } ?? key.id
    return [name, context(subject.tab.title), context(reading.title)]
  }

  func status(_ context: Context) -> String {
    if case .event = subject { reading.events.first?.on?.description ?? "" } else { "" }
  }

  mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    let page = height(context)
    let last = max(0, lines(context).count - page)
    top = command.scrolled(from: min(top, last), page: page, last: last)
    return []
  }

  /// What came since may have settled whether it stands.
  mutating func receive(_ message: Message, _ context: Context) -> [Step] {
    guard case .opened(let key, let opened) = message, key == self.key, let file = opened.file else { return [] }
    let texts = texts.merging(opened.texts) { _, new in new }
    let record = CaseRecord(opened, file, texts: texts, officer: context.session.officer, today: context.today)
    if let fresh = record.reading(subject) { reading = fresh }
    follow(file)
    return []
  }

  /// Lines of it at once: all but the first line of the screen, the last two, air above, and where one is.
  private func height(_ context: Context) -> Int { max(1, context.size.rows - 5) }

  private func lines(_ context: Context) -> [EventLayout.Line] {
    reading.lines(
      context.language, context.glyphs, width: min(Self.measure, context.size.columns - 4), isWhole: true)
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

extension Reading {
  /// As much of it as a pane holds; its last line says what is left for the reader.
  func draw(_ grid: inout Grid, _ pane: Rect, _ language: Language, _ glyphs: Glyphs) {
    let lines = lines(language, glyphs, width: pane.width, isWhole: false)
    let shown = lines.count > pane.height ? pane.height - 1 : lines.count
    for (y, line) in lines.prefix(max(0, shown)).enumerated() {
      line.draw(&grid, pane.x, pane.y + y, width: pane.width)
    }
    guard shown < lines.count, pane.height > 0 else { return }
    let rest = lines.count - shown
    grid.put(
      Phrase("还有 \(rest) 行，Enter 看全文", "\(rest) more lines; Enter shows all")(language), pane.x, pane.bottom - 1,
      .muted, width: pane.width)
  }
}
