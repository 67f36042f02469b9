import ScoringCore
import StrictJSON
import Testing
import Yams

/// A table of facts in and results out, as an officer reads it: `base` is one application, each row sets some of its
/// facts (`null` makes a fact not stated) and says what follows, with the clause it follows from.
struct TableFile: Sendable, CustomTestStringConvertible {
  struct Row: Sendable {
    var line: Int
    var clause: String
    var set: [(path: String, value: JSONValue)]
    var expect: [(key: String, value: JSONValue)]
  }

  var name: String
  var base: JSONValue
  var rows: [Row]

  var testDescription: String { name }

  /// Every file of the folder `Tables`.
  static func all() throws -> [TableFile] {
    try Folder.files(in: "Tables", suffix: ".yaml").map { try TableFile($0) }
  }

  init(_ name: String) throws {
    let top = try #require(try Yams.compose(yaml: Folder.text("Tables/" + name)))
    self.name = name
    base = try JSONValue(#require(top["base"]))
    rows = try #require(top["rows"]?.array()).map { node in
      Row(
        line: node.mark?.line ?? 0, clause: try #require(node["clause"]?.string),
        set: try node["set"].map(Self.pairs) ?? [], expect: try node["expect"].map(Self.pairs) ?? [])
    }
  }

  private static func pairs(_ node: Node) throws -> [(String, JSONValue)] {
    try #require(node.mapping).map { (try #require($0.key.string), try JSONValue($0.value)) }
  }
}

extension JSONValue {
  /// A YAML node as JSON: plain scalars by their look, quoted ones as text.
  init(_ node: Node) throws {
    switch node {
    case .mapping(let mapping):
      self = .object(
        try mapping.map { JSONValue.Member(try #require($0.key.string), try JSONValue($0.value)) })
    case .sequence(let sequence): self = .array(try sequence.map(JSONValue.init))
    case .scalar(let scalar):
      guard scalar.style == .plain else {
        self = .string(scalar.string)
        return
      }
      switch scalar.string {
      case "true": self = .bool(true)
      case "false": self = .bool(false)
      case "null", "": self = .null
      case let text where Day(text) == nil && text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil:
        self = text.contains(".") ? .decimal(text) : .integer(try #require(Int64(text)))
      case let text: self = .string(text)
      }
    default: throw TableError.alias
    }
  }

  /// The value with another at a path like `facts.revenue.2024`; `null` takes the key away.
  func setting(_ path: ArraySlice<Substring>, _ value: JSONValue) -> JSONValue {
    guard let key = path.first else { return value }
    var members = self.members ?? []
    let index = members.firstIndex { $0.key == key }
    let inner = (index.map { members[$0].value } ?? .object([])).setting(path.dropFirst(), value)
    if let index { members.remove(at: index) }
    if inner != .null { members.append(Member(String(key), inner)) }
    return .object(members)
  }
}

enum TableError: Error { case alias }
