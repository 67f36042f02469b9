/// A fact stated per year 逐年事实 that rules refer to.
public enum YearlyFact: String, Sendable, Hashable, CaseIterable {
  /// As in `Facts`, by the same key.
  case revenue, mainRevenue, rdExpense, totalAssets, totalLiabilities, netProfit
  /// Further yearly facts.
  case leadingProductRevenue, employees, rdStaff, platformScore

  /// The unit in which it is shown.
  public var unit: Unit {
    switch self {
    case .employees, .rdStaff: .people
    case .platformScore: .score
    default: .money
    }
  }

  /// How many of its smallest steps make one of its unit: fen in 万元, hundredths in a score.
  var scale: Int128 {
    switch unit {
    case .money: 1_000_000
    case .score: 100
    default: 1
    }
  }
}

/// A fact that is true or false.
public enum FlagFact: String, Sendable, Hashable, CaseIterable {
  /// As in `Facts`, by the same key.
  case registeredInChina, independentLegalPerson, abnormalOperationListed, seriousDishonestyListed
  /// Further facts.
  case prohibitedProducts, majorIncident, taxEvasion, strategicEmerging, chainResult, sixBases
  /// Further facts.
  case timeHonoured, servesChainLeader, goodGovernance, coreInformationSystem, managementCertified
  /// The last of them.
  case productCertified, ownBrand, reputation, marketPositionHigh, keyChainLink, listedField
}

/// A fact that is one number, whatever the year.
public enum NumberFact: String, Sendable, Hashable, CaseIterable {
  /// A level, two percentages, a rank.
  case digitalLevel, nationalShare, segmentShare, nationalRank

  /// The unit in which it is shown.
  public var unit: Unit {
    switch self {
    case .digitalLevel: .level
    case .nationalShare, .segmentShare: .percent
    case .nationalRank: .rank
    }
  }

  /// Ten-thousandths of a percent make one percent.
  var scale: Int128 { unit == .percent ? 10_000 : 1 }
}
