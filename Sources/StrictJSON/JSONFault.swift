/// What is wrong with a text that is not one well-formed strict JSON document (RFC 8259 and stricter).
///
/// The cases carry the evidence; whoever shows them words them.
public enum JSONFault: Error, Sendable, Hashable {
  /// Nothing but white space.
  case empty
  /// The text ends inside a value.
  case truncated
  /// The text begins with U+FEFF.
  case byteOrderMark
  /// A byte that cannot stand here.
  case unexpected(UInt8)
  /// A comma before `}` or `]`.
  case trailingComma
  /// Something after the end of the document.
  case trailingContent
  /// Bytes in a string that are not UTF-8.
  case invalidUTF8
  /// A control character in a string that is not escaped.
  case controlCharacter(UInt8)
  /// `\` with something that it does not go with.
  case badEscape
  /// Half of a UTF-16 surrogate pair.
  case loneSurrogate
  /// Digits that are no JSON number: `01`, `1.`, `1e`, `+1`.
  case badNumber
  /// The same key twice in one object, compared after un-escaping.
  case duplicateKey(String)
  /// More than `JSONReader.maximumDepth` objects and arrays inside each other.
  case tooDeep
}

/// A fault and its place.
public struct JSONError: Error, Sendable, Hashable {
  /// What is wrong.
  public var fault: JSONFault
  /// Where in the text.
  public var place: JSONPlace
}

/// A place in a text.
public struct JSONPlace: Sendable, Hashable {
  /// Bytes before it.
  public var offset: Int
  /// From 1; lines end with LF.
  public var line: Int
  /// From 1, in code points.
  public var column: Int
  /// The value or key that it is in: `facts.revenue.2024`, `materials[3].pages`; empty for the document itself.
  public var path: String

  /// A place of these four.
  public init(offset: Int, line: Int, column: Int, path: String) {
    self.offset = offset
    self.line = line
    self.column = column
    self.path = path
  }
}
