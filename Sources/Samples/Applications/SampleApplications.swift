package import ScoringCore

/// Believable applications, always the same for a seed: for demonstrations, tests and benchmarks.
///
/// All authorities, tiers, types and editions occur, some incomplete, some contradictory, some exactly on a bound.
/// No name or credit code can belong to an enterprise.
package struct SampleApplications: RandomAccessCollection, Sendable {
  private let seed: UInt64
  package let count: Int
  private let authorities: [String]
  private let days: ClosedRange<Day>?

  /// - Parameters:
  ///   - authorities: the keys to choose among; all of them when empty.
  ///   - days: of submission; from the first edition to the autumn of 2026 when `nil`.
  package init(seed: UInt64, count: Int, authorities: [String] = [], days: ClosedRange<Day>? = nil) {
    self.seed = seed
    self.count = count
    self.days = days
    self.authorities = authorities.isEmpty ? Authorities.shared.all.map(\.key) : authorities
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(index: Int) -> Application {
    var random = SplitMix(seed: seed, index: UInt64(index))
    let authority = random.pick(authorities)
    let divisions = Divisions.shared.of(authority: authority)
    let division = divisions.isEmpty ? nil : random.pick(divisions)
    let tier: Tier = random.chance(55) ? .innovative : random.chance(72) ? .specialized : .littleGiant
    let type: ApplicationType = random.chance(78) ? .new : .review
    let submitted = submission(&random)
    let year = submitted.year - 1
    let profile = SampleProfile.draw(&random)
    let trade = random.pick(SampleTrade.all)
    let age = random.middling(4, 26)
    let registered = day(year - age, &random)
    var facts = SampleFacts(
      profile: profile, tier: tier, type: type, submitted: submitted, year: year, trade: trade,
      registered: registered
    ).facts(&random)
    if profile == .incomplete { SampleFacts.leaveOut(&facts, year: year, &random) }
    let edition = try? Standard.shared.editionFor(tier: tier, type: type, submitted: submitted)
    let application = Application(
      id: "\(authority)-\(submitted.year)-\(Self.code(tier))-\(Self.six(index + 1))", tier: tier, type: type,
      authority: authority, division: division?.code, batch: "\(submitted.year)-\(Self.round(submitted))",
      submitted: submitted, referenceYear: year,
      enterprise: .init(
        name: SampleIdentity.name(trade, division: division, &random),
        creditCode: SampleIdentity.creditCode(&random, spoiled: random.chance(1)), industryCode: trade.code,
        registered: registered),
      facts: facts,
      local: SampleFacts.local(
        Standard.shared.localFacts(
          authority: authority, edition: edition ?? "", tier: tier, submitted: submitted), profile, &random),
      materials: [])
    var complete = application
    complete.texts = SampleTexts.texts(of: application, trade, profile)
    complete.materials = SampleMaterials.papers(
      for: application, edition.flatMap { Standard.shared.edition($0) }?[tier], &random)
    return complete
  }

  /// In the range asked for; else the later years more often.
  private func submission(_ random: inout SplitMix) -> Day {
    if let days { return Day(number: Int32(random.int(Int(days.lowerBound.number), Int(days.upperBound.number)))) }
    let year = random.pick([2022, 2023, 2024, 2025, 2025, 2025, 2026, 2026, 2026])
    let first = Day(year: year, month: year == 2022 ? 8 : 2, day: 1)?.number ?? 0
    let last = Day(year: year, month: 11, day: 20)?.number ?? 0
    return Day(number: Int32(random.int(Int(first), Int(last))))
  }

  private func day(_ year: Int, _ random: inout SplitMix) -> Day {
    Day(year: year, month: random.int(1, 12), day: random.int(1, 28)) ?? Day(number: 0)
  }

  private static func code(_ tier: Tier) -> String {
    switch tier {
    case .innovative: "IN"
    case .specialized: "SP"
    case .littleGiant: "LG"
    }
  }

  private static func round(_ day: Day) -> Int { day.components.month <= 6 ? 1 : 2 }

  private static func six(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: Swift.max(0, 6 - digits.count)) + digits
  }
}
