@testable import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore
@testable import Office

/// What the own folder remembers: the index, which decides nothing, and the events that counted, which are missed.
@Suite struct SeenBeforeTests {
  private static let case1 = PerformTests.case1

  private func office() throws -> (Workplace, OfficerKey) {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01") + "\n" + Workplace.application("C02"))
    _ = try store.perform(
      Action(.hold, ["reason": "等"]), in: Self.case1.path, by: key, today: PerformTests.today, at: Workplace.start)
    store.told()
    _ = try place.open().refresh(.shared)
    return (place, key)
  }

  /// Exchanges the rows of the index, with the checksum right.
  private func forge(_ place: Workplace, _ change: (inout [IndexFile.Entry]) -> Void) throws {
    let own = try #require(try place.open().own)
    var file = try IndexFile(decoding: own.disk.read("index", limit: 1 << 20))
    change(&file.entries)
    try own.write(file.encoded(), name: "index")
  }

  @Test func `the index lies in the own folder, for its owner alone, and nothing of it in the store`() throws {
    let (place, _) = try office()
    let own = try #require(try place.open().own)
    let file = try own.disk.files.open("index", in: own.disk.root)
    defer { try? own.disk.files.close(file) }
    #expect(try own.disk.files.status(file).mode == 0o600)
    #expect(try place.open().disk.names(".tidu") == ["tmp"])
  }

  @Test func `a forged index is followed by no list and no mark, is told of once and made anew`() throws {
    let (place, key) = try office()
    try forge(place) { entries in
      entries[0].summary.state = .readyForNotice
      entries[1].summary.state = .decided
      entries[1].summary.creditCode = "91370100MA3TESTX9A"
    }
    let store = try place.open()
    let round = RoundFolder(store: store, authority: "370000", batch: "2025-1")
    _ = store.loadSummaries(.shared)
    #expect(try round.cases(in: [.readyForNotice, .decided], today: PerformTests.today).isEmpty)
    #expect(try round.cases(in: [.held, .received], today: PerformTests.today).count == 2)
    let changes = try store.refresh(.shared)
    #expect(changes.note?.en.contains("at odds") == true && changes.changed.map(\.state) == [.held, .received])
    #expect(try place.open().refresh(.shared).note == nil)

    try forge(place) { $0 = [] }
    let report = place.receive(try place.open(), key, Workplace.application("C03"))
    #expect(report.received.count == 1)
    let flags = try place.open().events(in: "cases/370000/2025-1/C03").events.first?.payload["body"]?["flags"]?.array
    #expect(flags?.contains(.string(Remark.Code.sameEnterprise.rawValue)) == true)
    try forge(place) { entries in for index in entries.indices { entries[index].summary.state = .decided } }
    _ = place.receive(try place.open(), key, Workplace.application("C04"))
    let again = try place.open().events(in: "cases/370000/2025-1/C04").events.first?.payload["body"]?["flags"]?.array
    #expect(again?.contains(.string(Remark.Code.sameEnterprise.rawValue)) == true)
  }

  @Test func `content that changed under its name is read again`() throws {
    let (place, key) = try office()
    let note = try place.open().perform(
      Action(.note, ["text": "x"]), in: Self.case1.path, by: key, today: PerformTests.today, at: Workplace.start)
    let name = try #require(
      try place.open().disk.names(Self.case1.path).first { $0.contains(note.id.prefix(16)) })
    let path = "store/\(Self.case1.path)/\(name)"
    var bytes = try place.read(path)
    bytes[20] ^= 1
    unlink(place.path + "/" + path)
    place.write(bytes, to: path)
    for _ in 0..<2 {
      let changes = try place.open().refresh(.shared)
      #expect(changes.incomplete.map(\.key) == [Self.case1])
      #expect(changes.incomplete.first?.files.map(\.kind) == [.damaged], "it is named once")
    }
  }

  @Test func `an event that counted and is gone is missed at its case, in every run, until it is back`() throws {
    let (place, key) = try office()
    let store = try place.open()
    let event = try store.perform(
      Action(.note, ["text": "x"]), in: Self.case1.path, by: key, today: PerformTests.today, at: Workplace.start)
    _ = try store.refresh(.shared)
    let name = try #require(
      try place.open().disk.names(Self.case1.path).first { $0.contains(event.id.prefix(16)) })
    let path = "store/\(Self.case1.path)/\(name)"
    let bytes = try place.read(path)
    unlink(place.path + "/" + path)
    for _ in 0..<2 {
      let store = try place.open()
      let changes = try store.refresh(.shared)
      #expect(changes.incomplete.flatMap(\.files).map(\.kind) == [.missing])
      #expect(changes.incomplete.first?.files.first?.unmet.message.en.contains(event.id.prefix(12)) == true)
      let file = try store.caseFile(Self.case1, today: PerformTests.today)
      #expect(file?.unreadable.map(\.kind) == [.missing])
    }
    place.write(bytes, to: path)
    #expect(try place.open().refresh(.shared).incomplete.isEmpty)
  }

  @Test func `a case folder and an event of the registry that are gone are missed, and junk that never counted is not`()
    throws
  {
    let (place, key) = try office()
    let store = try place.open()
    _ = try place.admit("wang", ["reviewer"], to: store, by: key)
    let stranger = OfficerKey(officer: "li.ming")
    let junk = try store.sign(
      .note, body: ["on": "2026-01-01", "text": "x"], in: Self.case1.path, parents: [], registry: [], number: 1,
      by: stranger, at: Workplace.start)
    _ = try store.disk.publish(junk.bytes, in: Self.case1.path, names: junk.names)
    _ = try store.refresh(.shared)
    unlink(place.storePath + "/\(Self.case1.path)/\(junk.names[0])")
    #expect(try place.open().refresh(.shared).incomplete.isEmpty)

    let last = try #require(try store.registry().heads.first)
    let name = try #require(try store.disk.names("registry").first { $0.contains(last.prefix(16)) })
    unlink(place.storePath + "/registry/" + name)
    Workplace.remove(place.storePath + "/" + Self.case1.path)
    let changes = try place.open().refresh(.shared)
    #expect(try place.open().officers().unreadable.map(\.kind) == [.missing])
    #expect(changes.unread.map(\.kind) == [.missing])
    #expect(changes.unreadable.map(\.key) == [Self.case1])
  }

  @Test func `what is remembered of events survives a run and no damage`() throws {
    let (place, _) = try office()
    let own = try #require(try place.open().own)
    let bytes = try own.disk.read("verified", limit: 1 << 20)
    let whole = VerifiedEvents(own)
    #expect(
      whole.folders(below: "cases").count == 2 && whole.missing(in: Self.case1.path, present: [String]()).count == 2)
    whole.hold([String(repeating: "a", count: 64)], in: "titles/1")
    whole.save()
    #expect(VerifiedEvents(own).folders(below: "titles") == ["titles/1"])
    #expect(VerifiedEvents(own).folders(below: "cases").count == 2)
    for index in stride(from: 0, to: bytes.count, by: 7) {
      var other = bytes
      other[index] ^= 0x10
      try own.write(other, name: "verified")
      #expect(VerifiedEvents(own).folders(below: "cases").isEmpty, "byte \(index)")
      try own.write(Array(bytes[..<index]), name: "verified")
      #expect(VerifiedEvents(own).folders(below: "cases").isEmpty, "cut at \(index)")
    }
  }

  @Test func `what is remembered is found again in whatever order it came and however often it was saved`() throws {
    let (place, _) = try office()
    let own = try #require(try place.open().own)
    var random = SystemRandomNumberGenerator()
    var known: [String: Set<String>] = [:]
    for _ in 0..<30 {
      let remembered = VerifiedEvents(own)
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let folder = "titles/" + ["a", "a-1", "a1", "b", "省", "aa", ""].randomElement(using: &random)!
        let id = Store.hash(of: [UInt8.random(in: 0...255, using: &random)])
        remembered.hold([id], in: folder)
        known[folder, default: []].insert(id)
      }
      remembered.save()
      let again = VerifiedEvents(own)
      #expect(again.folders(below: "titles") == known.keys.sorted())
      for (folder, ids) in known {
        #expect(
          again.missing(in: folder, present: []) == ids.sorted() && again.missing(in: folder, present: ids).isEmpty)
      }
    }
  }

  @Test func `without a folder of one's own the index is in memory, which is told once`() throws {
    let (place, _) = try office()
    let store = try Store.open(place.storePath, environment: [:])
    #expect(try store.refresh(.shared).note == IndexState.inMemory)
    #expect(try store.refresh(.shared).note == nil && store.loadSummaries(.shared).count == 2)
  }
}
