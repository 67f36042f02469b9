/// Facts by their keys, for screens, events and the writer; the rules use the members.
extension Facts {
  /// The value of a whole fact that is no yearly one.
  func value(of fact: Fact) -> FactValue? {
    switch fact.kind {
    case .flag: self[flag: fact].map { .flag($0) }
    case .code: sizeSector.map { .code($0.rawValue) }
    case .codes: qualityItems.map { .codes($0.map(\.rawValue)) }
    case .day: segmentEntered.map { .day($0) }
    case .integer: (fact == .digitalLevel ? digitalLevel : nationalRank).map { .integer($0) }
    case .percent: (fact == .nationalShare ? nationalShare : segmentShare).map { .percent($0) }
    case .items: items(of: fact).map { .items($0) }
    case .yearlyMoney, .yearlyInteger, .yearlyScore: nil
    }
  }

  /// The value of a yearly fact in one year.
  func value(of fact: Fact, _ year: Int) -> FactValue? {
    switch fact.kind {
    case .yearlyMoney: self[money: fact][year].map { .money($0) }
    case .yearlyInteger: (fact == .employees ? employees : rdStaff)[year].map { .integer($0) }
    case .yearlyScore: platformScore[year].map { .score($0) }
    default: nil
    }
  }

  /// The years for which a yearly fact is stated, ascending.
  func years(of fact: Fact) -> [Int] {
    switch fact.kind {
    case .yearlyMoney: self[money: fact].entries.map(\.year)
    case .yearlyInteger: (fact == .employees ? employees : rdStaff).entries.map(\.year)
    case .yearlyScore: platformScore.entries.map(\.year)
    default: []
    }
  }

  /// The items of an array fact; `nil` when it is not stated.
  func items(of fact: Fact) -> [FactItem]? {
    switch fact {
    case .equityFinancing: equityFinancing.map { $0.map { .equity($0) } }
    case .intellectualProperty: intellectualProperty.map { $0.map { .property($0) } }
    case .awards: awards.map { $0.map { .award($0) } }
    case .makerChina: makerChina.map { $0.map { .maker($0) } }
    case .titles: titles.map { $0.map { .title($0) } }
    case .rdInstitutions: rdInstitutions.map { $0.map { .institution($0) } }
    default: nil
    }
  }

  /// Sets a whole fact; `nil` makes it not stated. `false` when the value is of another kind.
  mutating func set(_ fact: Fact, to value: FactValue?) -> Bool {
    guard let value else {
      clear(fact)
      return true
    }
    switch (fact.kind, value) {
    case (.flag, .flag(let flag)): self[flag: fact] = flag
    case (.code, .code(let code)):
      guard let sector = SizeSector(rawValue: code) else { return false }
      sizeSector = sector
    case (.codes, .codes(let codes)):
      let items = codes.compactMap(QualityItem.init)
      guard items.count == codes.count, Set(codes).count == codes.count else { return false }
      qualityItems = items
    case (.day, .day(let day)): segmentEntered = day
    case (.integer, .integer(let number)):
      if fact == .digitalLevel { digitalLevel = number } else { nationalRank = number }
    case (.percent, .percent(let share)):
      if fact == .nationalShare { nationalShare = share } else { segmentShare = share }
    case (.items, .items(let items)): return set(fact, items)
    default: return false
    }
    return true
  }

  /// Sets a yearly fact in one year.
  mutating func set(_ fact: Fact, _ year: Int, to value: FactValue?) -> Bool {
    switch (fact, fact.kind, value) {
    case (_, .yearlyMoney, .money(let money)): self[money: fact][year] = money
    case (_, .yearlyMoney, nil): self[money: fact][year] = nil
    case (.employees, _, .integer(let number)): employees[year] = number
    case (.employees, _, nil): employees[year] = nil
    case (.rdStaff, _, .integer(let number)): rdStaff[year] = number
    case (.rdStaff, _, nil): rdStaff[year] = nil
    case (_, .yearlyScore, .score(let score)): platformScore[year] = score
    case (_, .yearlyScore, nil): platformScore[year] = nil
    default: return false
    }
    return true
  }

  private mutating func set(_ fact: Fact, _ items: [FactItem]) -> Bool {
    func all<Item>(_ item: (FactItem) -> Item?) -> [Item]? {
      let result = items.compactMap(item)
      return result.count == items.count ? result : nil
    }
    switch fact {
    case .equityFinancing:
      guard let items = all({ if case .equity(let item) = $0 { item } else { nil } }) else { return false }
      equityFinancing = items
    case .intellectualProperty:
      guard let items = all({ if case .property(let item) = $0 { item } else { nil } }) else { return false }
      intellectualProperty = items
    case .awards:
      guard let items = all({ if case .award(let item) = $0 { item } else { nil } }) else { return false }
      awards = items
    case .makerChina:
      guard let items = all({ if case .maker(let item) = $0 { item } else { nil } }) else { return false }
      makerChina = items
    case .titles:
      guard let items = all({ if case .title(let item) = $0 { item } else { nil } }) else { return false }
      titles = items
    case .rdInstitutions:
      guard let items = all({ if case .institution(let item) = $0 { item } else { nil } }) else {
        return false
      }
      rdInstitutions = items
    default: return false
    }
    return true
  }

  private mutating func clear(_ fact: Fact) {
    switch fact {
    case .sizeSector: sizeSector = nil
    case .qualityItems: qualityItems = nil
    case .segmentEntered: segmentEntered = nil
    case .digitalLevel: digitalLevel = nil
    case .nationalRank: nationalRank = nil
    case .nationalShare: nationalShare = nil
    case .segmentShare: segmentShare = nil
    case .equityFinancing: equityFinancing = nil
    case .intellectualProperty: intellectualProperty = nil
    case .awards: awards = nil
    case .makerChina: makerChina = nil
    case .titles: titles = nil
    case .rdInstitutions: rdInstitutions = nil
    case .employees: employees = Yearly()
    case .rdStaff: rdStaff = Yearly()
    case .platformScore: platformScore = Yearly()
    default:
      if fact.kind == .yearlyMoney { self[money: fact] = Yearly() } else { self[flag: fact] = nil }
    }
  }

  private subscript(flag fact: Fact) -> Bool? {
    get { Facts.flags[fact].flatMap { self[keyPath: $0] } }
    set { if let path = Facts.flags[fact] { self[keyPath: path] = newValue } }
  }

  private subscript(money fact: Fact) -> Yearly<Money> {
    get { Facts.money[fact].map { self[keyPath: $0] } ?? Yearly() }
    set { if let path = Facts.money[fact] { self[keyPath: path] = newValue } }
  }

  private static let money: [Fact: any WritableKeyPath<Facts, Yearly<Money>> & Sendable] = [
    .revenue: \.revenue, .mainRevenue: \.mainRevenue, .rdExpense: \.rdExpense, .totalAssets: \.totalAssets,
    .totalLiabilities: \.totalLiabilities, .netProfit: \.netProfit,
    .leadingProductRevenue: \.leadingProductRevenue,
  ]

  private static let flags: [Fact: any WritableKeyPath<Facts, Bool?> & Sendable] = [
    .registeredInChina: \.registeredInChina, .independentLegalPerson: \.independentLegalPerson,
    .abnormalOperationListed: \.abnormalOperationListed, .seriousDishonestyListed: \.seriousDishonestyListed,
    .prohibitedProducts: \.prohibitedProducts, .majorIncident: \.majorIncident, .taxEvasion: \.taxEvasion,
    .strategicEmerging: \.strategicEmerging, .chainResult: \.chainResult, .sixBases: \.sixBases,
    .timeHonoured: \.timeHonoured, .servesChainLeader: \.servesChainLeader, .goodGovernance: \.goodGovernance,
    .coreInformationSystem: \.coreInformationSystem, .managementCertified: \.managementCertified,
    .productCertified: \.productCertified, .ownBrand: \.ownBrand, .reputation: \.reputation,
    .marketPositionHigh: \.marketPositionHigh, .keyChainLink: \.keyChainLink, .listedField: \.listedField,
  ]
}
