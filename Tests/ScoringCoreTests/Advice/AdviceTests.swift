import ScoringCore
import StrictJSON
import Testing

@Suite struct AdviceTests {
  private func application(_ table: String, _ set: [(String, JSONValue)] = []) throws -> Application {
    try ExplanationTests.application(table, set)
  }

  @Test func `A missing fact says what it could change`() throws {
    // Without a route: 40–54 but for the staff ratio, worth 0 to 5, and the local 0 to 15.
    let missing = try Standard.shared.whatIsMissing(
      application(
        "specialized-2022.yaml",
        [("facts.rdExpense.2023", 999), ("facts.rdStaff.2024", .null), ("facts.segmentEntered", .null)]))
    #expect(missing.map(\.path) == ["facts.segmentEntered", "facts.rdStaff.2024"])
    let years = try #require(missing.first)
    #expect(years.nodes == ["condition.years", "indicator.segmentYears"])
    #expect(years.worst == .fails)
    let staff = try #require(missing.last)
    #expect(staff.nodes == ["indicator.rdStaff"])
    // 30 certain; with staff 30–35, the rest of the interval is years 0–5 and local 0–15.
    #expect(staff.points == Points(30, 55))
  }

  @Test func `Nothing is missing where all is stated`() throws {
    #expect(try Standard.shared.whatIsMissing(application("little-giant-2022.yaml")).isEmpty)
  }

  @Test func `One failing condition is one move that suffices`() throws {
    let moves = try Standard.shared.cheapestMoves(
      application("little-giant-2022.yaml", [("facts.totalLiabilities.2024", 7200)]))
    #expect(moves.map(\.nodeID) == ["condition.debtRatio"])
    #expect(moves.first?.suffices == true)
    #expect(moves.first?.gap?.text.zh == "2.00%")
  }

  @Test func `Two failing conditions are no single move`() throws {
    let moves = try Standard.shared.cheapestMoves(
      application("little-giant-2022.yaml", [("facts.totalLiabilities.2024", 7200), ("facts.ownBrand", false)]))
    #expect(moves.map(\.nodeID) == ["condition.debtRatio", "condition.brand"])
    #expect(moves.allSatisfy { !$0.suffices })
    #expect(moves.last?.step?.zh == "拥有自主品牌")
  }

  @Test func `A score short of its line names the smallest sufficient step`() throws {
    // 55 of 60: growth gives 15 of 20 and lacks 5 points at 15 %; R&D at 4 % gives 15 of 20.
    let moves = try Standard.shared.cheapestMoves(
      application(
        "innovative-2022.yaml",
        [
          ("facts.rdExpense.2024", 400), ("facts.strategicEmerging", false), ("facts.totalLiabilities.2024", 8000),
          ("facts.intellectualProperty", .array([])),
        ]))
    let best = moves.filter(\.suffices).map(\.nodeID)
    #expect(best.contains("route.equity"))
    #expect(best.contains("indicator.rdIntensity"))
    let growth = try #require(moves.first { $0.nodeID == "indicator.mainGrowth" })
    #expect(!growth.suffices, "the class innovation stays below its own minimum of 20")
  }

  @Test func `The next tier is judged as a new application`() throws {
    let current = try application("specialized-2022.yaml")
    let next = try Standard.shared.assess(current, AssessmentOptions(tier: .littleGiant))
    #expect(next.tier == .littleGiant)
    #expect(next.type == .new)
    #expect(next.conditions.first?.id == "lowerTier")
    #expect(next.conditions.first?.outcome == .fails)
    let other = try Standard.shared.assess(current, AssessmentOptions(edition: "2026-2"))
    #expect(other.edition == "2026-2")
    #expect(other.score == nil)
    #expect(throws: EditionError.self) {
      try Standard.shared.assess(application("innovative-2022.yaml"), AssessmentOptions(edition: "2026-2"))
    }
  }

  @Test func `A changed fact is the cause of what it changes`() throws {
    let before = try Standard.shared.explain(application("specialized-2022.yaml"))
    let after = try Standard.shared.explain(application("specialized-2022.yaml", [("facts.netProfit.2024", 600)]))
    let changes = Standard.compare(before, after)
    #expect(changes.map(\.id) == ["score", "class.refinement", "indicator.netMargin"])
    let margin = try #require(changes.last)
    #expect(margin.before?.points == Points(0, 0))
    #expect(margin.after?.points == Points(6, 6))
    #expect(
      margin.causes == [
        .fact(
          path: "facts.netProfit.2024", name: Phrase("净利润 2024", "Net profit 2024"),
          before: Phrase("0 万元", "0 wan yuan"),
          after: Phrase("600 万元", "600 wan yuan"))
      ])
  }

  @Test func `Another edition is the cause of what it adds and drops`() throws {
    let current = try application("specialized-2022.yaml")
    let changes = Standard.compare(
      try Standard.shared.explain(current), try Standard.shared.explain(current, AssessmentOptions(edition: "2026-2")))
    let market = try #require(changes.first { $0.id == "condition.market" })
    #expect(market.before == nil)
    #expect(market.causes == [.edition(before: "2022-63", after: "2026-2")])
    #expect(changes.contains { $0.id == "score" && $0.after == nil })
  }

  @Test func `A notice and a province are named as causes`() throws {
    let giant = try application("little-giant-2022.yaml")
    let noticed = try application("little-giant-2022.yaml", [("submitted", .string("2025-06-01"))])
    let added = Standard.compare(try Standard.shared.explain(giant), try Standard.shared.explain(noticed))
    #expect(added.first { $0.id == "condition.noticeSize" }?.causes == [.notice("2025-190")])
    let beijing = try application(
      "specialized-2022.yaml", [("facts.rdExpense.2023", 999), ("facts.netProfit.2024", 600)])
    let guangdong = try application(
      "specialized-2022.yaml",
      [("facts.rdExpense.2023", 999), ("facts.netProfit.2024", 600), ("authority", .string("440000"))])
    let raised = Standard.compare(try Standard.shared.explain(beijing), try Standard.shared.explain(guangdong))
    #expect(raised.first { $0.id == "score" }?.causes == [.overlay("440000")])
  }
}
