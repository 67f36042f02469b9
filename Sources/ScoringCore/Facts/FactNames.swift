extension YearlyFact {
  /// As officers call it.
  public var name: Phrase {
    switch self {
    case .revenue: Phrase("营业收入", "Revenue")
    case .mainRevenue: Phrase("主营业务收入", "Main revenue")
    case .rdExpense: Phrase("研发费用", "R&D expense")
    case .totalAssets: Phrase("资产总额", "Total assets")
    case .totalLiabilities: Phrase("负债总额", "Total liabilities")
    case .netProfit: Phrase("净利润", "Net profit")
    case .leadingProductRevenue: Phrase("主导产品收入", "Revenue of the leading product")
    case .employees: Phrase("员工人数", "Employees")
    case .rdStaff: Phrase("研发人员", "R&D staff")
    case .platformScore: Phrase("专精特新发展评价得分", "Platform score")
    }
  }
}

extension NumberFact {
  /// As officers call it.
  public var name: Phrase {
    switch self {
    case .digitalLevel: Phrase("数字化水平", "Digital level")
    case .nationalShare: Phrase("全国细分市场占有率", "Share of the national segment")
    case .segmentShare: Phrase("国内外细分市场占有率", "Share of the domestic or international segment")
    case .nationalRank: Phrase("全国细分市场排名", "Place in the national segment")
    }
  }
}

extension FlagFact {
  /// As officers call it.
  public var name: Phrase {
    switch self {
    case .registeredInChina: Phrase("在中国境内注册", "Registered in China")
    case .independentLegalPerson: Phrase("独立法人", "Independent legal person")
    case .abnormalOperationListed: Phrase("列入经营异常名录", "Listed for abnormal operation")
    case .seriousDishonestyListed: Phrase("列入严重失信主体名单", "Listed for serious dishonesty")
    case .prohibitedProducts: Phrase("产品属禁止、限制或淘汰类", "Banned, restricted or eliminated products")
    case .majorIncident: Phrase("近三年重大安全、质量、环境污染事故", "Major accident in 3 years")
    case .taxEvasion: Phrase("近三年偷漏税等违法违规", "Tax evasion or other breach of law in 3 years")
    case .strategicEmerging: Phrase("属于战略性新兴产业", "In a strategic emerging industry")
    case .chainResult: Phrase("补短板、锻长板、填空白取得实际成效", "Real results at key links")
    case .sixBases: Phrase("属于工业“六基”", "One of the six industrial bases")
    case .timeHonoured: Phrase("中华老字号", "China time-honoured brand")
    case .servesChainLeader: Phrase("服务产业链龙头企业", "Serves a leading enterprise of a key chain")
    case .goodGovernance: Phrase("公司治理规范", "Good governance")
    case .coreInformationSystem: Phrase("核心业务采用信息系统", "Information system for core business")
    case .managementCertified: Phrase("管理体系认证", "Management certification")
    case .productCertified: Phrase("产品认证", "Product certification")
    case .ownBrand: Phrase("拥有自主品牌", "Own brand")
    case .reputation: Phrase("较高知名度和影响力", "Reputation and influence")
    case .marketPositionHigh: Phrase("市场占有率较为靠前", "High position in the market")
    case .keyChainLink: Phrase("位于产业链关键环节", "At a key link of the chain")
    case .listedField: Phrase("主导产品属于所列领域", "Leading product in a listed field")
    }
  }
}

/// Names of the facts that are no yearly fact, flag or number.
enum OtherFact: String {
  case sizeSector, segmentEntered, equityFinancing, intellectualProperty, awards, makerChina, titles
  case rdInstitutions, qualityItems

  var name: Phrase {
    switch self {
    case .sizeSector: Phrase("划型行业", "Sector of the size standard")
    case .segmentEntered: Phrase("进入细分市场日期", "Day of entry into the segment")
    case .equityFinancing: Phrase("新增股权融资", "New equity")
    case .intellectualProperty: Phrase("知识产权", "Intellectual property")
    case .awards: Phrase("科技奖励", "Prizes")
    case .makerChina: Phrase("创客中国", "Maker China")
    case .titles: Phrase("称号", "Titles")
    case .rdInstitutions: Phrase("研发机构", "R&D institutions")
    case .qualityItems: Phrase("质量管理项目", "Quality items")
    }
  }
}
