/// Kinds of supporting papers 佐证材料.
public enum MaterialItem: String, Sendable, Hashable, CaseIterable {
  /// 申请书, with seal and signed statement of truth.
  case applicationForm = "application-form"
  /// 真实性、合规性承诺书.
  case commitment
  /// 营业执照.
  case businessLicence = "business-licence"
  /// 社保缴纳证明 of December.
  case socialInsurance = "social-insurance"
  /// 审计报告, one a year, with its registration code.
  case auditReport = "audit-report"
  /// 研发费用专项审计.
  case rdAudit = "rd-audit"
  /// 主营业务收入说明 by an accountant.
  case mainRevenueNote = "main-revenue-note"
  /// 知识产权证书, one an item.
  case ipCertificate = "ip-certificate"
  /// 获奖证书.
  case awardCertificate = "award-certificate"
  /// 称号证书.
  case titleCertificate = "title-certificate"
  /// 研发机构认定文件; a plaque is none.
  case rdInstitutionRecognition = "rd-institution-recognition"
  /// 股权融资材料: filing, agreement, bank slip.
  case equityPapers = "equity-papers"
  /// 主导产品领域说明.
  case fieldStatement = "field-statement"
  /// 细分市场年限证明: first contracts or invoices.
  case segmentHistory = "segment-history"
  /// 市场占有率说明.
  case shareNote = "share-note"
  /// 数字化水平自测结果.
  case digitalResult = "digital-result"
  /// 质量品牌材料: awards, certificates, trademarks, standards.
  case qualityPapers = "quality-papers"
  /// 研发人员名单.
  case staffList = "staff-list"
  /// 信息系统材料: contract or screenshots.
  case informationSystem = "information-system"
  /// 信用报告 of both public systems.
  case creditReports = "credit-reports"
  /// 发展评价结果.
  case platformScore = "platform-score"
  /// 地方特色指标材料.
  case localIndicatorPapers = "local-indicator-papers"

  /// As officers call it.
  public var name: Phrase {
    switch self {
    case .applicationForm: Phrase("申请书", "Application form")
    case .commitment: Phrase("真实性承诺书", "Commitment")
    case .businessLicence: Phrase("营业执照", "Business licence")
    case .socialInsurance: Phrase("社保缴纳证明", "Social insurance")
    case .auditReport: Phrase("审计报告", "Audit report")
    case .rdAudit: Phrase("研发费用专项审计", "R&D audit")
    case .mainRevenueNote: Phrase("主营业务收入说明", "Note on main revenue")
    case .ipCertificate: Phrase("知识产权证书", "IP certificate")
    case .awardCertificate: Phrase("获奖证书", "Award certificate")
    case .titleCertificate: Phrase("称号证书", "Title certificate")
    case .rdInstitutionRecognition: Phrase("研发机构认定文件", "R&D institution recognition")
    case .equityPapers: Phrase("股权融资材料", "Equity documents")
    case .fieldStatement: Phrase("主导产品领域说明", "Field statement")
    case .segmentHistory: Phrase("细分市场年限证明", "Segment history")
    case .shareNote: Phrase("市场占有率说明", "Note on market share")
    case .digitalResult: Phrase("数字化水平自测结果", "Digital self-test result")
    case .qualityPapers: Phrase("质量品牌材料", "Quality documents")
    case .staffList: Phrase("研发人员名单", "R&D staff list")
    case .informationSystem: Phrase("信息系统材料", "Information system")
    case .creditReports: Phrase("信用报告", "Credit reports")
    case .platformScore: Phrase("发展评价结果", "Platform score")
    case .localIndicatorPapers: Phrase("地方指标材料", "Documents for local indicators")
    }
  }
}
