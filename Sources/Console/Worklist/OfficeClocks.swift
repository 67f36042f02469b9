package import Casework
package import ScoringCore

/// What each office counts the days of its cases by 时限: its settings and calendar in force, the program's own where it
/// has adopted none.
package struct OfficeClocks: Sendable, Hashable {
  struct Clock: Sendable, Hashable {
    let limit: Int
    let margin: Int
    let days: Workdays

    init(_ settings: OfficeSettings, _ days: Workdays) {
      limit = settings.reviewDays
      margin = settings.nearMargin
      self.days = days
    }
  }

  private static let own = Clock(OfficeSettings(), Workdays(.shared))

  private let settings: [String: OfficeSettings]
  private let clocks: [String: Clock]

  /// - Parameter settings: by authority, of those that have adopted any.
  package init(_ settings: [String: OfficeSettings] = [:]) {
    self.settings = settings
    var days: [String: Workdays] = [WorkingCalendar.shared.digest: Self.own.days]
    clocks = settings.mapValues { settings in
      let counted = days[settings.calendar.digest] ?? Workdays(settings.calendar)
      days[settings.calendar.digest] = counted
      return Clock(settings, counted)
    }
  }

  /// What an authority goes by.
  package func settings(of authority: String) -> OfficeSettings { settings[authority] ?? OfficeSettings() }

  subscript(authority: String) -> Clock { clocks.isEmpty ? Self.own : clocks[authority] ?? Self.own }
}

extension CaseSummary {
  /// The day that the state waits for, and whether it may still change by its office's calendar.
  package func awaited(by clocks: OfficeClocks) -> CountedDay? {
    due.map { clocks.settings(of: key.authority).calendar.counted(to: $0, since: countedSince) }
  }
}
