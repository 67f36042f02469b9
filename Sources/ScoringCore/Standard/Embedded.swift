import CEmbedded

/// The data files that were embedded in the binary when it was built.
enum Embedded {
  /// Paths of all files, as `Data` names them, in the order they were embedded.
  static var paths: [String] {
    (0..<tidu_embedded_count()).map { String(cString: tidu_embedded_at($0).path) }
  }

  /// The bytes of a file; empty when no such file was embedded.
  static func bytes(_ path: String) -> UnsafeBufferPointer<UInt8> {
    for index in 0..<tidu_embedded_count() {
      let file = tidu_embedded_at(index)
      if path == String(cString: file.path) {
        return UnsafeBufferPointer(start: file.bytes, count: file.length)
      }
    }
    return UnsafeBufferPointer(start: nil, count: 0)
  }

  static func text(_ path: String) -> String {
    String(decoding: bytes(path), as: UTF8.self)
  }

  /// The rows of a table without quoting, first line left out, each split at commas.
  static func rows(_ path: String) -> [[Substring]] {
    text(path).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }
}
