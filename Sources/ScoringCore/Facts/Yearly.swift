/// A fact with one value a year 分年度事实. A year without an entry is not stated.
public struct Yearly<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The value of one year.
  public struct Entry: Sendable, Hashable {
    /// Four digits.
    public var year: Int
    /// What is stated for it.
    public var value: Value

    /// A value for a year.
    public init(year: Int, value: Value) {
      self.year = year
      self.value = value
    }
  }

  /// In ascending order of years, each year once.
  public private(set) var entries: [Entry]

  /// Nothing is stated.
  public init() {
    entries = []
  }

  /// Nothing is stated for any year.
  public var isEmpty: Bool { entries.isEmpty }

  /// The value of a year; `nil` when it is not stated. Setting `nil` makes it not stated.
  public subscript(year: Int) -> Value? {
    get {
      for entry in entries where entry.year == year { return entry.value }
      return nil
    }
    set {
      if let newValue, entries.last.map({ $0.year < year }) ?? true {
        entries.append(Entry(year: year, value: newValue))
        return
      }
      let index = entries.firstIndex { $0.year >= year } ?? entries.endIndex
      let isThere = index < entries.endIndex && entries[index].year == year
      switch (newValue, isThere) {
      case (let value?, true): entries[index].value = value
      case (let value?, false): entries.insert(Entry(year: year, value: value), at: index)
      case (nil, true): entries.remove(at: index)
      case (nil, false): break
      }
    }
  }

  mutating func reserve(_ count: Int) { entries.reserveCapacity(count) }
}

extension Yearly: ExpressibleByDictionaryLiteral {
  /// Years and their values; of a year that comes twice the last.
  public init(dictionaryLiteral elements: (Int, Value)...) {
    self.init()
    for (year, value) in elements { self[year] = value }
  }
}
