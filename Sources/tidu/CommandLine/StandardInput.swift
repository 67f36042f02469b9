internal import ArgumentParser
internal import CaseStore
internal import Foundation
internal import ScoringCore
internal import Synchronization
internal import SystemPackage

/// Standard input, which a command names `-` and can read once.
enum StandardInput {
  static let name = "-"
  private static let wasRead = Mutex(false)

  /// Everything up to its end; refused the second time, when nothing would be left.
  static func read() throws(CommandError) -> [UInt8] {
    try claim()
    var bytes: [UInt8] = []
    while try append(to: &bytes) {}
    return bytes
  }

  /// Takes it for the one reader it has.
  static func claim() throws(CommandError) {
    let again = wasRead.withLock { wasRead in
      defer { wasRead = true }
      return wasRead
    }
    guard !again else {
      throw CommandError(.usage, localized("- 只能写一次：标准输入只能读一遍", "write - once: standard input can be read only once"))
    }
  }

  /// Reads some more; false at its end.
  static func append(to bytes: inout [UInt8]) throws(CommandError) -> Bool {
    do throws(Errno) { return try append(to: &bytes, from: STDIN_FILENO) } catch {
      let why = error.message(OutputLanguage.language)
      throw CommandError(
        .badInput,
        localized(
          "标准输入读不了：\(why)；请用管道送入，或给出文件名", "cannot read standard input: \(why); pipe something in, or name a file"))
    }
  }

  /// Reads some more of what is open; false at its end.
  static func append(to bytes: inout [UInt8], from descriptor: Int32) throws(Errno) -> Bool {
    let portion = 1 << 16
    while true {
      let space = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: portion))
      let count = bytes.withUnsafeMutableBytes { buffer in
        Foundation.read(descriptor, buffer.baseAddress?.advanced(by: space), portion)
      }
      let code = errno
      bytes.removeLast(portion - max(0, count))
      if count >= 0 { return count > 0 }
      guard code == EINTR else { throw Errno(rawValue: code) }
    }
  }

  /// Refuses names that ask for it twice: nothing would be left the second time.
  static func once(in names: [String]) throws {
    guard names.count(where: { $0 == name }) > 1 else { return }
    throw ValidationError(localized("- 只能写一次：标准输入只能读一遍", "write - once: standard input can be read only once"))
  }
}
