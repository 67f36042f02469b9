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
    /// Values of an overlay of Beijing, as YAML, where the row has one.
    var values: String?
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
    let tier = base["tier"]?.string ?? ""
    var rows: [Row] = []
    for node in try #require(top["rows"]?.array()) {
      let clause: String = try #require(node["clause"]?.string)
      var values = try node["values"].map { try Yams.serialize(node: $0) }
      if let mapping = node["readings"]?.mapping, !mapping.isEmpty {
        values = try mapping.map { id, key in
          "- {edition: 2022-63, tier: \(tier), cite: {zh: 一, en: one}, "
            + "reading: {\(try #require(id.string)): \(try #require(key.string))}}\n"
        }.joined()
      }
      rows.append(
        Row(
          line: node.mark?.line ?? 0, clause: clause, values: values, set: try Self.pairs(node["set"]),
          expect: try Self.pairs(node["expect"])))
    }
    self.rows = rows
  }

  /// The standard with an overlay of Beijing that has these values; the embedded one without.
  func standard(_ values: String?) throws -> Standard {
    guard let values else { return .shared }
    let text = """
      authority: "110000"
      name: 测试
      document: 测试
      checked: 2026-01-01
      values:
      \(values)
      """
    let overlay = try Overlay.load(text: text, file: "test.yaml")
    return Standard.shared.replacing([(overlay, Array(text.utf8))])
  }

  private static func pairs(_ node: Node?) throws -> [(String, JSONValue)] {
    guard let node else { return [] }
    var pairs: [(String, JSONValue)] = []
    for (key, value) in try #require(node.mapping) {
      pairs.append((try #require(key.string), try JSONValue(value)))
    }
    return pairs
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
