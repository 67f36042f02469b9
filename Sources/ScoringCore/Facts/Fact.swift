/// A fact by its key under `facts`, in the order of the standard's table.
public enum Fact: String, Sendable, Hashable, CaseIterable {
  case registeredInChina, independentLegalPerson, sizeSector, abnormalOperationListed
  case seriousDishonestyListed, prohibitedProducts, majorIncident, taxEvasion
  case revenue, mainRevenue, rdExpense, totalAssets, totalLiabilities, netProfit
  case leadingProductRevenue, employees, rdStaff, segmentEntered
  case equityFinancing, intellectualProperty, awards, makerChina, titles, rdInstitutions
  case strategicEmerging, chainResult, sixBases, timeHonoured, servesChainLeader, digitalLevel
  case qualityItems, goodGovernance, coreInformationSystem, managementCertified, productCertified
  case ownBrand, nationalShare, segmentShare, nationalRank, reputation, marketPositionHigh
  case keyChainLink, listedField, platformScore

  /// What a value of the fact is.
  public enum Kind: Sendable, Hashable {
    case flag, code, codes, day, integer, percent
    case yearlyMoney, yearlyInteger, yearlyScore
    case items
  }

  public var kind: Kind {
    switch self {
    case .sizeSector: .code
    case .qualityItems: .codes
    case .segmentEntered: .day
    case .digitalLevel, .nationalRank: .integer
    case .nationalShare, .segmentShare: .percent
    case .revenue, .mainRevenue, .rdExpense, .totalAssets, .totalLiabilities, .netProfit,
      .leadingProductRevenue:
      .yearlyMoney
    case .employees, .rdStaff: .yearlyInteger
    case .platformScore: .yearlyScore
    case .equityFinancing, .intellectualProperty, .awards, .makerChina, .titles, .rdInstitutions: .items
    default: .flag
    }
  }

  /// One value a year.
  public var isYearly: Bool {
    switch kind {
    case .yearlyMoney, .yearlyInteger, .yearlyScore: true
    default: false
    }
  }

  /// The unit in which its numbers are stated and shown.
  public var unit: Unit {
    YearlyFact(rawValue: rawValue)?.unit ?? NumberFact(rawValue: rawValue)?.unit ?? .none
  }

  public var name: Phrase {
    YearlyFact(rawValue: rawValue)?.name ?? NumberFact(rawValue: rawValue)?.name
      ?? FlagFact(rawValue: rawValue)?.name ?? OtherFact(rawValue: rawValue)?.name
      ?? Phrase(rawValue, rawValue)
  }
}
