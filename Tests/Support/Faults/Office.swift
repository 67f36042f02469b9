import Foundation
import StrictJSON

/// An office that the program itself makes, and its store as it was at some moments: what the commands are tried on.
struct Office {
  static let firstDay = "2026-03-24"
  static let noticeDay = "2026-03-26"
  static let closingDay = "2026-04-20"
  static let round = "370000/2026-1"
  /// The cases: one that is reviewed, two that go through the round.
  static let cases = ["370000-2026-IN-000006", "370000-2026-IN-000007", "370000-2026-IN-000013"]
  static var first: String { cases[0] }

  /// Moments that are kept, by name; each a folder with `store`, `own` and what is handed in.
  let folder: String
  private let place: Place
  private var day = Office.firstDay

  struct Failed: Error { let what: String }

  /// Makes the office and keeps its moments under `folder`.
  init(in folder: String, _ place: Place) throws {
    self.folder = folder
    self.place = place
    mkdir(folder, 0o755)
    mkdir(place.folder, 0o755)
    mkdir(place.root, 0o755)
    try receive()
    try review()
    try draw()
    try notice()
  }

  func moment(_ name: String) -> String { folder + "/" + name }

  private func keep(_ name: String) { Folder.copy(place.root, to: moment(name)) }

  /// Goes on from a moment.
  private func goBack(to name: String) {
    Folder.remove(place.root)
    Folder.copy(moment(name), to: place.root)
  }

  @discardableResult
  private func run(_ line: String, as officer: String = "supervisor", input: String = "") throws -> String {
    let words = line.split(separator: " ").map(String.init)
    let outcome = place.run(Invocation(arguments: words, officer: officer, day: day, input: input))
    guard outcome.status == 0 else { throw Failed(what: "\(line): \(outcome.errors)\(outcome.output)") }
    return outcome.output
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: place.root + "/" + name))
  }

  /// An application that names so many of its papers.
  private static func fewPapers(_ line: String, _ count: Int) throws -> String {
    var members = try JSONValue(parsing: line.utf8).members ?? []
    for index in members.indices where members[index].key == "materials" {
      members[index].value = .array(Array((members[index].value.array ?? []).prefix(count)))
    }
    return String(decoding: JSONValue.object(members).canonicalBytes, as: UTF8.self)
  }

  // MARK: the stages

  private func receive() throws {
    keep("empty")
    let lines = try run(
      "generate --seed 3 --count 20 --authority 370000 --from 2026-03-09 --until 2026-03-20 --papers ROOT/papers"
    ).split(separator: "\n").map(String.init)
    let wanted = try Self.cases.map { id in
      guard let line = lines.first(where: { $0.contains("\"id\":\"\(id)\"") }) else { throw Failed(what: id) }
      return try Self.fewPapers(line, id == Self.first ? 2 : 0)
    }
    try write(wanted.joined(separator: "\n") + "\n", "applications.ndjson")
    try write(lines.filter { $0.contains("-SP-") }.prefix(2).joined(separator: "\n") + "\n", "more.ndjson")
    try write(wanted[0].replacing("\"name\":\"示例", with: "\"name\":\"示例更正"), "corrected.json")
    try write(
      "authority,tier,creditCode,name,number,from,until\n370000,specialized,91370100MA3TESTX0A,齐鲁一,1,2024-01-01,\n"
        + "370000,specialized,91370100MA3TESTX1A,齐鲁二,2,2024-01-01,\n", "titles.csv")
    try write("reviewDays: 15\n", "settings.yaml")
    try write("what was said\n", "text.txt")
    try run("init --trial ROOT/store")
    for (officer, roles) in [
      ("wang", ["signer", "objection", "administrator"]), ("vera", ["spotCheck"]), ("vito", ["spotCheck"]),
    ] {
      try write(try run("join ROOT/store --as \(officer) --authority 370000"), "\(officer).txt")
      try run("officers add --request ROOT/\(officer).txt")
      for role in roles { try run("act registry role officer=\(officer) role=\(role) authority=370000") }
    }
    keep("founded")
    try run("import ROOT/applications.ndjson")
    let papers = "/370000/2026-1/\(Self.first)/materials"
    Folder.copy(place.root + "/papers" + papers, to: place.store + "/cases" + papers)
    Folder.remove(place.root + "/papers")
    try run(
      "act rounds/\(Self.round) openRound tiers=innovative,specialized,little-giant types=new,review "
        + "window.from=2026-03-01 window.until=2026-06-30 document=call")
    keep("received")
  }

  private func review() throws {
    for id in Self.cases { try run("act \(id) assign") }
    try run("act \(Self.first) note text=noted")
    try run(
      "act \(Self.first) lodge as=report channel=letter arrived=2026-03-23 text=@ROOT/text.txt identity=@ROOT/text.txt",
      as: "wang")
    keep("inReview")
    for id in Self.cases.dropFirst() {
      try recommend(id)
      try run("act \(id) sign next=draw", as: "wang")
    }
    keep("awaitingDraw")
  }

  /// Settles what a recommendation asks for, and makes it.
  private func recommend(_ id: String) throws {
    for _ in 0..<5 {
      let words = ["act", id, "recommend", "outcome=pass", "--dry-run", "--format", "json"]
      let answer = place.run(Invocation(arguments: words, day: day))
      guard let said = try? JSONValue(parsing: answer.output.utf8.prefix { $0 != 0x0A }) else {
        throw Failed(what: "\(words): \(answer.status) \(answer.errors)\(answer.output)")
      }
      let unmet = said["unmet"]?.array ?? []
      guard !unmet.isEmpty else { break }
      for one in unmet {
        for name in (one["about"]?.array ?? []).compactMap(\.string) {
          let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
          guard one["code"] == "papers" else {
            try run("act \(id) verify path=\(name) how=accepted")
            continue
          }
          try run(
            "act \(id) check item=\(parts[0]) state=ok" + (parts[1].isEmpty ? "" : " year=\(parts[1])")
              + (parts[2].isEmpty ? "" : " file=\(parts[2])"))
        }
      }
    }
    try run("act \(id) recommend outcome=pass")
  }

  private func draw() throws {
    try run("sample plan \(Self.round) --rate 10000 --seed-source lottery")
    try run("sample draw \(Self.round) --seed 081523", as: "wang")
    keep("drawn")
    goBack(to: "awaitingDraw")
    try run("sample plan \(Self.round) --rate 0 --least 0 --seed-source lottery")
    keep("planned")
    try run("sample draw \(Self.round) --seed 081523", as: "wang")
    keep("ready")
  }

  private mutating func notice() throws {
    day = Self.noticeDay
    try run("notice open \(Self.round) --document notice", as: "wang")
    keep("inNotice")
    day = Self.closingDay
    try run("notice close \(Self.round)", as: "wang")
    keep("noticeClosed")
    try run("notice announce \(Self.round) --document announcement --number No", as: "wang")
    try run("import --titles ROOT/titles.csv", as: "wang")
    keep("decided")
    try run("act \(Self.cases[1]) letter code=recognition", as: "wang")
    keep("lettered")
  }
}
