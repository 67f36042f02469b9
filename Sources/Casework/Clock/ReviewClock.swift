package import ScoringCore

/// The review clock of a case 审核时限 (Procedure §3.2): working days after receipt, less the stops.
package struct ReviewClock: Sendable, Hashable {
  package var used: Int
  package var limit: Int
  /// First day on which the days used reach the limit, if the clock goes on from today.
  package var deadline: Day
  /// No more than the margin is left.
  package var isNear: Bool
  package var isOverdue: Bool
  /// Days not announced yet were counted as plain weekdays.
  package var isProvisional: Bool

  /// Negative when overdue.
  package var left: Int { limit - used }

  package init(
    received: Day, stops: [DayRange], today: Day, limit: Int, margin: Int,
    calendar: WorkingCalendar = .shared
  ) {
    self.limit = limit
    let merged = ReviewClock.merged(stops, today: today)
    func count(_ day: Day) -> Int {
      merged.reduce(calendar.workingDays(after: received, through: day)) { sum, stop in
        sum - calendar.workingDays(after: max(stop.after, received), through: min(stop.through, day))
      }
    }
    used = count(today)
    // Working days to go before the deadline, those that the stops take from it included.
    var wanted = limit
    var last = calendar.workingDay(wanted, after: received).day
    while limit > 0, count(last) < limit {
      wanted += limit - count(last)
      let next = calendar.workingDay(wanted, after: received).day
      // There is no later day.
      guard next > last else { break }
      last = next
    }
    deadline = last
    isOverdue = used > limit
    isNear = !isOverdue && limit - used <= margin
    isProvisional = calendar.isProvisional(from: received, through: max(today, last))
  }

  /// Stops in order, overlapping ones as one; one that lasts goes to today.
  private static func merged(_ stops: [DayRange], today: Day) -> [(after: Day, through: Day)] {
    var merged: [(after: Day, through: Day)] = []
    for stop in stops.sorted(by: { $0.after < $1.after }) {
      let through = min(stop.through ?? today, today)
      guard stop.after < through else { continue }
      if let last = merged.last, stop.after <= last.through {
        merged[merged.count - 1].through = max(last.through, through)
      } else {
        merged.append((stop.after, through))
      }
    }
    return merged
  }
}
