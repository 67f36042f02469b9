internal import ScoringCore

/// The papers a sample attaches: what its tier asks for, now and then with one left out.
enum SampleMaterials {
  static func papers(
    for application: Application, _ rules: TierRules?, _ random: inout SplitMix
  ) -> [Application.DeclaredDocument] {
    var papers: [Application.DeclaredDocument] = []
    func add(_ item: MaterialItem, year: Int? = nil, number: Int? = nil, pages: ClosedRange<Int>) {
      guard !random.chance(3) else { return }
      let name = [item.rawValue, year.map(String.init), number.map(String.init)].compactMap(\.self).joined(
        separator: "-")
      papers.append(
        Application.DeclaredDocument(
          item: item, year: year, file: "materials/\(name).pdf", sha256: sha256(&random),
          pages: random.int(pages.lowerBound, pages.upperBound)))
    }
    let tier = application.tier
    func asks(_ item: MaterialItem) -> Bool { rules?.materials[item] != nil }
    let year = application.referenceYear
    let facts = application.facts
    add(.applicationForm, pages: 8...30)
    if tier != .innovative { add(.commitment, pages: 1...2) }
    add(.businessLicence, pages: 1...1)
    add(.socialInsurance, year: year, pages: 1...6)
    for back in 0...(tier == .littleGiant ? 2 : 1) { add(.auditReport, year: year - back, pages: 24...90) }
    for (number, item) in (facts.intellectualProperty ?? []).enumerated()
    where tier != .littleGiant || (item.kind.isClassI && item.kind != .inventionPatent) {
      add(.ipCertificate, number: number + 1, pages: 1...2)
    }
    if facts.awards?.isEmpty == false { add(.awardCertificate, pages: 1...1) }
    if tier == .innovative, facts.titles?.isEmpty == false { add(.titleCertificate, pages: 1...1) }
    if facts.rdInstitutions?.contains(where: { $0.level != .own }) == true {
      add(.rdInstitutionRecognition, pages: 1...3)
    }
    if facts.equityFinancing?.isEmpty == false { add(.equityPapers, pages: 6...40) }
    add(.fieldStatement, pages: 1...1)
    if tier != .innovative { add(.segmentHistory, pages: 2...12) }
    if asks(.shareNote) { add(.shareNote, pages: 2...6) }
    if asks(.digitalResult) {
      add(.digitalResult, pages: 1...1)
      add(.staffList, year: year, pages: 1...8)
    }
    if tier != .innovative { add(.qualityPapers, pages: 1...9) }
    if tier == .littleGiant {
      add(.creditReports, pages: 2...10)
      if asks(.informationSystem) { add(.informationSystem, pages: 2...10) }
    }
    if asks(.platformScore) { add(.platformScore, year: year, pages: 1...2) }
    if !application.local.isEmpty { add(.localIndicatorPapers, pages: 2...20) }
    return papers
  }

  private static func sha256(_ random: inout SplitMix) -> String {
    (0..<4).map { _ in
      let digits = String(random.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
