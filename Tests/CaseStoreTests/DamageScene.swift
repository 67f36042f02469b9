import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore
@testable import Office

/// A file that the program reads, of a kind that may be damaged in its own way.
struct DamagedKind: Sendable {
  /// As an officer calls it.
  var zh: String
  /// From the workplace: `store/…`, or `own/…` for the officer's own folder.
  var path: String
  /// Another file of its kind.
  var other: String?
  /// What is not there when it is damaged.
  var without: [String] = []

  var isOwn: Bool { path.hasPrefix("own/") }
  /// Whether it says by which rules cases are judged.
  var isOfRules: Bool { file.hasPrefix("settings/") || file.hasPrefix("registry/") }
  /// As findings name it.
  var file: String { String(path.dropFirst("store/".count)) }
}

/// An office with a file of every kind, its officer's own folder included; every look begins from the same bytes.
final class DamageScene {
  private enum Kept { case file([UInt8], mode_t), folder(mode_t) }

  let office: VerifyScene
  private(set) var kinds: [DamagedKind] = []
  private(set) var standard = Standard.shared
  /// Ids of events and hashes of files.
  private(set) var marks: [String: String] = [:]
  private var kept: [(path: String, what: Kept)] = []
  var place: Workplace { office.place }
  var case1: CaseKey { office.case1 }
  var case2: CaseKey { office.case2 }
  static let today = VerifyScene.today
  static let secret = "long enough"

  init() throws {
    office = try VerifyScene()
    try registry()
    try cases()
    try lists()
    try settings()
    try office.checkpoint()
    try ownFiles()
    // After the checkpoint, and nobody looked since.
    marks["late"] = try office.forge("note", [.init("text", "存证以后")], by: key("rita"), in: case2.path).id
    kinds = try list()
    standard = try reopen().standard(on: Self.today)
    keep(place.path)
  }

  func key(_ officer: String) throws -> OfficerKey { try #require(office.keys[officer]) }
  func mark(_ name: String) throws -> String { try #require(marks[name], "\(name)") }
  func reopen() throws -> Store { try place.open() }

  // MARK: what lies in it

  private func registry() throws {
    let founder = try key("li.ming")
    let lena = try place.admit("lena", ["reviewer"], to: office.store, by: founder)
    for event in try office.store.officers().awaiting {
      try office.act(.approve, ["of": .string(event.id)], by: "sam", in: "registry")
    }
    try office.forge("note", [.init("text", "离任前")], by: lena)
    let body: JSONValue = ["authority": "370000", "name": "lena", "officer": "lena", "state": "left"]
    try office.act(.officer, body, by: "sam", in: "registry")
    let end = try #require(try office.events("registry").last { $0.event.kind == "end" })
    marks["cut"] = try #require(end.event.payload["body"]?["cut"]?["sha"]?.string)
  }

  private func cases() throws {
    let next = Array(Workplace.application("C02", name: "齐鲁更正有限公司").utf8)
    let sha = Store.hash(of: next)
    office.write(next, to: "\(case2.path)/" + Store.names(ofRevision: 2, sha)[0])
    try office.forge(
      "amend",
      [.init("application", .string(sha)), .init("flags", []), .init("reason", "录错"), .init("revision", 2)],
      by: key("sam"), in: case2.path)
    let letter = try office.store.keep(Array("请补正".utf8), in: case1.path)
    try office.forge(
      "letter", [.init("code", "other"), .init("file", .string(letter)), .init("to", "enterprise")], by: key("rita"))
    let object = try office.event(.lodge).event
    let photograph = try office.store.keep([0xFF, 0xD8, 0xFF, 0xD9], in: case1.path)
    try office.forge(
      "investigate",
      [
        .init("files", [.string(photograph)]), .init("of", .string(object.id)), .init("step", "papers"),
        .init("text", "看过"),
      ], by: key("otto"))
    (marks["letter"], marks["photograph"]) = (letter, photograph)
    for field in ["text", "identity"] { marks[field] = object.payload["body"]?[field]?.string }
  }

  private func lists() throws {
    try office.forge(
      "openRound",
      [
        .init("document", "示例号"), .init("tiers", ["specialized"]), .init("types", ["new"]),
        .init("window", ["from": "2025-06-01", "until": "2026-12-31"]),
      ], by: key("sam"), in: office.round)
    func keep(_ name: String, _ lines: [JSONValue]) throws -> JSONValue {
      let sha = try office.store.keep(lines.flatMap { $0.canonicalBytes + [0x0A] }, in: office.round)
      marks[name] = sha
      return ["count": .integer(Int64(lines.count)), "sha": .string(sha)]
    }
    let (first, second) = (JSONValue.string(case1.path), JSONValue.string(case2.path))
    for (kind, lines) in [
      ("notice", [["case": first]]), ("forwardList", [["case": second]]),
      ("announce", [["case": first], ["case": second]]),
    ] as [(String, [JSONValue])] {
      let list = try keep(kind, lines)
      let body: [JSONValue.Member] = [.init("document", .string("文号 " + kind)), .init("list", list)]
      try office.forge(kind, body, by: key("gus"), in: office.round)
    }
    let population = try keep(
      "population", [first, second].map { ["case": $0, "grounds": [], "stratum": ["specialized"]] })
    let rule: JSONValue = ["grounds": [], "least": 1, "rate": 2000, "strata": ["tier"]]
    let plan = try office.forge(
      "planDraw",
      [
        .init("population", population), .init("rule", rule), .init("seedSource", "掷骰子"),
        .init("settings", .string(String(repeating: "1", count: 64))),
      ], by: key("sam"), in: office.round)
    let drawn = try keep("drawn", [["by": "draw", "case": first]])
    let draw: [JSONValue.Member] = [
      .init("list", drawn), .init("of", .string(plan.id)), .init("seed", "20261123"),
    ]
    try office.forge("draw", draw, by: key("gus"), in: office.round)
    let table =
      "主管部门 authority,层级 tier,代码 creditCode,企业 name,证书 number,自 from,至 until\r\n"
      + "370000,specialized,91370100MA3TESTX1A,甲公司,鲁 1 号,2024-03-01,\r\n"
      + "370000,specialized,91370100MA3TESTX2A,乙公司,鲁 2 号,2024-03-01,\r\n"
    let report = office.store.enterTitles(
      [(Array(table.utf8), "titles.csv")], by: try key("gus"), today: Self.today, at: Workplace.start)
    try #require(report.titles.count == 2, "\(report)")
  }

  private func settings() throws {
    for (name, what, text, later) in [
      ("calendar", "calendar", Workplace.calendar, 0), ("overlay", "overlay", Workplace.overlay, 0),
      ("letters", "letters", BuiltInLetters.yaml, 0), ("later", "settings", "reviewDays: 44\n", 30),
    ] {
      let event = try office.store.propose(
        what, Array(text.utf8), authority: "370000", from: Self.today.adding(days: later), by: key("adam"),
        today: Self.today, at: Workplace.start)
      try office.act(.approve, ["of": .string(event.id)], by: "sam", in: "registry")
      marks[name] = Store.hash(of: Array(text.utf8))
    }
    marks["settings"] = Store.hash(of: Array("reviewDays: 15\n".utf8))
  }

  private func ownFiles() throws {
    let own = try #require(office.store.own)
    try own.save(
      OfficerKey(officer: "kai"), passphrase: Self.secret, at: Workplace.start,
      cost: KeyFile.Cost(n: 16, r: 1, p: 1))
    let junk = try office.forge("note", [.init("text", "x")], by: OfficerKey(officer: "li.ming"), in: case2.path)
    marks["junk"] = junk.id
    try own.markSeen(Set(office.events().map(\.event.id)), in: case1.path)
    try own.markSeen([junk.id], in: case2.path)
    try own.saveDraft(Array("[]".utf8), for: "console/views")
    try own.saveDraft(Array("cases/370000/2025-1/C01\tinReview\t1\t0\t0\trita\n".utf8), for: "console/look")
    _ = try office.store.perform(
      Action(.note, ["text": "没有告知的"]), in: case2.path, by: key("rita"), today: Self.today, at: Workplace.start)
    for _ in 0..<2 {
      let store = try reopen()
      _ = try store.history(office.round)
      _ = try store.titles(store.standard(on: Self.today), today: Self.today)
    }
  }

  // MARK: the same bytes again

  private func keep(_ path: String) {
    var status = stat()
    lstat(path, &status)
    let mode = status.st_mode & 0o7777
    guard status.st_mode & S_IFMT == S_IFDIR else {
      let bytes = (try? Disk(path: split(path).folder).read(split(path).name, limit: 1 << 30)) ?? []
      return kept.append((path, .file(bytes, mode)))
    }
    kept.append((path, .folder(mode)))
    for name in (try? Disk(path: path).names("")) ?? [] { keep(path + "/" + name) }
  }

  func restore() {
    Workplace.remove(place.path)
    for (path, what) in kept {
      switch what {
      case .folder(let mode): mkdir(path, mode)
      case .file(let bytes, let mode):
        let file = open(path, O_CREAT | O_EXCL | O_WRONLY, mode)
        _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        close(file)
      }
    }
  }
}
