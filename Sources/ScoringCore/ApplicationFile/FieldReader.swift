internal import StrictJSON

/// Takes typed values from a document and notes what is wrong with them, without stopping at it.
///
/// A method that returns `nil` either found a `null` that may stand there or noted an issue. A fault of the syntax
/// is thrown and ends the reading.
struct FieldReader {
  /// A problem and the offset of the value or key that has it.
  struct Issue {
    var offset: Int
    var problem: ApplicationProblem
  }

  var reader: JSONReader
  /// Whether materials are kept; they are checked in any case.
  let keepsMaterials: Bool
  private(set) var issues: [Issue] = []

  init(_ bytes: UnsafeRawBufferPointer, keepsMaterials: Bool = true) {
    reader = JSONReader(bytes)
    self.keepsMaterials = keepsMaterials
  }

  mutating func note(_ problem: ApplicationProblem, at offset: Int) {
    issues.append(Issue(offset: offset, problem: problem))
  }

  /// Takes back what was noted after the first `count`.
  mutating func dropIssues(from count: Int) { issues.removeSubrange(count...) }

  mutating func note(_ problem: ApplicationProblem, at string: JSONString) {
    note(problem, at: string.offset - 1)
  }

  /// Whether a value of this kind is next; another is noted and skipped.
  @inline(__always)
  mutating func expect(_ kind: JSONKind, orNull mayBeNull: Bool) throws(JSONFault) -> Bool {
    let found = try reader.peek()
    if found == kind { return true }
    try refuse(kind, found, mayBeNull)
    return false
  }

  @inline(never)
  private mutating func refuse(_ kind: JSONKind, _ found: JSONKind, _ mayBeNull: Bool) throws(JSONFault) {
    if found != .null {
      note(.wrongType(expected: kind, found: found), at: reader.offset)
    } else if !mayBeNull {
      note(.null, at: reader.offset)
    }
    try reader.skip()
  }

  /// Goes through an object: `field` takes the value of each key that `keys` knows. `required` are bits of indices.
  /// `false` when there was no object.
  @inline(__always)
  mutating func object(
    _ keys: JSONKeys, required: UInt64, orNull mayBeNull: Bool = false,
    _ field: (inout FieldReader, Int) throws(JSONFault) -> Void
  ) throws(JSONFault) -> Bool {
    guard try expect(.object, orNull: mayBeNull) else { return false }
    let start = reader.offset
    var seen: UInt64 = 0
    try reader.enterObject()
    while let key = try reader.nextKey() {
      guard let index = keys.index(of: key, in: reader) else {
        try unknown(key)
        continue
      }
      let bit = 1 &<< UInt64(index)
      // The place and the key are found by reading again.
      guard seen & bit == 0 else { throw .duplicateKey("") }
      seen |= bit
      try field(&self, index)
    }
    if seen & required != required { missing(keys, required & ~seen, at: start) }
    return true
  }

  @inline(never)
  private mutating func unknown(_ key: JSONString) throws(JSONFault) {
    note(.unknownKey(reader.text(key)), at: key)
    try reader.skip()
  }

  @inline(never)
  private mutating func missing(_ keys: JSONKeys, _ bits: UInt64, at offset: Int) {
    for (index, name) in keys.names.enumerated() where bits >> UInt64(index) & 1 == 1 {
      note(.missing(name), at: offset)
    }
  }

  /// The items of an array; those that are wrong are noted and left out.
  @inline(__always)
  mutating func array<Item>(
    orNull mayBeNull: Bool, _ item: (inout FieldReader) throws(JSONFault) -> Item?
  ) throws(JSONFault) -> [Item]? {
    guard try expect(.array, orNull: mayBeNull) else { return nil }
    var items: [Item] = []
    try reader.enterArray()
    while try reader.nextItem() {
      if let item = try item(&self) { items.append(item) }
    }
    return items
  }

  mutating func flag(orNull mayBeNull: Bool) throws(JSONFault) -> Bool? {
    guard try expect(.bool, orNull: mayBeNull) else { return nil }
    return try reader.bool()
  }

  /// An integer, written without point or exponent.
  mutating func integer(_ range: ClosedRange<Int>, orNull mayBeNull: Bool) throws(JSONFault) -> Int? {
    guard try expect(.number, orNull: mayBeNull) else { return nil }
    let start = reader.offset
    let number = try reader.number()
    guard number.isInteger else {
      note(.notAnInteger, at: start)
      return nil
    }
    guard case .exact(let value) = number.scaled(decimals: 0), range.contains(Int(value)) else {
      note(.outOfRange(minimum: "\(range.lowerBound)", maximum: "\(range.upperBound)"), at: start)
      return nil
    }
    return Int(value)
  }

  /// A number in units of 10^-`decimals`, exact.
  mutating func decimal(
    _ decimals: Int, _ range: ClosedRange<Int64>, orNull mayBeNull: Bool
  ) throws(JSONFault) -> Int64? {
    guard try expect(.number, orNull: mayBeNull) else { return nil }
    let start = reader.offset
    let number = try reader.number()
    switch number.scaled(decimals: decimals) {
    case .exact(let value) where range.contains(value):
      return value
    case .tooManyDecimals:
      note(.tooManyDecimals(allowed: decimals), at: start)
    case .exact, .tooLarge:
      note(
        .outOfRange(
          minimum: decimalText(range.lowerBound, decimals: decimals),
          maximum: decimalText(range.upperBound, decimals: decimals)), at: start)
    }
    return nil
  }

  /// A string where it stands.
  mutating func string(orNull mayBeNull: Bool = false) throws(JSONFault) -> JSONString? {
    guard try expect(.string, orNull: mayBeNull) else { return nil }
    return try reader.string()
  }

  /// Runs `body` with the UTF-8 of a string, its escapes resolved.
  @inline(__always)
  func withBytes<Result>(
    of string: JSONString, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    string.isEscaped ? reader.unescaped(string).withUnsafeBytes { body($0) } : body(reader.raw(string))
  }

  /// A text that `isValid` accepts by its bytes.
  @inline(__always)
  mutating func text(
    orNull mayBeNull: Bool = false, otherwise problem: (String) -> ApplicationProblem,
    _ isValid: (UnsafeRawBufferPointer) -> Bool
  ) throws(JSONFault) -> String? {
    try valid(orNull: mayBeNull, otherwise: problem, isValid).map { reader.text($0) }
  }

  /// The same where it stands.
  @inline(__always)
  mutating func valid(
    orNull mayBeNull: Bool = false, otherwise problem: (String) -> ApplicationProblem,
    _ isValid: (UnsafeRawBufferPointer) -> Bool
  ) throws(JSONFault) -> JSONString? {
    guard let string = try string(orNull: mayBeNull) else { return nil }
    guard withBytes(of: string, isValid) else {
      note(problem(reader.text(string)), at: string)
      return nil
    }
    return string
  }

  /// A real day from 1900-01-01 to 2199-12-31.
  mutating func day(orNull mayBeNull: Bool) throws(JSONFault) -> Day? {
    guard let string = try string(orNull: mayBeNull) else { return nil }
    guard let day = withBytes(of: string, { Day(stated: $0) }) else {
      note(.notADay(reader.text(string)), at: string)
      return nil
    }
    return day
  }

  /// The value of a code.
  mutating func code<Value>(
    _ table: CodeTable<Value>, orNull mayBeNull: Bool = false
  ) throws(JSONFault) -> Value? {
    guard let string = try string(orNull: mayBeNull) else { return nil }
    guard let index = table.keys.index(of: string, in: reader) else {
      note(.code(reader.text(string), allowed: table.keys.names), at: string)
      return nil
    }
    return table.values[index]
  }

  /// An array of distinct codes.
  mutating func codes<Value: Hashable>(
    _ table: CodeTable<Value>, orNull mayBeNull: Bool
  ) throws(JSONFault) -> [Value]? {
    guard try expect(.array, orNull: mayBeNull) else { return nil }
    var values: [Value] = []
    try reader.enterArray()
    while try reader.nextItem() {
      _ = try reader.peek()
      let start = reader.offset
      guard let value = try code(table) else { continue }
      if values.contains(value) { note(.repeated(name(of: value, table)), at: start) }
      values.append(value)
    }
    return values
  }

  private func name<Value: Hashable>(of value: Value, _ table: CodeTable<Value>) -> String {
    table.values.firstIndex(of: value).map { table.keys.names[$0] } ?? ""
  }
}

extension Day {
  /// `YYYY-MM-DD`, a real day from 1900-01-01 to 2199-12-31.
  init?(stated bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    var digits = true
    func digit(_ place: Int) -> Int {
      let value = bytes[place] &- 0x30
      if value > 9 { digits = false }
      return Int(value)
    }
    let year = digit(0) &* 1000 &+ digit(1) &* 100 &+ digit(2) &* 10 &+ digit(3)
    let month = digit(5) &* 10 &+ digit(6)
    let day = digit(8) &* 10 &+ digit(9)
    guard digits, (1900...2199).contains(year) else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
