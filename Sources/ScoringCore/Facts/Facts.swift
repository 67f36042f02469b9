/// The facts an enterprise declares 申报事实. `nil` is *not stated*: never zero, never false; a stated `[]` says there is none.
public struct Facts: Sendable, Hashable {
  /// 在中国境内注册.
  public var registeredInChina: Bool?
  /// 具有独立法人资格.
  public var independentLegalPerson: Bool?
  /// 行业 of the size standard, which decides whether it is an SME.
  public var sizeSector: SizeSector?
  /// 列入经营异常名录; true speaks against it.
  public var abnormalOperationListed: Bool?
  /// 列入严重失信主体名单; true speaks against it.
  public var seriousDishonestyListed: Bool?
  /// 产品或服务属于禁止、限制或淘汰类; true speaks against it.
  public var prohibitedProducts: Bool?
  /// 近三年发生重大安全、质量、环境污染等事故; true speaks against it.
  public var majorIncident: Bool?
  /// 近三年偷漏税等违法违规; true speaks against it.
  public var taxEvasion: Bool?

  /// 营业收入 of each year, from zero.
  public var revenue = Yearly<Money>()
  /// 主营业务收入 of each year, from zero.
  public var mainRevenue = Yearly<Money>()
  /// 研发费用 of each year, from zero.
  public var rdExpense = Yearly<Money>()
  /// 资产总额 at the end of each year, from zero.
  public var totalAssets = Yearly<Money>()
  /// 负债总额 at the end of each year, from zero.
  public var totalLiabilities = Yearly<Money>()
  /// May be negative, as no other money may.
  public var netProfit = Yearly<Money>()
  /// 主导产品收入 of each year, from zero.
  public var leadingProductRevenue = Yearly<Money>()
  /// 员工人数 at the end of each year, from zero.
  public var employees = Yearly<Int>()
  /// 研发人员 at the end of each year, from zero.
  public var rdStaff = Yearly<Int>()
  /// The day the enterprise entered its specific market segment 进入细分市场日期.
  public var segmentEntered: Day?

  /// New equity 新增股权融资, each round.
  public var equityFinancing: [EquityFinancing]?
  /// 知识产权 tied to the leading product or not, each item.
  public var intellectualProperty: [IntellectualProperty]?
  /// Science and technology prizes 科技奖励.
  public var awards: [Award]?
  /// Places in the final of 创客中国.
  public var makerChina: [MakerChinaPlace]?
  /// Titles held 已获称号.
  public var titles: [HeldTitle]?
  /// R&D institutions 研发机构.
  public var rdInstitutions: [ResearchInstitution]?

  /// 主导产品属于战略性新兴产业.
  public var strategicEmerging: Bool?
  /// 补短板、锻长板、填空白取得实际成效.
  public var chainResult: Bool?
  /// 属于工业“六基”领域.
  public var sixBases: Bool?
  /// 中华老字号.
  public var timeHonoured: Bool?
  /// 服务产业链龙头企业.
  public var servesChainLeader: Bool?
  /// 1 … 4.
  public var digitalLevel: Int?
  /// Distinct, in the order of the file.
  public var qualityItems: [QualityItem]?
  /// 公司治理规范.
  public var goodGovernance: Bool?
  /// 核心业务采用信息系统支撑.
  public var coreInformationSystem: Bool?
  /// 取得管理体系认证.
  public var managementCertified: Bool?
  /// 取得产品认证.
  public var productCertified: Bool?
  /// 拥有自主品牌.
  public var ownBrand: Bool?
  /// 全国细分市场占有率.
  public var nationalShare: Percent?
  /// 国内外细分市场占有率.
  public var segmentShare: Percent?
  /// 全国细分市场排名; 1 is the first.
  public var nationalRank: Int?
  /// 较高知名度和影响力.
  public var reputation: Bool?
  /// 市场占有率较为靠前.
  public var marketPositionHigh: Bool?
  /// 位于产业链关键环节.
  public var keyChainLink: Bool?
  /// 主导产品属于所列领域.
  public var listedField: Bool?
  /// 制造业单项冠军: holds the title; true speaks against a little giant.
  public var championTitle: Bool?
  /// 与“小巨人”企业存在控股关系: controls a little giant or is controlled by one, by more than 50 % of the shares; true
  /// speaks against it.
  public var controlLink: Bool?
  /// 集团内有主导产品类似的“小巨人”或申报企业; true speaks against it.
  public var groupSimilarProduct: Bool?
  /// 专精特新发展评价得分 of each year.
  public var platformScore = Yearly<PlatformScore>()

  /// Nothing is stated.
  public init() {}
}
