package import ScoringCore

/// What each paper proves (Materials §1); which a tier asks for, its edition says (`TierRules.materials`).
package struct MaterialRow: Sendable, Hashable {
  package var item: MaterialItem
  package var proves: [Fact]
  /// What the officer asks of the paper that no fact carries; `nil` where nothing is.
  package var asks: Phrase?

  init(_ item: MaterialItem, _ proves: [Fact] = [], asks: Phrase? = nil) {
    self.item = item
    self.asks = asks
    self.proves = proves
  }

  /// Why a paper is needed, with what the officer asks of it.
  func asking(_ why: Phrase) -> Phrase {
    asks.map { Phrase("\(why.zh)；查：\($0.zh)", "\(why.en); ask: \($0.en)") } ?? why
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
    MaterialRow(
      .equityPapers, [.equityFinancing],
      asks: Phrase("出让股权比例是否超过 30%", "is more than 30 % of the equity given up?")),
    MaterialRow(
      .fieldStatement, [.strategicEmerging, .chainResult, .sixBases, .keyChainLink, .listedField],
      asks: Phrase("补短板、填空白的产品是否就是主导产品", "is the product at the key link the leading product?")),
    MaterialRow(.segmentHistory, [.segmentEntered]),
    MaterialRow(.shareNote, [.nationalShare, .segmentShare, .nationalRank, .marketPositionHigh]),
    MaterialRow(.digitalResult, [.digitalLevel]),
    MaterialRow(
      .qualityPapers, [.qualityItems, .managementCertified, .productCertified, .ownBrand],
      asks: Phrase("自有品牌收入是否有注册商标", "has brand revenue a registered trademark?")),
    MaterialRow(.staffList, [.rdStaff]),
    MaterialRow(.informationSystem, [.coreInformationSystem]),
    MaterialRow(.creditReports, [.abnormalOperationListed, .seriousDishonestyListed]),
    MaterialRow(.platformScore, [.platformScore]),
    MaterialRow(.localIndicatorPapers),
  ]
}
