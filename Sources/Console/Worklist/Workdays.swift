import ScoringCore

/// Working days of a calendar counted fast: a running sum over the years that cases come from.
struct Workdays: Sendable, Hashable {
  private let first: Int32
  private let sums: [Int32]

  init(_ calendar: WorkingCalendar) {
    let start = Day(year: 2015, month: 1, day: 1) ?? Day(number: 0)
    let end = Day(year: 2040, month: 12, day: 31) ?? start
    first = start.number
    var sum: Int32 = 0
    var sums: [Int32] = []
    sums.reserveCapacity(Int(end.number - start.number) + 1)
    for number in start.number...end.number {
      if calendar.isWorking(Day(number: number)) { sum += 1 }
      sums.append(sum)
    }
    self.sums = sums
  }

  /// Working days in (`after`, `through`]; days outside the table count at its ends.
  func count(after: Day, through: Day) -> Int {
    guard after < through else { return 0 }
    return Int(sum(through) - sum(after))
  }

  private func sum(_ day: Day) -> Int32 {
    let index = Int(day.number - first)
    return sums[max(0, min(sums.count - 1, index))]
  }
}
