import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore
@testable import Office

/// What anybody can lay into a folder costs no more than a look at it, and decides nothing by its name.
@Suite struct StrangersFilesTests {
  private static let case1 = PerformTests.case1

  private func office() throws -> (Workplace, OfficerKey) {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01"))
    store.told()
    return (place, key)
  }

  private func file(_ store: Store) throws -> CaseFile {
    try #require(try store.caseFile(Self.case1, today: PerformTests.today))
  }

  /// A file of any size that holds nothing.
  private func makeHole(_ size: Int, at path: String) {
    unlink(path)
    let file = open(path, O_CREAT | O_WRONLY, 0o644)
    ftruncate(file, size)
    close(file)
  }

  @Test func `the number in an application's name decides nothing, and a copy under another is named`() throws {
    let (place, key) = try office()
    let store = try place.open()
    let name = try #require(try store.disk.names(Self.case1.path).first { $0.hasPrefix("application.r1-") })
    let bytes = try place.read("store/\(Self.case1.path)/\(name)")
    let numbers = ["2", "7", "999999999999999999", "9223372036854775807", "99999999999999999999999"]
    for number in numbers {
      place.write(
        bytes, to: "store/\(Self.case1.path)/application.r\(number)-\(name.dropFirst("application.r1-".count))")
    }
    let before = try file(store)
    #expect(before.uncounted.map(\.unmet.code) == numbers.map { _ in "otherNumber" } && before.incomplete.isEmpty)
    #expect(before.nextNumber == 2 && before.revision.number == 1)
    let letter = try store.keep(Array("请补正".utf8), in: Self.case1.path)
    let reasons: JSONValue = [["code": "illegible", "item": "audit-report", "text": "看不清"]]
    for (act, fields): (ActName, JSONValue) in [
      (.assign, [:]), (.return, ["letter": .string(letter), "reasons": reasons]),
    ] {
      _ = try store.perform(
        Action(act, fields), in: Self.case1.path, by: key, today: PerformTests.today, at: Workplace.start)
    }
    let next = Array(Workplace.application("C01", name: "齐鲁更正有限公司").utf8)
    let event = try store.resubmit(next, of: Self.case1, by: key, today: PerformTests.today, at: Workplace.start)
    #expect(event.body["revision"]?.integer == 2)
    let after = try file(try place.open())
    #expect(after.revision.number == 2 && after.revisions.map(\.number) == [1, 2] && after.nextNumber == 3)
    #expect(after.revision.application.enterprise.name == "齐鲁更正有限公司" && after.incomplete.isEmpty)
    #expect(try place.open().refresh(.shared).isWhole)
    // Where only a copy is left, its bytes count and its name does not.
    unlink(place.storePath + "/\(Self.case1.path)/\(name)")
    #expect(try file(place.open()).revisions.map(\.number) == [1, 2])
  }

  @Test func `applications that no event names are named at the case without being opened`() throws {
    let (place, key) = try office()
    for number in 0..<40 {
      let bytes = Array(Workplace.application("C01", name: "另一家\(number)").utf8)
      place.write(
        bytes, to: "store/\(Self.case1.path)/application.r\(number + 2)-\(Store.hash(of: bytes).prefix(16)).json")
    }
    for step in ["show", "act", "queue"] {
      let files = HookedFileSystem()
      let store = try place.open(files)
      switch step {
      case "show":
        #expect(try file(store).uncounted.map(\.unmet.code) == [String](repeating: "foreignApplication", count: 40))
      case "act":
        _ = try store.perform(
          Action(.note, ["text": "x"]), in: Self.case1.path, by: key, today: PerformTests.today, at: Workplace.start)
      default: #expect(try store.refresh(.shared).isWhole)
      }
      let opened = files.takeOpened().filter { $0.key.hasPrefix("application.") }
      #expect(opened.values.reduce(0, +) == 1, "\(step) \(opened)")
    }
  }

  @Test func `a stranger's event is told by its second line, and its payload is not read`() throws {
    let (place, _) = try office()
    let store = try place.open()
    let stranger = OfficerKey(officer: "mallory")
    let event = try store.sign(
      .note, body: ["on": "2026-01-01", "text": "x"], in: Self.case1.path, parents: [], registry: [], number: 1,
      by: stranger, at: Workplace.start)
    #expect(EventFile.key(in: event.bytes) == stranger.sign && EventFile.author(in: event.bytes) == "mallory")
    // Whatever stands in line 1, for nobody is asked what it says.
    let end = try #require(event.bytes.firstIndex(of: 0x0A))
    let junk = Array("[1.5,".utf8) + event.bytes[end...]
    place.write(junk, to: "store/\(Self.case1.path)/20260101-000000-\(Store.hash(of: junk).prefix(16)).event.json")
    let told = try file(store).uncounted
    #expect(told.map(\.unmet.code) == ["unknownKey"] && told[0].unmet.message.en.hasPrefix("An event by a key"))
    for bytes in [[], [0x0A], [0x0A, 0x0A], Array("{}\n{}\n".utf8), Array("x\n{\"key\":1}\n".utf8)] as [[UInt8]] {
      #expect(EventFile.key(in: bytes) == nil && EventFile.author(in: bytes).isEmpty)
    }
  }

  @Test func `folders that are no cases are read once, are told of in one line, and can still be received`() throws {
    let (place, key) = try office()
    for number in 10..<30 {
      let id = "C\(number)"
      let bytes = Array(Workplace.application(id).utf8)
      mkdir(place.storePath + "/cases/370000/2025-1/\(id)", 0o755)
      place.write(
        bytes, to: "store/cases/370000/2025-1/\(id)/application.r1-\(Store.hash(of: bytes).prefix(16)).json")
    }
    // A copy of a case is none either.
    let (case1, copy) = (place.storePath + "/" + Self.case1.path, place.storePath + "/cases/370000/2025-1/C01-copy")
    mkdir(copy, 0o755)
    for name in try Disk(path: case1).names("") { try #require(link(case1 + "/" + name, copy + "/" + name) == 0) }
    for run in 0..<3 {
      let files = HookedFileSystem()
      let store = try place.open(files)
      let changes = try store.refresh(.shared)
      #expect(changes.unreadable.count == 21 && store.loadSummaries(.shared).map(\.key) == [Self.case1])
      #expect(changes.sentences.count == 2, "\(changes.sentences.map(\.en))")
      #expect(changes.sentences.contains { $0.zh.contains("C10、") && $0.zh.contains("等 20 个文件夹没有收件记录") })
      let opened = files.takeOpened().filter { $0.key.hasPrefix("application.") }.values.reduce(0, +)
      #expect(run == 0 ? opened > 20 : opened == 0, "run \(run): \(opened)")
    }
    #expect(place.receive(try place.open(), key, Workplace.application("C10")).received.count == 1)
    let changes = try place.open().refresh(.shared)
    #expect(changes.unreadable.count == 20 && changes.changed.contains { $0.key.id == "C10" })
  }

  @Test func `a file that grew beyond what it can be is refused unread`() throws {
    let (place, key) = try office()
    let start = ContinuousClock.now
    let path = "\(Self.case1.path)/paper.pdf"
    makeHole(6 << 30, at: place.storePath + "/" + path)
    let store = try place.open()
    #expect { try store.disk.digest(path) } throws: { ($0 as? StoreError)?.kind == .tooLarge }
    let sha = String(repeating: "0", count: 64)
    #expect(store.documentOnDisk(Self.case1, DeclaredFile(file: "paper.pdf", sha: sha)) == .unread)
    // The list of a cut is as long as its event says.
    _ = try place.admit("wang", ["reviewer"], to: store, by: key)
    let role = try #require(try store.officers().entries.last { $0.event.act == .role }).id
    let end = try ActService(store: store, today: PerformTests.today).perform(
      ActRequest("registry", .end, ["of": .string(role), "why": "changed"]), by: key, at: Workplace.start
    ).event
    let cut = try #require(end.body["cut"]?["sha"]?.string)
    #expect(try place.open().officers().incomplete.isEmpty)
    makeHole(1 << 29, at: place.storePath + "/registry/" + cut)
    #expect(try place.open().officers().incomplete.map(\.name) == ["registry/\(cut)"])
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func `what a stranger's entry of the registry names is missed by nobody`() throws {
    let (place, _) = try office()
    let store = try place.open()
    let entry = try store.sign(
      .end,
      body: [
        "cut": ["count": 1, "sha": .string(Store.hash(of: [1]))], "of": .string(store.id), "on": "2026-01-01",
        "why": "stolen",
      ], in: "registry", parents: [], registry: [], number: 1, by: OfficerKey(officer: "li.ming"), at: Workplace.start)
    _ = try store.disk.publish(entry.bytes, in: "registry", names: entry.names)
    let again = try place.open()
    #expect(try again.officers().incomplete.isEmpty && again.refresh(.shared).isWhole)
  }
}
