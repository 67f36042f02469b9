import ScoringCore
import StrictJSON
import Testing

@Suite struct ReadingTests {
  @Test func `every field of a file is read as it stands there`() throws {
    let application = try ReadingSample.read(ReadingSample.text)
    #expect(application.id == "370000-2025-SP-000123")
    #expect(application.tier == .specialized)
    #expect(application.type == .new)
    #expect(application.authority == "370000")
    #expect(application.division == "370100")
    #expect(application.batch == "2025-1")
    #expect(application.submitted.description == "2025-08-21")
    #expect(application.referenceYear == 2024)
    #expect(application.enterprise.name == "齐鲁精密")
    #expect(application.enterprise.industryCode == "C3521")
    let facts = application.facts
    #expect(facts.registeredInChina == true)
    #expect(facts.independentLegalPerson == false)
    #expect(facts.taxEvasion == nil)
    #expect(facts.sizeSector == .realEstate)
    #expect(facts.revenue[2023]?.fen == 5_230_450_000)
    #expect(facts.revenue[2024] == Money(wan: 6100))
    #expect(facts.revenue[2021] == nil)
    #expect(facts.netProfit[2024]?.fen == -1)
    #expect(facts.employees[2024] == 120)
    #expect(facts.equityFinancing?.first?.amount == Money(wan: 2000))
    #expect(facts.intellectualProperty?.map(\.kind) == [.inventionPatent, .design])
    #expect(facts.intellectualProperty?.first?.highValue == [.pledgeFinancing])
    #expect(facts.intellectualProperty?.last?.transferred?.description == "2021-01-01")
    #expect(facts.awards == [Award(level: .provincial, rank: 3, date: try day("2023-01-01"))])
    #expect(facts.titles?.first?.kind == .technologySME)
    #expect(facts.rdInstitutions?.first?.level == .belowMunicipal)
    #expect(facts.qualityItems == [.ownBrand, .standards])
    #expect(facts.nationalShare?.tenThousandths == 123_456)
    #expect(facts.platformScore[2024]?.hundredths == 5525)
    #expect(application.local("keyIndustry") == ["plan-and-chain"])
    #expect(application.local("innovativeOperation") == ["overseas", "new-economy"])
    #expect(application.local("listing") == nil)
    #expect(application.materials.count == 2)
    #expect(application.materials.first?.pages == 42)
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test func `what is written is read as the same application`() throws {
    let application = try ReadingSample.read(ReadingSample.text)
    var writer = JSONWriter()
    application.write(to: &writer)
    #expect(try ApplicationReader(standard: Standard.shared).read(writer.bytes) == application)
  }

  struct Change: Sendable {
    let piece: String
    let other: String
    let path: String

    init(_ piece: String, _ other: String, _ path: String = "") {
      self.piece = piece
      self.other = other
      self.path = path
    }
  }

  @Test(arguments: [
    Change("\"division\": \"370100\",", ""), Change("\"370100\"", "null"),
    Change("\"tier\": \"spec", "\"t\\u0069er\": \"s\\u0070ec"),
    Change("6.1e3", "1000000000"), Change("6.1e3", "0.0000000e-99"), Change("6.1e3", "-0"),
    Change("6.1e3", "1.00000000"), Change("6.1e3", "null"), Change("-0.000001", "-1e9"),
    Change("{\"2022\": 4100, \"2023\": 5230.45, \"2024\": 6.1e3}", "{}"),
    Change("{\"2022\": 4100, \"2023\": 5230.45, \"2024\": 6.1e3}", "null"),
    Change("\"2022\": 4100", "\"1900\": 0, \"2199\": 1"), Change("\"2024\": 120", "\"2024\": -0"),
    Change("\"2024\": 120", "\"2024\": 1000000000"), Change("\"2024\": 120", "\"2\\u003024\": 120"),
    Change("2015-02-28", "1900-01-01"), Change("2015-02-28", "2199-12-31"), Change("\"2015-02-28\"", "null"),
    Change("12.3456", "100"), Change("12.3456", "1.00E+2"), Change("12.3456", "0"),
    Change("\"digitalLevel\": 3", "\"digitalLevel\": null"), Change("55.25", "100.00"),
    Change("55.25", "5525e-2"),
    Change("[\"own-brand\", \"standards\"]", "[]"),
    Change("[{\"rank\": 50, \"date\": \"2023-01-01\"}]", "null"),
    Change("{\"rank\": 50,", "{\"rank\": 0,"), Change("齐鲁精密", "a\\u0000\\n\\u202e"),
    Change("齐鲁精密", String(repeating: "😀", count: 200)), Change("C3521", "T01"),
    Change("\"2025-1\"", "\"A.b_c-9\""),
    Change("91370100MA3C12345X", "IIIIIIIIIIIIIIIIII"), Change("\"listing\": null", "\"listing\": \"none\""),
    Change("[\"overseas\", \"new-economy\"]", "[]"),
    Change("\"referenceYear\": 2024", "\"referenceYear\": 2015"),
    Change("materials/audit-2024.pdf", "材料/审计..2024.pdf"), Change("\"pages\": 42", "\"pages\": 1"),
  ])
  func `what the standard allows is taken`(_ change: Change) {
    let text = ReadingSample.replacing(change.piece, change.other)
    #expect(ReadingSample.errors(in: text).map(\.place.path) == [])
  }

  static let fields: [Change] = [
    Change("tidu.application/1", "tidu.application/2", "format"),
    Change("\"tidu.application/1\"", "1", "format"), Change("\"tidu.application/1\"", "null", "format"),
    Change("\"id\": \"370000-2025-SP-000123\",", "", "id"), Change("370000-2025-SP-000123", "", "id"),
    Change("370000-2025-SP-000123", "a..b", "id"), Change("370000-2025-SP-000123", "ab.", "id"),
    Change("370000-2025-SP-000123", ".ab", "id"), Change("370000-2025-SP-000123", "-ab", "id"),
    Change("370000-2025-SP-000123", "_ab", "id"), Change("370000-2025-SP-000123", "a/b", "id"),
    Change("370000-2025-SP-000123", "企", "id"), Change("370000-2025-SP-000123", "a\\n", "id"),
    Change("370000-2025-SP-000123", String(repeating: "a", count: 65), "id"),
    Change("\"specialized\"", "\"Specialized\"", "tier"), Change("\"specialized\"", "null", "tier"),
    Change("\"new\"", "\"renew\"", "type"), Change("\"type\": \"new\",", "", "type"),
    Change("\"authority\": \"370000\"", "\"authority\": \"999999\"", "authority"),
    Change("\"370100\"", "\"999999\"", "division"), Change("\"370100\"", "\"320100\"", "division"),
    Change("\"370100\"", "\"370200\"", "division"), Change("\"370100\"", "370100", "division"),
    Change("\"2025-1\"", "\"2025 1\"", "batch"), Change("\"2025-08-21\"", "\"2025-02-29\"", "submitted"),
    Change("\"2025-08-21\"", "\"2025-8-21\"", "submitted"),
    Change("\"2025-08-21\"", "\"1899-12-31\"", "submitted"),
    Change("\"2025-08-21\"", "\"2200-01-01\"", "submitted"),
    Change("\"2025-08-21\"", "20250821", "submitted"),
    Change("\"referenceYear\": 2024", "\"referenceYear\": 2025", "referenceYear"),
    Change("\"referenceYear\": 2024", "\"referenceYear\": 2014", "referenceYear"),
    Change("\"referenceYear\": 2024", "\"referenceYear\": 2101", "referenceYear"),
    Change("\"referenceYear\": 2024", "\"referenceYear\": 2024.0", "referenceYear"),
    Change("\"referenceYear\": 2024", "\"referenceYear\": 2.024e3", "referenceYear"),
    Change("齐鲁精密", "", "enterprise.name"), Change("齐鲁精密", " \\t\\u3000", "enterprise.name"),
    Change("齐鲁精密", String(repeating: "好", count: 201), "enterprise.name"),
    Change("91370100MA3C12345X", "91370100ma3C12345X", "enterprise.creditCode"),
    Change("91370100MA3C12345X", "91370100MA3C12345", "enterprise.creditCode"),
    Change("C3521", "U3521", "enterprise.industryCode"), Change("C3521", "C3", "enterprise.industryCode"),
    Change("C3521", "C35210", "enterprise.industryCode"), Change("C3521", "3521", "enterprise.industryCode"),
    Change(", \"registered\": \"2012-05-06\"", "", "enterprise.registered"),
    Change("\"registered\": ", "\"founded\": \"\", \"registered\": ", "enterprise.founded"),
    Change("\"batch\"", "\"note\": 1, \"batch\"", "note"),
  ]

  static let facts: [Change] = [
    Change("\"registeredInChina\": true", "\"registeredInChina\": 1", "facts.registeredInChina"),
    Change("\"registeredInChina\"", "\"registeredinChina\"", "facts.registeredinChina"),
    Change("real-estate", "banking", "facts.sizeSector"),
    Change("{\"2022\": 4100, \"2023\": 5230.45, \"2024\": 6.1e3}", "6100", "facts.revenue"),
    Change("6.1e3", "\"6100\"", "facts.revenue.2024"),
    Change("6.1e3", "1000000000.000001", "facts.revenue.2024"),
    Change("6.1e3", "0.0000001", "facts.revenue.2024"), Change("6.1e3", "-0.01", "facts.revenue.2024"),
    Change("6.1e3", "1e999999999999", "facts.revenue.2024"),
    Change("-0.000001", "-1000000001", "facts.netProfit.2024"),
    Change("\"2022\": 4100", "\"22\": 4100", "facts.revenue.22"),
    Change("\"2022\": 4100", "\"1899\": 1", "facts.revenue.1899"),
    Change("\"2022\": 4100", "\"2200\": 1", "facts.revenue.2200"),
    Change("\"2024\": 120", "\"2024\": 120.0", "facts.employees.2024"),
    Change("\"2024\": 120", "\"2024\": -1", "facts.employees.2024"),
    Change("\"2024\": 120", "\"2024\": 1000000001", "facts.employees.2024"),
    Change("\"2024\": 120", "\"2024\": 99999999999999999999", "facts.employees.2024"),
    Change("2015-02-28", "2015-02-29", "facts.segmentEntered"),
    Change("\"digitalLevel\": 3", "\"digitalLevel\": 0", "facts.digitalLevel"),
    Change("\"digitalLevel\": 3", "\"digitalLevel\": 5", "facts.digitalLevel"),
    Change("\"digitalLevel\": 3", "\"digitalLevel\": 3.0", "facts.digitalLevel"),
    Change("12.3456", "12.34567", "facts.nationalShare"),
    Change("12.3456", "100.0001", "facts.nationalShare"),
    Change("12.3456", "-1", "facts.nationalShare"),
    Change("\"nationalRank\": 7", "\"nationalRank\": 0", "facts.nationalRank"),
    Change("55.25", "55.255", "facts.platformScore.2024"),
    Change("55.25", "100.01", "facts.platformScore.2024"),
    Change("[\"own-brand\", \"standards\"]", "[\"own-brand\", \"own-brand\"]", "facts.qualityItems[1]"),
    Change("[\"own-brand\", \"standards\"]", "[null]", "facts.qualityItems[0]"),
    Change("[\"own-brand\", \"standards\"]", "\"own-brand\"", "facts.qualityItems"),
  ]

  static let items: [Change] = [
    Change("[{\"rank\": 50, \"date\": \"2023-01-01\"}]", "[null]", "facts.makerChina[0]"),
    Change("{\"rank\": 50,", "{\"rank\": null,", "facts.makerChina[0].rank"),
    Change("{\"rank\": 50,", "{", "facts.makerChina[0].rank"),
    Change("\"rank\": 3", "\"rank\": 0", "facts.awards[0].rank"),
    Change("\"provincial\"", "\"municipal\"", "facts.awards[0].level"),
    Change("\"amount\": 2000", "\"amount\": 0", "facts.equityFinancing[0].amount"),
    Change("\"amount\": 2000", "\"amount\": -5", "facts.equityFinancing[0].amount"),
    Change("\"paidIn\": false", "\"paidIn\": null", "facts.equityFinancing[0].paidIn"),
    Change("2024-02-29", "2023-02-29", "facts.equityFinancing[0].date"),
    Change("\"granted\": \"2020-01-01\", ", "", "facts.intellectualProperty[0].granted"),
    Change("\"granted\": \"2020-01-01\"", "\"granted\": null", "facts.intellectualProperty[0].granted"),
    Change("\"status\": \"granted\"", "\"status\": \"lapsed\"", "facts.intellectualProperty[0].granted"),
    Change(
      "\"source\": \"original\"", "\"source\": \"original\", \"transferred\": \"2020-01-01\"",
      "facts.intellectualProperty[0].transferred"),
    Change("\"transferred\": \"2021-01-01\", ", "", "facts.intellectualProperty[1].transferred"),
    Change(
      "\"source\": \"transferred\"", "\"source\": \"original\"", "facts.intellectualProperty[1].transferred"),
    Change("\"ownerRank\": 2", "\"ownerRank\": 0", "facts.intellectualProperty[1].ownerRank"),
    Change(
      "[\"pledge-financing\"]", "[\"pledge-financing\", \"pledge-financing\"]",
      "facts.intellectualProperty[0].highValue[1]"),
    Change("\"highValue\": [], ", "", "facts.intellectualProperty[1].highValue"),
    Change("\"kind\": \"design\"", "\"kind\": \"patent\"", "facts.intellectualProperty[1].kind"),
    Change("technology-sme", "tech", "facts.titles[0].kind"),
    Change("below-municipal", "county", "facts.rdInstitutions[0].level"),
    Change("\"joint\": false", "\"joint\": false, \"x\": {\"y\": []}", "facts.rdInstitutions[0].x"),
    Change("plan-and-chain", "plan", "local.keyIndustry"),
    Change("\"plan-and-chain\"", "[\"county\"]", "local.keyIndustry"),
    Change("\"listing\": null", "\"listin\": null", "local.listin"),
    Change("[\"overseas\", \"new-economy\"]", "[\"overseas\", \"overseas\"]", "local.innovativeOperation[1]"),
    Change("[\"overseas\", \"new-economy\"]", "\"overseas\"", "local.innovativeOperation"),
    Change("audit-report", "audit", "materials[0].item"),
    Change("{\"item\": \"commitment\", ", "{", "materials[1].item"),
    Change("\"pages\": 42", "\"pages\": 0", "materials[0].pages"),
    Change("0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a", "0A", "materials[0].sha256"),
    Change("materials/audit-2024.pdf", "/etc/passwd", "materials[0].file"),
    Change("materials/audit-2024.pdf", "a/../b", "materials[0].file"),
    Change("materials/audit-2024.pdf", "..", "materials[0].file"),
    Change("materials/audit-2024.pdf", "", "materials[0].file"),
    Change("materials/audit-2024.pdf", "a\\u0007b", "materials[0].file"),
  ]

  @Test(arguments: fields + facts + items)
  func `what it does not is one schema error at its path`(_ change: Change) {
    let errors = ReadingSample.errors(in: ReadingSample.replacing(change.piece, change.other))
    #expect(errors.map(\.place.path) == [change.path])
    #expect(errors.map(\.kind) == [.schema])
  }
}
