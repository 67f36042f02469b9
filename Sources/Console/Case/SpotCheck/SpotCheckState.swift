import Casework
import ScoringCore
import StrictJSON

/// Where the officer is in a visit's list.
struct SpotCheckState: Sendable, Hashable {
  var window = ListWindow()

  /// The visit that is going on, else the newest.
  func visit(_ record: CaseRecord) -> VisitRecord? {
    record.visits.last { $0.phase != .closed } ?? record.visits.last
  }

  func item(_ record: CaseRecord) -> VisitRecord.Item? {
    guard let visit = visit(record), visit.items.indices.contains(window.cursor) else { return nil }
    return visit.items[window.cursor]
  }
}

/// Its keys: record what was found, item by item.
extension SpotCheckState {
  func availability(_ command: Command.ID, _ record: CaseRecord?) -> Availability {
    switch command {
    case "spot.same", "spot.differs", "spot.notSeen":
      guard let record, item(record) != nil else { return .no(Phrase("没有可记录的项目", "there is no item to record")) }
      return .unmet(record.unmet[.finding])
    default: return .yes
    }
  }

  mutating func perform(_ command: Command.ID, _ shown: CaseContext, _ context: Context) -> [Step] {
    switch command {
    case "spot.same": return record("asDeclared", shown)
    case "spot.notSeen": return record("notSeen", shown)
    case "spot.differs":
      guard let subject = finding(shown.record, nil), let item = item(shown.record) else { return [] }
      let form = ActForm(.finding, subject: subject, in: shown.place, today: context.today)
      return [.ask(form.dialog(body: [.init(context(item.name), .heading)]) { $0.choose("state", "differs") })]
    default:
      guard let key = Key.movement(command) else { return [] }
      let count = visit(shown.record)?.items.count ?? 0
      window.fit(count: count, height: max(1, context.size.rows - 14))
      _ = window.move(key, count: count)
      return []
    }
  }

  /// Records an item at one key and goes to the next that is open.
  private mutating func record(_ state: String, _ shown: CaseContext) -> [Step] {
    guard let visit = visit(shown.record), let fields = finding(shown.record, state) else { return [] }
    let here = window.cursor
    let order = Array(visit.items.indices.dropFirst(here + 1)) + Array(visit.items.indices.prefix(here))
    if let next = order.first(where: { visit.items[$0].state == .open }) {
      window.move(to: next, count: visit.items.count)
    }
    return [shown.send(.finding, fields)]
  }

  /// What the cursor states of a finding.
  private func finding(_ record: CaseRecord, _ state: String?) -> JSONValue? {
    guard let visit = visit(record), let item = item(record) else { return nil }
    var members: [JSONValue.Member] = [.init("visit", .string(visit.id)), .init("item", .string(item.code))]
    if let state { members.append(.init("state", .string(state))) }
    return .object(members)
  }
}
