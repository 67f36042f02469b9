import Casework
import Foundation
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

/// Junk in a folder, however much of it, is read once and slows nothing afterwards.
@Suite struct JunkTests {
  /// Files of a stranger; twenty thousand by JUNK=20000, which tells how long everything takes.
  private static let asked = ProcessInfo.processInfo.environment["JUNK"].flatMap(Int.init)
  private static let count = asked ?? 300
  private static let case1 = PerformTests.case1

  private func office() throws -> (Workplace, OfficerKey) {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01") + "\n" + Workplace.application("C02"))
    _ = try store.perform(
      Action(.assign), in: Self.case1.path, by: key, today: PerformTests.today, at: Workplace.start)
    store.told()
    _ = try place.open().refresh(.shared)
    return (place, key)
  }

  private func lay(_ count: Int, by key: OfficerKey, in folder: String, of store: Store, _ place: Workplace) throws {
    for number in 0..<count {
      let junk = try store.sign(
        .note, body: ["on": "2026-01-01", "text": .string("\(number)")], in: folder, parents: [], registry: [],
        number: number + 1, by: key, at: Workplace.start)
      place.write(junk.bytes, to: "store/\(folder)/\(junk.names[0])")
    }
  }

  /// Looks at the case, acts on it and makes the rows, each as a program of its own, and says how many files it opened.
  private func work(_ place: Workplace, _ key: OfficerKey) throws -> (opened: [Int], seconds: [Double]) {
    var (opened, seconds) = ([Int](), [Double]())
    for step in ["show", "act", "queue"] {
      let files = HookedFileSystem()
      let start = ContinuousClock.now
      let store = try place.open(files)
      switch step {
      case "show": _ = try store.caseFile(Self.case1, today: PerformTests.today)?.uncountedNotes
      case "act":
        _ = try store.perform(
          Action(.note, ["text": "x"]), in: Self.case1.path, by: key, today: PerformTests.today, at: Workplace.start)
        store.told()
      default:
        _ = store.loadSummaries(.shared)
        _ = try store.refresh(.shared)
      }
      let time = ContinuousClock.now - start
      seconds.append(Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds))
      opened.append(files.takeOpened().filter { $0.key.hasSuffix(".event.json") }.values.reduce(0, +))
    }
    return (opened, seconds)
  }

  @Test func `A stranger's files are opened once and no more, and every act goes on beside them`() throws {
    let (place, key) = try office()
    let usual = try work(place, key)
    let stranger = OfficerKey(officer: "li.ming")
    try lay(Self.count, by: stranger, in: Self.case1.path, of: place.open(), place)
    let first = try work(place, key)
    let later = try work(place, key)
    #expect(first.opened[0] >= Self.count, "\(first.opened)")
    // Each round writes one note, which every later look reads too.
    for (now, before) in zip(later.opened, usual.opened) {
      #expect(now <= before + 4, "\(later.opened) \(usual.opened)")
    }
    if Self.asked != nil {
      print("\(Self.count) files: usual \(usual.seconds), first \(first.seconds), later \(later.seconds)")
    }
    let file = try #require(try place.open().caseFile(Self.case1, today: PerformTests.today))
    #expect(file.uncounted.count == Self.count && file.incomplete.isEmpty && file.history.setAside.isEmpty)
    #expect(file.uncountedNotes.count == 1 && file.uncountedNotes[0].zh.contains("等 \(Self.count) 个"))
    #expect(try place.open().refresh(.shared).incomplete.isEmpty)
  }

  @Test func `What was set aside is looked at again once the registry knows its key, or its file is another`() throws {
    let (place, key) = try office()
    let store = try place.open()
    let wang = try #require(store.own).makeKey(officer: "wang", passphrase: nil, at: Workplace.start)
    try lay(3, by: wang, in: Self.case1.path, of: store, place)
    func file() throws -> CaseFile { try #require(try place.open().caseFile(Self.case1, today: PerformTests.today)) }
    for _ in 0..<2 { #expect(try file().uncounted.map(\.unmet.code) == ["unknownKey", "unknownKey", "unknownKey"]) }
    let entries: [(ActName, JSONValue)] = [
      ("officer", ["authority": "370000", "name": "wang", "officer": "wang", "state": "active"]),
      (
        "key",
        [
          "device": "desk", "officer": "wang", "proof": .string(try wang.proof(device: "desk")),
          "seal": .string(wang.seal), "sign": .string(wang.sign),
        ]
      ),
    ]
    for (act, fields) in entries {
      _ = try store.perform(
        Action(act, fields), in: "registry", by: key, today: PerformTests.today, at: Workplace.start)
    }
    #expect(try file().uncounted.isEmpty)
    #expect(try file().history.entries.count { $0.event.key == wang.sign } == 3)
    // Honest bytes under a name that something else had.
    let honest = try store.perform(
      Action(.note, ["text": "y"]), in: Self.case1.path, by: key, today: PerformTests.today, at: Workplace.start)
    let name = try #require(
      try store.disk.names(Self.case1.path).first { $0.contains(honest.id.prefix(16)) })
    let path = "store/\(Self.case1.path)/\(name)"
    let bytes = try place.read(path)
    unlink(place.path + "/" + path)
    place.write([0x7B] + bytes, to: path)
    #expect(try file().unreadable.map(\.kind).contains(.damaged))
    unlink(place.path + "/" + path)
    place.write(bytes, to: path)
    #expect(try file().unreadable.isEmpty && file().history.heads == [honest.id])
  }

  @Test func `What is remembered of them survives a run and no damage`() throws {
    let (place, key) = try office()
    try lay(5, by: OfficerKey(officer: "li.ming"), in: Self.case1.path, of: place.open(), place)
    _ = try work(place, key)
    let own = try #require(try place.open().own)
    let bytes = try own.disk.read("aside", limit: 1 << 20)
    #expect(SetAsideFiles(own).entries(of: Self.case1.path).count == 5)
    for index in stride(from: 0, to: bytes.count, by: 11) {
      var other = bytes
      other[index] ^= 0x10
      try own.write(other, name: "aside")
      #expect(SetAsideFiles(own).entries(of: Self.case1.path).isEmpty, "byte \(index)")
    }
    #expect(try place.open().caseFile(Self.case1, today: PerformTests.today)?.uncounted.count == 5)
  }

  @Test func `A stranger's entries in the registry are no heads of what an import signs, and mark nothing`() throws {
    let (place, key) = try office()
    let store = try place.open()
    try lay(3, by: OfficerKey(officer: "li.ming"), in: "registry", of: store, place)
    let heads = try place.open().officers().heads
    #expect(place.receive(try place.open(), key, Workplace.application("C03")).received.count == 1)
    let third = try #require(CaseKey(path: "cases/370000/2025-1/C03"))
    let file = try #require(try place.open().caseFile(third, today: PerformTests.today))
    #expect(file.fold.receipt?.registry == heads && file.fold.state == .received)
    // One that names a known key and is not signed by it marks nothing either.
    let forged = try store.sign(
      .note, body: ["on": "2026-01-01"], in: "registry", parents: [], registry: [], number: 1, by: key,
      at: Workplace.start)
    let line = forged.payload.canonicalBytes + [0x0A]
    let seal: JSONValue = ["key": .string(key.sign), "signature": .string(String(repeating: "0", count: 128))]
    let bytes = line + seal.canonicalBytes + [0x0A]
    place.write(bytes, to: "store/registry/20260101-080000-\(Store.hash(of: bytes).prefix(16)).event.json")
    let changes = try place.open().refresh(.shared)
    #expect(changes.unread.isEmpty && changes.incomplete.isEmpty && changes.unreadable.isEmpty)
  }

  @Test func `A stranger's event beside an application keeps nobody from receiving it`() throws {
    let (place, key) = try office()
    let store = try place.open()
    let folder = "cases/370000/2025-1/C04"
    mkdir(place.storePath + "/" + folder, 0o755)
    let bytes = Array(Workplace.application("C04").utf8)
    place.write(bytes, to: "store/\(folder)/application.r1-\(Store.hash(of: bytes).prefix(16)).json")
    try lay(1, by: OfficerKey(officer: "li.ming"), in: folder, of: store, place)
    #expect(place.receive(try place.open(), key, Workplace.application("C04")).received.count == 1)
  }
}
