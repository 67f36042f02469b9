import Foundation
import StrictJSON
import TerminalModel
import Testing

/// A spot-check trip by commands, with two homes: the laptop has a key of its own and a part of the store, and what was
/// done on it and meanwhile at the office comes together.
@Suite struct TripTests {
  private static let day = "2026-04-15"
  private static let visitDay = "2026-04-14"

  /// A laptop with a home of its own beside an office.
  private struct Laptop {
    let office: OfficeCopy
    var store: String { office.folder + "/laptop" }
    var home: String { office.folder + "/laptop-home" }

    /// One command on it; its lines of JSON.
    @discardableResult
    func run(
      _ arguments: [String], store: String? = nil, as officer: String = "visitor-a", expects status: Int32 = 0
    ) throws -> [JSONValue] {
      let outcome = try Command(
        arguments + ["--store", store ?? self.store, "--format", "json", "--lang", "en"], home: office.folder,
        environment: ["XDG_DATA_HOME": home, "TIDU_OFFICER": officer, "TIDU_TODAY": TripTests.day]
      ).outcome()
      #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
      return try outcome.lines.map { try JSONValue(parsing: $0.utf8) }
    }

    func files() throws -> Set<String> { try TripTests.files(store) }
  }

  fileprivate static func files(_ store: String) throws -> Set<String> {
    Set(
      try FileManager.default.subpathsOfDirectory(atPath: store).filter { path in
        var isFolder: ObjCBool = false
        return !path.hasPrefix(".tidu")
          && FileManager.default.fileExists(atPath: store + "/" + path, isDirectory: &isFolder)
          && !isFolder.boolValue
      })
  }

  private func counts(_ last: JSONValue?) -> [Int64?] {
    ["new", "refused", "contested"].map { last?[$0]?.integer }
  }

  /// The laptop's key is registered before the trip.
  private func prepare() throws -> (office: OfficeCopy, laptop: Laptop) {
    let office = try OfficeCopy()
    let laptop = Laptop(office: office)
    let name = try #require(try office.run(["officers"]).first { $0["officer"] == "visitor-a" }?["name"]?.string)
    let asked = try #require(
      try laptop.run(["join", office.store, "--as", name, "--device", "laptop"], store: office.store).first)
    let file = office.folder + "/request.txt"
    try Data((asked["request"]?.string ?? "").utf8).write(to: URL(filePath: file))
    try office.run(["officers", "add", "--request", file])
    try office.run(["officers", "approve", "visitor-a"], as: "supervisor")
    return (office, laptop)
  }

  private func finding(_ item: String, _ state: String, _ more: [String] = []) -> [String] {
    ["finding", "item=\(item)", "state=\(state)", "--yes", "changes", "--yes", "magnitude"] + more
  }

  @Test func `a visit on a laptop and work at the office come together, and nothing is doubled`() throws {
    let (office, laptop) = try prepare()
    let taken = try office.run(["take", "--visits", Self.visitDay, "--to", laptop.store], as: "visitor-a")
    #expect(counts(taken.last)[1] == 0)
    let visits = try laptop.run(["queue"])
    #expect(!visits.isEmpty && visits.allSatisfy { $0["visitDay"]?.string == Self.visitDay })
    let id = try #require(visits.first?["case"]?.string)
    let plan = try #require(try office.events(id).last { $0["kind"] == "plan" }?["body"])
    let items = plan["items"]?.array?.compactMap(\.string) ?? []
    let item = try #require(items.first { $0.hasPrefix("facts.revenue.") })

    // On site: what was found, with a photograph, and the visit closed.
    let photograph: [UInt8] = [0xFF, 0xD8, 0xFF, 0xDA, 0, 3, 1, 9, 0xFF, 0xD9]
    try Data(photograph).write(to: URL(filePath: office.folder + "/a.jpg"))
    for other in items where other != item { try laptop.run(["act", id] + finding(other, "asDeclared")) }
    try laptop.run(
      ["act", id]
        + finding(
          item, "differs", ["value=1234", "text=账册", "files.0.sha=@\(office.folder)/a.jpg", "files.0.kind=photo"]))
    try laptop.run(["act", id, "closeVisit", "result=differs", "present=行政负责人"])
    // Meanwhile at the office the other officer records another figure, and a reviewer a note.
    try office.run(["act", id] + finding(item, "asDeclared"), as: "visitor-b")
    try office.run(["act", id, "note", "text=等抽查结果"], as: "reviewer-a")

    let before = try Self.files(office.store)
    let preview = try office.run(["merge", laptop.store, "--dry-run"])
    #expect(try Self.files(office.store) == before)
    let merged = try office.run(["merge", laptop.store])
    #expect(preview.last == merged.last)
    let last = try #require(merged.last)
    // A finding each, the photograph, the closing.
    #expect(last["acts"]?.integer == Int64(items.count + 1))
    #expect(counts(last) == [Int64(items.count + 2), 0, 2])
    let questions = last["questions"]?.array?.compactMap { $0["question"]?.string } ?? []
    #expect(questions.contains("fact:\(item)") && questions.contains { $0.hasPrefix("finding:") })
    #expect(last["news"]?.array?.first?["cases"]?.array?.first?.string?.hasSuffix(id) == true)
    #expect(try laptop.files().isSubset(of: Self.files(office.store)))
    #expect(counts(try office.run(["merge", laptop.store]).last) == [0, 0, 0])

    // Both know, whichever of them is asked.
    let back = try laptop.run(["merge", office.store])
    #expect(back.last?["refused"] == 0)
    #expect(try laptop.files().isSuperset(of: Self.files(office.store).filter { $0.contains(id) }))
    #expect(counts(try laptop.run(["merge", office.store]).last) == [0, 0, 0])

    // Settled at the office, the case goes on there and on the laptop.
    #expect(try office.row(id)?["contested"] == true)
    let events = try office.run(["show", id]).first?["events"]?.array ?? []
    let kept = try #require(
      events.last { $0["payload"]?["kind"] == "finding" && $0["payload"]?["body"]?["state"] == "differs" }?["id"]?
        .string)
    // What was seen of a fact answers two questions, and both are settled alike.
    try office.run(
      ["act", id, "settle", "question=fact:\(item)", "keep=\(kept)", "reason=以账册为准"], as: "supervisor")
    #expect(try office.row(id)?["contested"] != true)
    #expect(counts(try laptop.run(["merge", office.store]).last) == [2, 0, 0])
    #expect(try laptop.run(["queue"]).first { $0["case"]?.string == id }?["contested"] != true)
    let verified = try office.run(["verify"], expects: [0, 1])
    #expect(!verified.contains { ["seqDoubled", "seqSkipped", "missingEvent"].contains($0["kind"]?.string) })
  }

  @Test func `a copy says that it is one, and how much is not yet brought back`() throws {
    let (office, laptop) = try prepare()
    try office.run(["take", "--visits", Self.visitDay, "--to", laptop.store], as: "visitor-a")
    func firstLine() throws -> String {
      let session = try ConsoleSession(
        ["--store", laptop.store, "--lang", "zh"], columns: 120, rows: 40,
        environment: [
          "XDG_DATA_HOME": laptop.home, "TIDU_OFFICER": "visitor-a", "TIDU_TODAY": Self.day,
        ])
      try session.pty.wait(for: "the Overview with all cases") {
        $0.lines[0].contains("副本") && !$0.lines[0].contains("载入")
      }
      return session.screen.lines[0]
    }
    #expect(try firstLine().contains("副本，\(Self.day) 带出，0 项未带回"))
    let id = try #require(try laptop.run(["queue"]).first?["case"]?.string)
    for text in ["一", "二", "三"] { try laptop.run(["act", id, "note", "text=\(text)"]) }
    #expect(try firstLine().contains("副本，\(Self.day) 带出，3 项未带回"))
    try office.run(["merge", laptop.store])
    #expect(try firstLine().contains("0 项未带回"))
    // Of an officer who never looked, the Overview tells what the merge brought and nothing else.
    let office2 = try office.console(of: "reviewer-a")
    #expect(!office2.screen.lines[0].contains("副本"))
  }

  @Test func `the same officer with the same keys uses office and copy, and nothing is missed in either`() throws {
    let office = try OfficeCopy()
    let laptop = office.folder + "/laptop"
    func run(_ arguments: [String], at store: String) throws -> (status: Int32, [JSONValue], String) {
      let outcome = try Command(
        arguments + ["--store", store, "--format", "json", "--lang", "en"], home: office.folder,
        environment: [
          "XDG_DATA_HOME": office.folder + "/own", "TIDU_OFFICER": "visitor-a", "TIDU_TODAY": Self.day,
        ]
      ).outcome()
      return (outcome.status, try outcome.lines.map { try JSONValue(parsing: $0.utf8) }, outcome.errors)
    }
    let before = try run(["queue"], at: office.store)
    try office.run(["take", "--visits", Self.visitDay, "--to", laptop], as: "visitor-a")
    let (status, rows, errors) = try run(["queue"], at: laptop)
    #expect(status == 0 && errors.isEmpty, "\(errors)")
    let id = try #require(rows.first?["case"]?.string)
    #expect(try run(["act", id, "note", "text=现场"], at: laptop).status == 0)
    #expect(try run(["act", id, "note", "text=办公室"], at: office.store).status == 0)
    #expect(counts(try run(["merge", laptop], at: office.store).1.last) == [1, 0, 0])
    let after = try run(["queue"], at: office.store)
    #expect(after.status == before.status && after.1.count == before.1.count && after.2 == before.2)
    #expect(try run(["verify"], at: laptop).1.allSatisfy { $0["kind"] != "seqDoubled" })
  }

  @Test func `what is refused is a line each with the reason, and the status says what sort of trouble it is`() throws {
    let office = try OfficeCopy()
    let laptop = office.folder + "/laptop"
    try office.run(["take", "--visits", Self.visitDay, "--to", laptop], as: "visitor-a")
    let id = try #require(try office.rows().first { $0["visitDay"]?.string == Self.visitDay }?["path"]?.string)
    try Data("{".utf8).write(to: URL(filePath: "\(laptop)/\(id)/20260415-080000-0123456789abcdef.event.json"))
    let refused = try office.run(["merge", laptop], expects: [4])
    #expect(refused.count == 2 && refused[0]["kind"] == "damagedEvent" && refused[0]["message"]?.string != nil)
    #expect(refused[0]["file"]?.string?.hasPrefix(id) == true && refused[1]["refused"] == 1)
    try Command(["init", "other", "--trial"], home: office.folder).run()
    #expect(try office.run(["merge", office.folder + "/other"], expects: [5]).isEmpty)
    #expect(try office.run(["take", "--visits", "2026-01-01", "--to", laptop], as: "visitor-a", expects: [5]).isEmpty)
    #expect(try office.run(["take", "--to", laptop], expects: [2]).isEmpty)
    #expect(try office.run(["take", "--assigned", "--visits", Self.visitDay, "--to", laptop], expects: [2]).isEmpty)
    let since = try office.run(["take", "--since", laptop, "--to", laptop + "2"])
    #expect(counts(since.last)[0].map { $0 > 100 } == true)
    #expect(try office.run(["take", "--since", "2099-01-01", "--to", laptop + "3"], expects: [5]).isEmpty)
  }
}
