import Casework
import ScoringCore
import Testing

@testable import Console

@Suite struct CaseBreakdownTests {
  let key = Builder.row(2).key
  let context = Builder.context(Size(80, 24), .zh)

  @Test func `The breakdown shows what decides first`() throws {
    try CaseGolden.check("breakdown", CaseScreen(key, dossier: CaseFixtures.dossier()))
  }

  @Test func `The explanation shows rule facts comparisons and distance`() throws {
    try CaseGolden.check(
      "explain",
      ExplainScreen(
        caseName: "示例甲智能装备有限公司", root: CaseFixtures.application(verified: true),
        edition: "2022-63", tier: .specialized, sources: CaseFixtures.dossier().sources))
  }

  @Test func `The comparison shows what differs first`() throws {
    var other = CaseFixtures.dossier(name: "示例乙精密铸造股份有限公司")
    other.current = CaseFixtures.application(verified: false)
    try CaseGolden.check(
      "compare", CompareScreen([CompareColumn(CaseFixtures.dossier()), CompareColumn(other)]))
  }

  @Test func `A missing fact is an interval with its reason and never zero`() {
    let lines = CaseGolden.model(CaseScreen(key, dossier: CaseFixtures.dossier()), Size(120, 40)).view().lines
    let row = lines.first { $0.contains("数字化水平") && $0.contains("未填") }
    #expect(row?.contains("0–5/5") == true)
  }

  @Test(arguments: [80, 100, 120, 160, 200])
  func `No width loses the verdict the clock or the name`(columns: Int) {
    for language in Language.allCases {
      let dossier = CaseFixtures.dossier()
      let text = CaseGolden.model(CaseScreen(key, dossier: dossier), Size(columns, 24), language)
        .view().lines.joined(separator: "\n")
      #expect(text.contains(dossier.name))
      #expect(text.contains(Outcome.undetermined.word(language)))
      #expect(text.contains(language == .zh ? "天" : "day "))
    }
  }

  @Test func `The chosen row stays when the right column changes and when its group folds`() {
    var screen = CaseScreen(key, dossier: CaseFixtures.dossier())
    for _ in 0..<5 { _ = screen.perform("breakdown.down", context) }
    let before = marked(screen)
    _ = screen.perform("breakdown.right", context)
    #expect(marked(screen).prefix(20) == before.prefix(20))
    _ = screen.perform("breakdown.fold", context)
    #expect(
      marked(screen).contains("▸ 认定条件") || marked(screen).contains("▸ 基本条件")
        || marked(screen).contains("▾ 基本条件"))
  }

  @Test func `Every row can be reached and the cursor stays in sight`() {
    var screen = CaseScreen(key, dossier: CaseFixtures.dossier())
    _ = screen.perform("breakdown.last", context)
    #expect(marked(screen).contains("直通车"))
    for _ in 0..<40 {
      _ = screen.perform("breakdown.up", context)
      #expect(!marked(screen).isEmpty)
    }
    #expect(marked(screen).contains("起决定作用的指标"))
  }

  @Test func `Enter opens the explanation of the row`() {
    var screen = CaseScreen(key, dossier: CaseFixtures.dossier())
    let steps = screen.perform("breakdown.open", context)
    guard case .push(let pushed)? = steps.first else {
      Issue.record("nothing was opened")
      return
    }
    #expect(pushed.crumbs(context).contains("数字化水平"))
  }

  @Test func `A digit chooses the right column`() {
    var screen = CaseScreen(key, dossier: CaseFixtures.dossier())
    _ = screen.receive(.key(.letter("2")), context)
    #expect(CaseGolden.model(screen, Size(120, 40)).view().lines.contains { $0.contains("2号 2026") })
  }

  @Test func `A name of escapes and ten thousand letters disturbs nothing`() {
    let name = "\u{1B}[2J\u{202E}甲" + String(repeating: "长", count: 10_000)
    let lines = CaseGolden.model(CaseScreen(key, dossier: CaseFixtures.dossier(name: name))).view().lines
    #expect(!lines.joined().unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    #expect(lines.contains { $0.contains("未定") })
  }

  private func marked(_ screen: CaseScreen) -> String {
    CaseGolden.model(screen).view().lines.first { $0.hasPrefix("▸") } ?? ""
  }
}
