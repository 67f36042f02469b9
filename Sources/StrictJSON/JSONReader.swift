/// Reads one strict JSON document, value by value, straight from its bytes.
///
/// Pull what is there: `peek` tells the kind of the next value, `enterObject` and `nextKey`, `enterArray` and
/// `nextItem` go through containers, and each value must be taken or skipped before the next key or item is asked
/// for. The reader makes no strings and no tree. It does not look for duplicate keys, which only who knows the keys
/// can do at no cost: `JSONDocument` finds them anywhere.
///
/// After a fault `offset` is its place, and the reader is of no further use.
///
/// The bytes must outlive the reader. They are read in `byte(at:)` and `word(at:)` alone, which check the bounds.
@frozen
public struct JSONReader {
  /// The outermost object or array is level 1.
  @inlinable public static var maximumDepth: Int { 32 }

  /// The text that is read.
  public let bytes: UnsafeRawBufferPointer
  @usableFromInline let base: UnsafeRawPointer
  @usableFromInline let count: Int
  @usableFromInline var position: Int
  @usableFromInline var depth: Int
  /// A container was entered and nothing in it was asked for.
  @usableFromInline var isFresh: Bool

  /// Where the next byte is read.
  @inlinable public var offset: Int { position }

  /// A reader of the value that begins at `offset`.
  @inlinable
  public init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    self.bytes = bytes
    base = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1).unsafelyUnwrapped
    count = bytes.count
    position = offset
    depth = 0
    isFresh = false
  }

  /// The byte at a place; 0, which stands for nothing in JSON, at and after the end.
  @inlinable @inline(__always)
  func byte(at place: Int) -> UInt8 {
    UInt(bitPattern: place) < UInt(bitPattern: count)
      ? base.load(fromByteOffset: place, as: UInt8.self) : 0
  }

  /// Eight bytes from a place on, the first in the lowest bits; `nil` where fewer are left.
  @inlinable @inline(__always)
  func word(at place: Int) -> UInt64? {
    place >= 0 && place <= count &- 8
      ? UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self)) : nil
  }

  @inlinable @inline(__always)
  mutating func skipSpace() -> UInt8 {
    while true {
      let next = byte(at: offset)
      if next > 0x20 { return next }
      guard next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 else { return next }
      position &+= 1
    }
  }

  /// The fault of a byte that cannot stand at `offset`.
  @usableFromInline
  func fault(_ next: UInt8) -> JSONFault {
    offset >= count ? .truncated : .unexpected(next)
  }

  /// The kind of the next value, which begins at `offset` afterwards. Nothing is taken.
  @inlinable
  public mutating func peek() throws(JSONFault) -> JSONKind {
    let next = skipSpace()
    switch next {
    case 0x22: return .string
    case 0x2D, 0x30...0x39: return .number
    case 0x7B: return .object
    case 0x5B: return .array
    case 0x74, 0x66: return .bool
    case 0x6E: return .null
    case 0x2B, 0x2E: throw .badNumber
    default: throw fault(next)
    }
  }

  /// Goes into the object at `offset`. Only after `peek` said there is one.
  @inlinable
  public mutating func enterObject() throws(JSONFault) {
    try enter()
  }

  /// Goes into the array at `offset`. Only after `peek` said there is one.
  @inlinable
  public mutating func enterArray() throws(JSONFault) {
    try enter()
  }

  @inlinable @inline(__always)
  mutating func enter() throws(JSONFault) {
    guard depth < JSONReader.maximumDepth else { throw .tooDeep }
    depth &+= 1
    isFresh = true
    position &+= 1
  }

  /// The next key of the object, with its colon taken; `nil` at the end of the object, which is left.
  @inlinable
  public mutating func nextKey() throws(JSONFault) -> JSONString? {
    // A comma and a quote without space between them, which is how programs write.
    if !isFresh, byte(at: offset) == 0x2C, byte(at: offset &+ 1) == 0x22 {
      position &+= 1
    } else {
      guard try !closes(0x7D) else { return nil }
      let next = skipSpace()
      guard next == 0x22 else { throw fault(next) }
    }
    let key = try string()
    if byte(at: offset) == 0x3A {
      position &+= 1
      return key
    }
    let colon = skipSpace()
    guard colon == 0x3A else { throw fault(colon) }
    position &+= 1
    return key
  }

  /// Whether the array has a further item, which is next; else the array is left.
  @inlinable
  public mutating func nextItem() throws(JSONFault) -> Bool {
    try !closes(0x5D)
  }

  @inlinable @inline(__always)
  mutating func closes(_ bracket: UInt8) throws(JSONFault) -> Bool {
    let next = skipSpace()
    let wasFresh = isFresh
    isFresh = false
    if next == bracket {
      depth &-= 1
      position &+= 1
      return true
    }
    if wasFresh { return false }
    guard next == 0x2C else { throw fault(next) }
    let comma = offset
    position &+= 1
    let after = skipSpace()
    guard after != 0x7D, after != 0x5D else {
      position = comma
      throw .trailingComma
    }
    return false
  }

  /// Takes `true` or `false`.
  @inlinable
  public mutating func bool() throws(JSONFault) -> Bool {
    // "true", and "alse", as the bytes of a word.
    if word(at: offset).map({ UInt32(truncatingIfNeeded: $0) }) == 0x6575_7274 {
      position &+= 4
      guard isDelimited else { throw fault(byte(at: offset)) }
      return true
    }
    if word(at: offset &+ 1).map({ UInt32(truncatingIfNeeded: $0) }) == 0x6573_6C61, byte(at: offset) == 0x66 {
      position &+= 5
      guard isDelimited else { throw fault(byte(at: offset)) }
      return false
    }
    let isTrue = byte(at: offset) == 0x74
    if isTrue { try literal("true") } else { try literal("false") }
    return isTrue
  }

  /// Takes `null`.
  @inlinable
  public mutating func null() throws(JSONFault) {
    try literal("null")
  }

  @usableFromInline
  mutating func literal(_ text: StaticString) throws(JSONFault) {
    for index in 0..<text.utf8CodeUnitCount {
      guard byte(at: offset) == text.utf8Start[index] else { throw fault(byte(at: offset)) }
      position &+= 1
    }
    guard isDelimited else { throw fault(byte(at: offset)) }
  }

  /// What follows a number or a word must end it.
  @inlinable @inline(__always)
  var isDelimited: Bool {
    switch byte(at: offset) {
    case 0x2C, 0x7D, 0x5D, 0x20, 0x0A, 0x0D, 0x09: true
    default: offset >= count
    }
  }

  /// Takes any value, checking all but its keys' being distinct.
  public mutating func skip() throws(JSONFault) {
    let outside = depth
    /// One bit a level from `outside` on, set for an object.
    var objects: UInt64 = 0
    repeat {
      switch try peek() {
      case .string: _ = try string()
      case .number: _ = try number()
      case .bool: _ = try bool()
      case .null: try null()
      case .object:
        try enter()
        objects = objects &<< 1 | 1
      case .array:
        try enter()
        objects = objects &<< 1
      }
      while depth > outside {
        if objects & 1 == 1 ? try nextKey() != nil : try nextItem() { break }
        objects = objects &>> 1
      }
    } while depth > outside
  }

  /// Nothing but white space may be left.
  @inlinable
  public mutating func finish() throws(JSONFault) {
    _ = skipSpace()
    if offset < count { throw .trailingContent }
  }

  /// Before the document's value: a text that is empty or begins with a byte-order mark.
  @inlinable
  public mutating func start() throws(JSONFault) {
    if byte(at: offset) == 0xEF, byte(at: offset &+ 1) == 0xBB, byte(at: offset &+ 2) == 0xBF {
      throw .byteOrderMark
    }
    if skipSpace() == 0, offset >= count { throw .empty }
  }
}
