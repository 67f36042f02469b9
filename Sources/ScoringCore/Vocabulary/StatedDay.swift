/// A civil day as people write it: `2026-3-5`, `2026年3月5日`, `2026/3/5`, `20260305`; without a year, `12-1`, the nearest
/// such day; `+3`, so many days from today.
package enum StatedDay {
  /// Where a day may lie.
  package enum Side: Sendable, Hashable {
    /// Not after today; not before it; anywhere.
    case past, future, either
  }

  /// - Parameter today: `nil` where only a day with its year will do.
  /// - Returns: `nil` for a text that is not a date, or could be two.
  package static func day(_ text: String, today: Day?, on side: Side = .either) -> Day? {
    let text = StatedText.folded(text)
    if let day = Day(text) { return day }
    if let days = offset(text) { return today?.adding(days: days) }
    guard let numbers = numbers(text) else { return nil }
    if numbers.count == 3 { return Day(year: numbers[0], month: numbers[1], day: numbers[2]) }
    return today.flatMap { nearest(month: numbers[0], day: numbers[1], to: $0, on: side) }
  }

  /// `+3` and `-3`, and the words for today and the days beside it.
  private static func offset(_ text: String) -> Int? {
    switch text.lowercased() {
    case "今天", "today": return 0
    case "明天", "tomorrow": return 1
    case "昨天", "yesterday": return -1
    default: break
    }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    var digits = text.dropFirst()
    if digits.hasSuffix("天") { digits = digits.dropLast() }
    guard (1...4).contains(digits.count), digits.allSatisfy(\.isASCIIDigit), let days = Int(digits) else { return nil }
    return sign == "-" ? -days : days
  }

  /// Year, month and day, or month and day; a year has four digits and the others one or two.
  private static func numbers(_ text: String) -> [Int]? {
    if text.count == 8, text.allSatisfy(\.isASCIIDigit) {
      let digits = Array(text)
      return [digits[..<4], digits[4..<6], digits[6...]].compactMap { Int(String($0)) }
    }
    var plain = text
    if plain.hasSuffix("日") || plain.hasSuffix("号") { plain.removeLast() }
    let separators = plain.filter { !$0.isASCIIDigit && $0 != " " }
    guard ["--", "//", "..", "年月", "-", "/", ".", "月"].contains(separators) else { return nil }
    let parts = plain.split(omittingEmptySubsequences: false) { separators.contains($0) }.map { part in
      part.filter { $0 != " " }
    }
    let lengths = parts.map(\.count)
    guard lengths.suffix(2).allSatisfy({ (1...2).contains($0) }), lengths.count == 2 || lengths.first == 4 else {
      return nil
    }
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == parts.count ? numbers : nil
  }

  private static func nearest(month: Int, day: Int, to today: Day, on side: Side) -> Day? {
    // A leap day comes at most eight years away.
    let days = (-8...8).compactMap { Day(year: today.year + $0, month: month, day: day) }.filter { found in
      switch side {
      case .past: found <= today
      case .future: found >= today
      case .either: true
      }
    }
    return days.min { abs($0.number - today.number) < abs($1.number - today.number) }
  }
}
