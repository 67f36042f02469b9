import Casework

/// Names, initials, codes and ids of rows as bytes in one piece, for finding by substring.
struct SearchIndex: Sendable {
  private var bytes: [UInt8] = []
  /// Where each row's text ends.
  private var ends: [Int] = []

  var count: Int { ends.count }

  /// Takes in up to `limit` more rows; false when none is left.
  mutating func extend(_ rows: [CaseSummary], by limit: Int) -> Bool {
    let end = min(rows.count, ends.count + limit)
    while ends.count < end {
      let row = rows[ends.count]
      append(
        name: row.name, also: row.otherNames, Substring(row.creditCode.utf8.prefix(18)),
        Substring(row.key.id.utf8.prefix(64)))
    }
    return ends.count < rows.count
  }

  /// Takes in a row: its name, the name's initials, other names with theirs, and other texts it can be found by.
  mutating func append(name whole: String, also names: [String], _ others: Substring...) {
    let name = String(whole.unicodeScalars.prefix(200))
    SearchIndex.fold(name.unicodeScalars, into: &bytes)
    bytes.append(0)
    bytes.append(contentsOf: Pinyin.initials(name).utf8)
    for other in names {
      let other = String(other.unicodeScalars.prefix(200))
      bytes.append(0)
      SearchIndex.fold(other.unicodeScalars, into: &bytes)
      bytes.append(0)
      bytes.append(contentsOf: Pinyin.initials(other).utf8)
    }
    for other in others {
      bytes.append(0)
      SearchIndex.fold(other.unicodeScalars, into: &bytes)
    }
    ends.append(bytes.count)
  }

  /// Whether a row holds the needle's bytes in one piece, or, for letters, its initials hold them in order.
  func matches(_ place: Int, _ needle: Needle) -> Bool {
    let from = place == 0 ? 0 : ends[place - 1]
    return bytes.withUnsafeBufferPointer { all in
      needle.bytes.withUnsafeBufferPointer { wanted in
        let text = UnsafeBufferPointer(rebasing: all[from..<ends[place]])
        if SearchIndex.find(wanted, in: text) { return true }
        return needle.isFuzzy && SearchIndex.inOrder(wanted, in: text)
      }
    }
  }

  private static func find(_ wanted: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    let length = wanted.count
    guard length > 0 else { return true }
    guard text.count >= length else { return false }
    let first = wanted[0]
    var place = 0
    let last = text.count - length
    while place <= last {
      if text[place] == first {
        var next = 1
        while next < length, text[place + next] == wanted[next] { next += 1 }
        if next == length { return true }
      }
      place += 1
    }
    return false
  }

  /// Characters in their order inside the name, or letters inside the initials.
  private static func inOrder(
    _ wanted: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var next = 0
    var field = 0
    for byte in text {
      if byte == 0 {
        field += 1
        if field > 1 { return false }
        next = 0
        continue
      }
      if byte == wanted[next] {
        next += 1
        if next == wanted.count { return true }
      }
    }
    return false
  }

  /// A text as it is looked for: of one width and case, without blanks, brackets, `·` and dashes.
  private static func fold(_ text: some Sequence<Unicode.Scalar>, into bytes: inout [UInt8]) {
    for scalar in text {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      switch value {
      case 0x41...0x5A: bytes.append(UInt8(value) | 0x20)
      case 0x20, 0x28, 0x29, 0x2D, 0x5B, 0x5D, 0xB7, 0x2010...0x2015, 0x2022, 0x2212, 0x3000, 0x3010, 0x3011,
        0x3014, 0x3015, 0x30FB:
        break
      case ..<0x80: bytes.append(UInt8(value))
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }

  /// What is looked for.
  struct Needle: Sendable, Hashable {
    var bytes: [UInt8]
    /// Three letters or more may also lie apart.
    var isFuzzy: Bool

    init(_ text: String) {
      bytes = []
      SearchIndex.fold(text.unicodeScalars, into: &bytes)
      // Signs alone are looked for as they are, and found nowhere.
      if bytes.isEmpty { bytes = Array(text.utf8) }
      isFuzzy = bytes.count >= 3 && bytes.allSatisfy { (0x61...0x7A).contains($0) }
    }
  }
}
