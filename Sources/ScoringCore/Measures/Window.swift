/// "The last N years" 近N年 (I-1, Measures §3): a day counts when it is after `after` and not after `through`.
struct Window: Sendable, Hashable {
  var after: Day
  var through: Day

  func contains(_ day: Day) -> Bool { after < day && day <= through }
}

extension Subject {
  /// The window of `years` years, by the reading in force.
  func window(years: Int) -> Window {
    if readings.windowIsAccountingYears,
      let first = Day(year: year - years + 1, month: 1, day: 1)
    {
      return Window(after: first.adding(days: -1), through: submitted)
    }
    return Window(after: submitted.adding(years: -years), through: submitted)
  }
}
