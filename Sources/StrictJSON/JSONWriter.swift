/// Writes JSON without spaces into one byte buffer that can be used again.
///
/// Commas are put by the writer. It does not check that keys and values alternate: the caller's code shows that.
@frozen
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// A value was written at this level, so the next needs a comma.
  private var needsComma = false

  public init() {}

  public init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// Empties the buffer and keeps its memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  public mutating func beginObject() { open(0x7B) }
  public mutating func endObject() { close(0x7D) }
  public mutating func beginArray() { open(0x5B) }
  public mutating func endArray() { close(0x5D) }

  /// A key that needs no escapes.
  public mutating func key(_ key: StaticString) {
    comma()
    bytes.append(0x22)
    bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  public mutating func key(_ key: String) {
    comma()
    quote(key)
    bytes.append(0x3A)
  }

  public mutating func string(_ text: String) {
    comma()
    quote(text)
    needsComma = true
  }

  public mutating func integer(_ value: Int) { integer(Int64(value)) }

  public mutating func integer(_ value: Int64) {
    comma()
    digits(value)
    needsComma = true
  }

  public mutating func bool(_ value: Bool) {
    word(value ? "true" : "false")
  }

  public mutating func null() {
    word("null")
  }

  /// A value that is JSON already, as it is.
  public mutating func raw(_ json: some Sequence<UInt8>) {
    comma()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// Ends a document in a stream of one a line.
  public mutating func newline() {
    bytes.append(0x0A)
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

  private mutating func comma() {
    if needsComma { bytes.append(0x2C) }
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    comma()
    bytes.append(bracket)
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func word(_ text: StaticString) {
    comma()
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    needsComma = true
  }

  private mutating func digits(_ value: Int64) {
    if value < 0 { bytes.append(0x2D) }
    let magnitude = value.magnitude
    var power: UInt64 = 1
    while magnitude / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: magnitude / power % 10))
      power /= 10
    }
  }

  /// Minimal escapes: `"`, `\` and the control characters below U+0020.
  private mutating func quote(_ text: String) {
    var text = text
    bytes.append(0x22)
    text.withUTF8 { utf8 in
      guard utf8.contains(where: Self.isEscaped) else { return bytes.append(contentsOf: utf8) }
      for byte in utf8 {
        if Self.isEscaped(byte) { escape(byte) } else { bytes.append(byte) }
      }
    }
    bytes.append(0x22)
  }

  private static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x08: bytes.append(0x62)
    case 0x09: bytes.append(0x74)
    case 0x0A: bytes.append(0x6E)
    case 0x0C: bytes.append(0x66)
    case 0x0D: bytes.append(0x72)
    default:
      let low = byte & 15
      bytes.append(contentsOf: [0x75, 0x30, 0x30, 0x30 + byte >> 4, low < 10 ? 0x30 + low : 0x57 + low])
    }
  }
}
