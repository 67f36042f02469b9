package import ScoringCore

/// Figures and days as every screen prints them.
package enum Format {
  /// `3214` as `3,214`.
  package static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = number < 0 ? "-" : ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// Month and day, `10-28`.
  package static func short(_ day: Day) -> String { String(day.description.dropFirst(5)) }

  package static func weekday(_ day: Day) -> Phrase {
    let zh = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
    let en = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return Phrase(zh[day.weekday - 1], en[day.weekday - 1])
  }

  /// `63`, or `58–66` while undetermined.
  package static func points(_ points: Points, _ glyphs: Glyphs) -> String {
    points.isDetermined ? "\(points.minimum)" : "\(points.minimum)\(glyphs.range)\(points.maximum)"
  }
}
