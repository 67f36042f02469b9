import ScoringCore
import StrictJSON
import Testing

@Suite struct ReadingFindingsTests {
  /// An application that nothing is to be noticed about.
  private func plain() throws -> Application {
    var application = try ReadingSample.read(ReadingSample.text)
    application.enterprise.creditCode = "91350100M000100Y43"
    application.facts = Facts()
    return application
  }

  private func kinds(_ application: Application) -> [Finding.Kind] {
    application.findings(by: Standard.shared).map(\.kind)
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test func `nothing is noticed about what is in order`() throws {
    #expect(kinds(try plain()) == [])
  }

  @Test func `parts above their wholes are noticed, equal ones are not`() throws {
    var application = try plain()
    application.facts.revenue = [2023: Money(wan: 50), 2024: Money(wan: 50)]
    application.facts.mainRevenue = [2023: Money(wan: 50), 2024: Money(fen: 50_000_001)]
    application.facts.employees = [2023: 10, 2024: 10]
    application.facts.rdStaff = [2023: 10, 2024: 11]
    let findings = application.findings(by: Standard.shared)
    #expect(findings.map(\.kind) == [.whole, .whole])
    #expect(
      findings.map(\.paths) == [
        ["facts.mainRevenue.2024", "facts.revenue.2024"], ["facts.rdStaff.2024", "facts.employees.2024"],
      ])
  }

  @Test func `research above three times that of the year before is noticed`() throws {
    var application = try plain()
    application.facts.rdExpense = [2021: Money(wan: 0), 2022: Money(wan: 100), 2023: Money(wan: 300)]
    #expect(kinds(application) == [])
    application.facts.rdExpense[2024] = Money(fen: 900_000_001)
    #expect(kinds(application) == [.plausibility])
  }

  @Test func `a leading product of no more than half of revenue is noticed`() throws {
    var application = try plain()
    application.facts.revenue = [2024: Money(wan: 10)]
    application.facts.leadingProductRevenue = [2024: Money(fen: 5_000_001)]
    #expect(kinds(application) == [])
    application.facts.leadingProductRevenue = [2024: Money(wan: 5)]
    #expect(kinds(application) == [.plausibility])
  }

  @Test func `class-I items all acquired within a year, and transfers, are noticed`() throws {
    func item(_ kind: IPKind, granted: String, transferred: String? = nil) throws -> IntellectualProperty {
      IntellectualProperty(
        kind: kind, status: .granted, granted: try day(granted),
        source: transferred == nil ? .original : .transferred, transferred: try transferred.map(day),
        ownerRank: 1, highValue: [], related: true, inUse: true)
    }
    var application = try plain()
    application.facts.intellectualProperty = [
      try item(.inventionPatent, granted: "2024-08-22"), try item(.design, granted: "2019-01-01"),
    ]
    #expect(kinds(application) == [.lateIP])
    application.facts.intellectualProperty = [
      try item(.inventionPatent, granted: "2024-08-21"), try item(.icLayout, granted: "2025-01-01"),
    ]
    #expect(kinds(application) == [])
    application.facts.intellectualProperty = [
      try item(.inventionPatent, granted: "2015-01-01", transferred: "2025-01-01")
    ]
    #expect(kinds(application) == [.lateIP, .lateIP])
  }

  @Test func `a wrong check character and letters that codes do not use are noticed`() throws {
    var application = try plain()
    application.enterprise.creditCode = "91350100M000100Y44"
    #expect(application.findings(by: Standard.shared).map(\.paths) == [["enterprise.creditCode"]])
    #expect(application.findings(by: Standard.shared).first?.message.en.contains("should be 3") == true)
    application.enterprise.creditCode = "9135010OM000100Y43"
    #expect(kinds(application) == [.creditCode])
  }

  @Test func `days out of order, excluded fields and another reference year are noticed`() throws {
    var application = try plain()
    application.enterprise.industryCode = "K7010"
    application.referenceYear = 2023
    application.enterprise.registered = try day("2025-08-22")
    application.facts.segmentEntered = try day("2025-08-21")
    application.facts.titles = [
      HeldTitle(kind: .highTech, validFrom: try day("2024-01-02"), validUntil: try day("2024-01-01"))
    ]
    #expect(
      kinds(application) == [
        .days, .days, .days, .excludedField, .referenceYear,
      ])
    application = try plain()
    application.facts.segmentEntered = application.enterprise.registered
    #expect(kinds(application) == [.segment])
  }

  @Test func `a figure exactly on a bound is noticed with its place`() throws {
    var application = try plain()
    application.facts.revenue = [2024: Money(wan: 1000)]
    let explanation = try Standard.shared.explain(application)
    let findings = application.findings(by: Standard.shared, explanation)
    #expect(findings.map(\.kind) == [.threshold])
    #expect(findings.first?.paths.contains("facts.revenue.2024") == true)
  }
}
