internal import ScoringCore

/// What the enterprise holds and has won.
extension SamplePapers {
  func property(_ sheet: inout PaperSheet, _ number: Int) {
    let items = application.facts.intellectualProperty ?? []
    guard items.indices.contains(number - 1) else {
      sheet.line("证书影印件，见原件。")
      return
    }
    let item = items[number - 1]
    sheet.row("种类", item.kind.name.zh)
    sheet.row("名称", Self.work(item.kind, product, number))
    sheet.row("证书号", "示例第 \(code(100 + UInt64(number))) 号")
    let owners = (1..<max(1, item.ownerRank)).map { _ in another } + [application.enterprise.name]
    sheet.row("权利人", owners.joined(separator: "；"))
    switch item.status {
    case .granted: sheet.row("授权公告日", item.granted?.chinese ?? "见原件")
    case .applied: sheet.line("法律状态：受理通知书，尚未授权")
    case .lapsed: sheet.line("法律状态：已失效")
    }
    if let day = item.transferred {
      sheet.line()
      sheet.line("著录事项变更：\(day.chinese)，权利人由 示例大学（虚构） 变更为 \(application.enterprise.name)。")
    }
    for value in item.highValue { sheet.line("备注：\(value.name.zh)。") }
  }

  private static func work(_ kind: IPKind, _ product: String, _ number: Int) -> String {
    switch kind {
    case .softwareCopyright: "\(product)管理软件 V\(number).0"
    case .design: "\(product)（外观）"
    case .icLayout: "\(product)控制芯片布图设计 \(number)"
    case .utilityModel: "一种\(product)用夹具（\(number)）"
    default: "一种\(product)及其制备方法（\(number)）"
    }
  }

  func awards(_ sheet: inout PaperSheet) {
    for (place, award) in (application.facts.awards ?? []).enumerated() {
      sheet.row("奖项", "\(award.level.name.zh)科学技术奖励（示例）")
      sheet.row("完成单位", "\(application.enterprise.name)（第 \(award.rank) 完成单位）")
      sheet.row("项目", "\(product)关键技术及应用")
      sheet.row("证书号", "示奖 \(code(200 + UInt64(place)))")
      sheet.row("颁发日期", award.date.chinese)
      sheet.line()
    }
  }

  func titles(_ sheet: inout PaperSheet) {
    for (place, title) in (application.facts.titles ?? []).enumerated() {
      sheet.row("称号", title.kind.name.zh)
      sheet.row("企业", application.enterprise.name)
      sheet.row("证书编号", "示证 \(code(300 + UInt64(place)))")
      sheet.row("有效期", "\(title.validFrom.chinese)至\(title.validUntil.chinese)")
      sheet.line()
    }
  }

  func institutions(_ sheet: inout PaperSheet) {
    for institution in (application.facts.rdInstitutions ?? []) where institution.level != .own {
      sheet.line("关于公布\(institution.level.name.zh)研发机构名单的通知（示例，节录）")
      sheet.row("依托单位", application.enterprise.name)
      sheet.row("机构名称", "\(product)工程技术研究中心（示例）")
      sheet.row("级别", institution.level.name.zh)
      sheet.row("建设方式", institution.joint ? "与示例大学（虚构）联合建设" : "独立建设")
      sheet.line()
    }
  }

  func equity(_ sheet: inout PaperSheet) {
    for (place, round) in (application.facts.equityFinancing ?? []).enumerated() {
      sheet.page(place * 6 + 1)
      sheet.line("增资协议（节录）")
      sheet.row("目标公司", application.enterprise.name)
      sheet.row(
        "投资方",
        round.qualifiedInvestor ? "示例创业投资合伙企业（有限合伙），备案编号 示S\(code(400 + UInt64(place)))" : "自然人股东（未备案）")
      sheet.row("增资金额", "\(round.amount.accounts) 万元")
      sheet.row("签订日期", round.date.chinese)
      sheet.page(place * 6 + 4)
      sheet.line("银行进账单（示例）")
      sheet.row("到账金额", round.paidIn ? "\(round.amount.accounts) 万元" : "尚未到账")
    }
  }
}
