import ScoringCore
import StrictJSON
import Testing

@Suite struct ReadingValuesTests {
  private func path(_ text: String) throws -> FactPath { try #require(FactPath(text)) }

  @Test func `every stated fact has one path, and the path finds its value`() throws {
    let application = try ReadingSample.read(ReadingSample.text)
    let paths = application.factPaths
    #expect(paths.count == Set(paths).count)
    #expect(
      paths.map(\.description).prefix(4) == [
        "facts.registeredInChina", "facts.independentLegalPerson", "facts.sizeSector", "facts.revenue.2022",
      ])
    #expect(paths.map(\.description).contains("facts.intellectualProperty[1]"))
    #expect(paths.map(\.description).suffix(2) == ["local.keyIndustry", "local.innovativeOperation"])
    for path in paths {
      #expect(FactPath(path.description) == path)
      let value = try #require(application.value(at: path))
      // As an event states it, and back.
      #expect(try FactValue(value.json, at: path) == value)
      #expect(!path.name.zh.isEmpty && !path.name.en.isEmpty)
    }
    for other in [
      "revenue", "facts", "facts.", "facts.revenues", "facts.revenue.24", "facts.revenue.02024",
      "facts.revenue[0]", "facts.awards[-1]", "facts.awards[01]", "facts.awards[0", "facts.awards.2024",
      "local.",
      "facts.sizeSector.2024", "facts.awards[0].rank",
    ] {
      #expect(FactPath(other) == nil)
    }
  }

  @Test func `values are set all at once, and items are counted as declared`() throws {
    let text = ReadingSample.replacing(
      "[{\"rank\": 50, \"date\": \"2023-01-01\"}]",
      "[\((1...4).map { "{\"rank\": \($0), \"date\": \"2023-01-01\"}" }.joined(separator: ","))]")
    let application = try ReadingSample.read(text)
    let day = try #require(Day("2020-02-02"))
    let changed = try application.setting([
      (try path("facts.makerChina[0]"), nil), (try path("facts.makerChina[2]"), nil),
      (try path("facts.makerChina[3]"), .item(.maker(MakerChinaPlace(rank: 9, date: day)))),
      (try path("facts.revenue.2024"), .money(Money(fen: 1))), (try path("facts.revenue.2022"), nil),
      (try path("facts.awards"), nil), (try path("facts.taxEvasion"), .flag(false)),
      (try path("local.keyIndustry"), .code("county")), (try path("local.innovativeOperation"), nil),
    ])
    #expect(changed.facts.makerChina?.map(\.rank) == [2, 9])
    #expect(changed.facts.revenue.entries.map(\.year) == [2023, 2024])
    #expect(changed.facts.revenue[2024]?.fen == 1)
    #expect(changed.facts.awards == nil)
    #expect(changed.facts.taxEvasion == false)
    #expect(changed.local("keyIndustry") == ["county"])
    #expect(changed.local("innovativeOperation") == nil)
    #expect(application.facts.makerChina?.count == 4)
  }

  @Test(
    arguments: [
      ("facts.makerChina[9]", nil), ("facts.awards[0]", .flag(true)), ("facts.revenue.2024", .integer(5)),
      ("facts.revenue", .money(Money(fen: 1))), ("facts.sizeSector", .code("banking")),
      ("facts.awards", .items([.institution(ResearchInstitution(level: .own, joint: false))])),
      ("local.keyIndustry", .codes(["county"])),
    ] as [(String, FactValue?)])
  func `a value that does not go with its path is refused`(_ text: String, _ value: FactValue?) throws {
    let application = try ReadingSample.read(ReadingSample.text)
    let path = try path(text)
    #expect(throws: FactSettingError.self) { try application.setting([(path, value)]) }
  }

  @Test func `an event states a value in one form alone, held to the schema`() throws {
    func problem(_ json: JSONValue, _ text: String) throws -> ApplicationProblem? {
      let path = try path(text)
      do throws(ApplicationProblem) {
        _ = try FactValue(json, at: path)
        return nil
      } catch {
        return error
      }
    }
    #expect(try problem("5230.45", "facts.revenue.2024") == nil)
    #expect(try problem("5230.450", "facts.revenue.2024") == .notShortest("5230.45"))
    #expect(try problem("05", "facts.revenue.2024") == .syntax(.badNumber))
    #expect(try problem(5230, "facts.revenue.2024") == .notShortest("5230"))
    #expect(try problem("-1", "facts.revenue.2024") == .outOfRange(minimum: "0", maximum: "1000000000"))
    #expect(try problem("1},\"x\":{", "facts.revenue.2024") == .wrongType(expected: .number, found: .string))
    #expect(try problem(.null, "facts.revenue.2024") == .null)
    #expect(try problem("12", "facts.employees.2024") == .wrongType(expected: .number, found: .string))
    #expect(try problem(12, "facts.employees.2024") == nil)
    #expect(try problem(["rank": 1, "date": "2023-01-01"], "facts.makerChina[5]") == nil)
    #expect(try problem(["rank": 1], "facts.makerChina[0]") == .missing("date"))
    #expect(try problem([["rank": 1, "date": "2023-01-01"]], "facts.makerChina") == nil)
    #expect(
      try problem(
        ["date": "2024-01-01", "amount": "0.5", "qualifiedInvestor": true, "paidIn": true],
        "facts.equityFinancing[0]") == nil)
    #expect(try problem(["own-brand", "own-brand"], "facts.qualityItems") == .repeated("own-brand"))
  }

  @Test(
    arguments: [
      (0, "0"), (1, "0.000001"), (-1, "-0.000001"), (1_000_000, "1"), (5_230_450_000, "5230.45"),
      (-1_000_000_000_000_000, "-1000000000"), (100_000, "0.1"),
    ] as [(Int64, String)])
  func `money is written in 万元, exactly and without superfluous zeros`(_ fen: Int64, _ text: String) {
    #expect(Money(fen: fen).description == text)
  }
}
