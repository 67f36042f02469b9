internal import Foundation
internal import StrictJSON

/// What leaves the program: results on standard output, words about them on standard error.
enum Output {
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
    return Int(size.ws_col)
  }

  static func complain(_ sentence: String) {
    write(Array((sentence + "\n").utf8), to: STDERR_FILENO)
  }

  /// All of `bytes`; leaves quietly where the reader has gone.
  static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written < 0 {
          if errno == EINTR { continue }
          exit(errno == EPIPE ? 0 : Status.storeTrouble.rawValue)
        }
        rest = rest.dropFirst(written)
      }
    }
  }

  static func line(_ text: String) {
    write(Array((text + "\n").utf8))
  }
}
