import StrictJSON

/// What is wrong with a calendar file, and where.
public struct CalendarError: Error, Sendable, Hashable {
  /// `years.2026.weekdays_off[3]`; empty for the whole file.
  public var path: String
  /// What is wrong, in a sentence; the place is not in it.
  public var message: Phrase

  init(_ path: String, _ zh: String, _ en: String) {
    self.path = path
    message = path.isEmpty ? Phrase(zh, en) : Phrase("\(path)：\(zh)", "\(path): \(en)")
  }
}

/// The file of a calendar: `{"years":{"2026":{"working_days":248,"weekdays_off":[…],"weekend_days_worked":[…]}}}`, with
/// `note` and `source` for people.
struct CalendarFile {
  private(set) var workingDays: [Int: Int] = [:]
  private(set) var weekdaysOff: Set<Day> = []
  private(set) var weekendsWorked: Set<Day> = []

  init(_ bytes: [UInt8]) throws(CalendarError) {
    let json: JSONValue
    do throws(JSONError) { json = try JSONValue(parsing: bytes) } catch {
      let place = error.place
      throw CalendarError(
        "", "第 \(place.line) 行第 \(place.column) 列不是合法的 JSON",
        "line \(place.line), column \(place.column) is not valid JSON")
    }
    guard let members = json.members, let years = json["years"]?.members, !years.isEmpty,
      members.allSatisfy({ ["note", "source", "years"].contains($0.key) })
    else { throw CalendarError("years", "应为各年的表", "should be a table of years") }
    for member in years {
      guard member.key.utf8.count == 4, let year = Int(member.key), year > 1900 else {
        throw CalendarError("years.\(member.key)", "不是年份", "is no year")
      }
      try read(year, member.value)
    }
  }

  private mutating func read(_ year: Int, _ value: JSONValue) throws(CalendarError) {
    let keys = ["weekdays_off", "weekend_days_worked", "working_days"]
    guard value.members?.map(\.key).sorted() == keys, let count = value["working_days"]?.integer else {
      let all = keys.joined(separator: ", ")
      throw CalendarError("years.\(year)", "应有且只有 \(all)", "should have \(all) and nothing else")
    }
    workingDays[year] = Int(count)
    weekdaysOff.formUnion(try days(year, "weekdays_off", value) { $0.weekday <= 5 })
    weekendsWorked.formUnion(try days(year, "weekend_days_worked", value) { $0.weekday > 5 })
  }

  private func days(
    _ year: Int, _ key: String, _ value: JSONValue, _ fits: (Day) -> Bool
  ) throws(CalendarError) -> [Day] {
    var days: [Day] = []
    for (index, item) in (value[key]?.array ?? []).enumerated() {
      guard let day = item.string.flatMap({ Day($0) }), day.year == year, fits(day),
        days.last.map({ $0 < day }) ?? true
      else {
        throw CalendarError(
          "years.\(year).\(key)[\(index)]", "不是本年应列在此处、按先后排列的日子",
          "is not a date of this year that belongs here, in order")
      }
      days.append(day)
    }
    guard value[key]?.array != nil else { throw CalendarError("years.\(year).\(key)", "应为列表", "should be a list") }
    return days
  }
}
