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
    #expect(facts.championTitle == false && facts.controlLink == true && facts.groupSimilarProduct == nil)
    #expect(application.texts.chainPosition == "中游" && application.texts.rdCooperation == nil)
    #expect(application.texts.introduction == "一\r\n二\t三")
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

  struct AssessmentChange: Sendable {
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
    AssessmentChange("\"division\": \"370100\",", ""), AssessmentChange("\"370100\"", "null"),
    AssessmentChange("\"tier\": \"spec", "\"t\\u0069er\": \"s\\u0070ec"),
    AssessmentChange("6.1e3", "1000000000"), AssessmentChange("6.1e3", "0.0000000e-99"),
    AssessmentChange("6.1e3", "-0"),
    AssessmentChange("6.1e3", "1.00000000"), AssessmentChange("6.1e3", "null"), AssessmentChange("-0.000001", "-1e9"),
    AssessmentChange("{\"2022\": 4100, \"2023\": 5230.45, \"2024\": 6.1e3}", "{}"),
    AssessmentChange("{\"2022\": 4100, \"2023\": 5230.45, \"2024\": 6.1e3}", "null"),
    AssessmentChange("\"2022\": 4100", "\"1900\": 0, \"2199\": 1"), AssessmentChange("\"2024\": 120", "\"2024\": -0"),
    AssessmentChange("\"2024\": 120", "\"2024\": 1000000000"), AssessmentChange("\"2024\": 120", "\"2\\u003024\": 120"),
    AssessmentChange("2015-02-28", "1900-01-01"), AssessmentChange("2015-02-28", "2199-12-31"),
    AssessmentChange("\"2015-02-28\"", "null"),
    AssessmentChange("12.3456", "100"), AssessmentChange("12.3456", "1.00E+2"), AssessmentChange("12.3456", "0"),
    AssessmentChange("\"digitalLevel\": 3", "\"digitalLevel\": null"), AssessmentChange("55.25", "100.00"),
    AssessmentChange("55.25", "5525e-2"),
    AssessmentChange("[\"own-brand\", \"standards\"]", "[]"),
    AssessmentChange("[{\"rank\": 50, \"date\": \"2023-01-01\"}]", "null"),
    AssessmentChange("{\"rank\": 50,", "{\"rank\": 1,"), AssessmentChange("齐鲁精密", "a\\u0000\\n\\u202e"),
    AssessmentChange("齐鲁精密", String(repeating: "😀", count: 200)), AssessmentChange("C3521", "T01"),
    AssessmentChange("\"2025-1\"", "\"A.b_c-9\""),
    AssessmentChange("91370100MA3C12345X", "IIIIIIIIIIIIIIIIII"),
    AssessmentChange("\"listing\": null", "\"listing\": \"none\""),
    AssessmentChange("[\"overseas\", \"new-economy\"]", "[]"),
    AssessmentChange("\"referenceYear\": 2024", "\"referenceYear\": 2015"),
    AssessmentChange("\"中游\"", "null"), AssessmentChange("中游", ""),
    AssessmentChange("\"中游\"", "\"\\n\\r\\t\\u000a\\u202e\""),
    AssessmentChange("中游", String(repeating: "😀", count: 20_000)),
    AssessmentChange(
      "{\"chainPosition\": \"中游\", \"rdCooperation\": null, \"introduction\": \"一\\r\\n二\\t三\"}", "null"),
    AssessmentChange("materials/audit-2024.pdf", "材料/审计..2024.pdf"), AssessmentChange("\"pages\": 42", "\"pages\": 1"),
  ])
  func `what the standard allows is taken`(_ change: AssessmentChange) {
    let text = ReadingSample.replacing(change.piece, change.other)
    #expect(ReadingSample.errors(in: text).map(\.place.path) == [])
  }

  static let fields: [AssessmentChange] = [
    AssessmentChange("tidu.application/1", "tidu.application/2", "format"),
    AssessmentChange("\"tidu.application/1\"", "1", "format"),
    AssessmentChange("\"tidu.application/1\"", "null", "format"),
    AssessmentChange("\"id\": \"370000-2025-SP-000123\",", "", "id"),
    AssessmentChange("370000-2025-SP-000123", "", "id"),
    AssessmentChange("370000-2025-SP-000123", "a..b", "id"), AssessmentChange("370000-2025-SP-000123", "ab.", "id"),
    AssessmentChange("370000-2025-SP-000123", ".ab", "id"), AssessmentChange("370000-2025-SP-000123", "-ab", "id"),
    AssessmentChange("370000-2025-SP-000123", "_ab", "id"), AssessmentChange("370000-2025-SP-000123", "a/b", "id"),
    AssessmentChange("370000-2025-SP-000123", "企", "id"), AssessmentChange("370000-2025-SP-000123", "a\\n", "id"),
    AssessmentChange("370000-2025-SP-000123", String(repeating: "a", count: 65), "id"),
    AssessmentChange("\"specialized\"", "\"Specialized\"", "tier"), AssessmentChange("\"specialized\"", "null", "tier"),
    AssessmentChange("\"new\"", "\"renew\"", "type"), AssessmentChange("\"type\": \"new\",", "", "type"),
    AssessmentChange("\"authority\": \"370000\"", "\"authority\": \"999999\"", "authority"),
    AssessmentChange("\"370100\"", "\"999999\"", "division"), AssessmentChange("\"370100\"", "\"320100\"", "division"),
    AssessmentChange("\"370100\"", "\"370200\"", "division"), AssessmentChange("\"370100\"", "370100", "division"),
    AssessmentChange("\"2025-1\"", "\"2025 1\"", "batch"),
    AssessmentChange("\"2025-08-21\"", "\"2025-02-29\"", "submitted"),
    AssessmentChange("\"2025-08-21\"", "\"2025-8-21\"", "submitted"),
    AssessmentChange("\"2025-08-21\"", "\"1899-12-31\"", "submitted"),
    AssessmentChange("\"2025-08-21\"", "\"2200-01-01\"", "submitted"),
    AssessmentChange("\"2025-08-21\"", "20250821", "submitted"),
    AssessmentChange("\"referenceYear\": 2024", "\"referenceYear\": 2025", "referenceYear"),
    AssessmentChange("\"referenceYear\": 2024", "\"referenceYear\": 2014", "referenceYear"),
    AssessmentChange("\"referenceYear\": 2024", "\"referenceYear\": 2101", "referenceYear"),
    AssessmentChange("\"referenceYear\": 2024", "\"referenceYear\": 2024.0", "referenceYear"),
    AssessmentChange("\"referenceYear\": 2024", "\"referenceYear\": 2.024e3", "referenceYear"),
    AssessmentChange("齐鲁精密", "", "enterprise.name"), AssessmentChange("齐鲁精密", " \\t\\u3000", "enterprise.name"),
    AssessmentChange("齐鲁精密", String(repeating: "好", count: 201), "enterprise.name"),
    AssessmentChange("91370100MA3C12345X", "91370100ma3C12345X", "enterprise.creditCode"),
    AssessmentChange("91370100MA3C12345X", "91370100MA3C12345", "enterprise.creditCode"),
    AssessmentChange("C3521", "U3521", "enterprise.industryCode"),
    AssessmentChange("C3521", "C3", "enterprise.industryCode"),
    AssessmentChange("C3521", "C35210", "enterprise.industryCode"),
    AssessmentChange("C3521", "3521", "enterprise.industryCode"),
    AssessmentChange(", \"registered\": \"2012-05-06\"", "", "enterprise.registered"),
    AssessmentChange("\"registered\": ", "\"founded\": \"\", \"registered\": ", "enterprise.founded"),
    AssessmentChange("\"batch\"", "\"note\": 1, \"batch\"", "note"),
  ]

  static let facts: [AssessmentChange] = [
    AssessmentChange("\"registeredInChina\": true", "\"registeredInChina\": 1", "facts.registeredInChina"),
    AssessmentChange("\"registeredInChina\"", "\"registeredinChina\"", "facts.registeredinChina"),
    AssessmentChange("real-estate", "banking", "facts.sizeSector"),
    AssessmentChange("{\"2022\": 4100, \"2023\": 5230.45, \"2024\": 6.1e3}", "6100", "facts.revenue"),
    AssessmentChange("6.1e3", "\"6100\"", "facts.revenue.2024"),
    AssessmentChange("6.1e3", "1000000000.000001", "facts.revenue.2024"),
    AssessmentChange("6.1e3", "0.0000001", "facts.revenue.2024"),
    AssessmentChange("6.1e3", "-0.01", "facts.revenue.2024"),
    AssessmentChange("6.1e3", "1e999999999999", "facts.revenue.2024"),
    AssessmentChange("-0.000001", "-1000000001", "facts.netProfit.2024"),
    AssessmentChange("\"2022\": 4100", "\"22\": 4100", "facts.revenue.22"),
    AssessmentChange("\"2022\": 4100", "\"1899\": 1", "facts.revenue.1899"),
    AssessmentChange("\"2022\": 4100", "\"2200\": 1", "facts.revenue.2200"),
    AssessmentChange("\"2024\": 120", "\"2024\": 120.0", "facts.employees.2024"),
    AssessmentChange("\"2024\": 120", "\"2024\": -1", "facts.employees.2024"),
    AssessmentChange("\"2024\": 120", "\"2024\": 1000000001", "facts.employees.2024"),
    AssessmentChange("\"2024\": 120", "\"2024\": 99999999999999999999", "facts.employees.2024"),
    AssessmentChange("2015-02-28", "2015-02-29", "facts.segmentEntered"),
    AssessmentChange("\"digitalLevel\": 3", "\"digitalLevel\": 0", "facts.digitalLevel"),
    AssessmentChange("\"digitalLevel\": 3", "\"digitalLevel\": 5", "facts.digitalLevel"),
    AssessmentChange("\"digitalLevel\": 3", "\"digitalLevel\": 3.0", "facts.digitalLevel"),
    AssessmentChange("12.3456", "12.34567", "facts.nationalShare"),
    AssessmentChange("12.3456", "100.0001", "facts.nationalShare"),
    AssessmentChange("12.3456", "-1", "facts.nationalShare"),
    AssessmentChange("\"nationalRank\": 7", "\"nationalRank\": 0", "facts.nationalRank"),
    AssessmentChange("55.25", "55.255", "facts.platformScore.2024"),
    AssessmentChange("55.25", "100.01", "facts.platformScore.2024"),
    AssessmentChange("[\"own-brand\", \"standards\"]", "[\"own-brand\", \"own-brand\"]", "facts.qualityItems[1]"),
    AssessmentChange("[\"own-brand\", \"standards\"]", "[null]", "facts.qualityItems[0]"),
    AssessmentChange("[\"own-brand\", \"standards\"]", "\"own-brand\"", "facts.qualityItems"),
  ]

  static let items: [AssessmentChange] = [
    AssessmentChange("[{\"rank\": 50, \"date\": \"2023-01-01\"}]", "[null]", "facts.makerChina[0]"),
    AssessmentChange("{\"rank\": 50,", "{\"rank\": null,", "facts.makerChina[0].rank"),
    AssessmentChange("{\"rank\": 50,", "{", "facts.makerChina[0].rank"),
    AssessmentChange("{\"rank\": 50,", "{\"rank\": 0,", "facts.makerChina[0].rank"),
    AssessmentChange("\"rank\": 3", "\"rank\": 0", "facts.awards[0].rank"),
    AssessmentChange("\"provincial\"", "\"municipal\"", "facts.awards[0].level"),
    AssessmentChange("\"amount\": 2000", "\"amount\": 0", "facts.equityFinancing[0].amount"),
    AssessmentChange("\"amount\": 2000", "\"amount\": -5", "facts.equityFinancing[0].amount"),
    AssessmentChange("\"paidIn\": false", "\"paidIn\": null", "facts.equityFinancing[0].paidIn"),
    AssessmentChange("2024-02-29", "2023-02-29", "facts.equityFinancing[0].date"),
    AssessmentChange("\"granted\": \"2020-01-01\", ", "", "facts.intellectualProperty[0].granted"),
    AssessmentChange("\"granted\": \"2020-01-01\"", "\"granted\": null", "facts.intellectualProperty[0].granted"),
    AssessmentChange("\"status\": \"granted\"", "\"status\": \"lapsed\"", "facts.intellectualProperty[0].granted"),
    AssessmentChange(
      "\"source\": \"original\"", "\"source\": \"original\", \"transferred\": \"2020-01-01\"",
      "facts.intellectualProperty[0].transferred"),
    AssessmentChange("\"transferred\": \"2021-01-01\", ", "", "facts.intellectualProperty[1].transferred"),
    AssessmentChange(
      "\"source\": \"transferred\"", "\"source\": \"original\"", "facts.intellectualProperty[1].transferred"),
    AssessmentChange("\"ownerRank\": 2", "\"ownerRank\": 0", "facts.intellectualProperty[1].ownerRank"),
    AssessmentChange(
      "[\"pledge-financing\"]", "[\"pledge-financing\", \"pledge-financing\"]",
      "facts.intellectualProperty[0].highValue[1]"),
    AssessmentChange("\"highValue\": [], ", "", "facts.intellectualProperty[1].highValue"),
    AssessmentChange("\"kind\": \"design\"", "\"kind\": \"patent\"", "facts.intellectualProperty[1].kind"),
    AssessmentChange("technology-sme", "tech", "facts.titles[0].kind"),
    AssessmentChange("below-municipal", "county", "facts.rdInstitutions[0].level"),
    AssessmentChange("\"joint\": false", "\"joint\": false, \"x\": {\"y\": []}", "facts.rdInstitutions[0].x"),
    AssessmentChange("plan-and-chain", "plan", "local.keyIndustry"),
    AssessmentChange("\"plan-and-chain\"", "[\"county\"]", "local.keyIndustry"),
    AssessmentChange("\"listing\": null", "\"listin\": null", "local.listin"),
    AssessmentChange("[\"overseas\", \"new-economy\"]", "[\"overseas\", \"overseas\"]", "local.innovativeOperation[1]"),
    AssessmentChange("[\"overseas\", \"new-economy\"]", "\"overseas\"", "local.innovativeOperation"),
    AssessmentChange("audit-report", "audit", "materials[0].item"),
    AssessmentChange("{\"item\": \"commitment\", ", "{", "materials[1].item"),
    AssessmentChange("\"pages\": 42", "\"pages\": 0", "materials[0].pages"),
    AssessmentChange("0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a", "0A", "materials[0].sha256"),
    AssessmentChange("materials/audit-2024.pdf", "/etc/passwd", "materials[0].file"),
    AssessmentChange("materials/audit-2024.pdf", "a/../b", "materials[0].file"),
    AssessmentChange("materials/audit-2024.pdf", "..", "materials[0].file"),
    AssessmentChange("materials/audit-2024.pdf", "", "materials[0].file"),
    AssessmentChange("materials/audit-2024.pdf", "a\\u0007b", "materials[0].file"),
  ]

  static let texts: [AssessmentChange] = [
    AssessmentChange("\"中游\"", "[]", "texts.chainPosition"), AssessmentChange("\"中游\"", "1", "texts.chainPosition"),
    AssessmentChange("\"rdCooperation\"", "\"name\"", "texts.name"),
    AssessmentChange("中游", String(repeating: "好", count: 20_001), "texts.chainPosition"),
    AssessmentChange("\\t三", "\\u0000三", "texts.introduction"),
    AssessmentChange("\\t三", "\\u000b三", "texts.introduction"),
    AssessmentChange("\\t三", "\\u007f三", "texts.introduction"),
    AssessmentChange("\\t三", "\\u0085三", "texts.introduction"),
  ]

  @Test(arguments: fields + facts + items + texts)
  func `what it does not is one schema error at its path`(_ change: AssessmentChange) {
    let errors = ReadingSample.errors(in: ReadingSample.replacing(change.piece, change.other))
    #expect(errors.map(\.place.path) == [change.path])
    #expect(errors.map(\.kind) == [.schema])
  }
}
