/// The key of a fact under `facts`: of any, or of those with one kind of value, which is how rules refer to them.
public protocol FactKey: RawRepresentable<String>, Sendable {}

extension FactKey {
  var row: FactRow { FactTable[rawValue] }

  /// As officers call it.
  public var name: Phrase { row.name }

  /// The unit in which its numbers are stated and shown.
  public var unit: Unit { row.unit }
}

/// A fact stated per year 逐年事实 that rules refer to.
public enum YearlyFact: String, FactKey, Hashable, CaseIterable {
  /// As in `Facts`, by the same key.
  case revenue, mainRevenue, rdExpense, totalAssets, totalLiabilities, netProfit
  /// Further yearly facts.
  case leadingProductRevenue, employees, rdStaff, platformScore

  /// How many of its smallest steps make one of its unit: fen in 万元, hundredths in a score. A test holds it against
  /// the table; scoring is too fast for a look there.
  var scale: Int128 {
    switch self {
    case .employees, .rdStaff: 1
    case .platformScore: 100
    default: 1_000_000
    }
  }
}

/// A fact that is true or false.
public enum FlagFact: String, FactKey, Hashable, CaseIterable {
  /// As in `Facts`, by the same key.
  case registeredInChina, independentLegalPerson, abnormalOperationListed, seriousDishonestyListed
  /// Further facts.
  case prohibitedProducts, majorIncident, taxEvasion, strategicEmerging, chainResult, sixBases
  /// Further facts.
  case timeHonoured, servesChainLeader, goodGovernance, coreInformationSystem, managementCertified
  /// Further facts.
  case productCertified, ownBrand, reputation, marketPositionHigh, keyChainLink, listedField
  /// What the ministry's notices ask of little giants.
  case championTitle, controlLink, groupSimilarProduct
}

/// A fact that is one number, whatever the year.
public enum NumberFact: String, FactKey, Hashable, CaseIterable {
  /// A level, two percentages, a rank.
  case digitalLevel, nationalShare, segmentShare, nationalRank

  /// Ten-thousandths of a percent make one percent; held against the table like that of a yearly fact.
  var scale: Int128 { self == .nationalShare || self == .segmentShare ? 10_000 : 1 }
}
