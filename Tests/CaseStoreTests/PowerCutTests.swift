import Casework
import ScoringCore
import StrictJSON
import Synchronization
import SystemPackage
import Testing

@testable import CaseStore

/// The whole of an act, an import and a founding on a disk in memory that loses its power at any call: whatever of what
/// was not made durable is left, what was told is on file, nothing is half, and the same again completes it once.
@Suite struct PowerCutTests {
  private static let environment = ["XDG_DATA_HOME": "/own"]
  private static let path = PerformTests.case1.path

  private func found(_ files: FakeFileSystem) throws -> Store {
    try Store.create(
      "/store", founder: .init(officer: "li.ming", name: "李明"), passphrase: nil, at: Workplace.start,
      environment: Self.environment, files: files)
  }

  private func open(_ files: FakeFileSystem) throws -> (store: Store, key: OfficerKey) {
    let store = try Store.open("/store", environment: Self.environment, files: files)
    return (store, try #require(store.own).open(PassphraseSource.none))
  }

  private func receive(_ store: Store, _ key: OfficerKey, _ ids: [String]) -> ImportReport {
    store.receive(
      [.bytes(Array(ids.map { Workplace.application($0) }.joined(separator: "\n").utf8), name: "-")], by: key,
      reader: ApplicationReader(standard: .shared), at: { _ in Workplace.start })
  }

  private func note(_ store: Store, _ key: OfficerKey) throws -> WrittenAct {
    let action = Action(.note, ["text": "记一笔"])
    let asked = Store.digest(action, in: Self.path, by: key, today: PerformTests.today)
    return try store.perform(in: Self.path, by: key, today: PerformTests.today, at: Workplace.start, asked: asked) {
      situation throws(Refusal) in
      let (whole, unmet) = situation.prepare(action)
      guard unmet.isEmpty else { throw .unmet(unmet) }
      return whole
    }
  }

  /// Kinds of the events of a folder; none is unreadable, and no count is given twice.
  private func kinds(_ store: Store, _ folder: String) throws -> [String] {
    let found = try store.events(in: folder)
    #expect(found.unreadable.isEmpty, "\(found.unreadable)")
    #expect(Set(found.events.map(\.number)).count == found.events.count, "a count was given twice")
    return found.events.map(\.kind)
  }

  /// A disk with a founded store and one case, all of it durable.
  private func office(isLocal: Bool) throws -> FakeFileSystem.State {
    let files = FakeFileSystem(isLocal: isLocal)
    let store = try found(files)
    _ = receive(store, try #require(store.own).open(PassphraseSource.none), ["C01"])
    store.told()
    var state = files.state.withLock { $0 }
    state.nodes = state.nodes.mapValues(\.hardened)
    state.calls = []
    return state
  }

  @Test(arguments: [true, false])
  func `an act whose power is cut at any call is on file once when it is asked for again`(isLocal: Bool) throws {
    let base = try office(isLocal: isLocal)
    let tally = FaultTally("a loss of power in an act")
    var step = 0
    while true {
      let files = FakeFileSystem(base, isLocal: isLocal)
      let (store, key) = try open(files)
      files.arm(step, .powerCut)
      let acknowledged = (try? note(store, key)) != nil
      let hit = files.wasHit
      for survivor in files.survivors(most: 64) {
        let (store, key) = try open(survivor)
        let before = try kinds(store, Self.path).count { $0 == "note" }
        #expect(before == 1 || before == 0 && !acknowledged, "cut before call \(step)")
        _ = try note(store, key)
        #expect(try kinds(store, Self.path).count { $0 == "note" } == 1, "cut before call \(step)")
        tally.tried()
      }
      if !hit { break }
      step += FaultTally.step(3)
    }
    #expect(step > 40)
  }

  @Test(arguments: [true, false])
  func `an import whose power is cut at any call is completed by the same import`(isLocal: Bool) throws {
    let base = try office(isLocal: isLocal)
    let tally = FaultTally("a loss of power in an import")
    let ids = ["C02", "C03"]
    var step = 0
    while true {
      let files = FakeFileSystem(base, isLocal: isLocal)
      let (store, key) = try open(files)
      files.arm(step, .powerCut)
      let told = receive(store, key, ids).received.map(\.path)
      let hit = files.wasHit
      for survivor in files.survivors(most: 32) {
        let (store, key) = try open(survivor)
        for path in told { #expect(try kinds(store, path) == ["receive"], "cut before call \(step)") }
        let again = receive(store, key, ids)
        #expect(again.stopped == nil && again.problems.isEmpty, "cut before call \(step): \(again)")
        for id in ids {
          #expect(try kinds(store, "cases/370000/2025-1/\(id)") == ["receive"], "cut before call \(step)")
        }
        #expect(try store.refresh(.shared).unreadable.isEmpty, "cut before call \(step)")
        tally.tried()
      }
      if !hit { break }
      step += FaultTally.step(5)
    }
    #expect(step > 40)
  }

  @Test func `a founding whose power is cut at any call is repeated`() throws {
    let tally = FaultTally("a loss of power in a founding")
    var step = 0
    while true {
      let files = FakeFileSystem()
      files.arm(step, .powerCut)
      let first = try? found(files)
      let hit = files.wasHit
      for survivor in files.survivors(most: 64) {
        let store = try found(survivor)
        #expect(first == nil || first?.id == store.id, "cut before call \(step)")
        let (again, key) = try open(survivor)
        #expect(try again.registry().events.map(\.id) == [store.id] && key.officer == "li.ming", "call \(step)")
        tally.tried()
      }
      if !hit { break }
      step += FaultTally.step(2)
    }
    #expect(step > 40)
  }
}
