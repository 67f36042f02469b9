import SystemPackage

/// Looks at folders one after the other and keeps those above the last one open, so that a look at each of the
/// thousands that lie side by side opens that one alone. To be used for one pass and no longer: a folder above that is
/// exchanged meanwhile goes unseen.
struct Neighbours: ~Copyable {
  private let disk: Disk
  /// The folders above the last one, from the root down, open.
  private var levels: [(name: String, folder: Int32)] = []

  init(_ disk: Disk) { self.disk = disk }

  deinit { for level in levels { try? disk.files.close(level.folder) } }

  /// What a look at the files of the folder at `path` tells of its content.
  mutating func fingerprint(_ path: String) throws(StoreError) -> UInt64 {
    guard !leadsOut(path) else { throw .unsafe(path) }
    do throws(Errno) {
      let folder = try open(path)
      defer { try? disk.files.close(folder) }
      return Fingerprint.of(try disk.look(at: try retrying(try disk.files.names(in: folder)), in: folder))
    } catch { throw .reading(disk.shown(path), error) }
  }

  /// A look at each file of the folder at `path`, sorted by the bytes of the names; `nil` where there is none.
  mutating func look(at path: String) throws(StoreError) -> [(name: String, status: FileStatus)]? {
    guard !leadsOut(path) else { throw .unsafe(path) }
    do throws(Errno) {
      let folder = try open(path)
      defer { try? disk.files.close(folder) }
      return try disk.look(at: try retrying(try disk.files.names(in: folder)), in: folder)
    } catch {
      if error == .noSuchFileOrDirectory { return nil }
      throw .reading(disk.shown(path), error)
    }
  }

  /// Whether there is a folder at `path`.
  mutating func holds(_ path: String) throws(StoreError) -> Bool {
    guard !leadsOut(path) else { throw .unsafe(path) }
    let folder: Int32
    do { folder = try open(path) } catch {
      if error == .noSuchFileOrDirectory { return false }
      throw .reading(disk.shown(path), error)
    }
    try? disk.files.close(folder)
    return true
  }

  private mutating func open(_ path: String) throws(Errno) -> Int32 {
    let names = components(path)
    let above = names.dropLast()
    let shared = zip(levels, above).prefix { $0.name == $1 }.count
    while levels.count > shared { try? disk.files.close(levels.removeLast().folder) }
    for name in above[shared...] {
      levels.append((name, try retrying(try disk.files.openFolder(name, in: levels.last?.folder ?? disk.root))))
    }
    return try retrying(try disk.files.openFolder(names.last ?? ".", in: levels.last?.folder ?? disk.root))
  }
}
