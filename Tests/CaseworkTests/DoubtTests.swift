import Samples
import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// A figure that is ten times off is asked about before it is on file, with both figures.
@Suite struct DoubtTests {
  private static let today = Day(year: 2026, month: 4, day: 15) ?? Day(number: 0)

  private func file() throws -> CaseFile {
    var application = try #require(SampleApplications(seed: 7, count: 1, authorities: ["370000"]).first)
    let year = application.referenceYear
    application.facts.netProfit[year] = Money(wan: 740)
    application.facts.netProfit[year - 1] = Money(wan: 740)
    application.facts.revenue[year] = nil
    application.facts.revenue[year - 1] = Money(wan: 5_000)
    application.facts.nationalShare = Percent(tenThousandths: 120_000)
    return try #require(
      CaseFile(
        key: CaseKey(authority: application.authority, batch: application.batch, id: application.id),
        revisions: [.init(number: 1, sha: String(repeating: "a", count: 64), application: application)], events: [],
        registry: Registry([], store: ""), settings: OfficeSettings()))
  }

  private func asked(_ value: String, _ path: String, _ act: ActName = .verify, yes: Set<String> = []) throws
    -> [String]
  {
    let file = try file()
    let key = act == .verify ? "path" : "item"
    let place = file.situation(of: "rita", today: Self.today)
    let action = place.complete(Action(act, .object([.init(key, .string(path)), .init("value", .string(value))])))
    return place.confirmed(action, yes: yes).unmet.map(\.message.zh)
  }

  @Test func `ten times the declared value or a tenth of it is asked, with both figures`() throws {
    let year = try file().revision.application.referenceYear
    let path = "facts.netProfit.\(year)"
    for (value, isAsked) in [
      ("740", false), ("7,399.99", false), ("7400", true), ("9325000", true), ("9,325,000元", false), ("74", true),
      ("74.01", false), ("-740", false), ("-7400", true), ("0", true), ("740万", false), ("7400000元", false),
    ] {
      for act in [ActName.verify, .finding] {
        let questions = try asked(value, path, act)
        #expect(questions.isEmpty != isAsked, "\(value) \(act) \(questions)")
      }
    }
    let question = try #require(asked("9325000", path).first)
    #expect(question.contains("9,325,000 万元") && question.contains("740 万元"))
    #expect(try asked("12", "facts.nationalShare").isEmpty)
    #expect(try asked("0.12", "facts.nationalShare").count == 1)
  }

  @Test func `where nothing is declared the year before is held against it`() throws {
    let year = try file().revision.application.referenceYear
    #expect(try asked("5200", "facts.revenue.\(year)").isEmpty)
    let question = try #require(asked("52000000", "facts.revenue.\(year)").first)
    #expect(question.contains("上一年") && question.contains("5,000 万元"))
  }

  @Test func `who says yes is not asked again`() throws {
    let year = try file().revision.application.referenceYear
    #expect(try asked("9325000", "facts.netProfit.\(year)", yes: [ActQuestion.magnitude.rawValue]).isEmpty)
  }
}
