import Glibc

/// The encoding of a table: UTF-8, or GB 18030 as Excel in China writes it.
enum TextEncoding: Sendable {
  case utf8, gb18030

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Judged by the rows that are not plain ASCII: UTF-8 where at least half of them are well-formed UTF-8, so that one
  /// spoiled row does not turn all the others into nonsense.
  static func of(_ rows: [CSV.Row]) -> TextEncoding {
    var unicode = 0
    var other = 0
    for row in rows where row.cells.contains(where: { $0.contains { $0 >= 0x80 } }) {
      if row.cells.allSatisfy({ String(validating: $0, as: UTF8.self) != nil }) {
        unicode += 1
      } else {
        other += 1
      }
    }
    return unicode >= other ? .utf8 : .gb18030
  }
}

/// Turns GB 18030 into UTF-8 by the C library.
final class GB18030Decoder {
  private let converter: iconv_t

  /// `nil` where the C library has no such table.
  init?() {
    guard let converter = iconv_open("UTF-8", "GB18030"),
      Int(bitPattern: converter) != -1
    else { return nil }
    self.converter = converter
  }

  deinit { iconv_close(converter) }

  /// The text, or `nil` where a byte belongs to no character.
  func decode(_ bytes: [UInt8]) -> String? {
    if bytes.isEmpty { return "" }
    iconv(converter, nil, nil, nil, nil)
    var input = bytes.map { CChar(bitPattern: $0) }
    // A character of two bytes becomes three; one of four becomes four.
    var output = [CChar](repeating: 0, count: bytes.count * 2 + 4)
    let capacity = output.count
    return input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to -> String? in
        var source = from.baseAddress
        var target = to.baseAddress
        var left = from.count
        var room = capacity
        guard iconv(converter, &source, &left, &target, &room) != -1, left == 0 else { return nil }
        return String(validating: to.prefix(capacity - room).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
    }
  }
}
