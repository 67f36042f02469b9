import CPosix
import Glibc
import SystemPackage

/// The real disk.
struct PosixFileSystem: FileSystem {
  private func check(_ result: Int32) throws(Errno) -> Int32 {
    if result < 0 { throw Errno(rawValue: errno) }
    return result
  }

  func openFolder(path: String) throws(Errno) -> Int32 {
    try check(Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
  }

  func openFolder(_ name: String, in folder: Int32) throws(Errno) -> Int32 {
    try check(openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
  }

  func makeFolder(_ name: String, in folder: Int32, mode: UInt32) throws(Errno) {
    _ = try check(mkdirat(folder, name, mode))
  }

  func create(_ name: String, in folder: Int32, mode: UInt32) throws(Errno) -> Int32 {
    try check(openat(folder, name, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, mode))
  }

  func open(_ name: String, in folder: Int32) throws(Errno) -> Int32 {
    try check(openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC))
  }

  func status(_ file: Int32) throws(Errno) -> FileStatus {
    var status = stat()
    _ = try check(fstat(file, &status))
    return FileStatus(status)
  }

  func status(_ name: String, in folder: Int32) throws(Errno) -> FileStatus {
    var status = stat()
    _ = try check(fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW))
    return FileStatus(status)
  }

  func write(_ file: Int32, _ bytes: ArraySlice<UInt8>) throws(Errno) -> Int {
    let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if count < 0 { throw Errno(rawValue: errno) }
    return count
  }

  func read(_ file: Int32, _ count: Int) throws(Errno) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let got = Glibc.read(file, buffer.baseAddress, count)
      if got < 0 { failure = errno }
      filled = max(got, 0)
    }
    if failure != 0 { throw Errno(rawValue: failure) }
    return bytes
  }

  func sync(_ file: Int32) throws(Errno) { _ = try check(fsync(file)) }

  func traits(_ folder: Int32) throws(Errno) -> FileSystemTraits {
    var status = statvfs()
    _ = try check(fstatvfs(folder, &status))
    return FileSystemTraits(
      kind: tidu_file_system(folder), freeBytes: Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize)),
      freeFiles: status.f_files == 0 ? nil : Int(clamping: status.f_favail))
  }

  func setMode(_ file: Int32, _ mode: UInt32) throws(Errno) { _ = try check(fchmod(file, mode)) }

  func hasDefaultACL(_ folder: Int32) -> Bool { tidu_has_default_acl(folder) == 1 }

  /// Network and FUSE file systems answer syncfs without passing it on.
  func syncsAll(_ folder: Int32) -> Bool {
    // ext4, XFS, btrfs, F2FS, tmpfs
    [0xEF53, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0x0102_1994].contains(tidu_file_system(folder))
  }

  func syncAll(_ folder: Int32) throws(Errno) { _ = try check(tidu_syncfs(folder)) }

  func close(_ file: Int32) throws(Errno) { _ = try check(Glibc.close(file)) }

  func link(_ name: String, in folder: Int32, to newName: String, in newFolder: Int32) throws(Errno) {
    _ = try check(linkat(folder, name, newFolder, newName, 0))
  }

  func rename(_ name: String, in folder: Int32, to newName: String, in newFolder: Int32)
    throws(Errno)
  {
    _ = try check(renameat(folder, name, newFolder, newName))
  }

  func remove(_ name: String, in folder: Int32) throws(Errno) {
    _ = try check(unlinkat(folder, name, 0))
  }

  func removeFolder(_ name: String, in folder: Int32) throws(Errno) {
    _ = try check(unlinkat(folder, name, AT_REMOVEDIR))
  }

  func forget(_ file: Int32) { _ = posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED) }

  func lock(_ folder: Int32) throws(Errno) { _ = try check(flock(folder, LOCK_EX)) }

  func entries(in folder: Int32) throws(Errno) -> [FolderEntry] {
    // A descriptor of its own: reading moves the position, and closedir closes what it was given.
    let copy = try check(openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    guard let stream = fdopendir(copy) else {
      let failure = errno
      _ = Glibc.close(copy)
      throw Errno(rawValue: failure)
    }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let text = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
      let name = String(cString: text)
      if name == "." || name == ".." { continue }
      let kind: FileStatus.Kind? =
        switch Int(entry.pointee.d_type) {
        case Int(DT_UNKNOWN): nil
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        default: .other
        }
      entries.append(FolderEntry(name: name, kind: kind, isText: String(validatingCString: text) != nil))
    }
    if errno != 0 { throw Errno(rawValue: errno) }
    return entries
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    self.init(
      kind: kind, size: Int(status.st_size), modified: Int64(status.st_mtim.tv_sec),
      nanoseconds: Int64(status.st_mtim.tv_nsec), inode: UInt64(status.st_ino), mode: status.st_mode & 0o7777,
      owner: status.st_uid)
  }
}
