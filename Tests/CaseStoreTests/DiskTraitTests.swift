import Glibc
import Synchronization
import SystemPackage
import Testing

@testable import CaseStore

/// What a disk is otherwise than the store's rules ask is told once, where a store is founded or opened first, and stops
/// nothing.
@Suite struct DiskTraitTests {
  private typealias Odd = HookedFileSystem.Oddity
  private static let roomy = FileSystemTraits(kind: 0xEF53, freeBytes: 1 << 40, freeFiles: 1 << 30)

  private func look(
    writing: Bool = true, failing refusal: (@Sendable (String, String) -> Errno?)? = nil,
    odd change: (inout Odd) -> Void = { _ in }
  ) throws -> [DiskTrait] {
    let place = Workplace()
    _ = try place.found()
    let files = HookedFileSystem()
    var odd = Odd()
    odd.traits = Self.roomy
    change(&odd)
    files.odd.withLock { $0 = odd }
    let disk = try Disk(path: place.storePath, files: files)
    let before = try disk.names("")
    files.refuse(refusal)
    let found = disk.traits(writing: writing)
    files.refuse(nil)
    #expect(try disk.names("") == before && disk.names(temporaryFolder).isEmpty)
    return found
  }

  @Test func `A disk in order has nothing to be told of`() throws {
    for writing in [true, false] { #expect(try look(writing: writing) == []) }
  }

  @Test func `Each trait is told where it is`() throws {
    for failure in [Errno.notPermitted, .notSupported] {
      #expect(try look(failing: { call, _ in call == "link" ? failure : nil }) == [.noLinks])
    }
    // A disk that is full, or that fails, has not said that it knows no links.
    #expect(try look(failing: { call, _ in call == "link" ? .ioError : nil }) == [])
    #expect(try look(odd: { $0.folds = true }) == [.foldsCase])
    #expect(try look(writing: false, odd: { $0.folds = true }) == [.foldsCase])
    #expect(try look(odd: { $0.mode = 0o100_777 }) == [.ignoresModes])
    #expect(try look(odd: { $0.owner = 4_000_000 }) == [.otherOwner])
    #expect(try look(odd: { $0.traits?.kind = 0x6969 }) == [.network("NFS")])
    #expect(try look(odd: { $0.traits?.freeBytes = (512 << 20) - 1 }) == [.littleSpace((512 << 20) - 1)])
    #expect(try look(odd: { $0.traits?.freeBytes = 512 << 20 }) == [])
    #expect(try look(odd: { $0.traits?.freeFiles = 19_999 }) == [.fewFiles(19_999)])
    #expect(try look(odd: { $0.traits?.freeFiles = nil }) == [])
  }

  @Test func `A stick is known by its file system where nothing is written`() throws {
    for kind in [0x4D44, 0x2011_BAB0] {
      #expect(try look(writing: false, odd: { $0.traits?.kind = kind }) == [.noLinks, .ignoresModes])
    }
  }

  @Test func `A look that fails tells nothing`() throws {
    #expect(
      try look(failing: { call, _ in call == "traits" || call == "create" || call == "names" ? .ioError : nil }) == [])
  }

  @Test func `A folder that a sync program moves is known by its name and by the program's marks`() {
    let known: [(String, String?)] = [
      ("/srv/li/OneDrive/office", "OneDrive"), ("/srv/li/OneDrive - 省厅/office", "OneDrive"),
      ("/srv/li/我的坚果云/office", "坚果云"), ("/srv/li/坚果云/office", "坚果云"), ("/srv/li/Nutstore/1/office", "坚果云"),
      ("/srv/Dropbox/office", "Dropbox"), ("/srv/dropboxes/office", nil), ("/srv/office", nil),
    ]
    for (path, program) in known { #expect(SyncFolder.program(path, names: []) == program, "\(path)") }
    #expect(SyncFolder.program("/srv/office", names: [".stfolder"]) == "Syncthing")
    let place = Workplace()
    mkdir(place.path + "/top", 0o755)
    mkdir(place.path + "/top/office", 0o755)
    #expect(SyncFolder.program(place.path + "/top/office", names: []) == nil)
    place.write("", to: "top/.dropbox")
    #expect(SyncFolder.program(place.path + "/top/office", names: []) == "Dropbox")
  }

  @Test func `It is told once at a place, and stops nothing`() throws {
    let place = Workplace()
    let (store, _) = try place.found()
    #expect(store.traits == [])
    // Another computer's first look at the share.
    let files = HookedFileSystem()
    files.odd.withLock { $0.traits = .init(kind: 0x6969, freeBytes: 1 << 40, freeFiles: nil) }
    let environment = ["XDG_DATA_HOME": place.path + "/own2"]
    func open() throws -> Store { try Store.open(place.storePath, environment: environment, files: files) }
    #expect(try open().traits == [.network("NFS")])
    #expect(try open().traits == [])
    #expect(try Store.open(place.storePath, environment: [:], files: files).traits == [])
    #expect(try open().diskFindings.map(\.kind) == [.disk])
  }
}
