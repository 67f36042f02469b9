/// The facts an enterprise declares 申报事实. `nil` is *not stated*: never zero, never false; a stated `[]` says there is none.
public struct Facts: Sendable, Hashable {
  public var registeredInChina: Bool?
  public var independentLegalPerson: Bool?
  public var sizeSector: SizeSector?
  public var abnormalOperationListed: Bool?
  public var seriousDishonestyListed: Bool?
  public var prohibitedProducts: Bool?
  public var majorIncident: Bool?
  public var taxEvasion: Bool?

  public var revenue = Yearly<Money>()
  public var mainRevenue = Yearly<Money>()
  public var rdExpense = Yearly<Money>()
  public var totalAssets = Yearly<Money>()
  public var totalLiabilities = Yearly<Money>()
  /// May be negative, as no other money may.
  public var netProfit = Yearly<Money>()
  public var leadingProductRevenue = Yearly<Money>()
  public var employees = Yearly<Int>()
  public var rdStaff = Yearly<Int>()
  public var segmentEntered: Day?

  public var equityFinancing: [EquityFinancing]?
  public var intellectualProperty: [IntellectualProperty]?
  public var awards: [Award]?
  public var makerChina: [MakerChinaPlace]?
  public var titles: [HeldTitle]?
  public var rdInstitutions: [ResearchInstitution]?

  public var strategicEmerging: Bool?
  public var chainResult: Bool?
  public var sixBases: Bool?
  public var timeHonoured: Bool?
  public var servesChainLeader: Bool?
  /// 1 … 4.
  public var digitalLevel: Int?
  /// Distinct, in the order of the file.
  public var qualityItems: [QualityItem]?
  public var goodGovernance: Bool?
  public var coreInformationSystem: Bool?
  public var managementCertified: Bool?
  public var productCertified: Bool?
  public var ownBrand: Bool?
  public var nationalShare: Percent?
  public var segmentShare: Percent?
  public var nationalRank: Int?
  public var reputation: Bool?
  public var marketPositionHigh: Bool?
  public var keyChainLink: Bool?
  public var listedField: Bool?
  public var platformScore = Yearly<PlatformScore>()

  public init() {}
}
