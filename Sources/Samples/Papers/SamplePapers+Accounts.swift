internal import ScoringCore

/// Accounts and heads.
extension SamplePapers {
  func audit(_ sheet: inout PaperSheet, _ paper: Application.DeclaredDocument) {
    let year = paper.year ?? application.referenceYear
    let isLast = year == application.referenceYear
    sheet.row("报告文号", "示会审字〔\(year + 1)〕第 \(code(UInt64(year))) 号")
    sheet.row(
      "注册会计师行业统一监管平台验证码", isLast && flaw == .noCode ? "（空白）" : "示\(year % 100)\(code(UInt64(year) + 50))")
    holder(&sheet, "被审计单位", named: isLast && flaw == .otherName ? another : nil)
    sheet.row("审计期间", "\(year)年1月1日至\(year)年12月31日")
    sheet.row("会计师事务所", "示例会计师事务所（普通合伙）")
    sheet.page(2)
    sheet.line("一、审计意见")
    sheet.line("我们审计了上述单位的财务报表。我们认为，后附的财务报表在所有重大方面按照企业会计准则的规定编制，公允反映了财务状况和经营成果。")
    sheet.line("注册会计师（签名并盖章）：略")
    figures(&sheet, year, lower: isLast && flaw == .lowerExpense)
  }

  /// What the application leaves out stands here all the same.
  private func figures(_ sheet: inout PaperSheet, _ year: Int, lower: Bool) {
    let facts = application.facts
    let revenue = facts.revenue[year] ?? Money(wan: 2_600)
    let assets = facts.totalAssets[year] ?? revenue.part(130)
    let debt = facts.totalLiabilities[year] ?? assets.part(46)
    let main = facts.mainRevenue[year] ?? revenue.part(86)
    let research = facts.rdExpense[year] ?? revenue.part(5)
    sheet.page(6)
    sheet.line("二、资产负债表（\(year)年12月31日，单位：万元）")
    sheet.figure("资产总计", assets.accounts)
    sheet.figure("负债合计", debt.accounts)
    sheet.figure("所有者权益合计", Money(fen: assets.fen - debt.fen).accounts)
    sheet.page(8)
    sheet.line("三、利润表（\(year)年度，单位：万元）")
    sheet.figure("营业收入", revenue.accounts)
    sheet.figure("  其中：主营业务收入", main.accounts)
    sheet.figure("研发费用", (lower ? research.part(78) : research).accounts)
    sheet.figure("净利润", (facts.netProfit[year] ?? revenue.part(6)).accounts)
    sheet.page(17)
    sheet.line("四、附注：主营业务收入（单位：万元）")
    let leading = facts.leadingProductRevenue[year] ?? main.part(80)
    sheet.figure("\(product)（主导产品）", leading.accounts)
    sheet.figure("其他产品", Money(fen: main.fen - leading.fen).accounts)
    sheet.figure("合计", main.accounts)
  }

  func insurance(_ sheet: inout PaperSheet, _ paper: Application.DeclaredDocument) {
    let year = paper.year ?? application.referenceYear
    let declared = application.facts.employees[year] ?? 60
    let heads = flaw == .fewerHeads ? max(1, declared * 85 / 100) : declared
    holder(&sheet, "单位名称")
    sheet.row("证明编号", "示社保 \(code(2))")
    sheet.row("缴费所属期", "\(flaw == .otherYear ? year - 1 : year)年12月")
    sheet.line()
    sheet.line("险种及缴费人数（单位：人）")
    for kind in ["企业职工基本养老保险", "失业保险", "工伤保险"] { sheet.figure(kind, "\(heads)") }
    sheet.line()
    sheet.line("本月参保缴费职工合计 \(heads) 人。")
    sheet.line("示例市社会保险经办机构（专用章）")
  }

  func staff(_ sheet: inout PaperSheet, _ paper: Application.DeclaredDocument) {
    let year = paper.year ?? application.referenceYear
    let heads = application.facts.rdStaff[year] ?? (application.facts.employees[year] ?? 96) / 8
    holder(&sheet, "单位名称")
    sheet.line()
    sheet.line("岗位及人数（\(year)年12月31日，单位：人）")
    let lead = heads / 6
    let test = heads / 3
    sheet.figure("技术负责人、项目负责人", "\(lead)")
    sheet.figure("研究开发人员", "\(heads - lead - test)")
    sheet.figure("试验、检测人员", "\(test)")
    sheet.figure("合计", "\(heads)")
    sheet.line()
    sheet.line("逐人名单（姓名、岗位、学历、入职日期）见原件，演示材料从略。")
  }
}
