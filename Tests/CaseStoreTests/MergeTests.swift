import Casework
import Glibc
import ScoringCore
import StrictJSON
import SystemPackage
import Testing

@testable import CaseStore

/// Two copies of a store become one.
@Suite struct MergeTests {
  private static let day = VerifyScene.today

  /// What of files that lie together counts: events of the store, and what they name by its hash, applications with the
  /// papers they declare among it.
  private func counting(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    let events = files.filter { $0.key.hasSuffix(".event.json") }.values.map(text)
    let named = files.filter { file in
      let sha = Store.hash(of: file.value)
      return file.key.contains("/application.") && events.contains { $0.contains(sha) }
    }
    let texts = events + named.values.map(text)
    return files.filter { path, bytes in
      let sha = Store.hash(of: bytes)
      return !path.contains("/") || path.hasSuffix(".event.json") || named[path] != nil
        || texts.contains { $0.contains(sha) }
    }
  }

  private func merge(_ from: String, to: String) throws -> MergeReport {
    try Merge(to: Store.open(to, environment: [:]), from: from).run()
  }

  @Test(arguments: 0..<24)
  func `whichever files two copies have, either way they unite to the same, and again all is the same`(
    seed: UInt64
  ) throws {
    let scene = try VerifyScene()
    try scene.act(.note, ["text": "看过"], by: "rita", in: scene.case2.path)
    let whole = try Workplace.contents(scene.place.storePath)
    var random = SplitMix(seed: seed)
    let (a, b) = (scene.place.path + "/a", scene.place.path + "/b")
    var parts: [[String: [UInt8]]] = [[:], [:]]
    for (path, bytes) in whole.sorted(by: { $0.key < $1.key }) {
      let isFounding = path.hasPrefix("registry/") && path.contains(scene.store.id.prefix(16))
      let always = isFounding || !path.contains("/")
      let choice = random.next() % 4
      if always || choice != 0 { parts[0][path] = bytes }
      if always || choice != 1 { parts[1][path] = bytes }
    }
    // What never counts would be told and stay.
    for side in [0, 1] { parts[side] = parts[side].filter { !$0.key.hasSuffix("b.txt") } }
    for (side, path) in [(0, a), (1, b)] { Workplace.lay(parts[side], in: path) }
    Workplace.lay(parts[0], in: a + "2")
    Workplace.lay(parts[1], in: b + "2")
    let union = counting(parts[0].merging(parts[1]) { one, _ in one })
    _ = try merge(b, to: a)
    _ = try merge(a + "2", to: b + "2")
    let (one, other) = (try Workplace.contents(a), try Workplace.contents(b + "2"))
    #expect(counting(one) == union, "seed \(seed)")
    #expect(counting(other) == union, "seed \(seed)")
    let again = try merge(b, to: a)
    #expect(again.new == 0 && again.contested.isEmpty && again.verdicts.isEmpty, "seed \(seed)")
    #expect(try Workplace.contents(a) == one)
  }

  @Test func `a preview says what the merge then says, and writes nothing`() throws {
    let scene = try VerifyScene()
    let path = scene.place.path + "/copy"
    let files = try Workplace.contents(scene.place.storePath)
    Workplace.lay(files.filter { !$0.key.hasPrefix(scene.case1.path) }, in: path)
    let before = try Workplace.contents(path)
    let store = try Store.open(path, environment: [:])
    let preview = try Merge(to: store, from: scene.place.storePath).run(isDry: true)
    #expect(try Workplace.contents(path) == before)
    let report = try Merge(to: store, from: scene.place.storePath).run()
    #expect(preview.new == report.new && preview.same == report.same && preview.acts == report.acts)
    #expect(preview.refused == report.refused && preview.rows == report.rows)
    #expect(report.new == files.keys.count { $0.hasPrefix(scene.case1.path) } - 1)
    #expect(report.rows.map(\.before) == [nil] && report.rows.map(\.after.key) == [scene.case1])
  }

  @Test func `what lies in both places is not read`() throws {
    let scene = try VerifyScene()
    let path = scene.place.path + "/copy"
    Workplace.lay(try Workplace.contents(scene.place.storePath), in: path)
    try scene.act(.note, ["text": "新"], by: "rita", in: scene.case2.path)
    let files = HookedFileSystem()
    let store = try Store.open(path, environment: [:])
    let merge = try Merge(to: store, from: scene.place.storePath, files: files)
    _ = files.takeOpened()
    let report = try merge.run()
    #expect(report.new == 1 && report.acts == 1)
    let registry = Set(try scene.store.disk.names("registry"))
    let opened = Set(files.takeOpened().keys).subtracting(registry)
    #expect(opened.count == 1 && opened.allSatisfy { $0.hasSuffix(".event.json") }, "\(opened)")
  }

  @Test func `a question that two answered apart is contested by the merge, and said`() throws {
    let scene = try VerifyScene()
    let path = scene.place.path + "/laptop"
    _ = try TakeAlong(scene.store, [scene.case1], recipients: []).run(to: path, on: Self.day)
    let copy = try Store.open(path, environment: scene.place.environment)
    let rita = try #require(scene.keys["rita"])
    func check(_ store: Store, _ code: JSONValue) throws {
      let action = Action(
        .check,
        [
          "item": "audit-report", "year": 2024, "file": .string(Store.hash(of: scene.paper)), "state": "defective",
          "defects": [["code": code, "text": "看不清"]],
        ])
      _ = try store.perform(action, in: scene.case1.path, by: rita, today: Self.day, at: Workplace.start)
      store.told()
    }
    try check(copy, "illegible")
    try check(scene.store, "other")
    let report = try Merge(to: scene.store, from: path).run()
    #expect(report.contested.map(\.folder) == [scene.case1.path])
    #expect(report.contested.first?.question.text.hasPrefix("material:audit-report") == true)
    #expect(report.rows.first?.before?.contested == false && report.rows.first?.after.contested == true)
    // Both know now that it was brought back.
    #expect(try Store.open(path, environment: [:]).actsNotBroughtBack() == 0)
    let again = try Merge(to: scene.store, from: path).run()
    #expect(again.new == 0 && again.contested.isEmpty)
  }

  @Test func `what was signed and not told of is finished where its case is, before anything travels`() throws {
    let scene = try VerifyScene()
    let path = scene.place.path + "/laptop"
    _ = try TakeAlong(scene.store, [scene.case1], recipients: []).run(to: path, on: Self.day)
    // Signed, and the program gone before either store had it.
    let own = try #require(scene.store.own)
    let rita = try #require(scene.keys["rita"])
    var number = try #require(try own.count(of: rita.sign))
    for key in [scene.case1, scene.case2] {
      number += 1
      let event = try scene.store.sign(
        .note, body: ["on": "2026-01-01", "text": "没写完"], in: key.path, parents: scene.store.history(key.path).heads,
        registry: scene.store.officers().heads, number: number, by: rita, at: Workplace.start)
      try Outbox(own: own).put(.init(asked: nil, day: Self.day, events: [event]))
    }
    let copy = try Store.open(path, environment: scene.place.environment)
    #expect(try copy.finishOutbox(today: Self.day) == (1, 1))
    #expect(try copy.caseKeys() == [scene.case1])
    let office = try scene.place.open()
    #expect(try office.finishOutbox(today: Self.day) == (1, 0))
    let report = try Merge(to: office, from: path).run()
    #expect(report.acts == 1 && report.verdicts.isEmpty)
    for key in [scene.case1, scene.case2] {
      let entries = try #require(try office.caseFile(key, today: Self.day)).history.entries
      #expect(entries.filter { $0.event.act == .note }.map(\.verdict) == [.valid])
    }
  }

  @Test func `a preview and a copy that cannot be written leave the copy counting`() throws {
    let scene = try VerifyScene()
    let path = scene.place.path + "/laptop"
    _ = try TakeAlong(scene.store, [scene.case1], recipients: []).run(to: path, on: Self.day)
    let copy = try Store.open(path, environment: scene.place.environment)
    let rita = try #require(scene.keys["rita"])
    let note = Action(.note, ["text": "路上"])
    _ = try copy.perform(note, in: scene.case1.path, by: rita, today: Self.day, at: Workplace.start)
    #expect(try Merge(to: scene.store, from: path).run(isDry: true).acts == 1)
    #expect(try copy.actsNotBroughtBack() == 1)
    let files = HookedFileSystem()
    let merge = try Merge(to: scene.store, from: path, files: files)
    files.refuse { call, _ in call == "create" ? .readOnlyFileSystem : nil }
    #expect(try merge.run().copyTrouble?.kind == .readOnly)
    #expect(try copy.actsNotBroughtBack() == 1)
    #expect(try Merge(to: scene.store, from: path).run().copyTrouble == nil)
    #expect(try Store.open(path, environment: [:]).actsNotBroughtBack() == 0)
  }

  @Test func `a copy of read-only files in folders of a group is merged and can be removed`() throws {
    let scene = try VerifyScene()
    let path = scene.place.path + "/copy"
    let files = try Workplace.contents(scene.place.storePath)
    try scene.act(.note, ["text": "新"], by: "rita", in: scene.case2.path)
    Workplace.lay(files.filter { !$0.key.hasPrefix(scene.case1.path) }, in: path, mode: 0o444, folders: 0o2775)
    let report = try Merge(to: Store.open(path, environment: [:]), from: scene.place.storePath).run()
    #expect(report.new > 0)
    var status = stat()
    #expect(stat("\(path)/\(scene.case1.path)", &status) == 0 && status.st_mode & 0o7777 == 0o2775)
    // As `rm -rf` does: nobody needs more than the right to write in each folder.
    let laptop = scene.place.path + "/laptop"
    _ = try TakeAlong(Store.open(path, environment: [:]), [scene.case1], recipients: []).run(to: laptop, on: Self.day)
    for place in [path, laptop] {
      var folders = [place]
      while let folder = folders.popLast() {
        #expect(stat(folder, &status) == 0 && status.st_mode & 0o700 == 0o700, "\(folder)")
        let disk = try Disk(path: folder)
        folders += try disk.entries("").filter { $0.kind == .folder }.map { "\(folder)/\($0.name)" }
      }
    }
  }
}

/// Numbers from a seed.
private struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
