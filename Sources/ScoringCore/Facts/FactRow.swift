/// All that there is to say of one fact: the file's reader and writer, the table of the import, forms and screens go by it.
final class FactRow: Sendable {
  let fact: Fact
  /// As officers call it, in the standard's term.
  let name: Phrase
  let kind: Fact.Kind
  let unit: Unit
  let place: any FactPlace
  /// Of its numbers, in their smallest steps: fen, ten-thousandths of a percent, hundredths of a point.
  let range: ClosedRange<Int64>?
  /// Decimals that a file may give; 10 to this power are the smallest steps in one of its unit.
  let decimals: Int
  /// What an item of it states, in the order of the file.
  let members: [FactMember]

  private init(
    _ fact: Fact, _ kind: Fact.Kind, _ place: any FactPlace, _ zh: String, _ en: String, unit: Unit = .none,
    range: ClosedRange<Int64>? = nil, decimals: Int = 0, members: [FactMember] = []
  ) {
    self.fact = fact
    self.kind = kind
    self.place = place
    self.unit = unit
    self.range = range
    self.decimals = decimals
    self.members = members
    name = Phrase(zh, en)
  }
}

/// One field of the items of a fact.
package struct FactMember: Sendable, Hashable {
  /// What a value of it is; `codes` are several, of which there may be none.
  package enum Kind: Sendable, Hashable { case flag, code, codes, day, integer, money }
  /// As in the file.
  package var key: String
  /// What a value of it is.
  package var kind: Kind
}

/// Rows by what their value is.
extension FactRow {
  static func flag(_ fact: Fact, _ path: FactsPath<Bool?>, _ zh: String, _ en: String) -> FactRow {
    let place = WholePlace(
      path: path, wrap: { .flag($0) }, unwrap: { if case .flag(let flag) = $0 { flag } else { nil } })
    return FactRow(fact, .flag, place, zh, en)
  }

  static func sector(_ fact: Fact, _ path: FactsPath<SizeSector?>, _ zh: String, _ en: String) -> FactRow {
    let place = WholePlace(
      path: path, wrap: { .code($0.rawValue) },
      unwrap: { if case .code(let code) = $0 { SizeSector(rawValue: code) } else { nil } })
    return FactRow(fact, .code, place, zh, en)
  }

  static func quality(_ fact: Fact, _ path: FactsPath<[QualityItem]?>, _ zh: String, _ en: String) -> FactRow {
    let place = WholePlace(path: path, wrap: { .codes($0.map(\.rawValue)) }) { value in
      guard case .codes(let codes) = value else { return nil }
      let items = codes.compactMap(QualityItem.init)
      return items.count == codes.count && Set(codes).count == codes.count ? items : nil
    }
    return FactRow(fact, .codes, place, zh, en)
  }

  static func day(_ fact: Fact, _ path: FactsPath<Day?>, _ zh: String, _ en: String) -> FactRow {
    let place = WholePlace(path: path, wrap: { .day($0) }, unwrap: { if case .day(let day) = $0 { day } else { nil } })
    return FactRow(fact, .day, place, zh, en)
  }

  static func integer(
    _ fact: Fact, _ path: FactsPath<Int?>, _ unit: Unit, _ range: ClosedRange<Int64>, _ zh: String, _ en: String
  ) -> FactRow {
    let place = WholePlace(
      path: path, wrap: { .integer($0) }, unwrap: { if case .integer(let number) = $0 { number } else { nil } })
    return FactRow(fact, .integer, place, zh, en, unit: unit, range: range)
  }

  static func percent(_ fact: Fact, _ path: FactsPath<Percent?>, _ zh: String, _ en: String) -> FactRow {
    let place = WholePlace(
      path: path, wrap: { .percent($0) }, unwrap: { if case .percent(let share) = $0 { share } else { nil } })
    return FactRow(fact, .percent, place, zh, en, unit: .percent, range: 0...Percent.limit, decimals: Percent.decimals)
  }

  static func money(
    _ fact: Fact, _ path: FactsPath<Yearly<Money>>, from minimum: Int64 = 0, _ zh: String, _ en: String
  ) -> FactRow {
    let place = YearlyPlace(
      path: path, wrap: { .money($0) }, unwrap: { if case .money(let money) = $0 { money } else { nil } })
    return FactRow(
      fact, .yearlyMoney, place, zh, en, unit: .money, range: minimum...Money.limit, decimals: Money.decimals)
  }

  static func people(_ fact: Fact, _ path: FactsPath<Yearly<Int>>, _ zh: String, _ en: String) -> FactRow {
    let place = YearlyPlace(
      path: path, wrap: { .integer($0) }, unwrap: { if case .integer(let number) = $0 { number } else { nil } })
    return FactRow(fact, .yearlyInteger, place, zh, en, unit: .people, range: 0...FactTable.integerLimit)
  }

  static func score(_ fact: Fact, _ path: FactsPath<Yearly<PlatformScore>>, _ zh: String, _ en: String) -> FactRow {
    let place = YearlyPlace(
      path: path, wrap: { .score($0) }, unwrap: { if case .score(let score) = $0 { score } else { nil } })
    return FactRow(
      fact, .yearlyScore, place, zh, en, unit: .score, range: 0...PlatformScore.limit, decimals: PlatformScore.decimals)
  }

  static func items<Item: Sendable>(
    _ fact: Fact, _ path: FactsPath<[Item]?>, _ wrap: @escaping @Sendable (Item) -> FactItem,
    _ members: KeyValuePairs<String, FactMember.Kind>, _ zh: String, _ en: String
  ) -> FactRow {
    let place = WholePlace(path: path, wrap: { .items($0.map(wrap)) }) { value in
      guard case .items(let stated) = value else { return nil }
      let items = stated.compactMap { $0.content as? Item }
      return items.count == stated.count ? items : nil
    }
    return FactRow(fact, .items, place, zh, en, members: members.map { FactMember(key: $0.key, kind: $0.value) })
  }
}
