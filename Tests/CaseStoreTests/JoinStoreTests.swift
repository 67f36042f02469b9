import Casework
import Glibc
import ScoringCore
import StrictJSON
import SystemPackage
import Testing

@testable import CaseStore

/// Bringing a store to a new place, and the key that is used there.
@Suite struct JoinStoreTests {
  private static let day = VerifyScene.today

  /// What a merge brings into an empty place: all but what no event names.
  private static func whole(_ scene: VerifyScene) throws -> [String: [UInt8]] {
    let path = scene.place.path + "/whole"
    _ = try Join(from: scene.place.storePath, to: path).run()
    return try Workplace.contents(path)
  }

  @Test func `a joined place has what the other has, and joining again brings what is new`() throws {
    let scene = try VerifyScene()
    let whole = try Self.whole(scene)
    let before = try Workplace.contents(scene.place.storePath)
    #expect(whole.allSatisfy { before[$0.key] == $0.value } && whole.count > 15)
    #expect(whole.keys.contains { $0.hasPrefix(scene.case1.path) && $0.hasSuffix(".event.json") })
    let path = scene.place.path + "/whole"
    let again = try Join(from: scene.place.storePath, to: path).run()
    #expect(again.new == 0 && again.same >= whole.count - 3)
    #expect(try Store.open(path, environment: [:]).copy == nil)
  }

  @Test(arguments: [HookedFileSystem.Fault.fails(.noSpace), .fails(.ioError), .killed])
  func `a join that fails at any call leaves no store that lacks something, and the same again completes it`(
    fault: HookedFileSystem.Fault
  ) throws {
    let scene = try VerifyScene()
    let whole = try Self.whole(scene)
    let path = scene.place.path + "/joined"
    let tally = FaultTally("a join: \(fault)")
    var (call, unfinished) = (0, 0)
    while true {
      Workplace.remove(path)
      let files = HookedFileSystem()
      files.arm(call, fault)
      let source = try Store.open(scene.place.storePath, environment: [:])
      let report = try? Join(from: source, to: path, files: files).run()
      let hit = files.wasHit
      switch Result(catching: { () throws(StoreError) in try Store.open(path, environment: [:]) }) {
      case .success:
        // What could not be read is told, with status 4, and comes with the next run.
        if report?.isUnread == true { break }
        #expect(try Workplace.contents(path) == whole, "\(fault) at call \(call)")
      case .failure(let error):
        // It is none yet, and says what completes it wherever anything of it is there.
        guard (try? Disk(path: path).names("").contains("registry")) ?? false else { break }
        unfinished += 1
        #expect(error.message.en.contains("tidu join"), "\(fault) at call \(call): \(error)")
      }
      _ = try Join(from: scene.place.storePath, to: path).run()
      #expect(try Workplace.contents(path) == whole, "\(fault) at call \(call)")
      if !hit { break }
      tally.tried()
      call += FaultTally.step(7)
    }
    #expect(call > 60 && unfinished > 3)
  }

  @Test func `another folder, another store and one inside it are refused and left as they are`() throws {
    let scene = try VerifyScene()
    let (from, place) = (scene.place.storePath, scene.place)
    mkdir(place.path + "/full", 0o755)
    place.write("x", to: "full/own.txt")
    let other = try Store.create(
      place.path + "/other", founder: .init(officer: "wu", name: "吴"), passphrase: nil, at: Workplace.start,
      environment: place.environment)
    let before = try Workplace.contents(other.path)
    for (path, kind) in [
      ("full", StoreError.Kind.exists), ("other", .otherStore), ("store/inside", .badInput), ("store", .badInput),
    ] {
      do throws(StoreError) {
        _ = try Join(from: from, to: place.path + "/" + path).run()
        Issue.record("\(path)")
      } catch { #expect(error.kind == kind, "\(path): \(error)") }
    }
    #expect(try Workplace.contents(place.path + "/full").keys.sorted() == ["own.txt"])
    #expect(try Workplace.contents(other.path) == before)
    #expect(access(from + "/inside", F_OK) != 0)
  }

  @Test func `what is joined from a copy that was taken along is a copy as well`() throws {
    let scene = try VerifyScene()
    let (copy, path) = (scene.place.path + "/copy", scene.place.path + "/joined")
    _ = try TakeAlong(scene.store, [scene.case1], recipients: []).run(to: copy, on: Self.day)
    _ = try Join(from: copy, to: path).run()
    let (first, second) = (
      try #require(try Store.open(copy, environment: [:]).copy),
      try #require(try Store.open(path, environment: [:]).copy)
    )
    #expect(second.isWhole && second.day == first.day && second.from == first.from && second.known == first.known)
    #expect(second.id != first.id)
  }

  @Test func `of several keys of an officer on a computer the one in force signs`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let own = try #require(store.own)
    // Keys are kept by their digits: whichever comes first or last, the founder's is in force.
    for _ in 0..<6 { _ = try own.makeKey(officer: "li.ming", passphrase: "never asked for", at: Workplace.start) }
    #expect(store.ownKey(of: "li.ming")?.sign == key.sign)
    #expect(try store.openKey(of: nil, .none).sign == key.sign)
    #expect(try store.openKey(of: "li.ming", .none).sign == key.sign)
  }

  @Test func `a request is kept until its key is in force`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    let own = try #require(store.own)
    let wang = try own.makeKey(officer: "wang", passphrase: nil, at: Workplace.start)
    let request = try wang.request(store: store.id, name: "王", authority: "370000", device: "desk")
    try own.keepRequest(PendingRequest(request: request, from: "/mnt/office"))
    let kept = try store.pendingRequests(try store.officers())
    #expect(kept == [PendingRequest(request: request, from: "/mnt/office")])
    for action in try store.officers().acts(for: request) {
      _ = try store.perform(action, in: "registry", by: key, today: PerformTests.today, at: Workplace.start)
    }
    #expect(try store.pendingRequests(try store.officers()).isEmpty && own.requests().isEmpty)
    // A file that is not what was kept is told, not passed over.
    try own.keepRequest(PendingRequest(request: request, from: nil))
    let name = try #require(try own.disk.names("requests").first)
    var bytes = try own.disk.read("requests/\(name)", limit: 1 << 16)
    bytes[bytes.count / 2] ^= 1
    try own.write(bytes, in: "requests", name: name)
    #expect(throws: StoreError.self) { try own.requests() }
  }
}
