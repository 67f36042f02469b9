import ScoringCore
import Testing

@testable import Casework

/// Last days of notices and deadlines, each worked out beforehand from the State Council's calendars.
@Suite struct DateTests {
  struct Row: Sendable, CustomStringConvertible {
    let cells: [String: String]

    var description: String { "\(self["事项"]) \(self["从"]) \(self["天数"]) \(self["算法"]) \(self["停"])" }
    subscript(column: String) -> String { cells[column] ?? "" }
  }

  static let rows: [Row] =
    (try? TableFile("dates.csv")).map { file in
      file.rows.map { Row(cells: Dictionary(uniqueKeysWithValues: zip(file.columns, $0))) }
    } ?? []

  @Test
  func `Every notice and deadline of the table ends on its day`() throws {
    let calendar = WorkingCalendar.shared
    for row in Self.rows {
      let from = try #require(Day(row["从"]), "\(row)")
      let length = try #require(Int(row["天数"]), "\(row)")
      let last: CountedDay
      switch row["事项"] {
      case "公示":
        last = calendar.noticeLast(
          first: from, length: length, kind: row["算法"].hasPrefix("工作日") ? .working : .calendar,
          firstCounted: row["算法"].hasSuffix("不含首日") == false)
      case "更正": last = calendar.workingDay(length, after: from)
      default:
        let clock = ReviewClock(
          received: from, stops: try stops(row["停"]), today: try #require(Day(row["今天"])), limit: length, margin: 0)
        last = CountedDay(day: clock.deadline, provisional: clock.isProvisional)
      }
      #expect(last.day.description == row["到"], "\(row)")
      #expect(last.provisional == (row["暂定"] == "暂定"), "\(row)")
    }
  }

  private func stops(_ text: String) throws -> [DayRange] {
    try text.split(separator: " ").map { stop in
      let ends = stop.split(separator: "/", omittingEmptySubsequences: false)
      return DayRange(after: try #require(Day(String(ends[0]))), through: Day(String(ends[1])))
    }
  }

  @Test
  func `The table is long enough, and crosses holidays and worked weekends of every announced year`() {
    #expect(Self.rows.count >= 200)
    #expect(Set(Self.rows.map { $0["事项"] }) == ["公示", "更正", "审核"])
    #expect(Self.rows.count { $0["说明"].hasPrefix("实际公示") } == 9)
    for year in 2022...2026 {
      let rows = Self.rows.filter { $0["从"].hasPrefix("\(year)") }
      #expect(rows.count >= 40 && rows.contains { $0["说明"].contains("放假") && $0["说明"].contains("补班") })
    }
  }

  @Test
  func `Days used, near and overdue: by working days, stops taken out once`() throws {
    func clock(_ stops: [DayRange], _ today: String, limit: Int = 5, margin: Int = 2) throws -> ReviewClock {
      ReviewClock(
        received: try #require(Day("2025-09-26")), stops: stops, today: try #require(Day(today)), limit: limit,
        margin: margin)
    }
    // Friday; 28 September is a worked Sunday; 1 to 8 October are off; 11 October is a worked Saturday.
    #expect(try clock([], "2025-09-26").used == 0)
    #expect(try clock([], "2025-09-28").used == 1)
    #expect(try clock([], "2025-10-08").used == 3)
    let near = try clock([], "2025-09-30")
    #expect(near.isNear && !near.isOverdue && near.left == 2 && near.deadline.description == "2025-10-10")
    let full = try clock([], "2025-10-10")
    #expect(full.used == 5 && full.isNear && !full.isOverdue)
    #expect(try clock([], "2025-10-11").isOverdue)
    let stop = DayRange(after: try #require(Day("2025-09-26")), through: Day("2025-09-29"))
    let inside = DayRange(after: try #require(Day("2025-09-28")), through: Day("2025-09-30"))
    #expect(try clock([stop, inside], "2025-10-10").used == 2)
    #expect(try clock([DayRange(after: stop.after, through: nil)], "2025-10-10").used == 0)
  }
}
