import ScoringCore
import StrictJSON
import Testing

@Suite struct AskedRulesTests {
  private static let table = "specialized-2022.yaml"

  /// Shandong's overlay with three local indicators of its own, and 80 points to pass.
  private static func shandong(pass: Int = 80) throws -> Standard {
    let text = """
      authority: "370000"
      name: {zh: 试拟, en: Draft}
      document: {zh: 试拟, en: Draft}
      checked: 2026-01-01
      values:
        - {pass: \(pass), edition: 2022-63, tier: specialized, cite: 一}
        - edition: 2022-63
          tier: specialized
          local:
            - {id: listing, name: {zh: 上市, en: Listing}, cite: {zh: 一, en: one}, points: 8, fact: listing,
               choice: [{key: listed-or-neeq, name: {zh: 上市, en: listed}, points: 8},
                        {key: planned, name: {zh: 拟上市, en: planned}, points: 5}, {key: none, name: {zh: 无, en: none}, points: 0}]}
            - {id: green, name: {zh: 绿色工厂, en: Green plant}, cite: {zh: 二, en: two}, points: 7, fact: green,
               choice: [{key: national, name: {zh: 国家级, en: national}, points: 7}, {key: none, name: {zh: 无, en: none}, points: 0}]}
      """
    return Standard.shared.replacing([(try Overlay.load(text: text, file: "draft.yaml"), Array(text.utf8))])
  }

  private static func value(_ set: [(String, JSONValue)]) throws -> [UInt8] {
    var value = try TableFile(table).base
    for (path, fact) in set { value = value.setting(path.split(separator: ".")[...], fact) }
    return value.canonicalBytes
  }

  @Test(arguments: try TableFile.all())
  func `The edition in force, asked for by name, says the same`(_ table: TableFile) throws {
    for row in table.rows {
      var value = table.base
      for (path, fact) in row.set { value = value.setting(path.split(separator: ".")[...], fact) }
      let standard = try table.standard(row.values)
      guard let application = try? ApplicationReader(standard: standard).read(value.canonicalBytes) else { continue }
      let assessment = try standard.assess(application)
      let asked = AskedRules(standard: standard, edition: assessment.edition)
      #expect(try standard.assess(application, by: asked) == assessment, "\(table.name):\(row.line)")
      #expect(try ApplicationReader(standard: standard).asking(asked).read(value.canonicalBytes) == application)
    }
  }

  @Test func `Windows and titles go by the case's own day under any edition`() throws {
    let day = "2026-03-31"
    for (until, outcome) in [("2026-03-30", Outcome.fails), (day, .meets)] {
      let title: JSONValue = ["kind": "innovative-sme", "validFrom": "2024-01-01", "validUntil": .string(until)]
      let application = try ExplanationTests.application(
        Self.table, [("submitted", .string(day)), ("facts.titles", .array([title]))])
      let asked = AskedRules(standard: .shared, edition: "2026-2")
      let assessment = try asked.assess(application)
      #expect(assessment.edition == "2026-2" && application.submitted == Day(day))
      #expect(assessment.conditions.first { $0.id == "lowerTier" }?.outcome == outcome, "\(until)")
    }
  }

  @Test func `A tier that the edition does not have is an error that names both`() throws {
    let application = try ExplanationTests.application("innovative-2022.yaml")
    let error = #expect(throws: EditionError.self) {
      try AskedRules(standard: .shared, edition: "2026-2").assess(application)
    }
    #expect(error?.asked == "2026-2" && error?.message.zh.contains("创新型") == true)
  }

  @Test func `With an edition asked for the day may be one without any`() throws {
    let bytes = try Self.value([("submitted", "2022-07-31"), ("referenceYear", 2021)])
    #expect(throws: ApplicationErrors.self) { try ApplicationReader(standard: .shared).read(bytes) }
    let asked = AskedRules(standard: .shared, edition: "2022-63")
    let application = try ApplicationReader(standard: .shared).asking(asked).read(bytes)
    #expect(try asked.assess(application).edition == "2022-63")
    #expect(throws: ApplicationErrors.self) {
      try ApplicationReader(standard: .shared).asking(AskedRules(standard: .shared)).read(bytes)
    }
  }

  @Test func `What either overlay declares may stand in a file, and counts under the one that lists it`() throws {
    let asked = AskedRules(standard: try Self.shandong())
    let reader = ApplicationReader(standard: .shared).asking(asked)
    func local(_ set: [(String, JSONValue)], _ asked: AskedRules?) throws -> [Points] {
      let application = try reader.read(Self.value([("authority", "370000")] + set))
      return try Standard.shared.assess(application, by: asked).locals.map(\.points)
    }
    // In force: keyIndustry, innovativeOperation, localSegmentShare, listing; asked for: listing, green.
    #expect(try local([("local.listing", "listed-or-neeq")], nil).last == Points(3, 3))
    #expect(try local([("local.listing", "listed-or-neeq")], asked) == [Points(8, 8), Points(0, 7)])
    // An answer that only the other lists says nothing: never nought points.
    #expect(try local([("local.listing", "regional-or-filed")], asked).first == Points(0, 8))
    #expect(
      try local([("local.listing", "planned"), ("local.green", "national")], asked) == [Points(5, 5), Points(7, 7)])
    #expect(try local([("local.keyIndustry", "county")], asked) == [Points(0, 8), Points(0, 7)])
    #expect(throws: ApplicationErrors.self) { try local([("local.listing", "nowhere")], asked) }
    #expect(throws: ApplicationErrors.self) { try local([("local.other", "none")], asked) }
  }

  @Test func `An overlay asked for sets the line of its authority alone`() throws {
    let asked = AskedRules(standard: try Self.shandong(pass: 90))
    for (authority, pass) in [("370000", 90), ("110000", 60)] {
      let application = try ExplanationTests.application(Self.table, [("authority", .string(authority))])
      #expect(try asked.assess(application).score?.pass == pass)
      #expect(try Standard.shared.assess(application).score?.pass == 60)
    }
  }
}
