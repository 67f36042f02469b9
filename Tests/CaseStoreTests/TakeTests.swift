import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

/// What goes along of a store, where to, and what a copy knows of itself.
@Suite struct TakeTests {
  private static let day = VerifyScene.today

  private func seals(_ scene: VerifyScene, _ officers: Set<String>) throws -> Set<String> {
    try scene.store.officers().sealingKeys(of: officers)
  }

  private func findings(_ path: String) throws -> [StoreFinding] {
    var found: [StoreFinding] = []
    let store = try Store.open(path, environment: [:])
    StoreVerifier(store, today: Self.day, report: { found.append($0) }).run()
    return found
  }

  @Test func `one case goes along with all that judging it asks for, and is a store at once`() throws {
    let scene = try VerifyScene()
    let path = scene.place.path + "/laptop"
    let along = TakeAlong(scene.store, [scene.case1], recipients: try seals(scene, ["otto"]))
    let result = try along.run(to: path, on: Self.day)
    let (all, taken) = (try Workplace.contents(scene.place.storePath), try Workplace.contents(path))
    #expect(taken == all.filter { !$0.key.hasPrefix(scene.case2.path) })
    #expect(result.new == taken.count && along.refused.isEmpty)
    let found = try findings(path)
    #expect(found.allSatisfy { $0.need == .nobody }, "\(found)")
    let (here, there) = (try scene.place.open(), try Store.open(path, environment: [:]))
    let before = try #require(try here.caseFile(scene.case1, today: Self.day))
    let after = try #require(try there.caseFile(scene.case1, today: Self.day))
    #expect(after.history.entries == before.history.entries && after.unreadable.isEmpty)
    #expect(after.settings == before.settings && after.summary == before.summary)
    #expect(there.copy?.isWhole == true && there.copy?.day == Self.day)
    #expect(try there.actsNotBroughtBack() == 0)
  }

  @Test func `sealed files go along for those alone who can open them`() throws {
    let scene = try VerifyScene()
    for (officers, count, others) in [(Set<String>(), 0, 2), (["rita"], 0, 2), (["otto"], 2, 0)] {
      let path = scene.place.path + "/laptop-\(officers.joined())"
      let along = TakeAlong(scene.store, [scene.case1], recipients: try seals(scene, officers))
      _ = try along.run(to: path, on: Self.day)
      #expect(try Workplace.contents(path).keys.count { $0.hasPrefix("sealed/") } == count)
      #expect(along.sealedToOthers == others)
      let found = try findings(path)
      #expect(found.allSatisfy { $0.need == .nobody }, "\(found)")
    }
  }

  @Test func `the list names what is named before what names it, with size and hash of each`() throws {
    let scene = try VerifyScene()
    let along = TakeAlong(scene.store, [scene.case1, scene.case2], recipients: try seals(scene, ["otto"]))
    let list = try along.list()
    let all = try Workplace.contents(scene.place.storePath)
    #expect(Set(list.files.map(\.path)) == Set(all.keys))
    #expect(list.files.allSatisfy { all[$0.path]?.count == $0.size && Store.hash(of: all[$0.path] ?? []) == $0.sha256 })
    #expect(list.files.first?.path == "store.json")
    var seen: Set<String> = []
    for file in list.files {
      if file.path.hasSuffix(".event.json") {
        let event = try Event(EventFile(reading: all[file.path] ?? []))
        #expect(Set(event.namedFiles.map(\.sha)).isSubset(of: seen), "\(file.path)")
        if let application = event.application { #expect(seen.contains(application)) }
      }
      seen.insert(file.sha256)
    }
  }

  @Test func `a folder that holds anything else is refused with a sentence and left as it is`() throws {
    let scene = try VerifyScene()
    let other = try VerifyScene()
    let twin = scene.place.path + "/twin"
    Workplace.lay(try Workplace.contents(scene.place.storePath), in: twin)
    let inside = scene.place.storePath + "/x"
    symlink(scene.place.storePath, scene.place.path + "/link")
    let refusals: [(String, StoreError.Kind)] = [
      (scene.place.storePath, .badInput), (inside, .badInput), (scene.place.path + "/link/y", .badInput),
      (other.place.storePath, .otherStore), (twin, .exists), (scene.place.path, .exists),
    ]
    for (path, kind) in refusals {
      let before = (try? Workplace.contents(path)) ?? [:]
      let along = TakeAlong(scene.store, [scene.case1], recipients: [])
      let error = #expect(throws: StoreError.self) { try along.run(to: path, on: Self.day) }
      #expect(error?.kind == kind, "\(path)")
      #expect(((try? Workplace.contents(path)) ?? [:]) == before, "\(path)")
      #expect(access(path + "/.tidu/copy", F_OK) != 0)
    }
  }

  @Test func `two revisions that name one place for a paper both have theirs, in a copy and in a copy of that`() throws
  {
    let scene = try VerifyScene()
    let (folder, path) = (scene.case2.path, scene.place.path + "/laptop")
    mkdir("\(scene.place.storePath)/\(folder)/materials", 0o755)
    let papers = ["旧", "新"].map { Array("审计报告，\($0)".utf8) }
    for paper in papers {
      scene.write(paper, to: "\(folder)/materials/a.txt")
      let declared = """
        ,"materials":[{"item":"audit-report","year":2024,"file":"materials/a.txt","sha256":"\(Store.hash(of: paper))"}]
        """
      let application = Array(Workplace.application("C02", extra: declared).utf8)
      let hash = Store.hash(of: application)
      try scene.act(
        .amend, ["application": .string(hash), "reason": "录入有误"], by: "sam", in: folder, files: [hash: application])
      let along = TakeAlong(scene.store, [scene.case2], recipients: [])
      _ = try along.run(to: path, on: Self.day)
      #expect(along.refused.isEmpty, "\(along.refused)")
    }
    func held(_ path: String) throws -> Set<[UInt8]> {
      Set(try Workplace.contents(path).filter { $0.key.hasPrefix(folder) }.values).intersection(papers)
    }
    #expect(try held(path) == Set(papers))
    #expect(try Workplace.contents(path)["\(folder)/materials/a.txt"] == papers[0], "nothing is written over")
    let next = scene.place.path + "/next"
    let along = TakeAlong(try Store.open(path, environment: [:]), [scene.case2], recipients: [])
    _ = try along.run(to: next, on: Self.day)
    #expect(try along.refused.isEmpty && held(next) == Set(papers), "\(along.refused)")
    let found = try findings(next)
    #expect(found.allSatisfy { $0.need == .nobody }, "\(found)")
  }

  @Test func `a copy whose record is damaged is a copy still`() throws {
    let scene = try VerifyScene()
    let path = scene.place.path + "/laptop"
    _ = try TakeAlong(scene.store, [scene.case1], recipients: []).run(to: path, on: Self.day)
    unlink(path + "/.tidu/copy")
    scene.place.write("spoiled", to: "laptop/.tidu/copy")
    let copy = try Store.open(path, environment: scene.place.environment)
    #expect(copy.isCopy && copy.copy == nil && copy.copyTrouble != nil && copy.ownPlace != scene.store.ownPlace)
    let found = try findings(path)
    #expect(found.allSatisfy { $0.need == .nobody }, "what did not go along is not missing: \(found)")
    let sam = try #require(scene.keys["sam"])
    #expect(throws: StoreError.self) {
      try copy.sign(
        .note, body: [:], in: scene.round, parents: [], registry: [], number: 99, by: sam, at: Workplace.start)
    }
  }

  @Test func `a copy that was taken gains another case, and keeps what was done on it`() throws {
    let scene = try VerifyScene()
    let path = scene.place.path + "/laptop"
    _ = try TakeAlong(scene.store, [scene.case1], recipients: []).run(to: path, on: Self.day)
    let id = try Store.open(path, environment: [:]).copy?.id
    let copy = try Store.open(path, environment: scene.place.environment)
    let rita = try #require(scene.keys["rita"])
    let note = Action(.note, ["text": "路上"])
    _ = try copy.perform(note, in: scene.case1.path, by: rita, today: Self.day, at: Workplace.start)
    #expect(try copy.actsNotBroughtBack() == 1)
    let next = Day(number: Self.day.number + 1)
    let again = try TakeAlong(scene.store, [scene.case2], recipients: []).run(to: path, on: next)
    #expect(again.new == 2)
    let after = try Store.open(path, environment: [:])
    #expect(after.copy?.id == id && after.copy?.day == next)
    #expect(try after.actsNotBroughtBack() == 1)
    #expect(try after.caseKeys() == [scene.case1, scene.case2])
  }

  @Test func `a copy whose record is lost or damaged says so and stays a store`() throws {
    let scene = try VerifyScene()
    let path = scene.place.path + "/laptop"
    _ = try TakeAlong(scene.store, [scene.case1], recipients: []).run(to: path, on: Self.day)
    let record = try Disk(path: path).read(".tidu/copy", limit: 1 << 20)
    for place in record.indices {
      var bytes = record
      bytes[place] ^= 1
      // Whatever it still says, it says of the same events.
      let read = CopyRecord(reading: bytes)
      #expect(read == nil || read?.known == CopyRecord(reading: record)?.known)
    }
    unlink(path + "/.tidu/copy")
    Workplace.lay([".tidu/copy": Array("x".utf8)], in: path)
    let damaged = try Store.open(path, environment: [:])
    #expect(damaged.copy == nil && damaged.copyTrouble?.kind == .damaged)
    #expect(try damaged.caseKeys() == [scene.case1])
    #expect(throws: StoreError.self) {
      try TakeAlong(scene.store, [scene.case1], recipients: []).run(to: path, on: Self.day)
    }
    unlink(path + "/.tidu/copy")
    let lost = try Store.open(path, environment: [:])
    #expect(lost.copy == nil && lost.copyTrouble == nil)
  }

  @Test func `nothing of a round is signed in a copy`() throws {
    let scene = try VerifyScene()
    let path = scene.place.path + "/laptop"
    _ = try TakeAlong(scene.store, [scene.case1], recipients: []).run(to: path, on: Self.day)
    let copy = try Store.open(path, environment: scene.place.environment)
    let fields: JSONValue = [
      "tiers": ["specialized"], "types": ["new"], "window": ["from": "2025-03-01", "until": "2025-09-30"],
      "document": "通知",
    ]
    let key = try #require(scene.keys["li.ming"])
    let open = Action(.openRound, fields)
    #expect(throws: Refusal.self) {
      try copy.perform(open, in: scene.round, by: key, today: Self.day, at: Workplace.start)
    }
    #expect(try copy.disk.names(scene.round).isEmpty)
    _ = try scene.store.perform(open, in: scene.round, by: key, today: Self.day, at: Workplace.start)
  }

  @Test func `what did not go along is not missed in a copy of the same officer`() throws {
    let scene = try VerifyScene()
    _ = try scene.store.refresh(.shared)
    let path = scene.place.path + "/laptop"
    _ = try TakeAlong(scene.store, [scene.case1], recipients: []).run(to: path, on: Self.day)
    let copy = try Store.open(path, environment: scene.place.environment)
    let changes = try copy.refresh(.shared)
    #expect(changes.unreadable.isEmpty && changes.removed.isEmpty && changes.incomplete.isEmpty)
    // And at the office nothing is news, however often either is opened.
    let office = try scene.place.open()
    let again = try office.refresh(.shared)
    #expect(again.changed.isEmpty && again.removed.isEmpty && again.unreadable.isEmpty)
  }
}
