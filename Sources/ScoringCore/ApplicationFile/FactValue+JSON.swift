public import StrictJSON

extension FactValue {
  /// The value as an event states it: decimals are texts without superfluous zeros, absent fields are left out.
  public var json: JSONValue {
    var writer = JSONWriter()
    writer.value(self, decimalsAsText: true)
    // What the writer wrote is JSON.
    return (try? JSONValue(parsing: writer.bytes)) ?? .null
  }

  /// The value that an event states for a path, held to the rules of application files.
  ///
  /// - Throws: what is wrong with it. A local fact's codes are not looked up: that takes the overlay.
  public init(_ json: JSONValue, at path: FactPath) throws(ApplicationProblem) {
    if case .local = path {
      self = try FactValue(local: json)
      return
    }
    var writer = JSONWriter()
    writer.declared(json, at: path)
    let bytes = writer.bytes
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(ApplicationProblem) in try FactValue(facts: bytes, at: path) }
    }
    self = try result.get()
    // One value, one text: not `1.50`, and no number where a decimal is a text.
    guard self.json.canonicalBytes == json.canonicalBytes else { throw .notShortest(self.json) }
  }

  /// The value at a path of an object like that under `facts`, in which it stands alone.
  private init(facts bytes: UnsafeRawBufferPointer, at path: FactPath) throws(ApplicationProblem) {
    var reader = FieldReader(bytes)
    let facts: Facts
    do throws(JSONFault) {
      facts = try reader.facts()
      try reader.reader.finish()
    } catch {
      throw .syntax(error)
    }
    if let issue = reader.issues.first { throw issue.problem }
    let value: FactValue? =
      switch path {
      case .fact(let fact): facts.value(of: fact)
      case .year(let fact, let year): facts.value(of: fact, year)
      case .item(let fact, _): facts.items(of: fact)?.first.map { .item($0) }
      case .local: nil
      }
    guard let value else { throw .null }
    self = value
  }

  private init(local json: JSONValue) throws(ApplicationProblem) {
    switch json {
    case .string(let code): self = .code(code)
    case .array(let items):
      let codes = items.compactMap(\.string)
      guard codes.count == items.count else { throw .wrongType(expected: .string, found: .null) }
      guard Set(codes).count == codes.count else { throw .repeated(codes.joined(separator: ", ")) }
      self = .codes(codes)
    default: throw .wrongType(expected: .string, found: .null)
    }
  }
}

extension JSONWriter {
  /// A value as an event states it, as the one fact of an object like that under `facts`.
  fileprivate mutating func declared(_ json: JSONValue, at path: FactPath) {
    guard let fact = path.fact else { return }
    beginObject()
    key(fact.rawValue)
    switch path {
    case .year(_, let year):
      beginObject()
      key(String(year))
      if fact.kind == .yearlyInteger { canonical(json) } else { decimal(json) }
      endObject()
    case .item:
      beginArray()
      item(json, of: fact)
      endArray()
    default:
      if fact.kind == .percent {
        decimal(json)
      } else if fact.kind == .items, let items = json.array {
        beginArray()
        for item in items { self.item(item, of: fact) }
        endArray()
      } else {
        canonical(json)
      }
    }
    endObject()
  }

  /// A decimal that is a text becomes a number; any other text stays one and is refused as such.
  private mutating func decimal(_ json: JSONValue) {
    if let text = json.string,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D })
    {
      raw(text.utf8)
    } else {
      canonical(json)
    }
  }

  private mutating func item(_ json: JSONValue, of fact: Fact) {
    guard let members = json.members else { return canonical(json) }
    beginObject()
    for member in members {
      key(member.key)
      let isMoney = fact.members.contains { $0.key == member.key && $0.kind == .money }
      if isMoney { decimal(member.value) } else { canonical(member.value) }
    }
    endObject()
  }
}
