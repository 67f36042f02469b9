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

  /// Every kind by its name.
  public static let table = Dictionary(
    uniqueKeysWithValues: KindTable.rows.map { ($0.name, $0) })

  /// The first fault of a body against the schema, as a path; `nil` when there is none.
  func fault(in body: JSONValue) -> String? {
    Field.fault(in: body, [Kind.on] + fields)
  }

  private static let on = Field(name: "on", type: .day, isOptional: false, agrees: false)
}
