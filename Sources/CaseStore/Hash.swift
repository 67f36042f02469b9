import Crypto

/// SHA-256 of whole files, as the store writes it: 64 lower-case hexadecimal digits.
enum Hash {
  static func hex(_ bytes: some Collection<UInt8>) -> String {
    var sha = SHA256()
    bytes.withContiguousStorageIfAvailable { sha.update(bufferPointer: UnsafeRawBufferPointer($0)) }
      ?? sha.update(data: Array(bytes))
    return hexadecimal(sha.finalize())
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// `nil` where the text is not an even number of lower-case hexadecimal digits.
  static func bytes(_ hex: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in hex.utf8 {
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

  /// The names to try for a file of this hash, short first.
  static func names(_ hash: String, _ name: (Substring) -> String) -> [String] {
    [name(hash.prefix(16)), name(hash.prefix(32)), name(hash[...])]
  }
}
