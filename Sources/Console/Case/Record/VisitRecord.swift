import Casework
package import ScoringCore
package import StrictJSON

/// A visit of a spot check with the items of its list.
package struct VisitRecord: Sendable, Hashable {
  package enum Phase: Sendable, Hashable { case ordered, planned, closing, closed }
  package struct Item: Sendable, Hashable {
    package enum State: String, Sendable, Hashable { case open, asDeclared, differs, notSeen }
    /// Path of the fact, or the item's code.
    package var code: String
    package var name: Phrase
    package var declared: Phrase
    /// The plan asks for it.
    package var isPlanned = false
    package var state: State = .open
    /// The value found, with its unit, and as it stands on file.
    package var found: Phrase?
    package var value: JSONValue?
    /// What was noted beside it.
    package var note: String?
    /// Photographs and papers of it, by their hash.
    package var files: [String] = []
    /// Why it is to be looked at; `nil` where nothing but the list asks for it.
    package var why: Phrase?
    /// Ids of the events that are of it.
    package var events: [String] = []

    /// What was found otherwise than declared, or not seen, with both figures; `nil` for an item as declared or open.
    package var exception: Phrase? {
      guard state == .differs || state == .notSeen else { return nil }
      let seen =
        state == .notSeen
        ? CodedWords.word(state.rawValue)
        : found.map { Phrase("现场 \($0.zh)", "found \($0.en)") } ?? CodedWords.word(state.rawValue)
      let words = note.flatMap { $0.isEmpty ? nil : Phrase("（\($0)）", " (\($0))") } ?? Phrase("", "")
      return Phrase("\(name.zh)：申报 \(declared.zh)，\(seen.zh)", "\(name.en): declared \(declared.en), \(seen.en)")
        .joined(words)
    }

    /// What is declared and what is recorded, in a line.
    package var stands: Phrase {
      let declared = Phrase("申报 ", "declared ").joined(declared)
      guard state != .open else { return declared }
      let recorded = CodedWords.word(state.rawValue).joined(found.map { Phrase(" ", " ").joined($0) } ?? Phrase("", ""))
      return declared.joined(Phrase("；已记 ", "; recorded ")).joined(recorded)
    }
  }
  package var id: String
  package var phase: Phase
  package var ground: Phrase
  /// What its order says is to be looked at.
  package var asks: String?
  /// By name, and by id.
  package var officers: [String] = []
  package var officerIDs: [String] = []
  package var day: Day?
  package var items: [Item] = []
  /// What a plan can ask for, and what the plan asks for; where there is none yet, what it should.
  package var proposals: [Form.Option] = []
  package var proposed: [String] = []
  /// Word of the result once closed.
  package var result: Phrase?
  package var isRefusedEntry = false
}

extension VisitRecord {
  /// That nobody was let in, then every item that differs or was not seen, the former first.
  package var exceptions: [Phrase] {
    (isRefusedEntry ? [CodedWords.word("entryRefused")] : [])
      + [Item.State.differs, .notSeen].flatMap { state in items.filter { $0.state == state }.compactMap(\.exception) }
  }

  package static let noVisit = Phrase("这一件没有抽查", "this case has no visit")

  /// Those of a case, oldest first.
  static func all(of file: CaseFile, _ values: FactTexts) -> [VisitRecord] {
    let entries = file.history.entries.filter { $0.verdict.isValid }.map(\.event)
    return entries.compactMap { event in
      guard event.act == .order || event.act == .drawResult, let visit = file.fold.visit(event.id) else { return nil }
      let plan = file.fold.body(.visitPlan(visit.id))?.body
      let phase: Phase =
        switch visit.phase {
        case .open: plan == nil ? .ordered : .planned
        case .closing: .closing
        case .closed: .closed
        }
      let ground =
        event.act == .order
        ? CodedWords.word(event.body["ground"]?.string ?? "") : Phrase("抽中", "drawn")
      let officers = file.fold.visitors(visit.id)
      let planned = plan?["items"]?.array?.compactMap(\.string)
      let proposals = visit.phase == .open ? file.proposals(for: visit.id) : []
      return VisitRecord(
        id: visit.id, phase: phase, ground: ground, asks: event.body["text"]?.string,
        officers: officers.map(file.fold.name), officerIDs: officers,
        day: plan?["day"]?.string.flatMap { Day($0) }, items: items(file, visit.id, values, proposals),
        proposals: proposals.map { item in
          Form.Option(
            item.code,
            item.why.map { item.name.joined(Phrase("  （", "  (")).joined($0).joined(Phrase("）", ")")) } ?? item.name)
        }, proposed: planned ?? proposals.filter { $0.why != nil }.map(\.code),
        result: visit.result.map(CodedWords.word), isRefusedEntry: visit.result == "entryRefused")
    }
  }

  /// - Parameter proposals: what a plan could ask for, with why.
  private static func items(_ file: CaseFile, _ visit: String, _ values: FactTexts, _ proposals: [VisitItem]) -> [Item]
  {
    let why = Dictionary(proposals.map { ($0.code, $0.why) }, uniquingKeysWith: { a, _ in a })
    return file.items(of: visit).map { listed in
      let body = file.fold.body(.finding(visit: visit, item: listed.code))?.body
      let state = body?["state"]?.string.flatMap(Item.State.init(rawValue:)) ?? .open
      let declared = listed.path.map(values.declared) ?? paper(listed.code, file)
      var item = Item(code: listed.code, name: listed.name, declared: declared, state: state)
      item.isPlanned = listed.isPlanned
      item.found = body?["value"].flatMap { value in
        listed.path.flatMap { path in (try? FactValue(value, at: path)).map { values.text($0, path) } }
      }
      item.value = body?["value"]
      item.note = body?["text"]?.string
      item.why = why[listed.code] ?? nil
      item.events = file.events(ofItem: listed.code, visit: visit)
      item.files = (body?["files"]?.array ?? []).compactMap { $0["sha"]?.string }
      return item
    }
  }

  /// Whether a paper was handed in.
  private static func paper(_ code: String, _ file: CaseFile) -> Phrase {
    let handedIn = file.papers.filter { $0.item.rawValue == code && $0.file != nil }.count
    return handedIn == 0
      ? Phrase("没有附件", "nothing was attached") : Phrase("附件 \(handedIn) 份", "attached: \(handedIn)")
  }
}

extension JSONValue {
  /// A value as an officer would type it.
  var typed: String {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    default: ""
    }
  }
}
