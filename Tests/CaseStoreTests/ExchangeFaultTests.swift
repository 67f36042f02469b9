import Casework
import Glibc
import ScoringCore
import StrictJSON
import Synchronization
import SystemPackage
import Testing

@testable import CaseStore

/// Taking along and merging while calls on the disk fail, the program is killed or the power is cut: both stores are
/// sound, and the same again completes it.
@Suite struct ExchangeFaultTests {
  private typealias Contents = [String: [UInt8]]
  private static let faults: [HookedFileSystem.Fault] = [.fails(.noSpace), .fails(.ioError), .killed]
  private static let day = VerifyScene.today

  /// What a check of a store finds that somebody has to read again: nothing half, nothing that is not what it says.
  private func damage(_ path: String) throws -> [StoreFinding] {
    var found: [StoreFinding] = []
    let store = try Store.open(path, environment: [:])
    StoreVerifier(store, today: Self.day, report: { found.append($0) }).run()
    return found.filter { $0.need == .reading }
  }

  private func remove(_ path: String) { Workplace.remove(path) }

  @Test(arguments: 0..<3)
  func `a take that fails at any call leaves a store or none, and the same again completes it`(number: Int) throws {
    let scene = try VerifyScene()
    let fault = Self.faults[number]
    let path = scene.place.path + "/laptop"
    let (here, tally) = (scene.place.storePath, FaultTally("a take: \(fault)"))
    let before = try Workplace.contents(here)
    let whole = before.filter { !$0.key.hasPrefix(scene.case2.path) && !$0.key.hasPrefix("sealed/") }
    var call = 0
    while true {
      remove(path)
      let files = HookedFileSystem()
      files.arm(call, fault)
      let done = try? TakeAlong(scene.store, [scene.case1], recipients: []).run(to: path, on: Self.day, files: files)
      let hit = files.wasHit
      // What says that it is a store is whole.
      if let store = try? Store.open(path, environment: [:]) {
        #expect(try Workplace.contents(path) == whole, "\(fault) at call \(call)")
        #expect(store.copy != nil)
      } else {
        #expect(done == nil, "\(fault) at call \(call)")
      }
      _ = try TakeAlong(scene.store, [scene.case1], recipients: []).run(to: path, on: Self.day)
      #expect(try Workplace.contents(path) == whole, "\(fault) at call \(call)")
      #expect(try Store.open(path, environment: [:]).copy?.isWhole == true)
      if !hit { break }
      tally.tried()
      call += FaultTally.step(5)
    }
    #expect(call > 60)
    #expect(try Workplace.contents(here) == before)
    #expect(try damage(path).isEmpty)
  }

  @Test(arguments: 0..<3, [true, false])
  func `a merge that fails at any call leaves both stores sound, and the same again completes it`(
    number: Int, isSource: Bool
  ) throws {
    let scene = try VerifyScene()
    let fault = Self.faults[number]
    let path = scene.place.path + "/copy"
    let whole = try Workplace.contents(scene.place.storePath).filter { !$0.key.hasSuffix("b.txt") }
    let part = whole.filter { !$0.key.hasPrefix(scene.case1.path) && !$0.key.hasPrefix("sealed/") }
    let tally = FaultTally("a merge, \(isSource ? "from" : "to"): \(fault)")
    var call = 0
    while true {
      remove(path)
      Workplace.lay(part, in: path)
      let files = HookedFileSystem()
      let target = try Store.open(path, environment: [:], files: isSource ? PosixFileSystem() : files)
      let merge = try Merge(
        to: target, from: scene.place.storePath, files: isSource ? files : PosixFileSystem())
      files.arm(call, fault)
      let report = try? merge.run()
      let hit = files.wasHit
      let now = try Workplace.contents(path)
      #expect(now.allSatisfy { whole[$0.key] == $0.value }, "\(fault) at call \(call)")
      #expect(Set(now.keys).isSuperset(of: part.keys), "\(fault) at call \(call)")
      // What was not told to be lacking is there.
      if let report, report.refused.allSatisfy({ $0.kind == .unhashedPaper }) {
        #expect(now == whole, "\(fault) at call \(call)")
      }
      files.heal()
      _ = try Merge(to: Store.open(path, environment: [:]), from: scene.place.storePath).run()
      #expect(try Workplace.contents(path) == whole, "\(fault) at call \(call)")
      if !hit { break }
      tally.tried()
      call += FaultTally.step(9)
    }
    #expect(call > 60)
    #expect(try damage(path).isEmpty)
  }

  @Test(arguments: [true, false])
  func `a merge whose power is cut at any call is completed by the same merge`(isLocal: Bool) throws {
    let base = try twoCopies(isLocal: isLocal)
    let tally = FaultTally("a loss of power in a merge")
    var step = 0
    while true {
      let cut = FakeFileSystem(base.state, isLocal: isLocal)
      let (store, source) = try stores(cut)
      cut.arm(step, .powerCut)
      let report = try? Merge(to: store, from: source.disk, id: source.id).run()
      let hit = cut.wasHit
      for survivor in cut.survivors(most: 16) {
        let (store, source) = try stores(survivor)
        let before = try kinds(store)
        #expect(before.contains("receive"), "cut before call \(step)")
        #expect(report == nil || report?.isUnread == true || before == base.kinds, "cut before call \(step)")
        _ = try Merge(to: store, from: source.disk, id: source.id).run()
        #expect(try kinds(store) == base.kinds, "cut before call \(step)")
        tally.tried()
      }
      if !hit { break }
      step += FaultTally.step(7)
    }
    #expect(step > 40)
  }

  // MARK: two copies in memory

  private static let environment = ["XDG_DATA_HOME": "/own"]
  private static let path = PerformTests.case1.path

  private func stores(_ files: FakeFileSystem) throws -> (store: Store, source: Store) {
    (
      try Store.open("/store", environment: [:], files: files), try Store.open("/copy", environment: [:], files: files)
    )
  }

  private func kinds(_ store: Store) throws -> [String] {
    let found = try store.events(in: Self.path)
    #expect(found.unreadable.isEmpty, "\(found.unreadable)")
    return found.events.map(\.kind).sorted()
  }

  /// A store, and a copy of it on which two notes were made; what a store has after a merge.
  private func twoCopies(isLocal: Bool) throws -> (state: FakeFileSystem.State, kinds: [String]) {
    let files = FakeFileSystem(isLocal: isLocal)
    let store = try Store.create(
      "/store", founder: .init(officer: "li.ming", name: "李明"), passphrase: nil, at: Workplace.start,
      environment: Self.environment, files: files)
    let key = try #require(store.own).open(PassphraseSource.none)
    _ = store.receive(
      [.bytes(Array(Workplace.application("C01").utf8), name: "-")], by: key,
      reader: ApplicationReader(standard: .shared), at: { _ in Workplace.start })
    store.told()
    _ = try TakeAlong(store, [PerformTests.case1], recipients: []).run(
      to: "/copy", on: Self.day, files: files)
    let copy = try Store.open("/copy", environment: Self.environment, files: files)
    for text in ["一", "二"] {
      _ = try copy.perform(
        Action(.note, ["text": .string(text)]), in: Self.path, by: key, today: Self.day, at: Workplace.start)
    }
    copy.told()
    var state = files.state.withLock { $0 }
    state.nodes = state.nodes.mapValues(\.hardened)
    state.calls = []
    return (state, ["note", "note", "receive"])
  }
}
