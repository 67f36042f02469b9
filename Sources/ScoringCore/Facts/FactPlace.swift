/// Where a fact stands among the facts of an application; it takes and gives values of its own kind alone.
protocol FactPlace: Sendable {
  /// The whole value; `nil` where it is not stated, and for a yearly fact.
  func value(in facts: Facts) -> FactValue?
  /// `false` where the value is of another kind; `nil` makes the fact not stated.
  func set(_ value: FactValue?, in facts: inout Facts) -> Bool
  /// The years that are stated, ascending; none where the fact is no yearly one.
  func years(in facts: Facts) -> [Int]
  /// The value of one year.
  func value(in facts: Facts, _ year: Int) -> FactValue?
  /// `false` where the value is of another kind, or the fact no yearly one.
  func set(_ value: FactValue?, in facts: inout Facts, _ year: Int) -> Bool
}

/// A member of `Facts`.
typealias FactsPath<Value> = any WritableKeyPath<Facts, Value> & Sendable

/// The place of a fact with one value.
struct WholePlace<Value: Sendable>: FactPlace {
  let path: FactsPath<Value?>
  let wrap: @Sendable (Value) -> FactValue
  let unwrap: @Sendable (FactValue) -> Value?

  func value(in facts: Facts) -> FactValue? { facts[keyPath: path].map(wrap) }

  func set(_ value: FactValue?, in facts: inout Facts) -> Bool {
    let stated = value.flatMap(unwrap)
    guard value == nil || stated != nil else { return false }
    facts[keyPath: path] = stated
    return true
  }

  func years(in facts: Facts) -> [Int] { [] }
  func value(in facts: Facts, _ year: Int) -> FactValue? { nil }
  func set(_ value: FactValue?, in facts: inout Facts, _ year: Int) -> Bool { false }
}

/// The place of a fact with one value a year.
struct YearlyPlace<Value: Sendable & Hashable>: FactPlace {
  let path: FactsPath<Yearly<Value>>
  let wrap: @Sendable (Value) -> FactValue
  let unwrap: @Sendable (FactValue) -> Value?

  func value(in facts: Facts) -> FactValue? { nil }

  func set(_ value: FactValue?, in facts: inout Facts) -> Bool {
    guard value == nil else { return false }
    facts[keyPath: path] = Yearly()
    return true
  }

  func years(in facts: Facts) -> [Int] { facts[keyPath: path].entries.map { $0.year } }
  func value(in facts: Facts, _ year: Int) -> FactValue? { facts[keyPath: path][year].map(wrap) }

  func set(_ value: FactValue?, in facts: inout Facts, _ year: Int) -> Bool {
    let stated = value.flatMap(unwrap)
    guard value == nil || stated != nil else { return false }
    facts[keyPath: path][year] = stated
    return true
  }
}
