import ScoringCore
import StrictJSON
import Testing

/// Every explanation says what is asked, what was found and which part fails.
@Suite struct WhatFailsTests {
  /// Every test below a node: requirements, conditions, routes and their parts.
  private static func tests(_ node: Explanation) -> [Explanation] {
    let own = [.basic, .condition, .route, .part].contains(node.kind) && node.outcome != nil && node.points == nil
    return (own ? [node] : []) + node.children.flatMap(tests)
  }

  private static func each(_ table: TableFile, _ body: (Application, Standard, String) throws -> Void) throws {
    for row in table.rows {
      var value = table.base
      for (path, fact) in row.set { value = value.setting(path.split(separator: ".")[...], fact) }
      let standard = try table.standard(row.values)
      guard let application = try? ApplicationReader(standard: standard).read(value.canonicalBytes) else { continue }
      try body(application, standard, "\(table.name):\(row.line)")
    }
  }

  @Test(arguments: try TableFile.all())
  func `What fails says what is asked and what was found, never how many items alone`(_ table: TableFile) throws {
    try Self.each(table) { application, standard, place in
      let root = try standard.explain(application)
      for node in Self.tests(root) where node.outcome == .fails && node.name.zh != "任一直通车" {
        #expect(node.asked != nil && node.found != nil, "\(place) \(node.id) \(node.name.zh)")
        let counts = node.facts.filter { $0.value.zh.hasSuffix(" 项") }.map(\.value.zh)
        #expect(node.found.map { !counts.contains($0.zh) } ?? false, "\(place) \(node.id)")
        #expect(node.valueText.map { !counts.contains($0.zh) || $0.zh == "0 项" } ?? true, "\(place) \(node.id)")
      }
      for move in try standard.cheapestMoves(application) where move.gap == nil && move.gain == 0 {
        #expect(move.found != nil, "\(place) \(move.nodeID)")
      }
    }
  }

  @Test(arguments: try TableFile.all())
  func `An explanation is as short of its line as the assessment`(_ table: TableFile) throws {
    try Self.each(table) { application, standard, place in
      let assessment = try standard.assess(application)
      let root = try standard.explain(application)
      #expect(root.shortfall == (assessment.score == nil ? nil : assessment.shortfall), "\(place)")
      // What is said to close it alone has the points to do so, and nothing else stands below a line of its own.
      for node in root.closing {
        let left = (node.outOf ?? 0) - (node.points?.minimum ?? 0)
        #expect(left >= root.shortfall?.maximum ?? .max, "\(place) \(node.id)")
      }
    }
  }

  /// What is set in the base of a table, the node, what it asks and what was found.
  private static let sentences: [(String, [(String, JSONValue)], String, asked: String, found: String)] = [
    (
      "specialized-2022.yaml", [("facts.titles", .array([]))], "condition.lowerTier", "有效称号：创新型中小企业",
      "申报称号 0 项，其中该类 0 项"
    ),
    (
      "specialized-2022.yaml",
      [("facts.titles", [["kind": "high-tech", "validFrom": "2023-01-01", "validUntil": "2026-01-01"]])],
      "condition.lowerTier", "有效称号：创新型中小企业", "申报称号 1 项，其中该类 0 项"
    ),
    (
      "specialized-2022.yaml",
      [("facts.titles", [["kind": "innovative-sme", "validFrom": "2019-01-01", "validUntil": "2022-01-01"]])],
      "condition.lowerTier", "有效称号：创新型中小企业",
      "申报称号 1 项，其中该类 1 项，申报日有效 0 项（2019-01-01 – 2022-01-01）"
    ),
    (
      "little-giant-2022.yaml", [("facts.majorIncident", true)], "basic.noIncident", "非：近三年重大安全、质量、环境污染事故",
      "近三年重大安全、质量、环境污染事故：是"
    ),
  ]

  @Test(arguments: sentences) func `A failing requirement reads as a sentence`(
    table: String, set: [(String, JSONValue)], id: String, asked: String, found: String
  ) throws {
    let root = try Standard.shared.explain(ExplanationTests.application(table, set))
    let failing = Self.tests(root).filter { $0.outcome == .fails }
    let node = try #require(failing.first { $0.id == id }, "\(failing.map(\.id))")
    #expect(
      node.asked?.zh == asked && node.found?.zh == found,
      "\(String(describing: node.asked)) \(String(describing: node.found))")
  }
}
