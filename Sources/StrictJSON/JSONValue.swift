/// A JSON document as a tree, for small files: events, settings, lists. Too slow for a national store's applications.
public indirect enum JSONValue: Sendable, Hashable {
  /// A key and its value in an object.
  public struct Member: Sendable, Hashable {
    /// The key, without escapes.
    public var key: String
    /// What stands under it.
    public var value: JSONValue

    /// A member of these two.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  case null
  case bool(Bool)
  /// Written without point and exponent, within 64 bits.
  case integer(Int64)
  /// Any other number, as it was written.
  case decimal(String)
  case string(String)
  case array([JSONValue])
  /// Keys are distinct; their order is that of the text.
  case object([Member])

  /// Reads one strict JSON document.
  public init(parsing bytes: UnsafeRawBufferPointer) throws(JSONError) {
    var walk = JSONWalk(bytes, keeps: true)
    self = try walk.document()
  }

  /// Reads one strict JSON document.
  public init(parsing bytes: some Sequence<UInt8>) throws(JSONError) {
    let array = Array(bytes)
    let result: Result<JSONValue, JSONError> = array.withUnsafeBytes { bytes in
      Result { () throws(JSONError) in try JSONValue(parsing: bytes) }
    }
    self = try result.get()
  }

  /// The value of a key; `nil` when it is absent or this is no object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text; `nil` where this is no string.
  public var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  /// The number; `nil` where this is none, or has a point, an exponent or more than 64 bits.
  public var integer: Int64? {
    guard case .integer(let value) = self else { return nil }
    return value
  }

  /// True or false; `nil` where this is neither.
  public var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The items; `nil` where this is no array.
  public var array: [JSONValue]? {
    guard case .array(let value) = self else { return nil }
    return value
  }

  /// The members in the order of the text; `nil` where this is no object.
  public var members: [Member]? {
    guard case .object(let value) = self else { return nil }
    return value
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  /// An array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// Keys must be distinct.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0, $1) })
  }
}

extension JSONValue {
  /// The canonical form: keys sorted by their UTF-8 bytes, no spaces, minimal escapes. For documents whose numbers
  /// are integers and whose keys are ASCII this is RFC 8785; a `decimal` is written as it was.
  public var canonicalBytes: [UInt8] {
    var writer = JSONWriter()
    writer.canonical(self)
    return writer.bytes
  }
}
