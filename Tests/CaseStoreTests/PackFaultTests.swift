import Glibc
import ScoringCore
import SystemPackage
import Testing

@testable import CaseStore

/// Whatever call on a stick or a disk fails while a pack is written or unpacked: nothing half stands under its name, what is
/// told as done is done, and repeating succeeds.
@Suite struct PackFaultTests {
  private static let faults: [FakeFileSystem.Fault] = [
    .fails(.ioError), .fails(.noSpace), .fails(.diskQuotaExceeded), .fails(.readOnlyFileSystem),
    .fails(.permissionDenied), .fails(.interrupted), .fails(.noSuchAddressOrDevice), .short, .powerCut, .takenAway,
  ]
  private static let path = "/u.pack"

  private func scene() throws -> PackScene { try PackScene(["store.json", "sealed", ForgedOffice.path("C01")]) }

  /// Whether the stick holds the pack: all of it, or nothing of that name.
  private func holds(_ stick: FakeFileSystem, _ scene: PackScene, _ note: String) throws -> Bool {
    let names = try Disk(path: "/", files: stick).names("").filter { !$0.hasPrefix(TemporaryName.prefix) }
    #expect(names == [] || names == ["u.pack"], "\(note): \(names)")
    guard !names.isEmpty else { return false }
    let reader = PackReader(store: scene.office.store.id, registry: scene.registry, key: { _ in scene.reader })
    let pack = try reader.unpack(Self.path, on: Disk(path: "/", files: FakeFileSystem()), files: stick)
    #expect(try pack.withFiles(PackScene.list) == scene.list, "\(note)")
    return true
  }

  @Test(arguments: [false, true])
  func `Whatever call fails while a pack is written, none stands there in part, and the next is made`(hasLinks: Bool)
    throws
  {
    let scene = try scene()
    let writer = try scene.writer()
    let tally = FaultTally("a call that fails while a pack is written")
    for fault in Self.faults {
      var step = 0
      while true {
        let note = "\(fault) at call \(step)"
        let stick = FakeFileSystem(isLocal: false, hasLinks: hasLinks)
        stick.arm(step, fault)
        var failure: StoreError?
        do throws(StoreError) { _ = try PackFile.write(writer, to: Self.path, files: stick) } catch { failure = error }
        let wasHit = stick.wasHit
        let hitCall = wasHit ? stick.calls[step] : ""
        stick.heal()
        if let failure {
          #expect(!failure.message.zh.isEmpty && !failure.message.en.isEmpty, "\(note)")
          #expect(fault != .fails(.interrupted) && fault != .short, "\(note): \(failure)")
        }
        for survivor in stick.survivors(most: 64) {
          let isThere = try holds(survivor, scene, note)
          if failure == nil { #expect(isThere, "\(note): told as safe") }
        }
        let isThere = try holds(stick, scene, note)
        if let failure, isThere {
          #expect(failure.kind == .unknownOutcome || fault == .powerCut, "\(note): \(failure)")
        }
        if case .fails = fault, hitCall != "remove", !hitCall.hasPrefix("link") {
          #expect(
            try Disk(path: "/", files: stick).names("") == (isThere ? ["u.pack"] : []), "\(note) leaves something")
        }
        if isThere {
          #expect { try PackFile.write(writer, to: Self.path, files: stick) } throws: {
            ($0 as? StoreError)?.kind == .exists
          }
        } else {
          _ = try PackFile.write(writer, to: Self.path, files: stick)
          #expect(try holds(stick, scene, "after \(note)"))
        }
        if !wasHit { break }
        step += 1
        tally.tried()
      }
      #expect(step > 10)
    }
  }

  @Test func `What is read again and is not what was written is said, and not kept`() throws {
    let scene = try scene()
    let writer = try scene.writer()
    let sound = FakeFileSystem()
    _ = try PackFile.write(writer, to: Self.path, files: sound)
    for step in sound.calls.indices where sound.calls[step] == "write" {
      let stick = FakeFileSystem()
      stick.arm(step, .spoils)
      #expect { try PackFile.write(writer, to: Self.path, files: stick) } throws: {
        ($0 as? StoreError)?.kind == .damaged && ($0 as? StoreError)?.message.zh.contains("换一个盘") == true
      }
      #expect(stick.fileCount == 0)
    }
  }

  @Test func `Whatever call fails while a pack is unpacked, nothing is given over, and the next time all is`() throws {
    let scene = try scene()
    let bytes = try scene.bytes(scene.writer(events: [scene.office.store.id]))
    let tally = FaultTally("a call that fails while a pack is unpacked")
    for fault in Self.faults where fault != .takenAway {
      var step = 0
      while true {
        let note = "\(fault) at call \(step)"
        let fake = FakeFileSystem()
        let disk = try Disk(path: "/", files: fake)
        fake.arm(step, fault)
        var (isWhole, wasHit) = (true, true)
        do throws(StoreError) {
          let pack = try scene.unpack(bytes, on: disk, portion: 5000)
          wasHit = fake.wasHit
          fake.heal()
          isWhole = (try? pack.withFiles(PackScene.list)) == scene.list
        } catch {
          #expect(!error.message.zh.isEmpty && error.kind != .damaged, "\(note): \(error)")
          #expect(fault != .fails(.interrupted) && fault != .short, "\(note): \(error)")
        }
        fake.heal()
        #expect(isWhole, "\(note)")
        if fault != .powerCut { #expect(fake.fileCount == 0, "\(note)") }
        let again = try scene.unpack(bytes, on: disk)
        #expect(try again.withFiles(PackScene.list) == scene.list, "after \(note)")
        if !wasHit { break }
        step += FaultTally.step(3)
        tally.tried()
      }
      #expect(step > 40)
    }
  }

  @Test func `A pack whose reading fails is told as that, and nothing of it is left`() throws {
    let scene = try scene()
    let bytes = try scene.bytes(scene.writer())
    for step in 0..<8 {
      var reads = 0
      var rest = bytes[...]
      let input = PackInput { () throws(StoreError) in
        reads += 1
        if reads > step { throw .reading("u.pack", .ioError) }
        let part = Array(rest.prefix(bytes.count / 6))
        rest = rest.dropFirst(part.count)
        return part
      }
      let fake = FakeFileSystem()
      let reader = PackReader(store: scene.office.store.id, registry: scene.registry, key: { _ in scene.reader })
      #expect(throws: StoreError.reading("u.pack", .ioError)) {
        try reader.unpack(input, name: "u.pack", on: Disk(path: "/", files: fake))
      }
      #expect(fake.fileCount == 0)
    }
  }

  @Test func `A file of that name is never written over`() throws {
    let scene = try PackScene(["store.json"])
    for hasLinks in [true, false] {
      let stick = FakeFileSystem(hasLinks: hasLinks)
      _ = try PackFile.write(try scene.writer(), to: Self.path, files: stick)
      let before = try Disk(path: "/", files: stick).read("u.pack", limit: 1 << 30)
      #expect(throws: StoreError.self) { try PackFile.write(try scene.writer(), to: Self.path, files: stick) }
      #expect(try Disk(path: "/", files: stick).read("u.pack", limit: 1 << 30) == before)
      #expect(stick.fileCount == 1)
    }
  }

  @Test func `What a program that was ended left is removed, on a stick nothing of anybody else`() throws {
    let scene = try PackScene(["store.json"])
    let stick = scene.office.place.path + "/stick"
    mkdir(stick, 0o755)
    // Of this computer, by a program that is not there.
    let left = TemporaryName.make().split(separator: "-").enumerated().map { $0 == 2 ? "999999" : String($1) }
      .joined(separator: "-")
    for name in [left, ".new-foreign", ".new-00000000-1-1"] {
      scene.office.place.write([1], to: "stick/\(name)")
      var old = [timeval](repeating: timeval(tv_sec: 1_600_000_000, tv_usec: 0), count: 2)
      utimes(stick + "/" + name, &old)
    }
    _ = try PackFile.write(try scene.writer(), to: stick + "/u.pack")
    #expect(try Disk(path: stick).names("") == [".new-00000000-1-1", ".new-foreign", "u.pack"])
    // An unpacked pack of one that was killed goes with the next.
    let disk = scene.office.store.disk
    let folder = scene.office.place.storePath + "/.tidu/tmp/" + left
    mkdir(folder, 0o755)
    scene.office.place.write([1], to: "store/.tidu/tmp/\(left)/x")
    disk.sweep([temporaryFolder])
    #expect(try disk.names(temporaryFolder) == [])
  }
}
