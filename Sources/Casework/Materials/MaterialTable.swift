package import ScoringCore

/// What each paper proves (Materials §1); which a tier asks for, its edition says (`TierRules.materials`).
package struct MaterialRow: Sendable, Hashable {
  package var item: MaterialItem
  package var proves: [Fact]

  init(_ item: MaterialItem, _ proves: [Fact] = []) {
    self.item = item
    self.proves = proves
  }

  /// In the order of the standard's table.
  package static let table: [MaterialRow] = [
    MaterialRow(.applicationForm),
    MaterialRow(.commitment),
    MaterialRow(.businessLicence, [.registeredInChina, .independentLegalPerson]),
    MaterialRow(.socialInsurance, [.employees]),
    MaterialRow(
      .auditReport, [.revenue, .mainRevenue, .rdExpense, .netProfit, .totalAssets, .totalLiabilities]),
    MaterialRow(.rdAudit, [.rdExpense]),
    MaterialRow(.mainRevenueNote, [.mainRevenue]),
    MaterialRow(.ipCertificate, [.intellectualProperty]),
    MaterialRow(.awardCertificate, [.awards]),
    MaterialRow(.titleCertificate, [.titles]),
    MaterialRow(.rdInstitutionRecognition, [.rdInstitutions]),
    MaterialRow(.equityPapers, [.equityFinancing]),
    MaterialRow(.fieldStatement, [.strategicEmerging, .chainResult, .sixBases, .keyChainLink, .listedField]),
    MaterialRow(.segmentHistory, [.segmentEntered]),
    MaterialRow(.shareNote, [.nationalShare, .segmentShare, .nationalRank, .marketPositionHigh]),
    MaterialRow(.digitalResult, [.digitalLevel]),
    MaterialRow(.qualityPapers, [.qualityItems, .managementCertified, .productCertified, .ownBrand]),
    MaterialRow(.staffList, [.rdStaff]),
    MaterialRow(.informationSystem, [.coreInformationSystem]),
    MaterialRow(.creditReports, [.abnormalOperationListed, .seriousDishonestyListed]),
    MaterialRow(.platformScore, [.platformScore]),
    MaterialRow(.localIndicatorPapers),
  ]
}
