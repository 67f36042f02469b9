import ScoringCore
import Synchronization
import SystemPackage
import Testing

@testable import CaseStore

/// The promise of the store: what was acknowledged survives, what was not is never seen in part.
@Suite struct PublishTests {
  static let first = Array("what was acknowledged before\n".utf8)
  static let second = Array("what is being written when it happens\n".utf8)
  static let folder = "cases/370000/2025-1/C00"

  /// A disk on which one file was acknowledged.
  private func disk(isLocal: Bool = true) throws -> (Disk, FakeFileSystem) {
    let fake = FakeFileSystem(isLocal: isLocal)
    let disk = try Disk(path: "store", files: fake)
    _ = try disk.publish(Self.first, in: Self.folder, names: ["first"])
    return (disk, fake)
  }

  private func write(_ disk: Disk) throws {
    _ = try disk.publish(Self.second, in: "cases/370000/2025-1/C01", names: ["second"])
  }

  private func writeBatch(_ disk: Disk) throws {
    var batch = try Batch(disk)
    try batch.stage(Self.second, in: "cases/370000/2025-1/C01", names: ["second"])
    try batch.stage(Self.second, in: "cases/370000/2025-1/C01", names: ["event"], second: true)
    var progress = Batch.Progress()
    _ = try batch.commit(&progress)
  }

  /// What `disk` shows of the two files: the acknowledged one whole, the other absent or whole.
  private func check(_ files: FakeFileSystem, acknowledged: Bool, _ note: String) throws {
    let disk = try Disk(path: "store", files: files)
    #expect(try disk.read("\(Self.folder)/first", limit: 1000) == Self.first, "\(note)")
    let other = "cases/370000/2025-1/C01"
    let found = try disk.readIfPresent("\(other)/second", limit: 1000)
    #expect(found == nil ? !acknowledged : found == Self.second, "\(note)")
    let event = try disk.readIfPresent("\(other)/event", limit: 1000)
    #expect(event == nil || (event == Self.second && found == Self.second), "\(note)")
  }

  @Test(arguments: [false, true], [false, true])
  func `no loss of power at any call takes what was acknowledged or shows a part`(batch: Bool, isLocal: Bool) throws {
    let tally = FaultTally("a loss of power while a file is published")
    var step = 0
    var survivors = 0
    while true {
      let (disk, fake) = try disk(isLocal: isLocal)
      fake.arm(step, .powerCut)
      let acknowledged = (try? batch ? writeBatch(disk) : write(disk)) != nil
      for survivor in fake.survivors() {
        try check(survivor, acknowledged: acknowledged, "cut before call \(step)")
        survivors += 1
        tally.tried()
      }
      if acknowledged, !fake.wasHit { break }
      step += 1
    }
    #expect(step > 12 && survivors > 40)
  }

  @Test(arguments: [false, true], [false, true])
  func `every call may fail once in every way, and a second try succeeds`(batch: Bool, isLocal: Bool) throws {
    let faults: [FakeFileSystem.Fault] = [
      .fails(.noSpace), .fails(.diskQuotaExceeded), .fails(.ioError), .fails(.interrupted),
      .fails(.tooManyOpenFiles), .fails(.permissionDenied), .fails(.staleNFSFileHandle),
      .fails(.readOnlyFileSystem), .short,
    ]
    let tally = FaultTally("a call fails while a file is published")
    for fault in faults {
      var step = 0
      while true {
        let (disk, fake) = try disk(isLocal: isLocal)
        fake.arm(step, fault)
        var acknowledged = true
        do { try batch ? writeBatch(disk) : write(disk) } catch let error as StoreError {
          acknowledged = false
          #expect(!error.message.zh.isEmpty && !error.message.en.isEmpty)
          #expect(fault != .fails(.interrupted) && fault != .short, "\(fault) at call \(step): \(error)")
        }
        let hit = fake.wasHit
        fake.heal()
        try check(fake, acknowledged: acknowledged, "\(fault) at call \(step)")
        try batch ? writeBatch(disk) : write(disk)
        try check(fake, acknowledged: true, "after \(fault) at call \(step)")
        if !hit { break }
        tally.tried()
        step += 1
      }
      #expect(step > 12)
    }
  }

  @Test func `a failed sync is answered by a new file, never by a second sync of the same`() throws {
    let (disk, fake) = try disk()
    let before = fake.calls.count
    try write(disk)
    let calls = Array(fake.calls[before...])
    let sync = try #require(
      calls.indices.first { calls[$0] == "sync" && calls[..<$0].contains("write") })
    let (again, other) = try self.disk()
    other.arm(sync, .fails(.ioError))
    let start = other.calls.count
    try write(again)
    let after = other.calls[start...]
    #expect(after.count { $0 == "create" } == 2)
    #expect(after.count { $0 == "write" } == 2)
  }

  @Test func `a failure after the name is made is called unknown, and repeating is safe`() throws {
    let (disk, fake) = try disk()
    let before = fake.calls.count
    try write(disk)
    let last = try #require(fake.calls[before...].lastIndex(of: "sync")) - before
    let (again, other) = try self.disk()
    other.arm(last, .fails(.ioError))
    #expect { try write(again) } throws: { ($0 as? StoreError)?.kind == .unknownOutcome }
    let published = try again.publish(
      Self.second, in: "cases/370000/2025-1/C01", names: ["second"])
    #expect(published.alreadyThere)
  }

  @Test func `a name taken by other bytes gives way to a longer one`() throws {
    let (disk, _) = try disk()
    let published = try disk.publish(Self.second, in: Self.folder, names: ["first", "first-longer"])
    #expect(published == Published(name: "first-longer", alreadyThere: false))
    #expect { try disk.publish(Self.second, in: Self.folder, names: ["first"]) } throws: {
      ($0 as? StoreError)?.kind == .damaged
    }
  }
}

extension FakeFileSystem {
  /// Whether the armed call was reached.
  var wasHit: Bool { state.withLock { state in state.fault.map { state.calls.count > $0.call } ?? false } }
}
