import Crypto

/// Bytes as lower-case hex digits, and the SHA-256 digests that are written so.
package enum Hexadecimal {
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// `nil` where the text is not an even number of lower-case hex digits.
  package static func bytes(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in text.utf8 {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x61 + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? bytes : nil
  }

  /// The SHA-256 of bytes, 64 lower-case hex digits.
  package static func sha256(_ bytes: some Collection<UInt8>) -> String {
    var sha = SHA256()
    bytes.withContiguousStorageIfAvailable { sha.update(bufferPointer: UnsafeRawBufferPointer($0)) }
      ?? sha.update(data: Array(bytes))
    return text(sha.finalize())
  }

  /// Whether a text is 64 lower-case hex digits, as a SHA-256 or a public key is written.
  package static func isDigest(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { isDigest(UnsafeRawBufferPointer($0)) }
      ?? Array(text.utf8).withUnsafeBytes { isDigest($0) }
  }

  /// The same of UTF-8, held eight at a time against the bounds of `0` … `9` and `a` … `f`.
  static func isDigest(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count == 64 else { return false }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones &<< 7
    for place in stride(from: 0, to: 64, by: 8) {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      guard word & tops == 0 else { return false }
      // The top bit of each byte is set where the byte reaches the bound; no sum passes its byte.
      func reaching(_ bound: UInt64) -> UInt64 { word &+ ones &* (0x80 &- bound) }
      let digits = reaching(0x30) & ~reaching(0x3A)
      let letters = reaching(0x61) & ~reaching(0x67)
      guard (digits | letters) & tops == tops else { return false }
    }
    return true
  }
}
