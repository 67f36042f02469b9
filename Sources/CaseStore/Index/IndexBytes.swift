/// Writes the index: numbers as variable-length integers, every text once.
struct IndexWriter {
  private(set) var bytes: [UInt8] = []
  private var texts: [String: UInt64] = [:]
  private var table: [String] = []

  mutating func number(_ value: Int) { raw(UInt64(bitPattern: Int64((value << 1) ^ (value >> 63)))) }

  mutating func raw(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func text(_ value: String) {
    if let known = texts[value] { return raw(known) }
    texts[value] = UInt64(table.count)
    raw(UInt64(table.count))
    table.append(value)
  }

  mutating func optional<T>(_ value: T?, _ write: (inout IndexWriter, T) -> Void) {
    raw(value == nil ? 0 : 1)
    if let value { write(&self, value) }
  }

  mutating func list<T>(_ values: [T], _ write: (inout IndexWriter, T) -> Void) {
    raw(UInt64(values.count))
    for value in values { write(&self, value) }
  }

  /// The texts, then the rows.
  consuming func finish() -> [UInt8] {
    var head = IndexWriter()
    head.raw(UInt64(table.count))
    for text in table {
      head.raw(UInt64(text.utf8.count))
      head.bytes += text.utf8
    }
    return head.bytes + bytes
  }
}

/// Reads what `IndexWriter` wrote; throws on anything it did not write.
struct IndexReader: ~Copyable {
  /// The index is damaged or of another program; it is made again.
  struct Damage: Error {}

  /// They must outlive the reader.
  private let bytes: UnsafeRawBufferPointer
  private var index: Int
  private var texts: [String] = []

  init(_ bytes: UnsafeRawBufferPointer, from start: Int) throws(Damage) {
    self.bytes = bytes
    index = start
    let count = try size()
    texts.reserveCapacity(count)
    for _ in 0..<count {
      let length = try size()
      guard length <= bytes.count - index else { throw Damage() }
      let start = index
      // The checksum was right, so these bytes are the text that was written.
      texts.append(
        String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<(start + length)]), as: UTF8.self))
      index += length
    }
  }

  var isAtEnd: Bool { index == bytes.count }

  @inline(__always)
  mutating func raw() throws(Damage) -> UInt64 {
    if index < bytes.count, bytes[index] < 0x80 {
      defer { index &+= 1 }
      return UInt64(bytes[index])
    }
    return try long()
  }

  private mutating func long() throws(Damage) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard index < bytes.count, shift < 64 else { throw Damage() }
      let byte = bytes[index]
      index += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  /// A count: never more than there are bytes.
  mutating func size() throws(Damage) -> Int {
    let value = try raw()
    guard value <= UInt64(bytes.count) else { throw Damage() }
    return Int(value)
  }

  mutating func number() throws(Damage) -> Int {
    let value = try raw()
    return Int(bitPattern: UInt((value >> 1) ^ (0 &- (value & 1))))
  }

  mutating func text() throws(Damage) -> String {
    let reference = try size()
    guard reference < texts.count else { throw Damage() }
    return texts[reference]
  }

  mutating func optional<T>(_ read: (inout IndexReader) throws(Damage) -> T) throws(Damage) -> T? {
    switch try raw() {
    case 0: nil
    case 1: try read(&self)
    default: throw Damage()
    }
  }

  mutating func list<T>(_ read: (inout IndexReader) throws(Damage) -> T) throws(Damage) -> [T] {
    let count = try size()
    var values: [T] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  /// A value of an enumeration, written as its place among all.
  mutating func word<T>(_ all: [T]) throws(Damage) -> T {
    let place = try size()
    guard place < all.count else { throw Damage() }
    return all[place]
  }
}
