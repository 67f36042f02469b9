import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

/// Officers who do at random what they may, on disk: nothing that was acknowledged is lost or changed.
@Suite struct StoreWalkTests {
  @Test func `a thousand random acts through the store are all there, unchanged, whatever becomes of the index`() throws
  {
    var walk = try StoreWalk(cases: 9)
    var reached = Set<String>()
    while walk.done < 1_000 {
      let state = try walk.step()
      if let state { reached.insert(state.code) }
      if walk.done % 100 == 0, state != nil { try walk.readAnew(dropIndex: walk.done % 300 == 0) }
    }
    try walk.readAnew(dropIndex: true)
    #expect(reached.count >= 10 && reached.isSuperset(of: ["TS", "SC", "IN", "NC"]), "only \(reached.sorted())")
  }
}

struct StoreWalk {
  /// The same walk every time.
  struct Numbers: RandomNumberGenerator {
    private var state: UInt64 = 20_261_123

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static let kinds: [ActName] = [
    "assign", "check", "verify", "judge", "judge", "judge", "recommend", "recommend", "recommend", "sign", "sign",
    "sign",
    "challenge", "return", "resubmit", "resume", "hold", "order", "plan", "finding", "closeVisit", "cosign", "sampled",
    "enterNotice", "lodge", "answer", "closeNotice", "closeNotice", "decide", "forward", "ministry", "note", "undo",
    "reopen", "inquiry", "lapse", "withdraw",
  ]
  private static let rare: Set<ActName> = [
    "note", "hold", "order", "undo", "withdraw", "challenge", "lapse", "assign", "verify", "lodge", "finding",
    "reopen",
  ]
  private let place = Workplace()
  private var store: Store
  private var keys: [String: OfficerKey] = [:]
  private var files: [CaseKey: CaseFile] = [:]
  /// Every file of every case as it was when first seen, by its path.
  private var kept: [String: [UInt8]] = [:]
  private var events: [CaseKey: [JudgedEvent]] = [:]
  private var random = StoreWalk.Numbers()
  private var day = Workplace.start.day
  private(set) var done = 0

  init(cases: Int) throws {
    let (store, key) = try place.found()
    self.store = store
    for (officer, roles) in [
      ("rita", ["reviewer"]), ("rolf", ["reviewer"]), ("gus", ["signer"]), ("gina", ["signer"]),
      ("vera", ["spotCheck"]), ("vito", ["spotCheck"]), ("otto", ["objection"]), ("sue", ["supervisor"]),
    ] { keys[officer] = try place.admit(officer, roles, to: store, by: key) }
    let lines = (0..<cases).map { number in
      let tier = ["specialized", "innovative", "little-giant"][number % 3]
      return Workplace.application("C\(number + 10)").replacing("specialized", with: tier)
    }
    #expect(place.receive(store, key, lines.joined(separator: "\n")).received.count == cases)
    for key in try store.caseKeys() { try open(key) }
  }

  private mutating func open(_ key: CaseKey) throws {
    let file = try #require(try store.caseFile(key, today: day))
    files[key] = file
    events[key] = file.history.entries
  }

  /// One act on one case; the state it led to, `nil` where none of those tried was permitted.
  mutating func step() throws -> CaseState? {
    day = day.adding(days: Int.random(in: 0..<2, using: &random))
    guard let key = files.keys.sorted().randomElement(using: &random), let file = files[key] else { return nil }
    for _ in 0..<200 {
      guard let officer = keys.keys.sorted().randomElement(using: &random), let signer = keys[officer],
        let action = action(file, officer)
      else { continue }
      let place = file.situation(of: officer, today: day)
      // A resubmission brings its application only when it is done.
      let unmet = action.name == .resubmit ? place.permitted(Action(.resubmit)) : place.prepare(action).unmet
      guard unmet.isEmpty else { continue }
      let event =
        try action.name == .resubmit
        ? resubmit(key, by: signer) : store.perform(action, in: key.path, by: signer, today: day, at: Workplace.start)
      done += 1
      let before = events[key] ?? []
      try open(key)
      let after = events[key] ?? []
      #expect(after.count == before.count + 1 && after.last?.id == event.id && Array(after.dropLast()) == before)
      #expect(after.last?.verdict.isValid == true)
      return files[key]?.fold.state
    }
    return nil
  }

  /// The next revision: another figure of 2023.
  private func resubmit(_ key: CaseKey, by officer: OfficerKey) throws -> Event {
    let revisions = try #require(try store.storedCase(key)).revisions
    let text = String(decoding: try #require(revisions.first).bytes, as: UTF8.self)
    let next = text.replacing("5230.45", with: String(5_230 + revisions.count))
    return try store.resubmit(Array(next.utf8), of: key, by: officer, today: day, at: Workplace.start)
  }

  private mutating func pick<T>(_ items: [T]) -> T { items[Int.random(in: 0..<items.count, using: &random)] }

  private mutating func action(_ file: CaseFile, _ officer: String) -> Action? {
    let fold = file.fold
    let hash = JSONValue.string(String(repeating: "1", count: 64))
    // What leads nowhere is rare, and papers and judgements are many: else no case would come to its end.
    var kind = pick(StoreWalk.kinds)
    if StoreWalk.rare.contains(kind), Int.random(in: 0..<12, using: &random) > 0 { return nil }
    if fold.state == .inReview, Int.random(in: 0..<4, using: &random) > 0 {
      let isOpen = file.papers.contains { $0.need == .required && $0.state == .open }
      kind = isOpen ? "check" : file.unjudged.isEmpty ? "recommend" : "judge"
    }
    switch kind {
    case "judge":
      guard let condition = file.unjudged.first else { return nil }
      return Action(kind, ["condition": .string(condition), "outcome": "meets", "reason": "见附件"])
    case "note": return Action(kind, ["text": "看过"])
    case "hold", "lapse", "undo": return Action(kind, ["reason": "如所议"])
    case "withdraw": return Action(kind, ["cause": "duplicate", "reason": "重复"])
    case "check":
      let paper = file.papers.first { $0.need == .required && $0.state == .open } ?? file.papers.first
      guard let paper else { return nil }
      var fields: [JSONValue.Member] = [
        .init("item", .string(paper.item.rawValue)), .init("state", "notRequired"), .init("reason", "平台已核"),
      ]
      if let year = paper.year { fields.append(.init("year", .integer(Int64(year)))) }
      if let sha = paper.sha { fields.append(.init("file", .string(sha))) }
      return Action(kind, .object(fields))
    case "verify":
      return Action(
        kind,
        [
          "path": "facts.revenue.2024", "how": "read", "value": .string(pick(["6000", "6100"])),
          "source": ["material": hash],
        ])
    case "recommend":
      return Action(
        kind,
        [
          "outcome": pick(["pass", "pass", "refuse"]), "justification": "见附件",
          "reasons": [["code": "score", "text": "不足"]],
          "accepted": .array(file.unverified.map { .string($0.description) }),
        ])
    case "resubmit": return Action(kind, ["application": hash, "revision": 2])
    case "sign":
      return Action(kind, fold.state == .toSign && Bool.random(using: &random) ? ["next": "draw"] : ["settings": hash])
    case "challenge": return Action(kind, ["section": "papers", "text": "再看"])
    case "return":
      return Action(kind, ["reasons": [["code": "missing", "item": "commitment", "text": "请补交"]], "letter": hash])
    case "order": return Action(kind, ["ground": "doubt", "text": "去看看"])
    case "plan": return Action(kind, ["officers": ["vera", "vito"], "day": .string(day.description)])
    case "finding": return Action(kind, ["item": "employees", "state": "asDeclared", "text": "相符"])
    case "closeVisit": return Action(kind, ["result": .string(pick(["confirmed", "differs"])), "present": "负责人"])
    case "sampled": return Action(kind, ["draw": hash, "drawn": .bool(Bool.random(using: &random))])
    case "enterNotice": return Action(kind, ["notice": hash, "length": 1])
    case "lodge":
      return Action(
        kind,
        [
          "as": .string(pick(["objection", "report"])), "arrived": .string(day.description), "channel": "letter",
          "against": .string(file.key.path), "text": hash, "identity": hash,
        ])
    case "answer":
      guard let object = (fold.open("objection") + fold.open("report")).first else { return nil }
      return Action(
        kind,
        [
          "of": .string(object.id), "outcome": .string(pick(["dismissed", "dismissed", "upheld"])),
          "reasons": [["code": "unfounded", "text": "材料相符"]],
        ])
    case "decide":
      return Action(
        kind,
        [
          "outcome": .string(pick(["recognise", "refuse"])), "document": "示例号",
          "reasons": [["code": "score", "text": "不足"]],
        ])
    case "forward": return Action(kind, ["list": hash, "document": "示例号"])
    case "ministry":
      return Action(kind, ["outcome": .string(pick(["recognised", "refused", "returned"])), "document": "示例号"])
    case "reopen": return Action(kind, ["ground": "error", "text": "有误"])
    case "inquiry": return Action(kind, ["cause": "report", "text": "有举报"])
    default: return Action(kind)
    }
  }

  /// Opens the store as another program would, reads everything, and compares with what was seen before.
  mutating func readAnew(dropIndex: Bool) throws {
    if dropIndex { Workplace.remove(place.storePath + "/.tidu") }
    store = try place.open()
    var rows: [CaseKey: CaseSummary] = [:]
    let changes = try store.refresh(.shared)
    #expect(changes.unreadable.isEmpty)
    for row in store.loadSummaries(.shared) { rows[row.key] = row }
    for key in files.keys.sorted() {
      let file = try #require(try store.caseFile(key, today: day))
      #expect(file.unreadable.isEmpty && file.history.entries == events[key])
      // What cases have in common is no part of one file.
      rows[key]?.links = []
      #expect(rows[key] == file.summary)
      for name in try store.disk.names(key.path) where name.hasSuffix(".json") {
        let path = "\(key.path)/\(name)"
        let bytes = try place.read("store/" + path)
        if let before = kept[path] { #expect(bytes == before, "\(path) was changed") }
        kept[path] = bytes
      }
    }
    #expect(kept.keys.count { $0.hasSuffix(".event.json") } == events.values.reduce(0) { $0 + $1.count })
  }
}
