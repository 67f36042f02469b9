package import ScoringCore

/// Days of titles 称号 (Procedure §6.1).
extension TitleTerms {
  /// The last day, included, of a term whose announcement prints none: the day before the same day so many years on, and
  /// before 1 March where there is no such day.
  package func until(_ from: Day) -> Day {
    let day = from.adding(years: years)
    return day.components.day == from.components.day ? day.adding(days: -1) : day
  }

  /// The last day to report a major change, or to apply for a simple rename.
  func reportDue(_ occurred: Day, isRename: Bool) -> Day {
    occurred.adding(months: isRename ? rename.months : change.months)
  }

  /// The day until which a bar lies on the credit code, by the day on which the title ended.
  package func bar(from day: Day) -> Day { day.adding(years: bar.years) }
}

package enum TitleRules {
  /// Folder of a title that no case here gave: who holds which, since when, so that it is entered once.
  package static func folder(authority: String, creditCode: String, tier: Tier, from: Day) -> String {
    "titles/\(authority)/\(creditCode.lowercased())-\(tier.rawValue)-\(from)"
  }

  /// The years for which a title of a term is updated: from that after its beginning.
  static func updateYears(from: Day, until: Day) -> ClosedRange<Int> { from.year + 1...max(from.year + 1, until.year) }

  /// The yearly update of a year, by the edition in force on 1 April of that year.
  package static func update(
    _ year: Int, _ tier: Tier, by standard: Standard = .shared
  ) -> TitleTerms.YearlyUpdate? {
    Day(year: year, month: 4, day: 1).map { standard.edition(of: tier, on: $0).titles.update }
  }
}
