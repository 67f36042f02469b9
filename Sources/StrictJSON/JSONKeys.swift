/// A fixed set of keys or codes, each known by its index: the bytes are hashed and then compared, no string is made.
///
/// A table is made once and lives as long as the program.
public struct JSONKeys: @unchecked Sendable {
  private struct Entry {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var length = -1
    var index = -1
  }

  /// The keys in the order of their indices.
  public let names: [String]
  // Written in `init` and never again, which is why sharing it is safe.
  private let slots: UnsafeMutablePointer<Entry>
  /// The bytes of each name in a field of `JSONKeys.width`.
  private let texts: UnsafeMutableRawPointer
  private let mask: Int

  /// Bytes a name may have at most.
  private static let width = 32

  /// Names must be distinct ASCII of 1 to 32 bytes.
  public init(_ names: [String]) {
    precondition(names.allSatisfy { (1...JSONKeys.width).contains($0.utf8.count) })
    self.names = names
    var capacity = 16
    while capacity < names.count * 4 { capacity *= 2 }
    mask = capacity - 1
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Entry(), count: capacity)
    texts = .allocate(byteCount: names.count * JSONKeys.width, alignment: 8)
    texts.initializeMemory(as: UInt8.self, repeating: 0, count: names.count * JSONKeys.width)
    for (index, name) in names.enumerated() {
      let bytes = Array(name.utf8)
      for (place, byte) in bytes.enumerated() {
        texts.storeBytes(of: byte, toByteOffset: index * JSONKeys.width + place, as: UInt8.self)
      }
      let (first, last) = bytes.withUnsafeBytes { JSONKeys.words(of: $0) }
      var slot = JSONKeys.hash(first, last, bytes.count) & mask
      while slots[slot].length >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Entry(first: first, last: last, length: bytes.count, index: index)
    }
  }

  /// The index of a string's name; `nil` for a name that is not in the set.
  public func index(of string: JSONString, in reader: JSONReader) -> Int? {
    if string.isEscaped {
      return reader.unescaped(string).withUnsafeBytes { index(of: $0) }
    }
    return index(of: reader.raw(string))
  }

  @inline(__always)
  private func index(of bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count > 0, bytes.count <= JSONKeys.width else { return nil }
    let (first, last) = JSONKeys.words(of: bytes)
    var slot = JSONKeys.hash(first, last, bytes.count) & mask
    while true {
      let entry = slots[slot]
      if entry.length == bytes.count, entry.first == first, entry.last == last,
        isSame(bytes, entry.index)
      {
        return entry.index
      }
      if entry.length < 0 { return nil }
      slot = (slot &+ 1) & mask
    }
  }

  /// The first and the last eight bytes, which may overlap; the whole of a shorter name, of at least one byte.
  @inline(__always)
  private static func words(of bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
    guard bytes.count < 8 else {
      return (
        bytes.loadUnaligned(as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: bytes.count &- 8, as: UInt64.self)
      )
    }
    // Overlapping loads again, which are no two the same for two names of one length.
    let count = bytes.count
    if count >= 4 {
      let first = bytes.loadUnaligned(as: UInt32.self)
      let last = bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return (UInt64(first) | UInt64(last) &<< 32, 0)
    }
    return (UInt64(bytes[0]) | UInt64(bytes[count / 2]) &<< 8 | UInt64(bytes[count &- 1]) &<< 16, 0)
  }

  @inline(__always)
  private static func hash(_ first: UInt64, _ last: UInt64, _ length: Int) -> Int {
    let mixed = (first ^ (last &<< 7 | last &>> 57) ^ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 40)
  }

  /// Compares what the first and last eight bytes leave out.
  @inline(__always)
  private func isSame(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    var place = 8
    while place &+ 8 < bytes.count {
      let theirs = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let ours = texts.loadUnaligned(
        fromByteOffset: index &* JSONKeys.width &+ place, as: UInt64.self)
      if theirs != ours { return false }
      place &+= 8
    }
    return true
  }
}
