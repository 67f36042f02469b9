import ScoringCore
import Testing

@Suite struct CalendarTests {
  let calendar = WorkingCalendar.shared

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test func `Every announced year has the number of working days that it states`() throws {
    #expect(calendar.announced == [2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248])
    for (year, count) in calendar.announced {
      #expect(
        try calendar.workingDays(after: day("\(year - 1)-12-31"), through: day("\(year)-12-31")) == count)
    }
  }

  @Test func `A worked weekend counts and a holiday does not`() throws {
    #expect(try calendar.isWorking(day("2024-02-04")))
    #expect(try !calendar.isWorking(day("2024-02-12")))
    #expect(try !calendar.isWorking(day("2024-02-10")))
    #expect(try calendar.isWorking(day("2024-02-09")))
  }

  @Test func `The worked checks of the procedure hold`() throws {
    let jiangsu = try calendar.noticeLast(
      first: day("2025-12-05"), length: 5, kind: .working, firstCounted: true)
    #expect(jiangsu == CountedDay(day: try day("2025-12-11"), provisional: false))
    let sichuan = try calendar.noticeLast(
      first: day("2024-09-02"), length: 6, kind: .working, firstCounted: true)
    #expect(sichuan == CountedDay(day: try day("2024-09-09"), provisional: false))
  }

  @Test func `A notice counts from its first day or from the day after`() throws {
    func last(_ first: String, _ length: Int, _ kind: DayKind, _ counted: Bool) throws -> String {
      try calendar.noticeLast(first: day(first), length: length, kind: kind, firstCounted: counted).day
        .description
    }
    // 2025-12-05 is a Friday.
    #expect(try last("2025-12-05", 1, .working, true) == "2025-12-05")
    #expect(try last("2025-12-05", 1, .working, false) == "2025-12-08")
    #expect(try last("2025-12-06", 1, .working, true) == "2025-12-08")
    #expect(try last("2025-12-06", 2, .working, true) == "2025-12-09")
    #expect(try last("2025-12-05", 5, .calendar, true) == "2025-12-09")
    #expect(try last("2025-12-05", 5, .calendar, false) == "2025-12-10")
    // Over National Day 2025, whose week begins after a worked Sunday.
    #expect(try last("2025-09-28", 5, .working, true) == "2025-10-10")
  }

  @Test func `A count that needs an unannounced year is provisional`() throws {
    let inside = try calendar.workingDay(3, after: day("2026-12-25"))
    #expect(inside == CountedDay(day: try day("2026-12-30"), provisional: false))
    let beyond = try calendar.workingDay(5, after: day("2026-12-25"))
    #expect(beyond == CountedDay(day: try day("2027-01-01"), provisional: true))
    let plain = try calendar.noticeLast(
      first: day("2026-12-30"), length: 5, kind: .calendar, firstCounted: true)
    #expect(plain == CountedDay(day: try day("2027-01-03"), provisional: false))
  }

  @Test func `The nth working day after a day and the count between agree`() throws {
    var start = try day("2022-01-01")
    while start.year < 2026 {
      let reached = calendar.workingDay(17, after: start)
      #expect(calendar.workingDays(after: start, through: reached.day) == 17, "\(start)")
      #expect(calendar.isWorking(reached.day))
      start = start.adding(days: 5)
    }
  }
}
