import Crypto

/// A day reached by counting, and whether the count rests on announced calendars only.
public struct CountedDay: Sendable, Hashable {
  public var day: Day
  /// True when the count needed a year whose days off are not announced yet: plain weekdays were counted.
  public var provisional: Bool

  public init(day: Day, provisional: Bool) {
    self.day = day
    self.provisional = provisional
  }
}

/// Which days a length counts 工作日 or 自然日.
public enum DayKind: String, Sendable, Hashable, CaseIterable {
  case working, calendar
}

/// Working days by the State Council's holiday notices (procedure, section 3).
///
/// A year that is not announced counts Monday to Friday, and every count that touches it says *provisional*.
public struct WorkingCalendar: Sendable {
  /// The calendar embedded in the program.
  public static let shared = WorkingCalendar()

  /// SHA-256 of the calendar file, 64 lower-case hex digits: what a notice event states as its calendar.
  public let digest: String
  /// Years whose days off are announced, with the number of working days that the calendar states for each.
  public let announced: [Int: Int]
  private let weekdaysOff: Set<Day>
  private let weekendsWorked: Set<Day>

  private init() {
    let bytes = Embedded.bytes("calendar.json")
    digest = hexadecimal(SHA256.hash(data: UnsafeRawBufferPointer(bytes)))
    var file = CalendarFile(bytes: bytes)
    file.read()
    announced = file.workingDays
    weekdaysOff = file.weekdaysOff
    weekendsWorked = file.weekendsWorked
  }

  public func isAnnounced(_ year: Int) -> Bool { announced[year] != nil }

  public func isWorking(_ day: Day) -> Bool {
    day.weekday <= 5 ? !weekdaysOff.contains(day) : weekendsWorked.contains(day)
  }

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

  private func nth(_ n: Int, _ kind: DayKind, from: Day, orElse: Day) -> CountedDay {
    guard n > 0 else { return CountedDay(day: orElse, provisional: false) }
    var day = from
    var left = counts(day, as: kind) ? n - 1 : n
    while left > 0 {
      day = day.adding(days: 1)
      if counts(day, as: kind) { left -= 1 }
    }
    return CountedDay(
      day: day, provisional: kind == .working && isProvisional(from: from, through: day))
  }
}

/// Reads the one shape the calendar file has: `"year": {"working_days": n, "weekdays_off": […], …}`.
private struct CalendarFile {
  let bytes: UnsafeBufferPointer<UInt8>
  var workingDays: [Int: Int] = [:]
  var weekdaysOff: Set<Day> = []
  var weekendsWorked: Set<Day> = []

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Every quoted text is a key or a day; a day goes to the list whose key came last.
  mutating func read() {
    var year = 0
    var key = ""
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      guard parts.count > 1 else { continue }
      let word = String(parts[1])
      if let day = Day(word) {
        if key == "weekdays_off" { weekdaysOff.insert(day) }
        if key == "weekend_days_worked" { weekendsWorked.insert(day) }
      } else if let number = Int(word) {
        year = number
      } else {
        key = word
        if key == "working_days", parts.count > 2 {
          workingDays[year] = Int(parts[2].filter(\.isNumber)) ?? 0
        }
      }
    }
  }
}
