public import ScoringCore
public import StrictJSON

/// What a person does in a folder: the kind of event, and the fields of its body but the day.
public struct Action: Sendable, Hashable {
  public var kind: String
  /// An object. Empty asks only whether the kind of act is open to the officer at all.
  public var fields: JSONValue

  public init(_ kind: String, _ fields: JSONValue = [:]) {
    self.kind = kind
    self.fields = fields
  }

  /// The body of the event that the action writes.
  public func body(on day: Day) -> JSONValue {
    .object(
      (fields.members ?? []).filter {
        $0.key != "on" && $0.value != .null || $0.key == "value" || $0.key == "declared"
      }
        + [.init("on", .string(day.description))])
  }

  /// The same with a field set; `nil` leaves it as it is.
  func setting(_ field: String, _ value: JSONValue?) -> Action {
    guard let value, fields[field] == nil else { return self }
    return Action(kind, .object((fields.members ?? []) + [.init(field, value)]))
  }
}
