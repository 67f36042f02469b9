import Casework
import Glibc
import ScoringCore
import StrictJSON
import Testing

@testable import CaseStore

/// What does not come in by a merge, and is told; what comes in and is set aside.
@Suite struct MergeRefusalTests {
  private typealias Kind = StoreFinding.Kind

  /// A copy of the scene's store that has nothing of its first case.
  private func copy(_ scene: VerifyScene) throws -> Store {
    let path = scene.place.path + "/copy"
    let files = try Workplace.contents(scene.place.storePath)
    Workplace.lay(files.filter { !$0.key.hasPrefix(scene.case1.path) && !$0.key.hasPrefix("sealed/") }, in: path)
    return try Store.open(path, environment: [:])
  }

  private func merge(_ scene: VerifyScene, to store: Store) throws -> MergeReport {
    try Merge(to: store, from: scene.place.storePath, files: scene.files).run()
  }

  @Test(
    arguments: [
      .denied, .unread, .notPlain, .empty, .tooLarge, .damagedEvent, .eventName, .signature, .damagedApplication,
      .foreignApplication, .otherPaper, .unhashedPaper, .damagedFile, .notErased, .foreign,
    ] as [StoreFinding.Kind])
  func `what is not what it says is told with the reason, and does not come in`(kind: StoreFinding.Kind) throws {
    let scene = try VerifyScene()
    let target = try copy(scene)
    let spoilt = try scene.spoil(kind)
    let report = try merge(scene, to: target)
    #expect(report.refused.contains { $0.kind == kind }, "\(kind): \(report.refused)")
    // Papers without a hash are told too, and nothing else.
    let other = report.refused.filter { $0.kind != kind && $0.kind != .unhashedPaper }
    #expect(other.isEmpty, "\(kind): \(other)")
    #expect(report.isUnread == (kind.need == .reading))
    if let spoilt, kind != .unhashedPaper {
      #expect(report.refused.contains { $0.file == spoilt }, "\(kind): \(report.refused) \(spoilt)")
      #expect(!target.disk.holds(spoilt), "\(kind)")
    }
    var found: [StoreFinding] = []
    StoreVerifier(target, today: VerifyScene.today, report: { found.append($0) }).run()
    #expect(found.allSatisfy { $0.need != .reading }, "\(kind): \(found.filter { $0.need == .reading })")
  }

  @Test func `an event of another folder, of another store or without a sound envelope stays`() throws {
    let scene = try VerifyScene()
    let target = try copy(scene)
    let (_, event) = try scene.event(.check)
    scene.write(event.bytes, to: "\(scene.case2.path)/\(event.names[0])")
    var forged = event.payload.members ?? []
    forged.removeAll { $0.key == "store" }
    let rita = try #require(scene.keys["rita"])
    let other = try EventFile(signing: .object(forged + [.init("store", .string(event.id))]), with: rita)
    let unsound = try EventFile(signing: .object(forged), with: rita)
    for event in [other, unsound] { scene.write(event.bytes, to: "\(scene.case1.path)/\(event.names[0])") }
    let report = try merge(scene, to: target)
    let refused = report.refused.filter { $0.kind != .unhashedPaper }
    #expect(Set(refused.map(\.kind)) == [.misplaced, .foreign, .rejected], "\(refused)")
    #expect(refused.count == 3)
  }

  @Test func `junk is counted, a file that no event names is told, and neither comes`() throws {
    let scene = try VerifyScene()
    let target = try copy(scene)
    let hash = Store.hash(of: [1])
    for name in [".DS_Store", "Thumbs.db", "说明.txt", "materials/x.txt", hash] {
      scene.write([1], to: "\(scene.case1.path)/\(name)")
    }
    scene.write([1], to: "sealed/\(hash)")
    let report = try merge(scene, to: target)
    #expect(report.refused.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.leftover, .leftover, .unhashedPaper])
    #expect(report.strays == 4)
    let files = try Workplace.contents(target.path)
    #expect(!files.keys.contains { $0.hasSuffix(hash) || $0.hasSuffix(".txt") && !$0.hasSuffix("a.txt") })
  }

  @Test func `an event by a key that nobody knows yet comes along, and counts once the key does`() throws {
    let scene = try VerifyScene()
    let target = try copy(scene)
    let before = Set(try scene.store.disk.names("registry"))
    let laptop = OfficerKey(officer: "rita")
    try scene.act(
      .key,
      [
        "device": "笔记本", "officer": "rita", "proof": .string(laptop.proof(device: "笔记本")),
        "seal": .string(laptop.seal), "sign": .string(laptop.sign),
      ], by: "li.ming", in: "registry")
    try scene.act(.approve, by: "sam", in: "registry")
    let note = try scene.forge("note", [.init("text", "x")], by: laptop)
    // The case comes first, from where nobody has the key either.
    let other = scene.place.path + "/other"
    let files = try Workplace.contents(scene.place.storePath)
    let old = files.filter { !$0.key.hasPrefix("registry/") || before.contains(String($0.key.dropFirst(9))) }
    Workplace.lay(old, in: other)
    _ = try Merge(to: target, from: other).run()
    #expect(target.disk.holds("\(scene.case1.path)/\(note.names[0])"))
    let registry = try target.officers()
    #expect(try target.storedCase(scene.case1, registry)?.events.unreadable.map(\.stranger) == [laptop.sign])
    let report = try merge(scene, to: target)
    #expect(report.acts == 2)
    #expect(report.verdicts.contains { $0.event.id == note.id && $0.before == nil && $0.after == .valid })
    #expect(report.rows.map(\.after.key) == [scene.case1])
  }

  @Test func `a store is neither merged with itself nor with another`() throws {
    let scene = try VerifyScene()
    let other = try VerifyScene()
    let kinds = [scene.place.storePath, other.place.storePath, scene.place.path].map { path in
      do throws(StoreError) {
        _ = try Merge(to: scene.store, from: path)
        return StoreError.Kind.exists
      } catch { return error.kind }
    }
    #expect(kinds == [.badInput, .otherStore, .notAStore])
  }
}
