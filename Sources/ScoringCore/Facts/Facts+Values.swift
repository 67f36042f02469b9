/// Facts by their keys, for screens, events and the writer; the rules use the members.
extension Facts {
  /// The value of a whole fact that is no yearly one.
  func value(of fact: Fact) -> FactValue? { fact.row.place.value(in: self) }

  /// The value of a yearly fact in one year.
  func value(of fact: Fact, _ year: Int) -> FactValue? { fact.row.place.value(in: self, year) }

  /// The years for which a yearly fact is stated, ascending.
  func years(of fact: Fact) -> [Int] { fact.row.place.years(in: self) }

  /// The items of an array fact; `nil` when it is not stated.
  func items(of fact: Fact) -> [FactItem]? {
    if case .items(let items)? = value(of: fact) { items } else { nil }
  }

  /// Sets a whole fact; `nil` makes it not stated. `false` when the value is of another kind.
  mutating func set(_ fact: Fact, to value: FactValue?) -> Bool { fact.row.place.set(value, in: &self) }

  /// Sets a yearly fact in one year.
  mutating func set(_ fact: Fact, _ year: Int, to value: FactValue?) -> Bool {
    fact.row.place.set(value, in: &self, year)
  }
}
