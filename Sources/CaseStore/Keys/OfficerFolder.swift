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
  func write(_ bytes: [UInt8], in folder: String = "", name: String, sync: Bool = true) throws(StoreError) {
    try disk.replace(bytes, in: folder, name: name, mode: 0o600, sync: sync)
  }

  /// Runs `body` while no other program of this officer counts up.
  func locked<T, Failure: Error>(_ body: () throws(Failure) -> T) throws(Failure) -> T {
    // Where there are no locks the outbox gives each count to one program alone.
    let folder = try? retrying(try disk.files.openFolder(".", in: disk.root))
    if let folder { try? retrying(try disk.files.lock(folder)) }
    defer { if let folder { try? disk.files.close(folder) } }
    return try body()
  }

  /// How many events this key has signed, as far as this folder knows; `nil` where that was lost or damaged.
  func count(of key: String) throws(StoreError) -> Int? {
    do throws(StoreError) {
      return try kept("count/\(key)", limit: 32).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    } catch {
      if error.kind == .damaged { return nil }
      throw error
    }
  }

  /// Begins a count, or begins it anew where it was lost.
  func setCount(to count: Int, of key: String) throws(StoreError) {
    try keep(Array(String(count).utf8), "count/\(key)")
  }

  /// Never goes down, whoever else counts up. One that was lost stays so for whoever counts anew (`nextNumber`).
  func raiseCount(to count: Int, of key: String) throws(StoreError) {
    guard let known = try self.count(of: key), known < count else { return }
    try setCount(to: count, of: key)
  }
}

// MARK: files that say whether they are what was written

extension OfficerFolder {
  /// Length of what stands before the content: a hash of path and content, 64 digits, and LF.
  private static let checkLength = 65

  /// Content as it is kept at a path: another byte, an end cut off, or another file in its place is noticed.
  static func checked(_ content: [UInt8], at path: String) -> [UInt8] {
    Array(Hexadecimal.sha256(Array(path.utf8) + [0] + content).utf8) + [0x0A] + content
  }

  /// What was kept at a path; `nil` where the bytes are no longer those.
  static func content(of bytes: [UInt8], at path: String) -> [UInt8]? {
    let content = Array(bytes.dropFirst(checkLength))
    return bytes == checked(content, at: path) ? content : nil
  }

  /// Keeps a file with its check.
  /// - Parameter sync: whether it has to outlive a loss of power, not the program alone.
  func keep(_ content: [UInt8], _ path: String, sync: Bool = true) throws(StoreError) {
    let (folder, name) = split(path)
    try write(OfficerFolder.checked(content, at: path), in: folder, name: name, sync: sync)
  }

  /// What `keep` kept; `nil` where there is no such file.
  /// - Throws: `damaged` where it is not what was kept.
  func kept(_ path: String, limit: Int) throws(StoreError) -> [UInt8]? {
    guard let bytes = try disk.readIfPresent(path, limit: limit + OfficerFolder.checkLength) else { return nil }
    guard let content = OfficerFolder.content(of: bytes, at: path) else {
      let place = disk.shown(path)
      throw StoreError(.damaged, place, Phrase("\(place)已损坏", "\(place) is damaged"))
    }
    return content
  }
}

extension OfficerFolder {
  /// Ids of the events the officer has seen in `folder`; `nil` when it was never looked at.
  /// - Throws: `damaged` where they are not those that were saved.
  package func seen(_ folder: String) throws(StoreError) -> Set<String>? {
    guard let bytes = try kept("seen/\(OfficerFolder.name(of: folder))", limit: 16 << 20) else { return nil }
    return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  package func markSeen(_ events: Set<String>, in folder: String) throws(StoreError) {
    try keep(
      Array((events.sorted().joined(separator: "\n") + "\n").utf8), "seen/\(OfficerFolder.name(of: folder))")
  }
}
