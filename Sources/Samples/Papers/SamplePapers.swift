package import ScoringCore

/// The papers of a sample as plain text, always the same for an application: what it states, as each paper would say it.
///
/// Now and then a paper says something else than the application, or states what the application left out.
/// Every number, firm and office in them is made up and says so.
package struct SamplePapers: Sendable {
  let application: Application
  let product: String
  let flaw: PaperFlaw?
  private let seed: UInt64

  package init(_ application: Application) {
    self.application = application
    seed = application.id.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    var random = SplitMix(seed: seed, index: 0)
    flaw = PaperFlaw.draw(&random)
    let words = SampleTrade.all.first { $0.code == application.enterprise.industryCode }?.words ?? []
    product = words.filter(application.enterprise.name.contains).max { $0.count < $1.count } ?? words.first ?? "主导产品"
  }

  /// Whether every paper says what the application says.
  package var agree: Bool { flaw == nil }

  /// The text of a paper that the application names.
  package func text(_ paper: Application.DeclaredDocument) -> String {
    var sheet = PaperSheet(title(paper))
    switch paper.item {
    case .auditReport: audit(&sheet, paper)
    case .socialInsurance: insurance(&sheet, paper)
    case .staffList: staff(&sheet, paper)
    case .ipCertificate: property(&sheet, number(paper))
    case .awardCertificate: awards(&sheet)
    case .titleCertificate: titles(&sheet)
    case .rdInstitutionRecognition: institutions(&sheet)
    case .equityPapers: equity(&sheet)
    case .applicationForm: form(&sheet)
    case .commitment: commitment(&sheet)
    case .businessLicence: licence(&sheet)
    case .fieldStatement: field(&sheet)
    case .segmentHistory: history(&sheet)
    case .shareNote: share(&sheet)
    case .digitalResult: digital(&sheet)
    case .qualityPapers: quality(&sheet)
    case .informationSystem: system(&sheet)
    case .creditReports: credit(&sheet)
    case .platformScore: score(&sheet, paper)
    case .localIndicatorPapers, .rdAudit, .mainRevenueNote: other(&sheet)
    }
    return sheet.text
  }

  private func title(_ paper: Application.DeclaredDocument) -> String {
    (paper.year.map { "\($0) 年度 " } ?? "") + paper.item.name.zh
  }

  /// A number that the same paper always bears.
  func code(_ place: UInt64, _ maximum: Int = 9_999_999) -> String {
    var random = SplitMix(seed: seed, index: place)
    return String(String(10_000_000 + random.int(1, maximum)).dropFirst())
  }

  /// Name and credit code, at the head of most papers.
  func holder(_ sheet: inout PaperSheet, _ label: String, named name: String? = nil) {
    sheet.row(label, name ?? application.enterprise.name)
    sheet.row("统一社会信用代码", application.enterprise.creditCode)
  }

  /// Another firm that no enterprise can be.
  var another: String {
    var random = SplitMix(seed: seed, index: 1)
    return "示例" + SampleIdentity.brand(&random) + product + "有限公司"
  }

  /// Place of a certificate among those of its kind, which is the only number in its file's name.
  private func number(_ paper: Application.DeclaredDocument) -> Int {
    (paper.file ?? "").utf8.reduce(0) { (0x30...0x39).contains($1) ? $0 * 10 + Int($1 - 0x30) : $0 }
  }
}
