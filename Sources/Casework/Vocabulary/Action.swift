import ScoringCore
package import StrictJSON

/// What a person does in a folder: the act, and what he states of it.
package struct Action: Sendable, Hashable {
  package var name: ActName
  /// An object. Empty asks only whether the act is open to the officer at all.
  package var fields: JSONValue

  package init(_ name: ActName, _ fields: JSONValue = [:]) {
    self.name = name
    self.fields = fields
  }

  /// The event that it is about.
  package var ended: String { fields["of"]?.string ?? "" }

  /// Whether anything is stated.
  var isBegun: Bool { fields.members?.isEmpty == false }

  /// The same without texts of nothing but white space: who types that states nothing.
  package var withoutBlanks: Action {
    let stated = (fields.members ?? []).filter { member in
      guard let text = member.value.string, name.act.field(member.key)?.isWritten ?? false else { return true }
      return !text.allSatisfy(\.isWhitespace)
    }
    return Action(name, .object(stated))
  }

  /// The same with days written as bodies hold them, whatever way they were stated; what is not a date stays, to be refused.
  func understood(_ today: Day) -> Action {
    let stated = (fields.members ?? []).map { member in
      guard let text = member.value.string, let field = name.act.field(member.key), field.type == .day,
        let day = StatedDay.day(text, today: today, on: field.side)
      else { return member }
      return .init(member.key, .string(day.description))
    }
    return Action(name, .object(stated))
  }

  /// States a field, whatever stood there.
  package mutating func state(_ field: String, _ value: JSONValue) {
    fields = .object((fields.members ?? []).filter { $0.key != field } + [.init(field, value)])
  }

  /// The same with a field set where nothing is stated; `nil` leaves it as it is.
  func setting(_ field: String, _ value: JSONValue?) -> Action {
    guard let value, fields[field] == nil else { return self }
    return Action(name, .object((fields.members ?? []) + [.init(field, value)]))
  }

  /// The same with what is stated written otherwise.
  func replacing(_ field: String, _ change: (JSONValue) -> JSONValue) -> Action {
    guard let stated = fields[field] else { return self }
    let rest = (fields.members ?? []).filter { $0.key != field }
    return Action(name, .object(rest + [.init(field, change(stated))]))
  }
}
