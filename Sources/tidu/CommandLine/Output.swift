internal import CaseStore
internal import Foundation
internal import ScoringCore
internal import StrictJSON
internal import SystemPackage

/// What leaves the program: results on standard output, words about them on standard error.
enum Output {
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
    return Int(size.ws_col)
  }

  /// A sentence on standard error; lost where nobody can read it.
  static func printError(_ sentence: String) {
    _ = send(Array((sentence + "\n").utf8), to: STDERR_FILENO)
  }

  /// All of `bytes` on standard output; leaves quietly where the reader has gone, with a sentence where there is no room.
  static func write(_ bytes: [UInt8]) {
    guard let trouble = send(bytes, to: STDOUT_FILENO) else { return }
    guard trouble != .brokenPipe else { exit(Status.done.rawValue) }
    let why = trouble.message(OutputLanguage.language)
    printError(
      localized(
        "结果写不出去（\(why)），不完整；请换个去处重做",
        "the result could not be written (\(why)) and is not whole; repeat to another place"))
    exit(Status.storeTrouble.rawValue)
  }

  static func line(_ text: String) {
    write(Array((text + "\n").utf8))
  }

  /// A value as one line of NDJSON.
  static func object(_ value: JSONValue) {
    write(value.canonicalBytes + [0x0A])
  }

  /// Words about what goes on, without an end of line.
  static func printProgress(_ text: String) {
    _ = send(Array(text.utf8), to: STDERR_FILENO)
  }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Errno? {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written < 0 {
          let code = Errno(rawValue: errno)
          if code == .interrupted { continue }
          return code
        }
        rest = rest.dropFirst(written)
      }
      return nil
    }
  }
}
