internal import ScoringCore

/// What the enterprise says of itself, and what others say of it.
extension SamplePapers {
  private func stated(_ value: Bool?) -> String { value.map { $0 ? "是" : "否" } ?? "未填" }

  private func name(_ fact: Fact) -> String { fact.name.zh }

  /// Id of the edition it goes by; empty where none is in force.
  private var edition: String {
    let found = try? Standard.shared.editionFor(
      tier: application.tier, type: application.type, submitted: application.submitted)
    return found ?? ""
  }

  private var rules: TierRules? { Standard.shared.edition(edition)?[application.tier] }

  func form(_ sheet: inout PaperSheet) {
    let facts = application.facts
    let year = application.referenceYear
    holder(&sheet, "申请企业")
    sheet.row("申请称号", rules?.name.zh ?? application.tier.name.zh)
    sheet.row("成立日期", application.enterprise.registered.chinese)
    sheet.row("行业代码", application.enterprise.industryCode)
    sheet.row("主导产品", product)
    sheet.page(3)
    sheet.line("主要数据（\(year)年度，单位：万元、人）")
    sheet.figure(name(.revenue), facts.revenue[year]?.accounts ?? "未填")
    sheet.figure(name(.mainRevenue), facts.mainRevenue[year]?.accounts ?? "未填")
    sheet.figure(name(.rdExpense), facts.rdExpense[year]?.accounts ?? "未填")
    sheet.figure(name(.netProfit), facts.netProfit[year]?.accounts ?? "未填")
    sheet.figure(name(.employees), facts.employees[year].map { "\($0)" } ?? "未填")
    sheet.figure(name(.rdStaff), facts.rdStaff[year].map { "\($0)" } ?? "未填")
    sheet.line()
    sheet.line("本企业承诺所填内容真实、准确，并对此负责。")
    sheet.line("法定代表人（签字）：略        企业（盖章）        \(application.submitted.chinese)")
  }

  func commitment(_ sheet: inout PaperSheet) {
    sheet.line("\(application.enterprise.name)郑重承诺：")
    sheet.line("一、提交的全部材料真实、完整，复印件与原件一致；")
    sheet.line("二、近三年未发生重大安全（含网络安全、数据安全）、质量、环境污染等事故，未有偷漏税等违法违规行为；")
    sheet.line("三、如有虚假，愿意承担撤销称号等一切后果。")
    sheet.line()
    sheet.line("法定代表人（签字）：略        企业（盖章）        \(application.submitted.chinese)")
  }

  func licence(_ sheet: inout PaperSheet) {
    holder(&sheet, "名称")
    sheet.row("类型", application.enterprise.name.contains("股份") ? "股份有限公司" : "有限责任公司")
    sheet.row("成立日期", application.enterprise.registered.chinese)
    sheet.row("住所", "示例省示例市示例路 \(code(3, 899).suffix(3)) 号")
    sheet.row("经营范围", "\(product)的研发、生产、销售及技术服务")
    sheet.row("登记机关", "示例市市场监督管理局")
  }

  func field(_ sheet: inout PaperSheet) {
    let facts = application.facts
    sheet.row("主导产品", product)
    sheet.row(name(.strategicEmerging), stated(facts.strategicEmerging))
    sheet.row(name(.chainResult), stated(facts.chainResult))
    sheet.row(name(.sixBases), stated(facts.sixBases))
    sheet.row(name(.keyChainLink), stated(facts.keyChainLink))
    sheet.row(name(.listedField), stated(facts.listedField))
    sheet.line()
    sheet.line("本企业长期从事\(product)的研发和生产，产品用于下游整机配套，年度销售收入见审计报告附注。")
  }

  func history(_ sheet: inout PaperSheet) {
    sheet.line("首批销售合同及发票（节录）")
    sheet.row("销售方", application.enterprise.name)
    sheet.row("购买方", another)
    sheet.row("货物", product)
    sheet.row("合同日期", application.facts.segmentEntered?.chinese ?? application.enterprise.registered.chinese)
    sheet.row("发票号码", "示 \(code(4))")
  }

  func share(_ sheet: inout PaperSheet) {
    let facts = application.facts
    sheet.row("主导产品", product)
    sheet.row(name(.nationalShare), facts.nationalShare.map { "\($0)%" } ?? "未填")
    sheet.row(name(.segmentShare), facts.segmentShare.map { "\($0)%" } ?? "未填")
    sheet.row(name(.nationalRank), facts.nationalRank.map { "第 \($0)" } ?? "未填")
    sheet.line("数据来源：示例行业协会统计年报（虚构）；按本企业销售收入与行业销售收入之比计算。")
  }

  func digital(_ sheet: inout PaperSheet) {
    holder(&sheet, "企业名称")
    sheet.row("自测结果", application.facts.digitalLevel.map { "\($0) 级" } ?? "二级以上，详见截图")
    sheet.row("自测日期", application.submitted.adding(days: -20).chinese)
  }

  func quality(_ sheet: inout PaperSheet) {
    let facts = application.facts
    let items = (facts.qualityItems ?? []).map(\.name.zh)
    sheet.row(name(.qualityItems), items.isEmpty ? "无" : items.joined(separator: "、"))
    sheet.row(name(.managementCertified), stated(facts.managementCertified) + "（证书号 示M\(code(5))）")
    sheet.row(name(.productCertified), stated(facts.productCertified))
    sheet.row(name(.ownBrand), stated(facts.ownBrand) + "（注册商标 示例第 \(code(6)) 号）")
  }

  func system(_ sheet: inout PaperSheet) {
    holder(&sheet, "使用单位")
    sheet.row(name(.coreInformationSystem), stated(application.facts.coreInformationSystem))
    sheet.line("系统：企业资源计划、制造执行（示例），合同和运行界面见原件。")
  }

  func credit(_ sheet: inout PaperSheet) {
    let facts = application.facts
    holder(&sheet, "查询对象")
    sheet.row("查询日期", application.submitted.adding(days: -5).chinese)
    sheet.row(name(.abnormalOperationListed), stated(facts.abnormalOperationListed))
    sheet.row(name(.seriousDishonestyListed), stated(facts.seriousDishonestyListed))
  }

  func score(_ sheet: inout PaperSheet, _ paper: Application.DeclaredDocument) {
    let year = paper.year ?? application.referenceYear
    holder(&sheet, "企业名称")
    sheet.row("\(name(.platformScore))（\(year)年度）", application.facts.platformScore[year].map { "\($0) 分" } ?? "未评价")
  }

  func other(_ sheet: inout PaperSheet) {
    holder(&sheet, "企业名称")
    let declared = Standard.shared.localFacts(
      authority: application.authority, edition: edition, tier: application.tier,
      submitted: application.submitted)
    for value in application.local {
      guard let fact = declared.first(where: { $0.key == value.key }) else { continue }
      let names = fact.choices.filter { value.values.contains($0.key) }.map(\.name.zh)
      sheet.row(fact.name.zh, names.isEmpty ? "无" : names.joined(separator: "、"))
    }
    sheet.line("证书、文件影印件见原件，演示材料从略。")
  }
}
