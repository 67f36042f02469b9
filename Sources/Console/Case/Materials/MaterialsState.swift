import Casework
import ScoringCore
import StrictJSON

/// Where the officer is in the checklist: a paper by its id, and one of the facts it proves.
struct MaterialsState: Sendable, Hashable {
  var window = ListWindow()
  var selected: String?
  /// Index of the fact that `m` verifies; `nil` is the first that is not verified.
  var fact: Int?

  func index(in papers: [DocumentRow]) -> Int {
    selected.flatMap { id in papers.firstIndex { $0.id == id } } ?? min(window.cursor, max(0, papers.count - 1))
  }

  func paper(_ record: CaseRecord) -> DocumentRow? {
    let place = index(in: record.papers)
    return record.papers.indices.contains(place) ? record.papers[place] : nil
  }

  mutating func move(_ key: Key, _ record: CaseRecord, height: Int) {
    window.fit(count: record.papers.count, height: height)
    window.move(to: index(in: record.papers), count: record.papers.count)
    _ = window.move(key, count: record.papers.count)
    selected = record.papers.indices.contains(window.cursor) ? record.papers[window.cursor].id : nil
    fact = nil
  }

  mutating func moveFact(_ step: Int, _ record: CaseRecord) {
    guard let paper = paper(record), let here = paper.next(fact) else { return }
    fact = min(max(0, here + step), paper.proves.count - 1)
  }

  /// After a paper is settled the cursor goes to the next that is not.
  mutating func goOn(_ record: CaseRecord, height: Int) {
    let here = index(in: record.papers)
    let order = Array(record.papers.indices.dropFirst(here + 1)) + Array(record.papers.indices.prefix(here))
    guard let next = order.first(where: { record.papers[$0].state == .open }) else { return }
    window.fit(count: record.papers.count, height: height)
    window.move(to: next, count: record.papers.count)
    selected = record.papers[next].id
    fact = nil
  }

  /// Puts the cursor on a fact of a paper.
  mutating func aim(at place: (paper: Int, fact: Int), _ record: CaseRecord) {
    selected = record.papers[place.paper].id
    fact = place.fact
  }
}

/// Its keys: settle papers, and verify the facts they prove.
extension MaterialsState {
  func availability(_ command: Command.ID, _ record: CaseRecord?) -> Availability {
    guard let record else { return .onlyLooked }
    guard let paper = paper(record) else { return .no(Phrase("没有材料", "there is no document")) }
    switch command {
    case "materials.open":
      return paper.file == nil ? .no(Phrase("没有附件", "nothing was attached")) : .yes
    case "materials.verify":
      return paper.mayVerify(record.unmet[.verify])
    case "materials.ok", "materials.defect", "materials.notRequired":
      return paper.replaced.map { .no($0) } ?? .unmet(record.unmet[.check])
    default: return .yes
    }
  }

  mutating func perform(_ command: Command.ID, _ shown: CaseContext, _ context: Context) -> [Step] {
    let (key, record) = (shown.key, shown.record)
    let height = Self.height(context)
    guard let paper = paper(record) else { return [] }
    switch command {
    case "materials.nextFact": moveFact(1, record)
    case "materials.previousFact": moveFact(-1, record)
    case "materials.ok":
      goOn(record, height: height)
      return [shown.send(.check, check(paper, .ok))]
    case "materials.defect", "materials.notRequired":
      let isDefect = command == "materials.defect"
      let form = ActForm(
        .check, subject: check(paper, isDefect ? .defective : .notRequired),
        asks: isDefect ? ["defects", "text"] : ["reason"], in: shown.place, today: context.today)
      let noticed = paper.noticed(of: paper.proves.map(\.path), in: shown.place, context)
      return [.ask(form.dialog(body: [.init(paper.name(context.language), .heading)] + noticed))]
    case "materials.open":
      if let file = paper.file { return [.effect(.openViewer(key, file: file))] }
    case "materials.record": return ReadingScreen(.document(paper.id), shown).map { [.push($0)] } ?? []
    case "materials.text":
      // Where nothing was attached, what is on file of it is all there is to read.
      guard let file = paper.file else { return perform("materials.record", shown, context) }
      guard DocumentScreen.mayShow(file) else { return [.effect(.openViewer(key, file: file))] }
      return [
        .push(DocumentScreen(key, paper, file: file, fact, unmet: record.unmet[.verify], in: shown.place)),
        .effect(.readPaper(key, file: file)),
      ]
    case "materials.verify":
      if let index = paper.next(fact) { return [.ask(paper.verifyDialog(index, in: shown.place, context))] }
    default: if let key = Key.movement(command) { move(key, record, height: height) }
    }
    return []
  }

  /// Rows of the list that paging goes by.
  private static func height(_ context: Context) -> Int { max(1, context.size.rows / 2 - 4) }

  /// What the cursor states of a check.
  private func check(_ paper: DocumentRow, _ state: SupportingDocument.State) -> JSONValue {
    var members: [JSONValue.Member] = [.init("item", .string(paper.item.rawValue))]
    if let year = paper.year { members.append(.init("year", .integer(Int64(year)))) }
    if let hash = paper.sha256 { members.append(.init("file", .string(hash))) }
    return .object(members + [.init("state", .string(state.rawValue))])
  }

  /// Goes to the next paper; one of which nothing is wrong but that it is missing is missing.
  mutating func checked(_ intent: ActIntent, _ shown: CaseContext, _ context: Context) -> [Step] {
    goOn(shown.record, height: Self.height(context))
    var intent = intent
    if intent.action.fields["defects"] == [.string(DefectCode.missing.rawValue)] {
      let rest = (intent.action.fields.members ?? []).filter { $0.key != "state" }
      intent.action.fields = .object(rest + [.init("state", .string(SupportingDocument.State.missing.rawValue))])
    }
    return [.effect(.act(shown.key, intent))]
  }

  /// Goes to the next fact of the paper.
  mutating func verified(_ intent: ActIntent, _ shown: CaseContext) -> [Step] {
    guard let paper = paper(shown.record), let index = paper.next(fact) else { return [] }
    fact = index + 1 < paper.proves.count ? index + 1 : nil
    return [.effect(.act(shown.key, intent))]
  }
}
