import ScoringCore
import Testing

@testable import Console

@Suite struct CaseRulesTests {
  let book = RuleBook(Standard.shared)

  @Test func `The standard opens at its beginning`() throws {
    try CaseGolden.check("rules", RulesScreen(book))
  }

  @Test func `A row of the breakdown opens at its rule`() throws {
    try CaseGolden.check(
      "rules-at", RulesScreen(book, at: "indicator.mainGrowth", edition: "2022-63", tier: .specialized))
  }

  @Test func `Every rule of every edition and tier can be opened from its node`() {
    for edition in Standard.shared.editions {
      for tier in Tier.allCases {
        guard let rules = edition[tier] else { continue }
        let ids =
          edition.basics.map { "basic." + $0.id } + rules.conditions.map { "condition." + $0.id }
          + (rules.score?.classes.flatMap(\.indicators).map { "indicator." + $0.id } ?? [])
          + rules.routes.map { "route." + $0.id }
        for id in ids {
          #expect(
            book.lines.contains {
              $0.path == "\(edition.id)/\(tier.rawValue)/\(id)" || $0.path == "\(edition.id)/\(id)"
            },
            "\(edition.id) \(tier.rawValue) \(id)")
        }
      }
    }
  }

  @Test func `Searching finds a rule by words or initials and shows the headings above it`() {
    for typed in ["平均增长率", "mean growth", "pjzzl"] {
      var model = CaseGolden.model(RulesScreen(book), Size(120, 40))
      model.type(.letter("/"))
      model.type(typed)
      model.type(.enter)
      #expect(model.screen.contains("主营业务收入"), "\(typed)")
      #expect(model.screen.contains("专精特新"), "\(typed)")
    }
  }

  @Test func `No line of the standard is missing a language`() {
    for line in book.lines {
      #expect(!line.text.zh.isEmpty && !line.text.en.isEmpty, "\(line.path)")
      #expect(line.detail.zh.isEmpty == line.detail.en.isEmpty, "\(line.path)")
    }
  }

  @Test func `Nothing found says so and esc clears`() {
    var model = CaseGolden.model(RulesScreen(book))
    model.type(.letter("/"))
    model.type("@@@@")
    #expect(model.screen.contains("没有含"))
    model.type(.escape)
    #expect(!model.screen.contains("没有含"))
  }
}
