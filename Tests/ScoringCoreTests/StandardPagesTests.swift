import Foundation
import Testing

@testable import ScoringCore

/// The pages of `Documentation/Standard` against the program: every key stands there, and every bound with its points.
@Suite struct StandardPagesTests {
  /// A page, or one numbered section of it.
  private func text(_ page: String, _ section: String? = nil) throws -> String {
    let whole = try Folder.text("../../Documentation/Standard/\(page).md")
    guard let section else { return whole }
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(
      lines.firstIndex { $0.hasPrefix("#") && $0.contains(" \(section) ") }, "\(page), section \(section)")
    let depth = lines[start].prefix { $0 == "#" }.count
    let rest = lines[(start + 1)...].prefix { line in
      let mark = line.prefix { $0 == "#" }.count
      return mark == 0 || mark > depth
    }
    return rest.joined(separator: "\n")
  }

  /// The row of a table whose cells hold the key and every one of the texts.
  private func hasRow(_ text: String, _ key: String, _ wanted: [String]) -> Bool {
    text.split(separator: "\n").contains { line in
      line.contains("| `\(key)` |")
        && wanted.allSatisfy { text in
          // A bound is not the beginning of a greater one.
          line.ranges(of: text).contains { $0.upperBound == line.endIndex || !line[$0.upperBound].isNumber }
        }
    }
  }

  private func expectKeys<Code: RawRepresentable & CaseIterable>(_: Code.Type, on page: String) throws
  where Code.RawValue == String {
    let text = try text(page)
    for code in Code.allCases { #expect(text.contains("`\(code.rawValue)`"), "\(page): \(code.rawValue)") }
  }

  @Test func `Every fact has a row, with the code for its range`() throws {
    let rows = try text("Facts", "2")
    for fact in Fact.allCases { #expect(hasRow(rows, fact.rawValue, []), "\(fact)") }
  }

  @Test func `Every code of a fact, a finding and an item is named`() throws {
    try expectKeys(Tier.self, on: "Facts")
    try expectKeys(ApplicationType.self, on: "Facts")
    try expectKeys(AwardLevel.self, on: "Facts")
    try expectKeys(TitleKind.self, on: "Facts")
    try expectKeys(InstitutionLevel.self, on: "Facts")
    try expectKeys(QualityItem.self, on: "Facts")
    try expectKeys(IPKind.self, on: "Facts")
    try expectKeys(IPStatus.self, on: "Facts")
    try expectKeys(IPSource.self, on: "Facts")
    try expectKeys(HighValue.self, on: "Facts")
    try expectKeys(Finding.Kind.self, on: "Facts")
    try expectKeys(SizeSector.self, on: "Editions")
    try expectKeys(Reason.self, on: "Measures")
    try expectKeys(MaterialItem.self, on: "Materials")
  }

  private static let sections: [(edition: String, tier: Tier, section: String)] = [
    ("2022-63", .innovative, "2.2"), ("2022-63", .specialized, "2.3"), ("2022-63", .littleGiant, "2.4"),
    ("2026-2", .specialized, "3.1"), ("2026-2", .littleGiant, "3.2"),
  ]

  @Test(arguments: sections.indices)
  func `Every condition, route and indicator of a tier has its row, with every bound`(index: Int) throws {
    let (id, tier, section) = Self.sections[index]
    let rules = try #require(Standard.shared.edition(id)?[tier])
    let text = try text("Editions", section)
    for condition in rules.conditions {
      let tests = [condition.test, condition.reviewTest, condition.waiver].compactMap(\.self)
      #expect(hasRow(text, condition.id, tests.flatMap(bounds)), "\(condition.id): \(tests.flatMap(bounds))")
    }
    for route in rules.routes { #expect(hasRow(text, route.id, bounds(route.test)), "\(route.id)") }
    for part in rules.score?.classes ?? [] {
      #expect(text.contains("`\(part.id)` \(part.outOf)"), "\(part.id)")
      for indicator in part.indicators {
        #expect(hasRow(text, indicator.id, points(indicator.scale)), "\(indicator.id): \(points(indicator.scale))")
      }
    }
  }

  @Test func `Basic requirements, interpretations and periods stand on the page of editions`() throws {
    let basics = try text("Editions", "2.1")
    for edition in Standard.shared.editions {
      for basic in edition.basics { #expect(hasRow(basics, basic.id, bounds(basic.test)), "\(basic.id)") }
    }
    let readings = try text("Editions", "4")
    for open in Standard.interpretations {
      let keys = open.readings.map { "`\($0.key)`" }
      #expect(
        readings.split(separator: "\n").contains { $0.contains(open.id) && keys.allSatisfy($0.contains) }, "\(open.id)")
    }
    let periods = try text("Editions", "1")
    for period in Standard.shared.periods {
      let wanted = ["`\(period.edition)`", "\(period.from)"] + (period.until.map { ["\($0)"] } ?? [])
      #expect(hasRow(periods, period.tier.rawValue, wanted), "\(period.tier) \(period.from)")
    }
  }

  @Test func `The size standard stands on the page of editions`() throws {
    let rows = try text("Editions", "5")
    for sector in Standard.sizeStandard.sectors {
      let cells = [sector.large, sector.medium, sector.small].map { limits in
        limits.map { "\($0.fact.rawValue) \($0.bound.numerator)" }.joined(separator: ", ")
      }
      #expect(
        rows.contains("| `\(sector.key.rawValue)` | \(sector.name.zh) | \(cells.joined(separator: " | ")) |"),
        "\(sector.key)")
    }
  }

  @Test func `Overlays and circulars stand on their page`() throws {
    let provinces = try text("Overlays", "4")
    for overlay in Standard.shared.overlayList {
      #expect(provinces.contains(overlay.authority))
      let open = overlay.values.filter { $0.standing == .unconfirmed }
      #expect(open.isEmpty || hasRow(provinces, overlay.authority, ["unconfirmed"]), "\(overlay.authority)")
      for value in overlay.values {
        guard case .local(let rules?) = value.effect else { continue }
        for indicator in rules.indicators {
          let keys = indicator.fact.choices.map { "`\($0.key)`" }
          #expect(hasRow(provinces, indicator.id, keys), "\(indicator.id)")
        }
      }
    }
    let circulars = try text("Overlays", "5")
    for notice in Standard.circulars {
      for value in notice.values {
        guard case .adds(let condition) = value.effect else { continue }
        #expect(hasRow(circulars, condition.id, bounds(condition.test)), "\(condition.id)")
      }
      #expect(circulars.contains(notice.document.zh) && circulars.contains("\(notice.from)"), "\(notice.id)")
    }
  }

  /// The bounds of a test as a row writes them: `≥ 3`.
  private func bounds(_ test: ScoringCore.Test) -> [String] {
    switch test {
    case .all(let parts), .any(let parts): parts.flatMap(bounds)
    case .measure(_, let relation, let bound): [text(relation, bound)]
    case .flag(let fact, _): ["`\(fact.rawValue)`"]
    case .title(let kinds): kinds.map { "`\($0.rawValue)`" }
    case .award(let national, let provincial, let years):
      [national, provincial].compactMap(\.self).filter { $0 != Int.max }.map { "rank ≤ \($0)" } + ["\(years) years"]
    case .makerChina(let rank, let years): ["rank ≤ \(rank)", "\(years) years"]
    case .institution(let level): level.map { ["`\($0.rawValue)`"] } ?? []
    case .industryOutside(let codes), .industryInside(let codes): codes
    case .noTitle(let kinds): kinds.map { "`\($0.rawValue)`" }
    case .branches(_, let branches):
      branches.flatMap { branch in (branch.from.map { ["≥ \($0.numerator)"] } ?? []) + bounds(branch.test) }
    case .sme, .scoreOrRoute: []
    }
  }

  private func text(_ relation: Comparison.Relation, _ bound: Bound) -> String {
    "\(relation.rawValue) \(bound.numerator)"
  }

  /// What a scale gives, as a row writes it: `≥ 5: 20 · ≥ 3: 15 · else 0`.
  private func points(_ scale: Scale) -> [String] {
    func bands(_ bands: Scale.Bands) -> String {
      (bands.bands.map { "\(text(bands.relation, $0.bound)): \($0.points)" } + ["else \(bands.otherwise)"])
        .joined(separator: " · ")
    }
    switch scale {
    case .bands(let one): return [bands(one)]
    case .better(let sides): return sides.map(bands)
    case .ipGrade(let points):
      return [zip(IPGrade.allCases, points).map { "\($0.rawValue): \($1)" }.joined(separator: " · ")]
    case .institution(let byRank, let none):
      let levels = InstitutionLevel.allCases.sorted { $0.rank > $1.rank }
      return [(levels.map { "\($0.rawValue): \(byRank[$0.rank])" } + ["none: \(none)"]).joined(separator: " · ")]
    case .firstOf(let lines, let otherwise):
      return lines.flatMap { line in line.facts.map { "`\($0.rawValue)`" } + [": \(line.points)"] } + [
        "else \(otherwise)"
      ]
    case .local: return ["0 … \(LocalRules.total)"]
    }
  }
}
