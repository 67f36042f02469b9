import ScoringCore
import StrictJSON
import Testing

@Suite struct ExplanationTests {
  /// The base of a table with some paths set.
  static func application(_ table: String, _ set: [(String, JSONValue)] = []) throws -> Application {
    var value = try TableFile(table).base
    for (path, fact) in set { value = value.setting(path.split(separator: ".")[...], fact) }
    return try ApplicationReader(standard: .shared).read(value.canonicalBytes)
  }

  static func find(_ id: String, in node: Explanation) -> Explanation? {
    node.id == id ? node : node.children.lazy.compactMap { find(id, in: $0) }.first
  }

  @Test(arguments: try TableFile.all())
  func `An explanation says what the assessment says`(_ table: TableFile) throws {
    for row in table.rows {
      var value = table.base
      for (path, fact) in row.set { value = value.setting(path.split(separator: ".")[...], fact) }
      let standard = try table.standard(row.values)
      guard let application = try? ApplicationReader(standard: standard).read(value.canonicalBytes) else { continue }
      let assessment = try standard.assess(application)
      let root = try standard.explain(application)
      #expect(root.outcome == assessment.outcome)
      for entry in assessment.indicators {
        #expect(Self.find("indicator." + entry.id, in: root)?.points == entry.points)
        #expect(Self.find("indicator." + entry.id, in: root)?.reasons == entry.reasons)
      }
      for entry in assessment.conditions {
        let node = Self.find("condition." + entry.id, in: root)
        #expect(node?.outcome == entry.outcome && node?.status == entry.status)
        #expect(node?.citation != nil && node?.layer != nil)
      }
      for entry in assessment.basics { #expect(Self.find("basic." + entry.id, in: root)?.outcome == entry.outcome) }
      for entry in assessment.routes { #expect(Self.find("route." + entry.id, in: root)?.outcome == entry.outcome) }
      #expect(assessment.outcome == .meets || !root.deciding.isEmpty, "\(table.name):\(row.line)")
    }
  }

  @Test func `An indicator shows its value its band and the distance to the next`() throws {
    // 460 over 6,100: the amount gives 8 points, the share of 7.54 % gives 6.
    let root = try Standard.shared.explain(
      Self.application(
        "specialized-2022.yaml",
        [("facts.rdExpense.2024", 460), ("facts.revenue.2024", 6100), ("facts.mainRevenue.2024", 5000)]))
    let node = try #require(Self.find("indicator.rdSpend", in: root))
    #expect(node.points == Points(8, 8))
    #expect(node.value?.text.zh == "460 万元")
    #expect(node.distance?.gap?.text.zh == "40 万元")
    #expect(node.distance?.gain == 2)
    #expect(node.distance?.margin?.text.zh == "60 万元")
    #expect(node.band == 4)
    #expect(node.bands == 6)
    #expect(node.citation?.place.zh == "附件2 四(11)")
    #expect(node.citation?.document.zh == "工信部企业〔2022〕63号")
    #expect(node.layer == .edition("2022-63"))
    #expect(node.facts.map(\.path) == ["facts.rdExpense.2024", "facts.revenue.2024"])
    #expect(node.facts.first?.value.zh == "460 万元")
  }

  @Test func `A distance in percent is exact`() throws {
    // Growth of 8 % and 6.8 %: mean 7.4 %, 0.60 points below 8 %.
    let root = try Standard.shared.explain(
      Self.application(
        "specialized-2022.yaml",
        [
          ("facts.mainRevenue.2022", 5000), ("facts.mainRevenue.2023", 5400),
          ("facts.mainRevenue.2024", .decimal("5767.2")),
        ]))
    let node = try #require(Self.find("indicator.mainGrowth", in: root))
    #expect(node.value?.text.zh == "7.40%")
    #expect(node.distance?.gap?.text.zh == "0.60%")
    #expect(node.points == Points(6, 6))
    #expect(node.interpretations == ["I-2"])
  }

  @Test func `A verified value is told from a declared one`() throws {
    let root = try Standard.shared.explain(
      Self.application("specialized-2022.yaml", [("facts.digitalLevel", .null)]), verified: ["facts.rdExpense.2024"])
    let node = try #require(Self.find("indicator.rdSpend", in: root))
    #expect(node.facts.map(\.source) == [.verified, .declared])
    #expect(Self.find("indicator.digital", in: root)?.facts.first?.source == .notStated)
  }

  @Test func `What a notice or a province supplied says so`() throws {
    let giant = try Standard.shared.explain(
      Self.application("little-giant-2022.yaml", [("submitted", .string("2025-06-01"))]))
    #expect(Self.find("condition.noticeSize", in: giant)?.layer == .notice("2025-190"))
    let guangdong = try Standard.shared.explain(
      Self.application("specialized-2022.yaml", [("authority", .string("440000"))]))
    let score = try #require(Self.find("score", in: guangdong))
    #expect(score.layer == .province("440000"))
    #expect(score.comparisons.first?.bound == Quantity(70, .points))
    #expect(score.comparisons.first?.layer == .province("440000"))
  }

  @Test func `What decides comes first`() throws {
    // No route, 45–60 points: the province's indicators are open, nothing else is.
    let open = try Standard.shared.explain(
      Self.application("specialized-2022.yaml", [("facts.rdExpense.2023", 999), ("facts.netProfit.2024", 600)]))
    #expect(open.deciding.map(\.id) == ["indicator.local"])
    let failed = try Standard.shared.explain(
      Self.application(
        "specialized-2022.yaml", [("facts.segmentEntered", .string("2024-01-01")), ("facts.taxEvasion", true)]))
    #expect(failed.deciding.map(\.id) == ["basic.noEvasion", "condition.years"])
    let score = try #require(open.children.first { $0.kind == .score })
    #expect(score.children.first(where: \.decides)?.id == "class.distinctiveness")
  }

  @Test func `Facts that keep the outcome open are named`() throws {
    let root = try Standard.shared.explain(
      Self.application(
        "little-giant-2022.yaml",
        [("facts.ownBrand", .null), ("facts.mainRevenue.2024", 20000), ("facts.reputation", .null)]))
    #expect(root.unsettled == ["facts.mainRevenue.2024", "facts.revenue.2024", "facts.reputation", "facts.ownBrand"])
  }

  @Test func `Replaced conditions name their route`() throws {
    let award: JSONValue = .array([
      .object([.init("level", "national"), .init("rank", 1), .init("date", "2025-01-01")])
    ])
    let root = try Standard.shared.explain(Self.application("little-giant-2022.yaml", [("facts.awards", award)]))
    let node = try #require(Self.find("condition.rd", in: root))
    #expect(node.status == .replaced)
    #expect(node.valueText?.zh == "由创新直通条件替代")
  }
}
