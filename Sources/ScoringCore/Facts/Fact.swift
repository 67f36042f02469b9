/// A fact by its key under `facts`, in the order of the standard (Facts §2); `FactTable` says all that there is to say of it.
public enum Fact: String, Sendable, Hashable, CaseIterable {
  /// Basic requirements, true or false, and the sector of the size standard.
  case registeredInChina, independentLegalPerson, sizeSector, abnormalOperationListed
  /// Further basic requirements, true or false.
  case seriousDishonestyListed, prohibitedProducts, majorIncident, taxEvasion
  /// One amount a year, in 万元; `netProfit` may be negative.
  case revenue, mainRevenue, rdExpense, totalAssets, totalLiabilities, netProfit
  /// One amount a year, in 万元; heads at the end of each year; the day the segment was entered.
  case leadingProductRevenue, employees, rdStaff, segmentEntered
  /// Lists of items; a stated empty list says there is none.
  case equityFinancing, intellectualProperty, awards, makerChina, titles, rdInstitutions
  /// Fields of the leading product, true or false; the digital level, 1 … 4.
  case strategicEmerging, chainResult, sixBases, timeHonoured, servesChainLeader, digitalLevel
  /// Quality and management.
  case qualityItems, goodGovernance, coreInformationSystem, managementCertified, productCertified
  /// Brand and standing in the market: shares in percent, a rank from 1.
  case ownBrand, nationalShare, segmentShare, nationalRank, reputation, marketPositionHigh
  /// Fields, and how it stands to a champion's title and to little giants, true or false; points of the platform a year.
  case keyChainLink, listedField, championTitle, controlLink, groupSimilarProduct, platformScore

  /// What a value of the fact is.
  public enum Kind: Sendable, Hashable {
    /// True or false; a code of a table; several of them; a day; a whole number; a percentage.
    case flag, code, codes, day, integer, percent
    /// One value for each year.
    case yearlyMoney, yearlyInteger, yearlyScore
    /// A list of items with members of their own.
    case items

    /// One value a year.
    var isYearly: Bool { self == .yearlyMoney || self == .yearlyInteger || self == .yearlyScore }
  }
}

extension Fact: FactKey {
  /// What a value of it is.
  public var kind: Kind { row.kind }

  /// One value a year.
  public var isYearly: Bool { kind.isYearly }

  /// What an item of it states, in the order of the file; empty where it is no list of items.
  package var members: [FactMember] { row.members }
}
