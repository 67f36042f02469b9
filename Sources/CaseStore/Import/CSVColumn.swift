import ScoringCore

/// A column of the table template: its key, what its cells hold, and its heading.
struct CSVColumn: Sendable {
  indirect enum Kind: Sendable {
    case text, number, bool, date
    /// Words between `;`.
    case words
    /// Items between `;`, in each `field=value` between `,`.
    case items([(field: String, kind: Kind)])
  }

  /// Where the value goes: `enterprise.name`, `facts.revenue`.
  var path: [String]
  /// One column a year: `revenue.2024`.
  var isYearly = false
  var kind: Kind
  var name: Phrase

  /// What stands in the heading: the path without `facts.`.
  var key: String { path.first == "facts" ? path[1] : path.joined(separator: ".") }
}

extension CSVColumn {
  private static func plain(_ path: String, _ kind: Kind, _ zh: String, _ en: String) -> CSVColumn {
    CSVColumn(path: path.split(separator: ".").map(String.init), kind: kind, name: Phrase(zh, en))
  }

  private static func fact(_ key: String, _ kind: Kind, _ zh: String, _ en: String) -> CSVColumn {
    CSVColumn(path: ["facts", key], kind: kind, name: Phrase(zh, en))
  }

  private static func yearly(_ key: String, _ zh: String, _ en: String) -> CSVColumn {
    CSVColumn(path: ["facts", key], isYearly: true, kind: .number, name: Phrase(zh, en))
  }

  /// Every column of the template in its order; `local.<key>` may be added, as the province declares it.
  static let all: [CSVColumn] = [
    plain("id", .text, "编号", "Id"),
    plain("tier", .text, "层级", "Tier"),
    plain("type", .text, "类型", "Type"),
    plain("authority", .text, "主管部门", "Authority"),
    plain("division", .text, "市州", "Division"),
    plain("batch", .text, "批次", "Batch"),
    plain("submitted", .date, "提交日", "Submitted"),
    plain("referenceYear", .number, "上年度", "Reference year"),
    plain("enterprise.name", .text, "企业名称", "Enterprise"),
    plain("enterprise.creditCode", .text, "统一社会信用代码", "Credit code"),
    plain("enterprise.industryCode", .text, "行业代码", "Industry code"),
    plain("enterprise.registered", .date, "注册日", "Registered"),
    fact("registeredInChina", .bool, "境内注册", "Registered in China"),
    fact("independentLegalPerson", .bool, "独立法人", "Independent legal person"),
    fact("sizeSector", .text, "划型行业", "Size sector"),
    fact("abnormalOperationListed", .bool, "经营异常名录", "Listed as abnormal"),
    fact("seriousDishonestyListed", .bool, "严重失信名单", "Listed as dishonest"),
    fact("prohibitedProducts", .bool, "禁止限制淘汰类产品", "Prohibited products"),
    fact("majorIncident", .bool, "三年内重大事故", "Major incident in 3 years"),
    fact("taxEvasion", .bool, "三年内偷漏税等", "Tax evasion in 3 years"),
    yearly("revenue", "营业收入（万元）", "Revenue (10,000 yuan)"),
    yearly("mainRevenue", "主营业务收入（万元）", "Main revenue (10,000 yuan)"),
    yearly("rdExpense", "研发费用（万元）", "R&D expense (10,000 yuan)"),
    yearly("netProfit", "净利润（万元）", "Net profit (10,000 yuan)"),
    yearly("totalAssets", "资产总额（万元）", "Total assets (10,000 yuan)"),
    yearly("totalLiabilities", "负债总额（万元）", "Total liabilities (10,000 yuan)"),
    yearly("leadingProductRevenue", "主导产品收入（万元）", "Leading product (10,000 yuan)"),
    yearly("employees", "年末从业人员", "Employees"),
    yearly("rdStaff", "年末研发人员", "R&D staff"),
    fact("segmentEntered", .date, "进入细分市场之日", "Segment entered"),
    fact(
      "equityFinancing",
      .items([("date", .date), ("amount", .number), ("qualifiedInvestor", .bool), ("paidIn", .bool)]),
      "新增股权融资", "Equity financing"),
    fact(
      "intellectualProperty",
      .items([
        ("kind", .text), ("status", .text), ("granted", .date), ("source", .text), ("transferred", .date),
        ("ownerRank", .number), ("highValue", .words), ("related", .bool), ("inUse", .bool),
      ]), "知识产权", "Intellectual property"),
    fact(
      "awards", .items([("level", .text), ("rank", .number), ("date", .date)]), "科技奖励", "Awards"),
    fact("makerChina", .items([("rank", .number), ("date", .date)]), "创客中国", "Maker China"),
    fact(
      "titles", .items([("kind", .text), ("validFrom", .date), ("validUntil", .date)]), "已有称号",
      "Titles held"),
    fact(
      "rdInstitutions", .items([("level", .text), ("joint", .bool)]), "研发机构", "R&D institutions"),
    fact("strategicEmerging", .bool, "战略性新兴产业", "Strategic emerging industry"),
    fact("chainResult", .bool, "补短板锻长板填空白", "Result at key links"),
    fact("sixBases", .bool, "工业六基", "Six bases"),
    fact("timeHonoured", .bool, "中华老字号", "Time-honoured brand"),
    fact("servesChainLeader", .bool, "服务链主", "Serves a chain leader"),
    fact("digitalLevel", .number, "数字化水平", "Digital level"),
    fact("qualityItems", .words, "质量管理", "Quality items"),
    fact("goodGovernance", .bool, "公司治理规范", "Good governance"),
    fact("coreInformationSystem", .bool, "核心业务信息系统", "Core information system"),
    fact("managementCertified", .bool, "管理体系认证", "Management certified"),
    fact("productCertified", .bool, "产品认证", "Product certified"),
    fact("ownBrand", .bool, "自主品牌", "Own brand"),
    fact("nationalShare", .number, "全国市场占有率（%）", "National share (%)"),
    fact("segmentShare", .number, "细分市场占有率（%）", "Segment share (%)"),
    fact("nationalRank", .number, "全国排名", "National rank"),
    fact("reputation", .bool, "知名度和影响力", "Reputation"),
    fact("marketPositionHigh", .bool, "市场占有率靠前", "High market position"),
    fact("keyChainLink", .bool, "产业链关键环节", "Key chain link"),
    fact("listedField", .bool, "列明领域", "Listed field"),
    yearly("platformScore", "平台评价得分", "Platform score"),
    CSVColumn(
      path: ["materials"],
      kind: .items([
        ("item", .text), ("year", .number), ("file", .text), ("sha256", .text), ("pages", .number),
      ]), name: Phrase("佐证材料", "Materials")),
  ]

  /// Every column of the register's template.
  static let titles: [CSVColumn] = [
    plain("authority", .text, "主管部门", "Authority"),
    plain("tier", .text, "层级", "Tier"),
    plain("creditCode", .text, "统一社会信用代码", "Credit code"),
    plain("name", .text, "企业名称", "Enterprise"),
    plain("number", .text, "证书编号", "Number"),
    plain("from", .date, "有效期起", "From"),
    plain("until", .date, "有效期止", "Until"),
  ]
}
