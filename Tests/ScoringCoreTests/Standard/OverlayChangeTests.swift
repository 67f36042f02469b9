import Foundation
import Samples
import Testing

@testable import ScoringCore

/// What an overlay file says other than the one it replaces, and the cases worked out at its bounds.
@Suite struct OverlayChangeTests {
  private func overlay(_ text: String) throws -> Overlay { try Overlay.load(text: text, file: "draft.yaml") }

  @Test func `The embedded overlay drops, alters and adds nothing of itself`() throws {
    for overlay in Standard.shared.overlayList {
      let (head, values) = try #require(Standard.embeddedOverlay(overlay.authority))
      let copy = try self.overlay(head + "values:\n" + values)
      #expect(copy.changes(from: overlay).isEmpty, "\(overlay.authority)")
      #expect(copy.values.count == overlay.values.count)
    }
  }

  @Test func `What an overlay leaves out, changes and adds is told value by value`() throws {
    let text = Embedded.text("overlays/440000.yaml")
    let embedded = try overlay(text)
    func kinds(_ find: String, _ replace: String) throws -> [String] {
      try overlay(text.replacingOccurrences(of: find, with: replace)).changes(from: embedded).map { change in
        switch change {
        case .drops(let value): "drops \(value.text.zh)"
        case .alters(let before, let after): "alters \(before.text.zh) \(after.text.zh)"
        case .adds(let value): "adds \(value.text.zh)"
        }
      }
    }
    #expect(
      try kinds("pass: 70", "pass: 75") == [
        "alters 合格线 70（2022-63 专精特新，自 2024-01-01 起） 合格线 75（2022-63 专精特新，自 2024-01-01 起）"
      ])
    #expect(try kinds("    from: 2024-01-01\n", "").count == 1)
    #expect(
      try kinds(
        "  - pass: 70\n    edition: 2022-63\n    tier: specialized\n    from: 2024-01-01\n    cite: {zh: 认定标准, en: pass line}\n",
        "")
        == ["drops 合格线 70（2022-63 专精特新，自 2024-01-01 起）"])
    let none = try overlay("authority: \"440000\"\nname: 空\ndocument: 空\nchecked: 2026-01-01\nvalues:\n")
    #expect(none.changes(from: embedded).count == 4)
    #expect(embedded.changes(from: none).count == 4)
  }

  /// Every example of the file that `tidu overlay new` writes is of a kind that these cases lie on both sides of.
  @Test(arguments: [
    "adds: {id: x, name: x, revenueAtLeast: 1500}", "adds: {id: x, name: x, industryIn: [I65]}",
    "adds: {id: x, name: x, noValidTitle: [little-giant]}", "adds: {id: x, name: x, factIs: {championTitle: false}}",
    "adds: {id: x, name: x, factIs: {timeHonoured: true}}",
  ])
  func `An added condition fails below its bound and meets on it and above`(value: String) throws {
    for tier in Tier.allCases {
      let text =
        "authority: \"350000\"\nname: x\ndocument: x\nchecked: 2026-01-01\nvalues:\n  - {\(value), edition: 2022-63, tier: \(tier.rawValue), cite: x}\n"
      let standard = Standard.shared.replacing([(try overlay(text), Array(text.utf8))])
      let cases = WorkedCase.cases(of: try overlay(text), by: standard).cases
      #expect(cases.map(\.side) == [.below, .on, .above])
      let outcomes = try cases.map { worked in
        try standard.assess(worked.application).conditions.first { $0.id == "x" }?.outcome
      }
      #expect(outcomes == [.fails, .meets, .meets], "\(tier) \(value)")
    }
  }

  @Test(arguments: [60, 65, 70, 80, 90])
  func `The worked cases lie a point below a pass line, on it and above`(pass: Int) throws {
    let text =
      "authority: \"350000\"\nname: x\ndocument: x\nchecked: 2026-01-01\nvalues:\n  - {pass: \(pass), edition: 2022-63, tier: specialized, cite: x}\n"
      + Embedded.text("overlays/370000.yaml").split(separator: "values:\n")[1]
    let standard = Standard.shared.replacing([(try overlay(text), Array(text.utf8))])
    let totals = try WorkedCase.cases(of: try overlay(text), by: standard).cases.map { worked in
      try #require(try standard.assess(worked.application).score).points
    }
    #expect(totals.allSatisfy { $0.isDetermined })
    #expect(totals[0].minimum < pass && totals[1].minimum >= pass && totals[2].minimum >= totals[1].minimum)
    if pass <= 70 { #expect(totals[0].minimum == pass - 1 && totals[1].minimum == pass) }
  }
}
