import Casework
import ScoringCore
import StrictJSON

/// Where the officer is in a visit's list.
struct SpotCheckState: Sendable, Hashable {
  private(set) var window = ListWindow()
  /// Code of the item under the cursor: whatever comes before it in the list, the cursor stays on it.
  private var selected: String?

  /// The visit that is going on, else the newest.
  func visit(_ record: CaseRecord) -> VisitRecord? {
    record.visits.last { $0.phase != .closed } ?? record.visits.last
  }

  func index(in items: [VisitRecord.Item]) -> Int {
    selected.flatMap { code in items.firstIndex { $0.code == code } } ?? min(window.cursor, max(0, items.count - 1))
  }

  func item(_ record: CaseRecord) -> VisitRecord.Item? {
    guard let items = visit(record)?.items, case let index = index(in: items), items.indices.contains(index) else {
      return nil
    }
    return items[index]
  }

  /// The list as it is shown: the cursor where its item is now.
  func shown(_ items: [VisitRecord.Item], height: Int) -> ListWindow {
    var window = window
    window.move(to: index(in: items), count: items.count)
    window.fit(count: items.count, height: height)
    return window
  }

  private mutating func move(to index: Int, _ items: [VisitRecord.Item]) {
    window.move(to: index, count: items.count)
    selected = items.indices.contains(index) ? items[index].code : nil
  }

  /// Whoever opens the tab goes on where something is left to record.
  mutating func begin(_ record: CaseRecord) {
    guard let visit = visit(record), let first = visit.items.firstIndex(where: { $0.state == .open }) else { return }
    move(to: first, visit.items)
  }

  /// After an item the cursor goes to the next that is open, from the top again behind the last; where none is, it stays.
  /// Of one that is corrected it goes to the line below.
  mutating func goOn(after code: String?, _ record: CaseRecord) {
    guard let visit = visit(record), let here = visit.items.firstIndex(where: { $0.code == code }) else { return }
    guard visit.items[here].state == .open else { return move(to: min(here + 1, visit.items.count - 1), visit.items) }
    let order = Array(visit.items.indices.dropFirst(here + 1)) + Array(visit.items.indices.prefix(here))
    guard let next = order.first(where: { visit.items[$0].state == .open }) else { return }
    move(to: next, visit.items)
  }
}

/// Its keys: record what was found, item by item.
extension SpotCheckState {
  func availability(_ command: Command.ID, _ record: CaseRecord?) -> Availability {
    switch command {
    case "spot.show":
      guard let record, let item = item(record), !item.files.isEmpty else {
        return .no(Phrase("这一项没有照片，f 添", "this item has no photograph; f adds one"))
      }
      return .yes
    case "spot.open":
      return record.flatMap(item) == nil ? .no(Phrase("没有可看的项目", "there is no item to read")) : .yes
    case "spot.same", "spot.differs", "spot.notSeen", "spot.add":
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
      guard let subject = finding(shown.record, "differs"), let item = item(shown.record) else { return [] }
      let form = ActForm(
        .finding, subject: subject, asks: ["value", "text"], in: shown.place, today: context.today)
      return [
        .ask(
          form.dialog(body: [.init(context(item.name), .heading), .init(context(item.stands), .muted)]) { form in
            form.set("value", item.value?.typed ?? "")
            form.set("text", item.note ?? "")
          })
      ]
    case "spot.add":
      guard let item = item(shown.record), let subject = finding(shown.record, item) else { return [] }
      return [
        .push(FilesScreen(shown.key, item, subject: subject, in: shown.place)), .effect(.listFiles(nil)),
      ]
    case "spot.show": return item(shown.record).map { show($0, shown.key) } ?? []
    case "spot.open":
      guard let visit = visit(shown.record), let item = item(shown.record) else { return [] }
      return ReadingScreen(.item(visit: visit.id, code: item.code), shown).map { [.push($0)] } ?? []
    default:
      guard let key = Key.movement(command), let items = visit(shown.record)?.items else { return [] }
      window = self.shown(items, height: max(1, context.size.rows - 14))
      _ = window.move(key, count: items.count)
      move(to: window.cursor, items)
      return []
    }
  }

  /// Records an item at one key and goes to the next that is open.
  private mutating func record(_ state: String, _ shown: CaseContext) -> [Step] {
    guard let fields = finding(shown.record, state) else { return [] }
    goOn(after: item(shown.record)?.code, shown.record)
    return [shown.send(.finding, fields)]
  }

  /// The same with what a form asked for.
  mutating func recorded(_ intent: ActIntent, _ shown: CaseContext) -> [Step] {
    goOn(after: intent.action.fields["item"]?.string, shown.record)
    return [.effect(.act(shown.key, intent))]
  }

  /// What stands of a recorded item, to which files are added; of another the item alone.
  private func finding(_ record: CaseRecord, _ item: VisitRecord.Item) -> JSONValue? {
    let recorded = item.state == .open ? nil : item.state.rawValue
    guard let subject = finding(record, recorded)?.members, recorded != nil else { return finding(record, nil) }
    let value = item.value.map { [JSONValue.Member("value", $0)] } ?? []
    return .object(subject + value)
  }

  /// Opens the file of an item, or asks which.
  private func show(_ item: VisitRecord.Item, _ key: CaseKey) -> [Step] {
    guard item.files.count > 1 else { return item.files.map { .effect(.openViewer(key, file: $0)) } }
    let options = item.files.enumerated().map { Form.Option($1, Phrase("第 \($0 + 1) 份", "No. \($0 + 1)")) }
    return [.ask(.menu(id: Self.photographs, title: item.name, options))]
  }

  /// The dialog that asks which photograph to open.
  static let photographs = "spot.photographs"

  /// What the cursor states of a finding.
  private func finding(_ record: CaseRecord, _ state: String?) -> JSONValue? {
    guard let visit = visit(record), let item = item(record) else { return nil }
    var members: [JSONValue.Member] = [.init("visit", .string(visit.id)), .init("item", .string(item.code))]
    if let state { members.append(.init("state", .string(state))) }
    return .object(members)
  }
}
