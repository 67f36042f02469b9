import ScoringCore
import SystemPackage

/// A pack as a file on a stick or anywhere else, and as what goes through a pipe.
package enum PackFile {
  /// What was written.
  package struct Written: Sendable, Hashable {
    /// Id of the pack.
    package var id: String
    package var size: Int
    /// SHA-256 of the whole file: what `sha256sum` says of it.
    package var sha256: String
  }

  /// Whether a folder is at a path: what is brought back from there is no pack.
  package static func isFolder(_ path: String) -> Bool { (try? Disk(path: path)) != nil }

  /// Throws where a pack could not get its name: something has it, or there is no such folder.
  package static func check(_ path: String) throws(StoreError) {
    let (folder, name) = place(path)
    try requireFree(name, Disk(path: folder), path)
  }

  /// Writes a pack, syncs it, reads it again from the disk and compares it, and gives it its name; when this returns, a
  /// stick can be taken out.
  /// - Parameters:
  ///   - path: of the file, which must not be there.
  ///   - progress: is told how many bytes are written, then how many of them read again.
  /// - Throws: `exists`; where it cannot be written, or what is read again is not what was written: nothing has the name
  ///   then. `unknownOutcome` where the folder could not be synced or was taken away after that.
  package static func write(_ pack: PackWriter, to path: String, progress: (Int, Int) -> Void = { _, _ in })
    throws(StoreError) -> Written
  {
    try write(pack, to: path, files: PosixFileSystem(), progress)
  }

  static func write(
    _ pack: PackWriter, to path: String, files: any FileSystem, _ progress: (Int, Int) -> Void = { _, _ in }
  ) throws(StoreError) -> Written {
    let (folder, name) = place(path)
    let disk = try Disk(path: folder, files: files)
    try requireFree(name, disk, path)
    // What a program that was ended left of a pack takes the room of this one.
    disk.sweep([""], isOwn: false)
    let temporary = TemporaryName.make()
    do throws(StoreError) {
      let sha = try write(pack, as: temporary, on: disk, path) { progress($0, 0) }
      // By its path, not by what is still open: the stick may have been taken out.
      let again = try Disk(path: folder, files: files)
      guard try digest(temporary, on: again, path, { progress(pack.size, $0) }) == sha else {
        throw StoreError(
          .damaged, path,
          Phrase(
            "\(path)：读回的内容与写入的不同，这个盘靠不住，没有制成包；请换一个盘重做",
            "\(path): what was read again is not what was written; this disk is not to be relied on. No pack was made: take another disk"
          ))
      }
      try setName(temporary, name, on: again, path)
      return Written(id: pack.head.id, size: pack.size, sha256: sha)
    } catch {
      try? files.remove(temporary, in: disk.root)
      throw error
    }
  }

  /// Writes a pack to what is open, such as a pipe: nothing is read again, and whoever is at its other end has to check it.
  package static func write(_ pack: PackWriter, toOpen file: Int32, progress: (Int, Int) -> Void = { _, _ in })
    throws(StoreError) -> Written
  {
    let files = PosixFileSystem()
    let sha = try pack.write(progress: { progress($0, 0) }) { bytes throws(StoreError) in
      try write(bytes, file, files, "-", pack.size)
    }
    return Written(id: pack.head.id, size: pack.size, sha256: sha)
  }

  // MARK: steps

  private static func write(
    _ pack: PackWriter, as name: String, on disk: Disk, _ path: String, _ progress: (Int) -> Void
  ) throws(StoreError) -> String {
    let file: Int32
    do throws(Errno) { file = try retrying(try disk.files.create(name, in: disk.root, mode: 0o644)) } catch {
      throw .writing(path, error)
    }
    let sha: String
    do throws(StoreError) {
      sha = try pack.write(progress: progress) { bytes throws(StoreError) in
        try write(bytes, file, disk.files, path, pack.size)
      }
      do throws(Errno) { try retrying(try disk.files.sync(file)) } catch {
        throw .packing(path, error, size: pack.size)
      }
      disk.files.forget(file)
    } catch {
      try? disk.files.close(file)
      throw error
    }
    do throws(Errno) { try disk.files.close(file) } catch {
      // It is closed, and what is there is read again.
      if error != .interrupted { throw .packing(path, error, size: pack.size) }
    }
    return sha
  }

  private static func write(
    _ bytes: ArraySlice<UInt8>, _ file: Int32, _ files: any FileSystem, _ path: String, _ size: Int
  ) throws(StoreError) {
    var rest = bytes
    do throws(Errno) {
      while !rest.isEmpty { rest = rest.dropFirst(try retrying(try files.write(file, rest))) }
    } catch { throw .packing(path, error, size: size) }
  }

  private static func digest(_ name: String, on disk: Disk, _ path: String, _ progress: (Int) -> Void)
    throws(StoreError) -> String
  {
    let file: Int32
    do throws(Errno) { file = try retrying(try disk.files.open(name, in: disk.root)) } catch {
      throw error == .noSuchFileOrDirectory ? .packGone(path) : .packing(path, error)
    }
    defer { try? disk.files.close(file) }
    disk.files.forget(file)
    var input = PackInput { () throws(StoreError) in
      do throws(Errno) { return try retrying(try disk.files.read(file, PackInput.portion)) } catch {
        throw .packing(path, error)
      }
    }
    return try input.digest(progress)
  }

  /// Gives it its name where nothing has it; a file system without hard links takes what is free just now.
  private static func setName(_ temporary: String, _ name: String, on disk: Disk, _ path: String) throws(StoreError) {
    let files = disk.files
    do throws(Errno) {
      try retrying(try files.link(temporary, in: disk.root, to: name, in: disk.root))
      try? files.remove(temporary, in: disk.root)
    } catch {
      switch error {
      case .fileExists: throw .packExists(path)
      case .notPermitted, .notSupported, .noFunction, .tooManyLinks: break
      default: throw .packing(path, error)
      }
      try requireFree(name, disk, path)
      do throws(Errno) { try retrying(try files.rename(temporary, in: disk.root, to: name, in: disk.root)) } catch {
        throw .packing(path, error)
      }
    }
    do throws(Errno) { try retrying(try files.sync(disk.root)) } catch {
      // Not every file system syncs a folder.
      if error != .invalidArgument { throw .unknown(path, error) }
    }
    do throws(Errno) {
      let folder = try retrying(try files.openFolder(path: disk.path))
      defer { try? files.close(folder) }
      _ = try retrying(try files.status(name, in: folder))
    } catch { throw error == .noSuchFileOrDirectory ? .packGone(path, .unknownOutcome) : .unknown(path, error) }
  }

  private static func requireFree(_ name: String, _ disk: Disk, _ path: String) throws(StoreError) {
    do throws(Errno) { _ = try retrying(try disk.files.status(name, in: disk.root)) } catch {
      if error == .noSuchFileOrDirectory { return }
      throw .writing(path, error)
    }
    throw .packExists(path)
  }

  /// The folder and the name of a path as a person gives it.
  fileprivate static func place(_ path: String) -> (folder: String, name: String) {
    let (folder, name) = split(path)
    return (folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder, name)
  }
}

extension PackReader {
  /// Unpacks a file; its place is not written to.
  /// - Parameters:
  ///   - path: of a plain file.
  ///   - disk: where it is unpacked, below its folder of temporary files.
  func unpack(_ path: String, on disk: Disk, files: any FileSystem = PosixFileSystem()) throws(StoreError)
    -> UnpackedPack
  {
    let (folder, name) = PackFile.place(path)
    let source = try Disk(path: folder, files: files)
    let file: Int32
    do throws(Errno) { file = try retrying(try files.open(name, in: source.root)) } catch {
      throw .reading(path, error)
    }
    defer { try? files.close(file) }
    do throws(Errno) {
      guard try retrying(try files.status(file)).kind == .file else { throw .tooManySymbolicLinkLevels }
    } catch { throw .reading(path, error) }
    return try unpack(PackInput(file, files, name: path), name: path, on: disk)
  }
}

extension StoreError {
  fileprivate static func packExists(_ path: String) -> StoreError {
    StoreError(
      .exists, path,
      Phrase(
        "\(path)已经存在，没有改动；请换个名字，或先把它移走",
        "\(path) exists and was not changed; choose another name, or move it away first"))
  }

  /// The folder at the path is not the one that was written to.
  fileprivate static func packGone(_ path: String, _ kind: Kind = .disk) -> StoreError {
    StoreError(
      kind, path,
      Phrase(
        "写\(path)时这个盘被卸下或拔出了，包不能当作已制成；插好后重做一次",
        "The disk was taken away while \(path) was written, and no pack can be counted on; put it back and repeat"))
  }

  /// A failed call while a pack is written.
  fileprivate static func packing(_ path: String, _ errno: Errno, size: Int = 0) -> StoreError {
    switch errno {
    case .noSpace, .diskQuotaExceeded:
      let room = (size + (1 << 20) - 1) >> 20
      return StoreError(
        .noRoom, path,
        Phrase(
          "磁盘空间不足，没有制成\(path)：整包要 \(room) MiB；腾出空间或少带几件后重做",
          "No space is left: \(path) was not made. The pack has \(room) MiB; free some space or take fewer cases, and repeat"
        ))
    case .ioError, .operationNotSupportedByDevice, .noSuchAddressOrDevice:
      return StoreError(
        .disk, path,
        Phrase(
          "\(path)没有制成（\(errno.message.zh)）：盘可能拔出了或已损坏；插好或换一个后重做",
          "\(path) was not made (\(errno.message.en)): the disk was taken out or is failing; put it back or take another, and repeat"
        ))
    default: return .writing(path, errno)
    }
  }
}
