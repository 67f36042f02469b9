/// A day reached by counting, and whether the count rests on announced calendars only.
public struct CountedDay: Sendable, Hashable {
  /// The day counted to.
  public var day: Day
  /// True when the count needed a year whose days off are not announced yet: plain weekdays were counted.
  public var provisional: Bool

  /// A day and whether it may still change.
  public init(day: Day, provisional: Bool) {
    self.day = day
    self.provisional = provisional
  }
}

/// Which days a length counts 工作日 or 自然日.
public enum DayKind: String, Sendable, Hashable, CaseIterable {
  /// Days on which offices work, or all days.
  case working, calendar
}

/// Working days by the State Council's holiday notices (Procedure §3.1).
///
/// A year that is not announced counts Monday to Friday, and every count that touches it says *provisional*.
public struct WorkingCalendar: Sendable, Hashable {
  /// The calendar embedded in the program.
  public static let shared = WorkingCalendar()

  /// SHA-256 of the calendar file, 64 lower-case hex digits: what a notice event states as its calendar.
  public let digest: String
  /// Years whose days off are announced, with the number of working days that the calendar states for each.
  public let announced: [Int: Int]
  private let weekdaysOff: Set<Day>
  private let weekendsWorked: Set<Day>

  /// The file embedded in the program, as text.
  package static var embeddedFile: String { Embedded.text("calendar.json") }

  private init() {
    do throws(CalendarError) {
      self = try WorkingCalendar(Array(Embedded.bytes("calendar.json")))
    } catch {
      preconditionFailure("the embedded calendar: \(error.message.en)")
    }
  }

  /// Reads a calendar file and proves it: days of their year, in order, weekdays off and weekends worked told apart, and
  /// as many working days as each year states.
  public init(_ bytes: [UInt8]) throws(CalendarError) {
    let file = try CalendarFile(bytes)
    digest = Hexadecimal.sha256(bytes)
    announced = file.workingDays
    weekdaysOff = file.weekdaysOff
    weekendsWorked = file.weekendsWorked
    for (year, stated) in announced.sorted(by: { $0.key < $1.key }) {
      let counted = workingDays(in: year)
      guard counted == stated else {
        throw CalendarError(
          "years.\(year).working_days", "写明 \(stated) 个工作日，实有 \(counted) 个",
          "states \(stated) working days; there are \(counted)")
      }
    }
  }

  private func workingDays(in year: Int) -> Int {
    guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
      return 0
    }
    return workingDays(after: first.adding(days: -1), through: last)
  }

  /// By the digest of the file.
  public static func == (a: WorkingCalendar, b: WorkingCalendar) -> Bool { a.digest == b.digest }

  /// By the digest of the file.
  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }

  /// Whether the days off of a year are announced; what is counted into another is provisional.
  public func isAnnounced(_ year: Int) -> Bool { announced[year] != nil }

  /// Whether offices work on a day; weekdays, where the year is not announced.
  public func isWorking(_ day: Day) -> Bool {
    day.weekday <= 5 ? !weekdaysOff.contains(day) : weekendsWorked.contains(day)
  }

  /// Whether a day counts in a period of this kind.
  public func counts(_ day: Day, as kind: DayKind) -> Bool {
    kind == .calendar || isWorking(day)
  }

  /// The number of working days in (`after`, `through`]; 0 when `through` is not later.
  public func workingDays(after: Day, through: Day) -> Int {
    guard after < through else { return 0 }
    return (after.number + 1...through.number).count { isWorking(Day(number: $0)) }
  }

  /// The `n`-th working day after a day; the day itself when `n` is 0 or less.
  public func workingDay(_ n: Int, after day: Day) -> CountedDay {
    nth(n, .working, from: day.adding(days: 1), orElse: day)
  }

  /// The last day of a public notice 公示: the `length`-th day of the kind, beginning on the first day or after it.
  ///
  /// A first day that is no such day is not counted, and the count begins with the next. The length is 1 or more.
  public func noticeLast(first: Day, length: Int, kind: DayKind, firstCounted: Bool) -> CountedDay {
    nth(length, kind, from: firstCounted ? first : first.adding(days: 1), orElse: first)
  }

  /// Whether a count over these days touches a year that is not announced.
  public func isProvisional(from: Day, through: Day) -> Bool {
    from <= through && (from.year...through.year).contains { !isAnnounced($0) }
  }

  /// The last day that a date can be: counting ends there, however many days somebody states.
  private static let last = Day(year: 2199, month: 12, day: 31) ?? Day(number: 0)

  private func nth(_ n: Int, _ kind: DayKind, from: Day, orElse: Day) -> CountedDay {
    guard n > 0 else { return CountedDay(day: orElse, provisional: false) }
    var day = from
    var left = counts(day, as: kind) ? n - 1 : n
    while left > 0, day < Self.last {
      day = day.adding(days: 1)
      if counts(day, as: kind) { left -= 1 }
    }
    return CountedDay(
      day: day, provisional: kind == .working && isProvisional(from: from, through: day))
  }
}
