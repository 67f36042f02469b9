import Casework
import ScoringCore
import StrictJSON

/// Objections, Spot check, Timeline and Letters.
extension CaseScreen {
  mutating func performTab(_ command: Command.ID, _ record: CaseRecord, _ context: Context) -> [Step] {
    let height = max(1, context.size.rows - 6)
    switch command {
    case "timeline.open": return timeline.event(record).map { [.push(EventScreen(key, $0))] } ?? []
    case "timeline.filter":
      let all = TimelineState.Shown.allCases
      timeline.shown = all[(timeline.shown.rawValue + 1) % all.count]
      timeline.window = ListWindow()
    case "letters.scrollDown": letterTop += height / 2
    case "letters.scrollUp": letterTop = max(0, letterTop - height / 2)
    case "spot.same": return self.record(finding: "asDeclared", record)
    case "spot.notSeen": return self.record(finding: "notSeen", record)
    case "spot.differs":
      guard let subject = finding(record, nil), let item = spot.item(record) else { return [] }
      let form = ActForm(.finding, subject: subject, in: place, today: context.today)
      return [.ask(form.dialog(body: [.init(context(item.name), .heading)]) { $0.choose("state", "differs") })]
    default: move(command, record, height, context)
    }
    return []
  }

  /// Records an item at one key and goes to the next that is open.
  private mutating func record(finding state: String, _ record: CaseRecord) -> [Step] {
    guard let visit = spot.visit(record), let fields = finding(record, state) else { return [] }
    let here = spot.window.cursor
    let order = Array(visit.items.indices.dropFirst(here + 1)) + Array(visit.items.indices.prefix(here))
    if let next = order.first(where: { visit.items[$0].state == .open }) {
      spot.window.move(to: next, count: visit.items.count)
    }
    return [send(.finding, fields)]
  }

  /// What the cursor states of a finding.
  private func finding(_ record: CaseRecord, _ state: String?) -> JSONValue? {
    guard let visit = spot.visit(record), let item = spot.item(record) else { return nil }
    var members: [JSONValue.Member] = [.init("visit", .string(visit.id)), .init("item", .string(item.code))]
    if let state { members.append(.init("state", .string(state))) }
    return .object(members)
  }

  private mutating func move(_ command: Command.ID, _ record: CaseRecord, _ height: Int, _ context: Context) {
    guard let key = Key.movement(command) else { return }
    switch tab {
    case .timeline:
      let count = timeline.entries(record).count
      timeline.window.fit(count: count, height: TimelineLayout(context.size, count: count).list.height)
      _ = timeline.window.move(key, count: count)
    case .objections:
      objects.fit(count: record.objects.count, height: height / 3)
      _ = objects.move(key, count: record.objects.count)
    case .letters:
      letters.fit(count: record.letters.count, height: height)
      _ = letters.move(key, count: record.letters.count)
      letterTop = 0
    case .spotCheck:
      let count = spot.visit(record)?.items.count ?? 0
      spot.window.fit(count: count, height: max(1, height - 8))
      _ = spot.window.move(key, count: count)
    case .breakdown, .materials: break
    }
  }

  func drawTab(_ grid: inout Grid, _ area: Rect, _ record: CaseRecord, _ context: Context) {
    let (language, glyphs) = (context.language, context.glyphs)
    switch tab {
    case .breakdown: break
    case .materials:
      MaterialsView(record: record, state: materials, language: language, glyphs: glyphs).draw(&grid, in: area)
    case .objections:
      ObjectionsView(record: record, window: objects, language: language, glyphs: glyphs).draw(&grid, in: area)
    case .spotCheck:
      SpotCheckView(record: record, state: spot, language: language, glyphs: glyphs).draw(&grid, in: area)
    case .timeline:
      TimelineView(record: record, state: timeline, language: language, glyphs: glyphs).draw(&grid, in: area)
    case .letters:
      LettersView(record: record, window: letters, top: letterTop, language: language, glyphs: glyphs)
        .draw(&grid, in: area)
    }
  }
}
