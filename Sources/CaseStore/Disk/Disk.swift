import Glibc
import Synchronization
import SystemPackage

/// The folders of one root: walks them name by name without following links, reads whole plain files, and publishes
/// new ones (`Disk+Publish.swift`). Paths are relative to the root, with `/`.
final class Disk: Sendable {
  let files: any FileSystem
  /// The root as the user gave it, for messages.
  let path: String
  let root: Int32
  /// Whether messages name the root too: a path below an own folder says little without it.
  let showsRoot: Bool
  /// Folders whose own names are known to be durable.
  let durable = Mutex<Set<String>>([])

  /// - Parameter path: an existing folder; links in it are followed, below it none.
  init(path: String, files: any FileSystem = PosixFileSystem(), showsRoot: Bool = false) throws(StoreError) {
    self.files = files
    self.path = path
    self.showsRoot = showsRoot
    do { root = try retrying(try files.openFolder(path: path)) } catch {
      throw .reading(path, error)
    }
  }

  deinit { try? files.close(root) }

  /// A path below the root as messages name it.
  func shown(_ relative: String) -> String { showsRoot ? "\(path)/\(relative)" : relative }

  /// Runs `body` with the folder at `path` open; `nil` when it is not there.
  func withFolder<T>(
    _ path: String, _ body: (Int32) throws(StoreError) -> T
  ) throws(StoreError) -> T? {
    guard !leadsOut(path) else { throw .unsafe(path) }
    let folder: Int32
    do { folder = try walk(path) } catch {
      if error == .noSuchFileOrDirectory { return nil }
      throw .reading(shown(path), error)
    }
    defer { if folder != root { try? files.close(folder) } }
    return try body(folder)
  }

  /// The names in the folder at `path` that are text, sorted by bytes; empty when it is not there.
  func names(_ path: String) throws(StoreError) -> [String] {
    let names = try withFolder(path) { folder throws(StoreError) in
      do throws(Errno) { return try retrying(try files.names(in: folder)) } catch {
        throw .reading(shown(path), error)
      }
    }
    return (names ?? []).sorted(by: precedes)
  }

  /// What is in the folder at `path` under names that are text, each with its kind, sorted by the bytes of the names;
  /// empty when it is not there.
  func entries(_ path: String) throws(StoreError) -> [(name: String, kind: FileStatus.Kind)] {
    try listing(path).entries
  }

  /// The same, and the names that are no text, as they can be shown.
  func listing(_ path: String) throws(StoreError)
    -> (entries: [(name: String, kind: FileStatus.Kind)], others: [String])
  {
    var (found, others) = ([(name: String, kind: FileStatus.Kind)](), [String]())
    _ = try withFolder(path) { folder throws(StoreError) in
      do throws(Errno) {
        for entry in try retrying(try files.entries(in: folder)) {
          if !entry.isText {
            others.append(entry.name)
          } else if let kind = entry.kind {
            found.append((entry.name, kind))
          } else if let status = try status(entry.name, in: folder) {
            found.append((entry.name, status.kind))
          }
        }
      } catch { throw .reading(shown(path), error) }
    }
    return (found.sorted { precedes($0.name, $1.name) }, others.sorted(by: precedes))
  }

  /// A look at a name that was listed; `nil` where it has gone meanwhile.
  private func status(_ name: String, in folder: Int32) throws(Errno) -> FileStatus? {
    do throws(Errno) { return try retrying(try files.status(name, in: folder)) } catch {
      if error == .noSuchFileOrDirectory { return nil }
      throw error
    }
  }

  /// What a look at the files of a folder tells of its content.
  func fingerprint(_ path: String) throws(StoreError) -> UInt64 {
    var neighbours = Neighbours(self)
    return try neighbours.fingerprint(path)
  }

  /// A look at each of these files, sorted by the bytes of the names; one that has gone meanwhile is left out.
  func look(at names: [String], in folder: Int32) throws(Errno) -> [(name: String, status: FileStatus)] {
    var found: [(name: String, status: FileStatus)] = []
    found.reserveCapacity(names.count)
    for name in names {
      if let status = try status(name, in: folder) { found.append((name, status)) }
    }
    found.sort { precedes($0.name, $1.name) }
    return found
  }

  /// The folders in the folder at `path`, sorted; whatever else lies there is a stray.
  func folders(_ path: String) throws(StoreError) -> [String] {
    try entries(path).filter { $0.kind == .folder && !$0.name.hasPrefix(".") }.map(\.name)
  }

  /// The whole content of a plain file of at most `limit` bytes.
  func read(_ path: String, limit: Int) throws(StoreError) -> [UInt8] {
    let (parent, name) = split(path)
    let bytes = try withFolder(parent) { folder throws(StoreError) in
      try read(name, in: folder, path: shown(path), limit: limit)
    }
    guard let bytes else { throw .reading(shown(path), .noSuchFileOrDirectory) }
    return bytes
  }

  /// As `read`, and `nil` where there is no such file.
  func readIfPresent(_ path: String, limit: Int) throws(StoreError) -> [UInt8]? {
    do { return try read(path, limit: limit) } catch {
      if error.kind == .missing { return nil }
      throw error
    }
  }

  /// Throws unless a plain file is at `path`, reached without following a link.
  func requireFile(_ path: String) throws(StoreError) {
    let (parent, name) = split(path)
    let found: Void? = try withFolder(parent) { folder throws(StoreError) in
      let kind: FileStatus
      do throws(Errno) {
        let file = try retrying(try files.open(name, in: folder))
        defer { try? files.close(file) }
        kind = try retrying(try files.status(file))
      } catch { throw .reading(path, error) }
      guard kind.kind == .file else { throw .unsafe(path) }
    }
    guard found != nil else { throw .reading(path, .noSuchFileOrDirectory) }
  }

  func read(_ name: String, in folder: Int32, path: String, limit: Int) throws(StoreError) -> [UInt8] {
    let file: Int32
    do { file = try retrying(try files.open(name, in: folder)) } catch {
      throw .reading(path, error)
    }
    defer { try? files.close(file) }
    return try read(file, path: path, limit: limit)
  }

  func read(_ file: Int32, path: String, limit: Int) throws(StoreError) -> [UInt8] {
    let status: FileStatus
    do { status = try retrying(try files.status(file)) } catch { throw .reading(path, error) }
    guard status.kind == .file else { throw .unsafe(path) }
    guard status.size <= limit else { throw .tooLarge(path, limit: limit) }
    var bytes: [UInt8] = []
    while true {
      let part: [UInt8]
      do {
        part = try retrying(try files.read(file, max(status.size - bytes.count, 0) + 1))
      } catch { throw .reading(path, error) }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      guard bytes.count <= limit else { throw .tooLarge(path, limit: limit) }
    }
  }

  /// Opens the folder at `path`, name by name.
  func walk(_ path: String) throws(Errno) -> Int32 {
    var folder = root
    for name in components(path) {
      let next: Int32
      do { next = try retrying(try files.openFolder(name, in: folder)) } catch {
        if folder != root { try? files.close(folder) }
        throw error
      }
      if folder != root { try? files.close(folder) }
      folder = next
    }
    return folder
  }
}

/// Whether a name comes before another by its bytes.
func precedes(_ one: String, _ other: String) -> Bool {
  let order = one.utf8.withContiguousStorageIfAvailable { one in
    other.utf8.withContiguousStorageIfAvailable { other -> Bool in
      guard let start = one.baseAddress, let otherStart = other.baseAddress else { return one.count < other.count }
      let order = memcmp(start, otherStart, min(one.count, other.count))
      return order == 0 ? one.count < other.count : order < 0
    }
  }
  return (order ?? nil) ?? one.utf8.lexicographicallyPrecedes(other.utf8)
}

/// Repeats a call that a signal interrupted.
func retrying<T>(_ body: @autoclosure () throws(Errno) -> T) throws(Errno) -> T {
  while true {
    do { return try body() } catch {
      if error != .interrupted { throw error }
    }
  }
}

/// Whether a part of a relative path leads up or nowhere: no name that the program makes does.
func leadsOut(_ path: String) -> Bool { components(path).contains { $0 == ".." || $0 == "." } }

/// The names along a relative path.
func components(_ path: String) -> [String] {
  path.utf8.split(separator: 0x2F).compactMap { String($0) }
}

extension Disk {
  /// The names to try for a file of this hash, short first.
  static func names(ofHash hash: String, _ name: (Substring) -> String) -> [String] {
    [name(hash.prefix(16)), name(hash.prefix(32)), name(hash[...])]
  }
}

/// The folder and the last name of a relative path.
func split(_ path: String) -> (folder: String, name: String) {
  guard let slash = path.utf8.lastIndex(of: 0x2F) else { return ("", path) }
  return (String(path[..<slash]), String(path[path.index(after: slash)...]))
}
