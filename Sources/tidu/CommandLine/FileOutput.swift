internal import CaseStore
internal import Foundation
internal import ScoringCore
internal import SystemPackage

/// A file that is written whole and durably, or not at all; one that is there is never written over.
enum FileOutput {
  /// Refuses a place that is taken, before anything is done that the file is to hold.
  /// - Parameters:
  ///   - path: `nil` or `-` is standard output.
  ///   - bytes: what is to be written: a file that holds just this is taken by nobody else.
  static func check(_ path: String?, for bytes: [UInt8]? = nil) throws {
    guard let path, path != "-", access(path, F_OK) == 0 else { return }
    guard let bytes, (try? MappedFile.contents(path)) == bytes else { throw taken(path) }
  }

  /// - Parameter path: `nil` or `-` is standard output.
  static func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path, path != "-" else { return Output.write(bytes) }
    let target = URL(fileURLWithPath: path)
    let folder = target.deletingLastPathComponent()
    let part = folder.appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString.prefix(8)).part")
    defer { unlink(part.path) }
    do throws(Errno) {
      try write(bytes, at: part.path)
      try name(part.path, target.path)
    } catch {
      // An earlier run had written it and could not say so.
      if error != .fileExists {
        let why = error.message
        throw CommandError(
          .badInput, localized("不能写入 \(shown(path))：\(why.zh)", "cannot write \(shown(path)): \(why.en)"))
      }
      try check(path, for: bytes)
    }
    do throws(Errno) { try sync(folder.path) } catch {
      let why = error.message
      throw CommandError(
        .badInput,
        localized(
          "\(shown(path)) 已写成，断电后是否还在不能确定：\(why.zh)",
          "\(shown(path)) is written, and whether it would outlast a loss of power is not certain: \(why.en)"))
    }
  }

  private static func taken(_ path: String) -> CommandError {
    CommandError(
      .badInput,
      localized(
        "\(shown(path)) 已经存在，没有改动；请换个名字，或先把它移走",
        "\(shown(path)) exists and was not changed; choose another name, or move it away first"))
  }

  private static func write(_ bytes: [UInt8], at path: String) throws(Errno) {
    let file = try open(path, O_WRONLY | O_CREAT | O_EXCL)
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw Errno(rawValue: errno)
      }
      rest = rest.dropFirst(count)
    }
    guard fsync(file) == 0 else { throw Errno(rawValue: errno) }
  }

  /// Gives the file its name where nothing has it; a file system without hard links takes what is free just now.
  private static func name(_ part: String, _ target: String) throws(Errno) {
    if link(part, target) == 0 { return }
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else { throw Errno(rawValue: errno) }
    guard access(target, F_OK) != 0 else { throw .fileExists }
    guard rename(part, target) == 0 else { throw Errno(rawValue: errno) }
  }

  private static func sync(_ folder: String) throws(Errno) {
    let handle = try open(folder, O_RDONLY | O_DIRECTORY)
    defer { close(handle) }
    // Not every file system syncs a folder.
    guard fsync(handle) == 0 || errno == EINVAL else { throw Errno(rawValue: errno) }
  }

  private static func open(_ path: String, _ flags: Int32) throws(Errno) -> Int32 {
    let file = Foundation.open(path, flags | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Errno(rawValue: errno) }
    return file
  }
}
