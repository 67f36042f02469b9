package import ScoringCore

/// Days of titles 称号 (Procedure §6.1).
package enum TitleRules {
  /// The last day, included, of a term whose announcement prints none: the day before the same day three years on, and
  /// before 1 March where there is no such day.
  package static func until(_ from: Day) -> Day {
    let day = from.adding(years: 3)
    return day.components.day == from.components.day ? day.adding(days: -1) : day
  }

  /// Folder of a title that no case here gave: who holds which, since when, so that it is entered once.
  package static func folder(authority: String, creditCode: String, tier: Tier, from: Day) -> String {
    "titles/\(authority)/\(creditCode.lowercased())-\(tier.rawValue)-\(from)"
  }

  /// The day by which the update of a year is due, by the edition in force on 1 April of that year.
  package static func updateDue(_ year: Int, _ tier: Tier) -> Day? {
    guard let april = Day(year: year, month: 4, day: 1) else { return nil }
    let edition = try? Standard.shared.editionFor(tier: tier, type: .new, submitted: april)
    return edition == "2026-2" ? Day(year: year, month: 5, day: 31) : Day(year: year, month: 4, day: 30)
  }

  /// The last day to report a major change.
  static func reportDue(_ occurred: Day) -> Day { occurred.adding(months: 3) }

  /// The day until which a bar of some years lies on the credit code.
  package static func bar(_ years: Int, from day: Day) -> Day { day.adding(years: years) }
}
