import Glibc
import ScoringCore
import StrictJSON
import Synchronization
import SystemPackage

/// An officer's own folder for one store, outside it (Casework §9.3): keys, drafts, marks of what was seen, signatures
/// checked before.
///
/// `$XDG_DATA_HOME/tidu/<store id>`, readable by its owner alone.
package final class OfficerFolder: Sendable {
  package let path: String
  let disk: Disk

  /// The place by the environment's `XDG_DATA_HOME`, else below `HOME`; `nil` where neither is set.
  package static func place(of store: String, environment: [String: String]) -> String? {
    if let data = environment["XDG_DATA_HOME"], data.utf8.first == 0x2F { return "\(data)/tidu/\(store)" }
    return environment["HOME"].flatMap { $0.isEmpty ? nil : "\($0)/.local/share/tidu/\(store)" }
  }

  /// Opens the folder, making it where it is missing. One that others may read is refused.
  package convenience init(_ path: String) throws(StoreError) { try self.init(path, files: PosixFileSystem()) }

  init(_ path: String, files: any FileSystem) throws(StoreError) {
    self.path = path
    var exists = path
    var missing: [String] = []
    while access(exists, F_OK) != 0, exists.utf8.count > 1 {
      let (folder, name) = split(exists)
      missing.insert(name, at: 0)
      exists = folder.isEmpty ? "/" : folder
    }
    if !missing.isEmpty {
      let above = try Disk(path: exists, files: files)
      do throws(Errno) {
        let made = try above.make(missing.joined(separator: "/"), mode: 0o700)
        try above.files.close(made)
      } catch { throw .writing(path, error) }
    }
    disk = try Disk(path: path, files: files, showsRoot: true)
    let status: FileStatus
    do { status = try retrying(try disk.files.status(disk.root)) } catch { throw .reading(path, error) }
    guard status.mode & 0o077 == 0, status.owner == getuid() else {
      throw OfficerFolder.exposed(path)
    }
  }

  /// Why a folder that others may read is refused.
  static func exposed(_ path: String) -> StoreError {
    StoreError(
      .denied, path,
      Phrase(
        "\(path)不是本人独有（应为 0700），其中的密钥可能已泄露，未予使用",
        "\(path) is open to others (it should be 0700), so its keys may be known to them; it was not used"))
  }

  /// - Throws: with a path that says whose folder it is.
  func write(_ bytes: [UInt8], in folder: String = "", name: String) throws(StoreError) {
    try disk.replace(bytes, in: folder, name: name, mode: 0o600)
  }

  /// Runs `body` while no other program of this officer counts up.
  func locked<T, Failure: Error>(_ body: () throws(Failure) -> T) throws(Failure) -> T {
    // Where there are no locks the outbox gives each count to one program alone.
    let folder = try? retrying(try disk.files.openFolder(".", in: disk.root))
    if let folder { try? retrying(try disk.files.lock(folder)) }
    defer { if let folder { try? disk.files.close(folder) } }
    return try body()
  }

  /// How many events this key has signed, as far as this folder knows.
  func count(of key: String) throws(StoreError) -> Int {
    let bytes = try disk.readIfPresent("count/\(key)", limit: 32) ?? []
    return Int(String(decoding: bytes, as: UTF8.self)) ?? 0
  }

  /// Never goes down, whoever else counts up.
  func raiseCount(to count: Int, of key: String) throws(StoreError) {
    guard try self.count(of: key) < count else { return }
    try write(Array(String(count).utf8), in: "count", name: key)
  }
}

extension OfficerFolder {
  private static func name(_ folder: String) -> String { String(Hexadecimal.sha256(Array(folder.utf8)).prefix(32)) }

  /// What the officer had begun to write about `folder` (a case's path) and not sent; the bytes are the writer's own.
  package func draft(_ folder: String) throws(StoreError) -> [UInt8]? {
    try disk.readIfPresent("drafts/\(OfficerFolder.name(folder))", limit: 16 << 20)
  }

  /// Keeps a draft; `nil` throws it away.
  package func saveDraft(_ bytes: [UInt8]?, for folder: String) throws(StoreError) {
    let name = OfficerFolder.name(folder)
    if let bytes { return try write(bytes, in: "drafts", name: name) }
    _ = try disk.withFolder("drafts") { folder in
      try? disk.files.remove(name, in: folder)
    }
  }

  /// Ids of the events the officer has seen in `folder`; `nil` when it was never looked at.
  package func seen(_ folder: String) throws(StoreError) -> Set<String>? {
    guard let bytes = try disk.readIfPresent("seen/\(OfficerFolder.name(folder))", limit: 16 << 20) else {
      return nil
    }
    return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  package func markSeen(_ events: Set<String>, in folder: String) throws(StoreError) {
    try write(
      Array((events.sorted().joined(separator: "\n") + "\n").utf8), in: "seen",
      name: OfficerFolder.name(folder))
  }
}
