/// Writes JSON without spaces into one byte buffer that can be used again.
///
/// Commas are put by the writer. It does not check that keys and values alternate: the caller's code shows that.
@frozen
public struct JSONWriter: @unchecked Sendable {
  /// The bytes, in memory that `reserve` makes the writer's own before anything is written.
  @usableFromInline
  final class Memory {
    @usableFromInline let base: UnsafeMutablePointer<UInt8>
    @usableFromInline let capacity: Int

    @usableFromInline
    init(_ capacity: Int) {
      self.capacity = capacity
      base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }
  }

  @usableFromInline var memory: Memory
  @usableFromInline var count = 0
  /// A value was written at this level, so the next needs a comma.
  @usableFromInline var needsComma = false

  /// An empty writer with room for so many bytes; it grows.
  public init(capacity: Int = 1024) {
    memory = Memory(capacity)
  }

  /// A copy of what was written.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: memory.base, count: count)) }

  /// Empties the buffer and keeps its memory.
  public mutating func removeAll() {
    count = 0
    needsComma = false
  }

  /// Begins an object: keys and values follow in turn.
  @inlinable public mutating func beginObject() { open(0x7B) }
  /// Ends the object begun last.
  @inlinable public mutating func endObject() { close(0x7D) }
  /// Begins an array: values follow.
  @inlinable public mutating func beginArray() { open(0x5B) }
  /// Ends the array begun last.
  @inlinable public mutating func endArray() { close(0x5D) }

  /// A key that needs no escapes. Inlined, so that its length is known where it is copied.
  @inlinable @inline(__always)
  public mutating func key(_ key: StaticString) {
    let length = key.utf8CodeUnitCount
    reserve(length &+ 4)
    comma()
    put(0x22)
    copy(key.utf8Start, length)
    put(0x22)
    put(0x3A)
  }

  /// A key of an object that is not known when the program is compiled.
  @_disfavoredOverload
  public mutating func key(_ key: String) {
    reserve(1)
    comma()
    quote(key)
    put(0x3A)
  }

  /// A string, escaped.
  public mutating func string(_ text: String) {
    reserve(1)
    comma()
    quote(text)
    needsComma = true
  }

  /// A whole number.
  public mutating func integer(_ value: Int) { integer(Int64(value)) }

  /// A whole number.
  public mutating func integer(_ value: Int64) {
    reserve(24)
    comma()
    digits(value)
    needsComma = true
  }

  /// True or false.
  public mutating func bool(_ value: Bool) {
    word(value ? "true" : "false")
  }

  /// Nothing.
  public mutating func null() {
    word("null")
  }

  /// A value that is JSON already, as it is.
  public mutating func raw(_ json: some Collection<UInt8>) {
    reserve(json.count &+ 1)
    comma()
    for byte in json { put(byte) }
    needsComma = true
  }

  /// Ends a document in a stream of one a line.
  public mutating func newline() {
    reserve(1)
    put(0x0A)
    needsComma = false
  }

  /// A tree with its keys sorted by their UTF-8 bytes.
  public mutating func canonical(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .integer(let value): integer(value)
    case .decimal(let text): raw(text.utf8)
    case .string(let text): string(text)
    case .array(let items):
      beginArray()
      for item in items { canonical(item) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        key(member.key)
        canonical(member.value)
      }
      endObject()
    }
  }

  /// Makes room for so many bytes, which `put` and `copy` then fill, in memory that no copy of the writer shares.
  @inlinable @inline(__always)
  mutating func reserve(_ more: Int) {
    if !isKnownUniquelyReferenced(&memory) || more > memory.capacity &- count { move(more) }
  }

  @usableFromInline
  mutating func move(_ more: Int) {
    let wider = Memory(max(memory.capacity, (count + more) * 2))
    wider.base.update(from: memory.base, count: count)
    memory = wider
  }

  @inlinable @inline(__always)
  mutating func put(_ byte: UInt8) {
    memory.base[count] = byte
    count &+= 1
  }

  @inlinable @inline(__always)
  mutating func copy(_ source: UnsafePointer<UInt8>, _ length: Int) {
    (memory.base + count).update(from: source, count: length)
    count &+= length
  }

  @inlinable @inline(__always)
  mutating func comma() {
    if needsComma { put(0x2C) }
    needsComma = false
  }

  @inlinable @inline(__always)
  mutating func open(_ bracket: UInt8) {
    reserve(2)
    comma()
    put(bracket)
  }

  @inlinable @inline(__always)
  mutating func close(_ bracket: UInt8) {
    reserve(1)
    put(bracket)
    needsComma = true
  }

  private mutating func word(_ text: StaticString) {
    reserve(text.utf8CodeUnitCount &+ 1)
    comma()
    copy(text.utf8Start, text.utf8CodeUnitCount)
    needsComma = true
  }

  /// At most 20 bytes.
  private mutating func digits(_ value: Int64) {
    if value < 0 { put(0x2D) }
    var rest = value.magnitude
    var length = 1
    var bound: UInt64 = 10
    while length < 20, rest >= bound {
      length &+= 1
      bound = length < 20 ? bound &* 10 : bound
    }
    for place in stride(from: count &+ length &- 1, through: count, by: -1) {
      memory.base[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count &+= length
  }

  /// Minimal escapes: `"`, `\` and the control characters below U+0020.
  private mutating func quote(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      let isPlain = !Self.needsEscape(utf8)
      // Six bytes are made of one at the most; the quotes, and a colon after a key.
      reserve((isPlain ? utf8.count : utf8.count * 6) &+ 3)
      put(0x22)
      if isPlain, let start = utf8.baseAddress {
        copy(start, utf8.count)
      } else {
        for byte in utf8 {
          if Self.isEscaped(byte) { escape(byte) } else { put(byte) }
        }
      }
      put(0x22)
    }
  }

  private static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

  /// Whether any byte is to be escaped: eight at a time, the last eight perhaps once more.
  private static func needsEscape(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeRawBufferPointer(utf8)
    guard bytes.count >= 4 else { return bytes.contains(where: isEscaped) }
    guard bytes.count >= 8 else {
      let first = bytes.loadUnaligned(as: UInt32.self)
      let last = bytes.loadUnaligned(fromByteOffset: bytes.count &- 4, as: UInt32.self)
      return needsEscape(UInt64(first) | UInt64(last) &<< 32)
    }
    var place = 0
    while place &+ 8 < bytes.count {
      if needsEscape(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) { return true }
      place &+= 8
    }
    return needsEscape(bytes.loadUnaligned(fromByteOffset: bytes.count &- 8, as: UInt64.self))
  }

  @inline(__always)
  private static func needsEscape(_ word: UInt64) -> Bool {
    let quotes = word ^ (JSONReader.ones &* 0x22)
    let slashes = word ^ (JSONReader.ones &* 0x5C)
    let marks =
      ((quotes &- JSONReader.ones) & ~quotes) | ((slashes &- JSONReader.ones) & ~slashes)
      | ((word &- JSONReader.ones &* 0x20) & ~word)
    return marks & JSONReader.tops != 0
  }

  private mutating func escape(_ byte: UInt8) {
    put(0x5C)
    switch byte {
    case 0x22, 0x5C: put(byte)
    case 0x08: put(0x62)
    case 0x09: put(0x74)
    case 0x0A: put(0x6E)
    case 0x0C: put(0x66)
    case 0x0D: put(0x72)
    default:
      let low = byte & 15
      for byte in [0x75, 0x30, 0x30, 0x30 + byte >> 4, low < 10 ? 0x30 + low : 0x57 + low] { put(byte) }
    }
  }
}
