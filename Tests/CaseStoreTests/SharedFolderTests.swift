import Casework
import Glibc
import ScoringCore
import StrictJSON
import SystemPackage
import Testing

@testable import CaseStore

/// Who may work in a store is said by its folder: what is made in it follows.
@Suite struct SharedFolderTests {
  private func mode(_ path: String) -> UInt32 {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  @Test(arguments: [0o2770, 0o2775, 0o770, 0o775, 0o755, 0o750, 0o700, 0o777, 0o2750] as [UInt32])
  func `new folders have the rights of the one above, and files those to read`(root: UInt32) throws {
    let place = Workplace()
    let (_, key) = try place.found()
    chmod(place.storePath, root)
    // As if nothing had been made before.
    Workplace.remove(place.storePath + "/.tidu")
    let store = try place.open()
    _ = place.receive(store, key, Workplace.application("C01"))
    _ = try store.keep([1], in: "rounds/370000/2025-1")
    _ = try store.perform(
      Action(.note, ["text": "x"]), in: PerformTests.case1.path, by: key, today: PerformTests.today, at: Workplace.start
    )
    let folder = 0o700 | root & 0o2075
    for path in [
      "cases", "cases/370000", "cases/370000/2025-1", PerformTests.case1.path, "rounds/370000/2025-1", ".tidu/tmp",
    ] {
      #expect(mode(place.storePath + "/" + path) == folder, "\(path)")
    }
    for name in try store.disk.names(PerformTests.case1.path) {
      #expect(mode(place.storePath + "/\(PerformTests.case1.path)/\(name)") == 0o400 | root & 0o044, "\(name)")
    }
    let own = try #require(store.own)
    #expect(mode(own.path) == 0o700 && mode(own.path + "/count") == 0o700)
    #expect(mode(own.path + "/count/\(key.sign)") == 0o600)
  }

  @Test func `a list that the folder hands down is left to work`() throws {
    let place = Workplace()
    let (_, key) = try place.found()
    chmod(place.storePath, 0o750)
    // user::rwx user:1002:rwx group::r-x mask::rwx other::---
    var list: [UInt8] = [2, 0, 0, 0]
    for (tag, permission, id) in [(1, 7, -1), (2, 7, 1002), (4, 5, -1), (0x10, 7, -1), (0x20, 0, -1)]
      as [(UInt16, UInt16, Int32)]
    {
      for number in [tag, permission] { list += [UInt8(number & 0xFF), UInt8(number >> 8)] }
      withUnsafeBytes(of: id) { list += $0 }
    }
    typealias SetAttribute =
      @convention(c) (UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeRawPointer, Int, Int32) -> Int32
    let symbol = try #require(dlsym(nil, "setxattr"))
    let set = unsafeBitCast(symbol, to: SetAttribute.self)(
      place.storePath, "system.posix_acl_default", list, list.count, 0)
    try #require(set == 0 || errno == EOPNOTSUPP)
    guard set == 0 else { return }
    let store = try place.open()
    #expect(place.receive(store, key, Workplace.application("C01")).received.count == 1)
    // The group's bits are the mask of the list: another user's rights are whole.
    #expect(mode(place.storePath + "/cases/370000/2025-1/C01") & 0o070 == 0o070)
    #expect(try store.disk.files.hasDefaultACL(store.disk.walk("cases/370000/2025-1/C01")))
  }

  @Test func `where a colleague's folder cannot be read or written the sentence says what the administrator does`() {
    for error in [StoreError.reading("cases/370000", .permissionDenied), .writing(".tidu/tmp", .permissionDenied)] {
      #expect(error.kind == .denied && error.message.en.contains("chmod -R g+rwXs") && error.message.zh.contains("管理员"))
    }
    #expect(!StoreError.reading("x.json", .permissionDenied).message.en.contains("chmod"))
  }

  @Test func `a disk without hard links is named as such`() throws {
    let place = Workplace()
    let (_, key) = try place.found()
    for errno in [Errno.notPermitted, .notSupported, .noFunction] {
      let files = HookedFileSystem()
      files.refuse { call, name in call == "link" && name.hasPrefix("application") ? errno : nil }
      let report = place.receive(try place.open(files), key, Workplace.application("C01"))
      #expect(report.stopped?.message.en.contains("no hard links") == true)
    }
  }

  @Test func `where syncing everything is not known to reach the disk each file and folder is synced`() throws {
    let place = Workplace()
    let (_, key) = try place.found()
    let files = HookedFileSystem()
    files.refuse { call, _ in call == "syncAll" ? .ioError : nil }
    #expect(place.receive(try place.open(files), key, Workplace.application("C01")).received.count == 1)
  }

  @Test func `reading needs no key, no home and no place that can be written`() throws {
    let place = Workplace()
    let (store, key) = try place.found()
    _ = place.receive(store, key, Workplace.application("C01"))
    place.write("", to: "file")
    for environment in [[:], ["HOME": place.path + "/file"], ["HOME": "/proc/nowhere"], ["XDG_DATA_HOME": "/dev/null"]]
    {
      let files = HookedFileSystem()
      files.refuse { call, _ in
        ["create", "makeFolder", "link", "rename", "remove"].contains(call) ? .readOnlyFileSystem : nil
      }
      let store = try Store.open(place.storePath, environment: environment, files: files)
      #expect(store.own == nil)
      let changes = try store.refresh(.shared)
      #expect(changes.changed.count == 1 && changes.note == IndexState.inMemory)
      #expect(try store.caseFile(PerformTests.case1, today: PerformTests.today) != nil)
      #expect(try store.titles(today: PerformTests.today).records.isEmpty)
      #expect(place.receive(store, key, Workplace.application("C02")).stopped != nil)
    }
  }

  @Test func `what is wrong in an own folder is named with its path, and a linked folder of temporaries by its own`()
    throws
  {
    let place = Workplace()
    let (store, key) = try place.found()
    let own = try #require(store.own)
    Workplace.remove(own.path + "/count")
    symlink("/tmp", own.path + "/count")
    #expect { try own.raiseCount(to: 9, of: key.sign) } throws: {
      ($0 as? StoreError)?.path.hasPrefix(own.path + "/count") == true
    }
    unlink(own.path + "/count")
    Workplace.remove(place.storePath + "/.tidu")
    symlink("/tmp", place.storePath + "/.tidu")
    #expect(place.receive(try place.open(), key, Workplace.application("C01")).stopped?.path == ".tidu/tmp")
    #expect { try store.keep([1], in: "rounds/370000/2025-1") } throws: { ($0 as? StoreError)?.path == ".tidu/tmp" }
  }

  @Test func `a file that is no YAML is told by its place and not echoed`() {
    let text = "reviewDays: 20\nsecret: [1, 2\n"
    func wrong(_ body: () throws -> Void) -> String {
      do { try body() } catch let error as StoreError { return error.message.en } catch {}
      return ""
    }
    for message in [
      wrong { _ = try SettingsFile(Array(text.utf8), base: OfficeSettings(), file: "f") },
      wrong { _ = try LetterTemplates(text, file: "f") },
    ] {
      #expect(message.hasPrefix("f:") && message.contains("invalid YAML") && !message.contains("secret"), "\(message)")
    }
  }
}
