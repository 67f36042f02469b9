/// Reads a whole document with everything that takes time: distinct keys at every level, and paths.
///
/// Used for small files, and to say what is wrong with a large one after `JSONReader` found that something is.
public enum JSONDocument {
  /// Checks that the bytes are one strict JSON document.
  public static func check(_ bytes: UnsafeRawBufferPointer) throws(JSONError) {
    var walk = JSONWalk(bytes, keeps: false)
    _ = try walk.document()
  }

  /// The places of offsets at which keys (their quotes) or values begin, in the order of `offsets`.
  public static func places(
    of offsets: [Int], in bytes: UnsafeRawBufferPointer
  ) throws(JSONError) -> [JSONPlace] {
    var walk = JSONWalk(bytes, keeps: false)
    walk.wanted = Set(offsets)
    _ = try walk.document()
    var lines = LineCounter(bytes)
    var found: [Int: JSONPlace] = [:]
    for offset in Set(offsets).sorted() {
      found[offset] = lines.place(of: offset, path: walk.found[offset] ?? "")
    }
    return offsets.compactMap { found[$0] }
  }

  /// Whether a key can stand in a path without quotes.
  static func isPlain(_ key: String) -> Bool {
    !key.isEmpty
      && key.utf8.allSatisfy {
        $0 > 0x20 && $0 != 0x2E && $0 != 0x5B && $0 != 0x5D && $0 != 0x22 && $0 != 0x7F
      }
  }

  /// `path` with a key added: `facts.revenue`, or `facts["a.b"]` where the key would be misread.
  public static func path(_ path: String, key: String) -> String {
    guard isPlain(key) else {
      return path + "[" + String(decoding: JSONValue.string(key).canonicalBytes, as: UTF8.self) + "]"
    }
    return path.isEmpty ? key : path + "." + key
  }
}

/// Counts lines and columns of ascending offsets in one pass.
struct LineCounter {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  mutating func place(of wanted: Int, path: String) -> JSONPlace {
    while offset < wanted, offset < bytes.count {
      if bytes[offset] == 0x0A {
        line += 1
        column = 1
      } else if bytes[offset] & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
    return JSONPlace(offset: wanted, line: line, column: column, path: path)
  }
}

/// Goes through a document once, and makes its tree if asked to.
struct JSONWalk {
  private enum Step {
    case key(String)
    case index(Int)
  }

  private var reader: JSONReader
  private let keeps: Bool
  private var steps: [Step] = []
  /// Offsets whose paths are to be found.
  var wanted: Set<Int> = []
  private(set) var found: [Int: String] = [:]

  init(_ bytes: UnsafeRawBufferPointer, keeps: Bool) {
    reader = JSONReader(bytes)
    self.keeps = keeps
  }

  /// The tree, or `null` where it is not kept.
  mutating func document() throws(JSONError) -> JSONValue {
    do throws(JSONFault) {
      try reader.start()
      let value = try value()
      try reader.finish()
      return value
    } catch {
      var lines = LineCounter(reader.bytes)
      throw JSONError(fault: error, place: lines.place(of: reader.offset, path: path))
    }
  }

  private var path: String {
    steps.reduce("") { path, step in
      switch step {
      case .key(let key): JSONDocument.path(path, key: key)
      case .index(let index): path + "[\(index)]"
      }
    }
  }

  private mutating func note(_ offset: Int) {
    if wanted.contains(offset) { found[offset] = path }
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    let kind = try reader.peek()
    note(reader.offset)
    switch kind {
    case .null:
      try reader.null()
      return .null
    case .bool:
      return .bool(try reader.bool())
    case .string:
      let string = try reader.string()
      return keeps ? .string(reader.text(string)) : .null
    case .number:
      return try number()
    case .array:
      return try array()
    case .object:
      return try object()
    }
  }

  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = reader.offset
    let number = try reader.number()
    if number.isInteger, case .exact(let integer) = number.scaled(decimals: 0) { return .integer(integer) }
    return keeps
      ? .decimal(String(decoding: reader.bytes[start..<reader.offset], as: UTF8.self)) : .null
  }

  private mutating func array() throws(JSONFault) -> JSONValue {
    var items: [JSONValue] = []
    var index = 0
    try reader.enterArray()
    while try reader.nextItem() {
      steps.append(.index(index))
      let item = try value()
      steps.removeLast()
      if keeps { items.append(item) }
      index += 1
    }
    return keeps ? .array(items) : .null
  }

  private mutating func object() throws(JSONFault) -> JSONValue {
    var members: [JSONValue.Member] = []
    var keys: Set<[UInt8]> = []
    try reader.enterObject()
    while let key = try reader.nextKey() {
      let text = reader.text(key)
      steps.append(.key(text))
      note(key.offset - 1)
      guard keys.insert(Array(text.utf8)).inserted else {
        reader.position = key.offset - 1
        throw .duplicateKey(text)
      }
      let value = try value()
      steps.removeLast()
      if keeps { members.append(JSONValue.Member(text, value)) }
    }
    return keeps ? .object(members) : .null
  }
}
