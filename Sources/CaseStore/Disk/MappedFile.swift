import Glibc
package import ScoringCore
package import SystemPackage

/// The bytes of a file that a person named, mapped: an application, a table, a paper of this computer. Files of a store
/// are read through the store.
package final class MappedFile: @unchecked Sendable {
  /// Good while the file is held: inside `withExtendedLifetime`, or where the file is a parameter.
  package let bytes: UnsafeRawBufferPointer

  /// Why a file could not be read.
  package enum Trouble: Error, Sendable, Hashable {
    /// A folder, a pipe or a device.
    case notPlain
    /// What the system said.
    case system(Errno)

    /// What is wrong with the file of this name, in one sentence.
    package func message(_ name: String) -> Phrase {
      switch self {
      case .notPlain:
        Phrase("\(name) 是文件夹、管道或设备；请给出文件名", "\(name) is a folder, a pipe or a device; name a file")
      case .system(let error):
        Phrase("打不开 \(name)：\(error.message.zh)；请核对", "cannot open \(name): \(error.message.en); check the name")
      }
    }
  }

  /// Opens a plain file for reading; anything else is refused.
  /// - Returns: the descriptor, for the caller to close, and the file's length.
  package static func open(_ path: String) throws(Trouble) -> (descriptor: Int32, count: Int) {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(Errno(rawValue: errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      defer { close(descriptor) }
      throw .system(Errno(rawValue: errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notPlain
    }
    return (descriptor, Int(status.st_size))
  }

  /// Maps a plain file; anything else is refused.
  package init(_ path: String) throws(Trouble) {
    let (descriptor, count) = try Self.open(path)
    defer { close(descriptor) }
    guard count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let map = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), map != MAP_FAILED else {
      throw .system(Errno(rawValue: errno))
    }
    madvise(map, count, MADV_SEQUENTIAL)
    bytes = UnsafeRawBufferPointer(start: map, count: count)
  }

  deinit {
    if let base = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: base), bytes.count) }
  }

  /// A copy of the bytes of a file, for what keeps them: those of `bytes` are gone with the object.
  package static func contents(_ path: String) throws(Trouble) -> [UInt8] {
    let file = try MappedFile(path)
    return withExtendedLifetime(file) { Array(file.bytes) }
  }
}
