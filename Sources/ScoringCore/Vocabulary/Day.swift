/// A civil day of the Gregorian calendar, without clock or zone.
///
/// Stored as days since 1970-01-01. The application file confines days to 1900-01-01 … 2199-12-31.
public struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01; negative before.
  public var number: Int32

  /// Days since 1970-01-01.
  public init(number: Int32) {
    self.number = number
  }

  /// `nil` when year, month and day do not name a real day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year) else {
      return nil
    }
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month 1…12, day 1…31.
  public var components: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  /// Of the Gregorian calendar.
  public var year: Int { components.year }

  /// 1 Monday … 7 Sunday.
  public var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 + 1 }

  /// The same day `years` later (earlier when negative); 29 February lands on 28 where there is none.
  public func adding(years: Int) -> Day { adding(months: 12 * years) }

  /// The same day `months` later (earlier when negative), or the last day of a month that is too short.
  public func adding(months: Int) -> Day {
    let (y, m, d) = components
    let count = 12 * y + m - 1 + months
    let year = count >= 0 ? count / 12 : (count - 11) / 12
    let month = count - 12 * year + 1
    return Day(year: year, month: month, day: min(d, Day.length(ofMonth: month, year: year))) ?? self
  }

  /// So many days later; earlier when negative.
  public func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

  /// By time: the earlier first.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: CustomStringConvertible, LosslessStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    let (y, m, d) = components
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(y)-\(two(m))-\(two(d))"
  }

  /// Exactly `YYYY-MM-DD`, ASCII digits, a real day.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let y = number(0..<4), let m = number(5..<7), let d = number(8..<10) else { return nil }
    self.init(year: y, month: m, day: d)
  }
}
