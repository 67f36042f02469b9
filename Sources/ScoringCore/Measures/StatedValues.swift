extension Subject {
  /// A yearly fact as stated, in its smallest steps (fen, people, hundredths of a point); `nil` is not stated.
  func stated(_ fact: YearlyFact, _ year: Int) -> Int64? {
    switch fact {
    case .revenue: application.facts.revenue[year]?.fen
    case .mainRevenue: application.facts.mainRevenue[year]?.fen
    case .rdExpense: application.facts.rdExpense[year]?.fen
    case .totalAssets: application.facts.totalAssets[year]?.fen
    case .totalLiabilities: application.facts.totalLiabilities[year]?.fen
    case .netProfit: application.facts.netProfit[year]?.fen
    case .leadingProductRevenue: application.facts.leadingProductRevenue[year]?.fen
    case .employees: application.facts.employees[year].map(Int64.init)
    case .rdStaff: application.facts.rdStaff[year].map(Int64.init)
    case .platformScore: application.facts.platformScore[year].map { Int64($0.hundredths) }
    }
  }

  func stated(_ fact: NumberFact) -> Int64? {
    switch fact {
    case .digitalLevel: application.facts.digitalLevel.map(Int64.init)
    case .nationalShare: application.facts.nationalShare.map { Int64($0.tenThousandths) }
    case .segmentShare: application.facts.segmentShare.map { Int64($0.tenThousandths) }
    case .nationalRank: application.facts.nationalRank.map(Int64.init)
    }
  }

  func stated(_ fact: FlagFact) -> Bool? {
    switch fact {
    case .registeredInChina: application.facts.registeredInChina
    case .independentLegalPerson: application.facts.independentLegalPerson
    case .abnormalOperationListed: application.facts.abnormalOperationListed
    case .seriousDishonestyListed: application.facts.seriousDishonestyListed
    case .prohibitedProducts: application.facts.prohibitedProducts
    case .majorIncident: application.facts.majorIncident
    case .taxEvasion: application.facts.taxEvasion
    case .strategicEmerging: application.facts.strategicEmerging
    case .chainResult: application.facts.chainResult
    case .sixBases: application.facts.sixBases
    case .timeHonoured: application.facts.timeHonoured
    case .servesChainLeader: application.facts.servesChainLeader
    case .goodGovernance: application.facts.goodGovernance
    case .coreInformationSystem: application.facts.coreInformationSystem
    case .managementCertified: application.facts.managementCertified
    case .productCertified: application.facts.productCertified
    case .ownBrand: application.facts.ownBrand
    case .reputation: application.facts.reputation
    case .marketPositionHigh: application.facts.marketPositionHigh
    case .keyChainLink: application.facts.keyChainLink
    case .listedField: application.facts.listedField
    case .championTitle: application.facts.championTitle
    case .controlLink: application.facts.controlLink
    case .groupSimilarProduct: application.facts.groupSimilarProduct
    }
  }
}
