package import ScoringCore

/// Which papers a tier asks for, and what each proves (Materials §1).
package struct MaterialRow: Sendable, Hashable {
  /// When a paper is needed.
  package enum Need: Sendable, Hashable {
    case never, always
    /// One for each of these years before the reference year (0 is the reference year).
    case years([Int])
    /// As `years`, and the reference year alone where a route replaces the score.
    case yearsOrRoute([Int])
    /// Where one of the facts that it proves is claimed.
    case claimed
    /// One for each item of intellectual property, or of class I other than domestic invention patents.
    case eachProperty, eachClassI
    case edition(String)
    /// Where revenue of the reference year is below 50 million yuan.
    case smallRevenue
    /// Only the officer can tell from another paper whether it is needed.
    case officerSays
    /// No paper is handed in: the officer looks for himself.
    case officerChecks
  }

  package var item: MaterialItem
  package var needs: [Tier: Need]
  package var proves: [Fact]

  init(
    _ item: MaterialItem, _ innovative: Need, _ specialized: Need, _ littleGiant: Need, _ proves: [Fact] = []
  ) {
    self.item = item
    needs = [.innovative: innovative, .specialized: specialized, .littleGiant: littleGiant]
    self.proves = proves
  }

  /// In the order of the standard's table.
  package static let table: [MaterialRow] = [
    MaterialRow(.applicationForm, .always, .always, .always),
    MaterialRow(.commitment, .never, .always, .always),
    MaterialRow(
      .businessLicence, .always, .always, .always, [.registeredInChina, .independentLegalPerson]),
    MaterialRow(.socialInsurance, .always, .always, .always, [.employees]),
    MaterialRow(
      .auditReport, .yearsOrRoute([0, 1]), .years([0, 1]), .years([0, 1, 2]),
      [.revenue, .mainRevenue, .rdExpense, .netProfit, .totalAssets, .totalLiabilities]),
    MaterialRow(.rdAudit, .never, .officerSays, .officerSays, [.rdExpense]),
    MaterialRow(.mainRevenueNote, .officerSays, .officerSays, .officerSays, [.mainRevenue]),
    MaterialRow(.ipCertificate, .eachProperty, .eachProperty, .eachClassI, [.intellectualProperty]),
    MaterialRow(.awardCertificate, .claimed, .claimed, .claimed, [.awards]),
    MaterialRow(.titleCertificate, .claimed, .never, .never, [.titles]),
    MaterialRow(.rdInstitutionRecognition, .claimed, .claimed, .claimed, [.rdInstitutions]),
    MaterialRow(.equityPapers, .claimed, .claimed, .claimed, [.equityFinancing]),
    MaterialRow(
      .fieldStatement, .always, .always, .always,
      [.strategicEmerging, .chainResult, .sixBases, .keyChainLink, .listedField]),
    MaterialRow(.segmentHistory, .never, .always, .always, [.segmentEntered]),
    MaterialRow(
      .shareNote, .never, .edition("2026-2"), .always,
      [.nationalShare, .segmentShare, .nationalRank, .marketPositionHigh]),
    MaterialRow(.digitalResult, .never, .edition("2022-63"), .never, [.digitalLevel]),
    MaterialRow(
      .qualityPapers, .never, .claimed, .claimed,
      [.qualityItems, .managementCertified, .productCertified, .ownBrand]),
    MaterialRow(.staffList, .never, .edition("2022-63"), .smallRevenue, [.rdStaff]),
    MaterialRow(.informationSystem, .never, .never, .edition("2022-63"), [.coreInformationSystem]),
    MaterialRow(
      .creditReports, .officerChecks, .officerChecks, .always,
      [.abnormalOperationListed, .seriousDishonestyListed]),
    MaterialRow(.platformScore, .never, .edition("2026-2"), .edition("2026-2"), [.platformScore]),
    MaterialRow(.localIndicatorPapers, .never, .claimed, .never),
  ]
}
