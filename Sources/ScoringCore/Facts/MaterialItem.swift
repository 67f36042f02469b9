/// Kinds of supporting papers 佐证材料.
public enum MaterialItem: String, Sendable, Hashable, CaseIterable {
  case applicationForm = "application-form"
  case commitment
  case businessLicence = "business-licence"
  case socialInsurance = "social-insurance"
  case auditReport = "audit-report"
  case rdAudit = "rd-audit"
  case mainRevenueNote = "main-revenue-note"
  case ipCertificate = "ip-certificate"
  case awardCertificate = "award-certificate"
  case titleCertificate = "title-certificate"
  case rdInstitutionRecognition = "rd-institution-recognition"
  case equityPapers = "equity-papers"
  case fieldStatement = "field-statement"
  case segmentHistory = "segment-history"
  case shareNote = "share-note"
  case digitalResult = "digital-result"
  case qualityPapers = "quality-papers"
  case staffList = "staff-list"
  case informationSystem = "information-system"
  case creditReports = "credit-reports"
  case platformScore = "platform-score"
  case localIndicatorPapers = "local-indicator-papers"

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
    case .equityPapers: Phrase("股权融资材料", "Equity papers")
    case .fieldStatement: Phrase("主导产品领域说明", "Field statement")
    case .segmentHistory: Phrase("细分市场年限证明", "Segment history")
    case .shareNote: Phrase("市场占有率说明", "Note on market share")
    case .digitalResult: Phrase("数字化水平自测结果", "Digital self-test result")
    case .qualityPapers: Phrase("质量品牌材料", "Quality papers")
    case .staffList: Phrase("研发人员名单", "R&D staff list")
    case .informationSystem: Phrase("信息系统材料", "Information system")
    case .creditReports: Phrase("信用报告", "Credit reports")
    case .platformScore: Phrase("发展评价结果", "Platform score")
    case .localIndicatorPapers: Phrase("地方指标材料", "Papers for local indicators")
    }
  }
}
