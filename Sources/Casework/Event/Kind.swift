import StrictJSON

/// A kind of event: its body and who may write it (casework, section 3).
public struct Kind: Sendable, Hashable {
  /// Where a kind is written.
  public enum Place: String, Sendable, Hashable {
    /// A case folder.
    case cases
    /// A case that gave a title, or a folder under `titles/`.
    case titles
    case rounds
    case registry
  }

  public var name: String
  public var place: Place
  /// Roles of which one is needed; empty where none is (the rule of the kind says who).
  public var roles: [OfficerRole]
  /// Without `on`, which every body has.
  public var fields: [Field]

  /// The kind of this name; `nil` for one that this program does not know.
  public static func named(_ name: String) -> Kind? { table[name] }

  /// Every kind in the order of the standard.
  public static let all = KindTable.rows

  /// Every kind by its name.
  public static let table = Dictionary(
    uniqueKeysWithValues: KindTable.rows.map { ($0.name, $0) })

  /// The first fault of a body against the schema, as a path; `nil` when there is none.
  func fault(in body: JSONValue) -> String? {
    Field.fault(in: body, [Kind.on] + fields)
  }

  /// What a body lacks or holds wrongly, each field that is missing by its name; empty when the body fits.
  func unmet(in body: JSONValue) -> [Unmet] {
    guard let fault = fault(in: body) else { return [] }
    let missing = fields.filter { !$0.isOptional && body[$0.name] == nil }
    return missing.isEmpty ? [.schema(fault)] : missing.map { .missing($0.name) }
  }

  /// The civil day of the act, which every body has.
  public static let on = Field(name: "on", type: .day, isOptional: false, agrees: false)
}
