import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore
@testable import Office

/// A store founded and peopled as the guide says, with a case in every state that matters, for forgers to try.
final class ForgedOffice {
  static let today = Workplace.start.day
  let place: Workplace
  private(set) var store: Store
  private(set) var keys: [String: OfficerKey] = [:]
  /// Ids of events and hashes of files that forgeries name.
  private(set) var marks: [String: String] = [:]

  static func path(_ id: String) -> String { "cases/370000/2025-1/\(id)" }
  static func key(_ id: String) -> CaseKey { CaseKey(authority: "370000", batch: "2025-1", id: id) }
  static let cases = ["C01", "C02", "C03", "C04", "C05", "C06", "C07"]
  static let round = "rounds/370000/2025-1"
  static let ones = String(repeating: "1", count: 64)

  nonisolated(unsafe) private static let master = Result { try ForgedOffice() }

  /// A copy of its own, as it was made.
  static func copy() throws -> ForgedOffice { try ForgedOffice(of: master.get()) }

  private init(of master: ForgedOffice) throws {
    place = Workplace()
    try Self.copy(master.place.path, to: place.path)
    keys = master.keys
    marks = master.marks
    store = try place.open()
  }

  private init() throws {
    place = Workplace()
    let (store, founder) = try place.found()
    self.store = store
    keys["li.ming"] = founder
    marks["found"] = store.id
    try people()
    try settings()
    let texts = Self.cases.map { id in
      Workplace.application(id, extra: id == "C01" ? Self.papers : "")
    }
    #expect(place.receive(store, try key("li.ming"), texts.joined(separator: "\n")).received.count == Self.cases.count)
    try papers()
    try work()
    try leavers()
    store.told()
    _ = try place.open().refresh(.shared)
    _ = try place.open().refresh(.shared)
  }

  func reopen() throws -> Store {
    store = try place.open()
    return store
  }

  func key(_ officer: String) throws -> OfficerKey { try #require(keys[officer]) }
  func mark(_ name: String) throws -> String { try #require(marks[name], "\(name)") }
  func set(_ name: String, _ mark: String) { marks[name] = mark }

  // MARK: its officers

  private func register(_ act: ActName, _ fields: JSONValue, by officer: String) throws -> String {
    try store.perform(
      Action(act, fields), in: "registry", by: key(officer), today: Self.today, at: Workplace.start
    ).id
  }

  /// By two, where it needs two.
  private func appoint(_ act: ActName, _ fields: JSONValue) throws -> String {
    let id = try register(act, fields, by: "li.ming")
    if try store.officers().awaiting.contains(where: { $0.id == id }) {
      _ = try register(.approve, ["of": .string(id)], by: "wang")
    }
    return id
  }

  func officerBody(_ id: String, _ authority: String = "370000", state: String = "active") -> JSONValue {
    ["authority": .string(authority), "name": .string(id), "officer": .string(id), "state": .string(state)]
  }

  func keyBody(_ key: OfficerKey, device: String = "desk") throws -> JSONValue {
    [
      "device": .string(device), "officer": .string(key.officer), "proof": .string(try key.proof(device: device)),
      "seal": .string(key.seal), "sign": .string(key.sign),
    ]
  }

  func roleBody(_ id: String, _ role: String, _ authority: String = "370000") -> JSONValue {
    ["authority": .string(authority), "officer": .string(id), "role": .string(role)]
  }

  private func enter(_ id: String, _ roles: [JSONValue], _ authority: String = "370000") throws {
    keys[id] = try #require(store.own).makeKey(officer: id, passphrase: nil, at: Workplace.start)
    _ = try appoint(.officer, officerBody(id, authority))
    marks["key \(id)"] = try appoint(.key, keyBody(key(id)))
    for role in roles { marks["role \(id)"] = try appoint(.role, role) }
  }

  private func people() throws {
    try enter("wang", [roleBody("wang", "supervisor", "*")])
    let root = try register(.root, ["supervisors": ["li.ming", "wang"], "threshold": 2], by: "li.ming")
    marks["root"] = root
    for (id, roles) in [
      ("rita", ["reviewer"]), ("rolf", ["reviewer"]), ("mia", ["reviewer", "signer"]), ("gus", ["signer"]),
      ("gina", ["signer"]), ("vera", ["spotCheck"]), ("vito", ["spotCheck"]), ("otto", ["objection"]),
      ("sue", ["supervisor"]), ("boss", ["supervisor", "reviewer"]), ("pal", []), ("adam", ["administrator"]),
      ("lena", ["reviewer"]), ("ivan", ["reviewer"]),
    ] { try enter(id, roles.map { roleBody(id, $0) }) }
    try enter("pete", [roleBody("pete", "supervisor", "330000"), roleBody("pete", "reviewer", "330000")], "330000")
    try enter("tina", [roleBody("tina", "supervisor").with("tiers", ["innovative"])])
    try enter("dora", [roleBody("dora", "supervisor").with("divisions", ["370100"])])
    try enter("nils", [roleBody("nils", "reviewer").with("tiers", ["innovative"])])
    try enter("lars", [roleBody("lars", "reviewer").with("cases", [.string(Self.path("C02"))])])
  }

  private func settings() throws {
    let event = try store.propose(
      "settings", Array("reviewDays: 33\n".utf8), authority: "370000", from: Self.today, by: key("adam"),
      today: Self.today, at: Workplace.start)
    _ = try register(.approve, ["of": .string(event.id)], by: "sue")
    let later = try store.propose(
      "settings", Array("# 以后\nreviewDays: 44\n".utf8), authority: "370000", from: Self.today.adding(days: 30),
      by: key("adam"), today: Self.today, at: Workplace.start)
    marks["proposal"] = later.id
  }

  /// Who left, and whose key was stolen, with what each had written.
  private func leavers() throws {
    marks["old heads"] = try store.officers().heads.joined(separator: " ")
    _ = try register(.officer, officerBody("lena", state: "left"), by: "sue")
    let act = ActService(store: store, today: Self.today)
    _ = try act.perform(
      ActRequest("registry", .end, ["of": .string(mark("key ivan")), "why": "stolen"]), by: key("sue"),
      at: Workplace.start)
  }

  // MARK: its cases

  private static let paper = Array("审计报告".utf8)
  private static var papers: String {
    ",\"materials\":[{\"item\":\"audit-report\",\"year\":2024,\"file\":\"audit.txt\",\"sha256\":\"\(Store.hash(of: paper))\",\"pages\":3}]"
  }

  private func papers() throws { place.write(Self.paper, to: "store/\(Self.path("C01"))/audit.txt") }

  /// Writes an event as some program might, asking nothing: on all that counts there, where no parents are given.
  @discardableResult
  func write(
    _ kind: String, _ body: JSONValue, in folder: String, by officer: String, key: OfficerKey? = nil,
    parents: [String]? = nil, registry: [String]? = nil, change: (inout [String: JSONValue]) -> Void = { _ in }
  ) throws -> EventFile {
    let key = try key ?? self.key(officer)
    let heads: [String]
    if folder == "registry" {
      heads = try store.officers().heads
    } else {
      heads =
        try CaseKey(path: folder).map { try store.caseFile($0, today: Self.today)?.history.heads ?? [] }
        ?? store.history(folder).heads
    }
    var body = body
    if body["on"] == nil { body = body.with("on", .string(Self.today.description)) }
    func list(_ ids: [String]) -> JSONValue { .array(ids.sorted().map { .string($0) }) }
    var payload: [String: JSONValue] = [
      "at": .string(Workplace.start.text), "author": .string(officer), "body": body, "case": .string(folder),
      "format": .string(EventFile.format), "kind": .string(kind), "parents": list(parents ?? heads),
      "registry": list(try registry ?? (folder == "registry" ? [] : store.officers().heads)), "seq": 1,
      "store": .string(store.id),
    ]
    change(&payload)
    let bytes = try Self.signed(.object(payload.map { .init($0.key, $0.value) }), with: key)
    try lay(bytes, in: folder)
    return try EventFile(reading: bytes)
  }

  /// A payload of any format, signed as that format asks.
  static func signed(_ payload: JSONValue, with key: OfficerKey) throws -> [UInt8] {
    let line = payload.sorted.canonicalBytes
    let signature = try key.signature(
      of: Array("\(payload["format"]?.string ?? "") \(line.count) ".utf8) + line)
    let seal: JSONValue = ["key": .string(key.sign), "signature": .string(signature)]
    return line + [0x0A] + seal.canonicalBytes + [0x0A]
  }

  /// Lays bytes into a folder under the name of an event of theirs.
  @discardableResult
  func lay(_ bytes: [UInt8], in folder: String) throws -> String {
    var path = place.storePath
    for part in folder.split(separator: "/") {
      path += "/" + part
      mkdir(path, 0o755)
    }
    let name = "20260101-080000-\(Store.hash(of: bytes).prefix(16)).event.json"
    place.write(bytes, to: "store/\(folder)/\(name)")
    return name
  }

  private func work() throws {
    for id in ["C01", "C03", "C04", "C05", "C06", "C07"] {
      let officer = id == "C01" ? "rita" : id == "C07" ? "boss" : "mia"
      try write("assign", ["to": .string(officer), "noConflict": true], in: Self.path(id), by: officer)
    }
    try write(
      "verify",
      [
        "path": "facts.revenue.2024", "how": "read", "declared": "6100", "value": "6000",
        "source": ["material": .string(Self.ones), "page": 12],
      ], in: Self.path("C01"), by: "rita")
    for id in ["C03", "C04", "C05", "C06", "C07"] {
      let officer = id == "C07" ? "boss" : "mia"
      marks["recommend \(id)"] =
        try write("recommend", Self.recommend, in: Self.path(id), by: officer).id
    }
    for (id, next) in [("C04", "draw"), ("C05", "notice"), ("C06", "notice")] {
      try write("sign", sign(id, next), in: Self.path(id), by: "gus")
    }
    marks["visit"] =
      try write("sampled", ["draw": .string(Self.ones), "drawn": true], in: Self.path("C04"), by: "sue").id
    try write(
      "plan", ["visit": .string(mark("visit")), "officers": ["vera", "vito"], "day": "2026-01-20"],
      in: Self.path("C04"), by: "sue")
    try write("enterNotice", Self.notice(last: "2026-01-12"), in: Self.path("C05"), by: "gus")
    try write("enterNotice", Self.notice(last: "2026-01-05"), in: Self.path("C06"), by: "gus")
    try write("closeNotice", ["on": "2026-01-10"], in: Self.path("C06"), by: "gus")
    let done = try ActService(store: store, today: Self.today).perform(
      ActRequest(
        Self.path("C05"), .lodge, ["as": "report", "text": "原文", "identity": "某单位", "arrived": "2025-12-20"]),
      by: key("otto"), at: Workplace.start)
    (marks["report"], marks["sealed"]) = (done.event.id, done.event.body["text"]?.string ?? "")
    try lists()
    try boss()
  }

  private func lists() throws {
    try write(
      "openRound",
      [
        "tiers": ["specialized"], "types": ["new"], "window": ["from": "2025-06-01", "until": "2026-12-31"],
        "document": "示例号",
      ], in: Self.round, by: "sue")
    let lines: JSONValue = ["case": .string(Self.path("C05"))]
    let sha = try store.keep(lines.canonicalBytes + [0x0A], in: Self.round)
    marks["list"] = sha
    marks["notice"] =
      try write(
        "notice",
        ["list": ["count": 1, "sha": .string(sha)], "document": "示例号", "first": "2026-01-05", "last": "2026-01-12"],
        in: Self.round, by: "gus"
      ).id
    marks["letter"] = try store.keep(Array("请补正".utf8), in: Self.path("C01"))
    try write(
      "letter", ["code": "other", "file": .string(mark("letter")), "to": "enterprise"], in: Self.path("C01"), by: "rita"
    )
  }

  /// After he recommended, a supervisor proposes a signer, to whom another agrees.
  private func boss() throws {
    let role = try register(.role, roleBody("pal", "signer"), by: "boss")
    _ = try register(.approve, ["of": .string(role)], by: "sue")
  }
}

extension JSONValue {
  func with(_ field: String, _ value: JSONValue) -> JSONValue {
    .object((members ?? []).filter { $0.key != field } + [.init(field, value)])
  }
}
