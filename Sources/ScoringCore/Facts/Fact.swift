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
    switch self {
    case .employees, .rdStaff: .people
    case .digitalLevel: .level
    case .nationalRank: .rank
    case .nationalShare, .segmentShare: .percent
    case .platformScore: .score
    default: kind == .yearlyMoney ? .money : .none
    }
  }

  public var name: Phrase {
    switch self {
    case .registeredInChina: Phrase("在中国境内注册", "Registered in China")
    case .independentLegalPerson: Phrase("独立法人", "Independent legal person")
    case .sizeSector: Phrase("划型行业", "Size-standard sector")
    case .abnormalOperationListed: Phrase("列入经营异常名录", "Listed for abnormal operation")
    case .seriousDishonestyListed: Phrase("列入严重失信主体名单", "Listed for serious dishonesty")
    case .prohibitedProducts: Phrase("提供国家禁止、限制或淘汰类产品服务", "Banned, restricted or eliminated products")
    case .majorIncident: Phrase("近三年发生重大安全、质量、环境事故", "Major incident in the last 3 years")
    case .taxEvasion: Phrase("近三年有偷漏税等违法违规行为", "Tax evasion or other breach in the last 3 years")
    case .revenue: Phrase("营业收入", "Revenue")
    case .mainRevenue: Phrase("主营业务收入", "Main revenue")
    case .rdExpense: Phrase("研发费用", "R&D expense")
    case .totalAssets: Phrase("资产总额", "Total assets")
    case .totalLiabilities: Phrase("负债总额", "Total liabilities")
    case .netProfit: Phrase("净利润", "Net profit")
    case .leadingProductRevenue: Phrase("主导产品营业收入", "Leading product's revenue")
    case .employees: Phrase("年末从业人员", "Employees at year end")
    case .rdStaff: Phrase("年末研发人员", "R&D staff at year end")
    case .segmentEntered: Phrase("进入特定细分市场日期", "Entered its market segment")
    case .equityFinancing: Phrase("新增股权融资", "New equity")
    case .intellectualProperty: Phrase("知识产权", "Intellectual property")
    case .awards: Phrase("科技奖励", "Science and technology prizes")
    case .makerChina: Phrase("“创客中国”获奖", "Maker China")
    case .titles: Phrase("已获称号", "Titles held")
    case .rdInstitutions: Phrase("研发机构", "R&D institutions")
    case .strategicEmerging: Phrase("主导产品属战略性新兴产业", "Strategic emerging industry")
    case .chainResult: Phrase("补短板、锻长板、填空白取得实际成效", "Real results at key links of a chain")
    case .sixBases: Phrase("属工业“六基”领域", "Six industrial bases")
    case .timeHonoured: Phrase("中华老字号", "Time-honoured brand")
    case .servesChainLeader: Phrase("为重点产业链龙头企业配套", "Supplies a chain leader")
    case .digitalLevel: Phrase("数字化水平", "Digital level")
    case .qualityItems: Phrase("质量管理水平", "Quality items")
    case .goodGovernance: Phrase("法人治理结构完善", "Good governance")
    case .coreInformationSystem: Phrase("核心业务采用信息系统", "Core business on information systems")
    case .managementCertified: Phrase("管理体系认证", "Management certified")
    case .productCertified: Phrase("产品认证", "Product certified")
    case .ownBrand: Phrase("自主品牌", "Own brand")
    case .nationalShare: Phrase("主导产品全国细分市场占有率", "National share of the segment")
    case .segmentShare: Phrase("国内或国际细分市场占有率", "Share of the segment")
    case .nationalRank: Phrase("全国细分市场排名", "Place in the national segment")
    case .reputation: Phrase("享有较高知名度和影响力", "Well known and influential")
    case .marketPositionHigh: Phrase("市场占有率较为靠前", "High market position")
    case .keyChainLink: Phrase("位于产业链关键环节", "At a key link of the chain")
    case .listedField: Phrase("主导产品属所列领域", "Leading product in a listed field")
    case .platformScore: Phrase("专精特新发展评价得分", "Platform score")
    }
  }
}
