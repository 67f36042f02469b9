/// The facts of the standard, one row each: key, kind, where it stands, unit and range, and its one name in each language.
///
/// A fact is added here, in `Fact` and in `Facts`, and in the reader's switch, which tests hold against this table.
enum FactTable {
  /// The most that an integer without a stated range may be.
  static let integerLimit: Int64 = 1_000_000_000

  /// In the order of the standard's table.
  static let rows: [FactRow] = [
    .flag(.registeredInChina, \.registeredInChina, "在中国境内注册", "Registered in China"),
    .flag(.independentLegalPerson, \.independentLegalPerson, "独立法人", "Independent legal person"),
    .sector(.sizeSector, \.sizeSector, "划型行业", "Sector of the size standard"),
    .flag(.abnormalOperationListed, \.abnormalOperationListed, "列入经营异常名录", "Listed for abnormal operation"),
    .flag(.seriousDishonestyListed, \.seriousDishonestyListed, "列入严重失信主体名单", "Listed for serious dishonesty"),
    .flag(.prohibitedProducts, \.prohibitedProducts, "产品属禁止、限制或淘汰类", "Banned, restricted or eliminated products"),
    .flag(.majorIncident, \.majorIncident, "近三年重大安全、质量、环境污染事故", "Major accident in 3 years"),
    .flag(.taxEvasion, \.taxEvasion, "近三年偷漏税等违法违规", "Tax evasion or other breach of law in 3 years"),
    .money(.revenue, \.revenue, "营业收入", "Revenue"),
    .money(.mainRevenue, \.mainRevenue, "主营业务收入", "Main revenue"),
    .money(.rdExpense, \.rdExpense, "研发费用", "R&D expense"),
    .money(.totalAssets, \.totalAssets, "资产总额", "Total assets"),
    .money(.totalLiabilities, \.totalLiabilities, "负债总额", "Total liabilities"),
    .money(.netProfit, \.netProfit, from: -Money.limit, "净利润", "Net profit"),
    .money(.leadingProductRevenue, \.leadingProductRevenue, "主导产品收入", "Revenue of the leading product"),
    .people(.employees, \.employees, "员工人数", "Employees"),
    .people(.rdStaff, \.rdStaff, "研发人员", "R&D staff"),
    .day(.segmentEntered, \.segmentEntered, "进入细分市场日期", "Day of entry into the segment"),
    .items(
      .equityFinancing, \.equityFinancing, FactItem.equity,
      ["date": .day, "amount": .money, "qualifiedInvestor": .flag, "paidIn": .flag], "新增股权融资", "New equity"),
    .items(
      .intellectualProperty, \.intellectualProperty, FactItem.property,
      [
        "kind": .code, "status": .code, "granted": .day, "source": .code, "transferred": .day, "ownerRank": .integer,
        "highValue": .codes, "related": .flag, "inUse": .flag,
      ], "知识产权", "Intellectual property"),
    .items(.awards, \.awards, FactItem.award, ["level": .code, "rank": .integer, "date": .day], "科技奖励", "Prizes"),
    .items(.makerChina, \.makerChina, FactItem.maker, ["rank": .integer, "date": .day], "创客中国", "Maker China"),
    .items(.titles, \.titles, FactItem.title, ["kind": .code, "validFrom": .day, "validUntil": .day], "称号", "Titles"),
    .items(
      .rdInstitutions, \.rdInstitutions, FactItem.institution, ["level": .code, "joint": .flag], "研发机构",
      "R&D institutions"),
    .flag(.strategicEmerging, \.strategicEmerging, "属于战略性新兴产业", "In a strategic emerging industry"),
    .flag(.chainResult, \.chainResult, "补短板、锻长板、填空白取得实际成效", "Real results at key links"),
    .flag(.sixBases, \.sixBases, "属于工业“六基”", "One of the six industrial bases"),
    .flag(.timeHonoured, \.timeHonoured, "中华老字号", "China time-honoured brand"),
    .flag(.servesChainLeader, \.servesChainLeader, "服务产业链龙头企业", "Serves a leading enterprise of a key chain"),
    .integer(.digitalLevel, \.digitalLevel, .level, 1...4, "数字化水平", "Digital level"),
    .quality(.qualityItems, \.qualityItems, "质量管理项目", "Quality items"),
    .flag(.goodGovernance, \.goodGovernance, "公司治理规范", "Good governance"),
    .flag(.coreInformationSystem, \.coreInformationSystem, "核心业务采用信息系统", "Information system for core business"),
    .flag(.managementCertified, \.managementCertified, "管理体系认证", "Management certification"),
    .flag(.productCertified, \.productCertified, "产品认证", "Product certification"),
    .flag(.ownBrand, \.ownBrand, "拥有自主品牌", "Own brand"),
    .percent(.nationalShare, \.nationalShare, "全国细分市场占有率", "Share of the national segment"),
    .percent(.segmentShare, \.segmentShare, "国内外细分市场占有率", "Share of the domestic or international segment"),
    .integer(.nationalRank, \.nationalRank, .rank, 1...integerLimit, "全国细分市场排名", "Place in the national segment"),
    .flag(.reputation, \.reputation, "较高知名度和影响力", "Reputation and influence"),
    .flag(.marketPositionHigh, \.marketPositionHigh, "市场占有率较为靠前", "High position in the market"),
    .flag(.keyChainLink, \.keyChainLink, "位于产业链关键环节", "At a key link of the chain"),
    .flag(.listedField, \.listedField, "主导产品属于所列领域", "Leading product in a listed field"),
    .flag(.championTitle, \.championTitle, "制造业单项冠军", "Manufacturing single champion"),
    .flag(.controlLink, \.controlLink, "与“小巨人”企业存在控股关系", "Controls or is controlled by a little giant"),
    .flag(
      .groupSimilarProduct, \.groupSimilarProduct, "集团内有主导产品类似的“小巨人”或申报企业",
      "A little giant or applicant of its group with a similar product"),
    .score(.platformScore, \.platformScore, "专精特新发展评价得分", "Platform score"),
  ]

  private static let byKey = Dictionary(uniqueKeysWithValues: rows.map { ($0.fact.rawValue, $0) })

  /// The row of a key that a fact has.
  static subscript(key: String) -> FactRow {
    guard let row = byKey[key] else { preconditionFailure("every fact has a row, as a test holds") }
    return row
  }
}
