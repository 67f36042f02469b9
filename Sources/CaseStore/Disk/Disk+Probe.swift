import Glibc
import SystemPackage

/// Looking what a disk is like, before a store is founded, joined or opened first there.
extension Disk {
  /// Below this a store of a few hundred cases with papers does not fit any more.
  private static let leastBytes = 512 << 20
  private static let leastFiles = 20_000

  /// What is to be told of the disk that holds this folder. A look that fails tells nothing.
  /// - Parameter writes: whether files may be made in `.tidu` for the look, and are removed again; without, nothing is
  ///   written and what shows only in writing is told from the kind of file system.
  func traits(writing writes: Bool) -> [DiskTrait] {
    var found: [DiskTrait] = []
    let traits = try? files.traits(root)
    let kind = traits.map(\.kind) ?? 0
    if writes {
      found += writtenTraits() ?? []
    } else if Self.linkless.contains(kind) {
      found += [.noLinks, .ignoresModes]
    }
    if !found.contains(.foldsCase), foldsCase { found.append(.foldsCase) }
    if let program = SyncFolder.program(path, names: (try? names("")) ?? []) { found.append(.synced(program)) }
    if let name = Self.networks[kind] { found.append(.network(name)) }
    if let traits {
      if traits.freeBytes < Self.leastBytes { found.append(.littleSpace(traits.freeBytes)) }
      if let files = traits.freeFiles, files < Self.leastFiles { found.append(.fewFiles(files)) }
    }
    return found
  }

  /// FAT, exFAT.
  private static let linkless: Set<Int> = [0x4D44, 0x2011_BAB0]
  private static let networks: [Int: String] = [
    0x6969: "NFS", 0x517B: "SMB", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB", 0x0102_1997: "9P", 0x5346_414F: "AFS",
    0x0BD0_0BD0: "Lustre", 0x00C3_6400: "Ceph", 0x0047_5045: "GPFS",
  ]

  /// Whether a name that is there is found by its capitals too.
  private var foldsCase: Bool {
    guard let name = (try? names(""))?.first(where: { $0 == "store.json" || $0 == "registry" }) else { return false }
    return (try? retrying(try files.status(name.uppercased(), in: root))) != nil
  }

  /// What shows of a file that is made; `nil` where none can be.
  private func writtenTraits() -> [DiskTrait]? {
    guard let folder = try? make(temporaryFolder, durable: false) else { return nil }
    defer { try? files.close(folder) }
    let (name, other) = (TemporaryName.make(), TemporaryName.make())
    guard let file = try? retrying(try files.create(name, in: folder, mode: 0o600)) else { return nil }
    defer {
      try? files.close(file)
      try? files.remove(name, in: folder)
    }
    var found: [DiskTrait] = []
    do throws(Errno) {
      try retrying(try files.link(name, in: folder, to: other, in: folder))
      try? files.remove(other, in: folder)
    } catch {
      if [.notPermitted, .notSupported, .noFunction].contains(error) { found.append(.noLinks) }
    }
    if (try? retrying(try files.status(name.uppercased(), in: folder))) != nil { found.append(.foldsCase) }
    try? files.setMode(file, 0o600)
    if let status = try? retrying(try files.status(file)) {
      if status.mode & 0o777 != 0o600 { found.append(.ignoresModes) }
      if status.owner != geteuid() { found.append(.otherOwner) }
    }
    return found
  }
}

/// Folders that a sync program moves: known by their names and by the marks that the programs leave.
enum SyncFolder {
  private static let names: [(part: String, program: String)] = [
    ("onedrive", "OneDrive"), ("nutstore", "坚果云"), ("坚果云", "坚果云"), ("我的坚果云", "坚果云"), ("dropbox", "Dropbox"),
    ("icloud", "iCloud"), ("google drive", "Google Drive"), ("baidusyncdisk", "百度同步盘"), ("百度同步", "百度同步盘"),
    ("wpsdrive", "WPS 云盘"), ("wps云盘", "WPS 云盘"), ("nextcloud", "Nextcloud"), ("owncloud", "ownCloud"),
    ("syncthing", "Syncthing"),
  ]
  private static let marks = [
    ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".stfolder": "Syncthing", ".nutstore": "坚果云",
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive", ".sync": "Resilio Sync", ".owncloudsync.log": "ownCloud",
  ]

  /// The program that moves files of a folder; `nil` where nothing tells of one.
  /// - Parameters:
  ///   - path: as it was given; links in it are followed too.
  ///   - names: what lies in it.
  static func program(_ path: String, names own: [String]) -> String? {
    if let known = own.compactMap({ marks[$0] }).first { return known }
    let whole = wholePath(path) ?? path
    for part in (components(whole) + components(path)).map({ $0.lowercased() }) {
      if let known = names.first(where: {
        part == $0.part || part.hasPrefix($0.part + " ") || part.hasPrefix($0.part + "-")
      }) {
        return known.program
      }
    }
    // The marks lie at the top of what is synced.
    var above = whole
    for _ in 0..<32 {
      above = split(above).folder
      guard !above.isEmpty else { return nil }
      for (mark, program) in marks where access("\(above)/\(mark)", F_OK) == 0 { return program }
    }
    return nil
  }
}
