import Casework
import Glibc
import ScoringCore
import StrictJSON
import SystemPackage
import Testing

@testable import CaseStore
@testable import Office

/// An office in order, with something of every sort in its store, and ways to spoil each.
final class VerifyScene {
  let place = Workplace()
  let store: Store
  let files = HookedFileSystem()
  private(set) var keys: [String: OfficerKey] = [:]
  static let today = Workplace.start.day
  let case1 = CaseKey(authority: "370000", batch: "2025-1", id: "C01")
  let case2 = CaseKey(authority: "370000", batch: "2025-1", id: "C02")
  let round = "rounds/370000/2025-1"
  let paper = Array("审计报告".utf8)
  private(set) var copy = ""

  init() throws {
    let (store, founder) = try place.found()
    self.store = store
    keys["li.ming"] = founder
    for (id, role) in [
      ("rita", "reviewer"), ("gus", "signer"), ("otto", "objection"), ("adam", "administrator"), ("sam", "supervisor"),
    ] { keys[id] = try place.admit(id, [role], to: store, by: founder) }
    let papers = """
      ,"materials":[{"item":"audit-report","year":2024,"file":"materials/a.txt","sha256":"\(Store.hash(of: paper))"},\
      {"item":"commitment","file":"materials/b.txt"}]
      """
    _ = place.receive(
      store, founder, Workplace.application("C01", extra: papers) + "\n" + Workplace.application("C02"))
    mkdir("\(place.storePath)/\(case1.path)/materials", 0o755)
    write(paper, to: "\(case1.path)/materials/a.txt")
    write(Array("承诺".utf8), to: "\(case1.path)/materials/b.txt")
    try act(.assign, by: "rita")
    try act(
      .check,
      ["item": "audit-report", "year": 2024, "file": .string(Store.hash(of: paper)), "state": "ok"], by: "rita")
    let object = try act(
      .lodge, ["as": "report", "text": "原文", "identity": "某单位", "arrived": "2025-12-20"], by: "otto")
    let redacted = try act(.redact, ["of": .string(object.id), "copy": "他人可读"], by: "otto")
    copy = try #require(redacted.body["copy"]?.string)
    _ = try store.propose(
      "settings", Array("reviewDays: 15\n".utf8), authority: "370000", from: Self.today, by: #require(keys["adam"]),
      today: Self.today, at: Workplace.start)
    try act(.approve, by: "sam", in: "registry")
  }

  @discardableResult
  func act(
    _ name: ActName, _ fields: JSONValue = [:], by officer: String, in folder: String? = nil,
    files: [String: [UInt8]] = [:]
  ) throws -> Event {
    let request = ActRequest(folder ?? case1.path, Action(name, fields), files: files)
    defer { store.told() }
    return try ActService(store: store, today: Self.today).perform(
      request, by: try #require(keys[officer]), at: Workplace.start
    ).event
  }

  /// What a check says of the store as it is now.
  func findings(_ only: [CaseKey]? = nil) -> [StoreFinding] {
    var found: [StoreFinding] = []
    do throws(StoreError) {
      // As one who has no folder of his own.
      let store = try Store.open(place.storePath, environment: [:], files: files)
      StoreVerifier(store, today: Self.today, report: { found.append($0) }).run(only)
    } catch { found.append(StoreFinding(opening: error)) }
    return found
  }

  // MARK: spoiling

  func path(_ name: String) -> String { "\(place.storePath)/\(name)" }

  func write(_ bytes: [UInt8], to name: String) {
    unlink(path(name))
    place.write(bytes, to: "store/\(name)")
  }

  func read(_ name: String) throws -> [UInt8] { try place.read("store/\(name)") }

  /// The events of a folder in causal order, by path.
  func events(_ folder: String? = nil) throws -> [(path: String, event: EventFile)] {
    let folder = folder ?? case1.path
    return try store.disk.names(folder).filter(Store.isEvent).map { name in
      ("\(folder)/\(name)", try EventFile(reading: read("\(folder)/\(name)")))
    }.sorted { ($0.event.number, $0.path) < ($1.event.number, $1.path) }
  }

  func event(_ kind: ActName, _ folder: String? = nil) throws -> (path: String, event: EventFile) {
    try #require(try events(folder).last { $0.event.kind == kind.rawValue })
  }

  func revision(_ key: CaseKey) throws -> String {
    "\(key.path)/" + (try #require(try store.disk.names(key.path).first { $0.hasPrefix("application.") }))
  }

  /// A signed event as any program could write it.
  @discardableResult
  func forge(
    _ kind: String, _ fields: [JSONValue.Member] = [], on: String = "2026-01-01", by officer: OfficerKey,
    in folder: String? = nil, parents: [String]? = nil, registry: [String]? = nil, ahead: Int = 1
  ) throws -> EventFile {
    let folder = folder ?? case1.path
    let isRegistry = folder == "registry"
    let known = isRegistry ? try store.officers().heads : try store.history(folder).heads
    let own = try #require(store.own)
    let number = (try own.count(of: officer.sign) ?? 0) + ahead
    if ahead == 1 { try own.raiseCount(to: number, of: officer.sign) }
    func list(_ ids: [String]) -> JSONValue { .array(ids.sorted().map { .string($0) }) }
    var payload: [JSONValue.Member] = [
      .init("at", .string(Workplace.start.text)), .init("author", .string(officer.officer)),
      .init("body", .object(fields + [.init("on", .string(on))])), .init("case", .string(folder)),
      .init("format", .string(EventFile.format)), .init("kind", .string(kind)),
      .init("parents", list(parents ?? known)),
      .init("registry", list(isRegistry ? [] : try registry ?? store.officers().heads)),
      .init("seq", .integer(Int64(number))),
    ]
    if kind != "found" { payload.append(.init("store", .string(store.id))) }
    let event = try EventFile(signing: .object(payload), with: officer)
    _ = try store.disk.publish(event.bytes, in: folder, names: event.names)
    return event
  }

  /// A checkpoint of what is held now.
  func checkpoint(count: Int? = nil) throws {
    let verifier = StoreVerifier(store, today: Self.today, report: { _ in })
    verifier.run()
    let list = verifier.checkpointList()
    let sha = Store.hash(of: list)
    try act(
      .checkpoint,
      ["office": "370000", "count": .integer(Int64(count ?? verifier.held.count)), "root": .string(sha)], by: "sam",
      in: "registry", files: [sha: list])
  }

  /// Asks for the erasure of the copy, and agrees to it.
  /// - Returns: the second half's file.
  @discardableResult
  func eraseCopy(by first: String) throws -> String {
    let half = try act(.erase, ["files": [.string(copy)], "ground": "request"], by: first)
    let whole = try act(.erase, ["of": .string(half.id)], by: "sam")
    return try #require(try events().first { $0.event.id == whole.id }).path
  }
}
