package import ScoringCore

/// Exact quantities as text: thousands separators, the unit with the figure, and as many decimals as it
/// takes that a value never seems to stand on the other side of a bound, or on it.
///
/// Money is in 万元, written 万 in Chinese and wan in English.
package enum Figures {
  /// A measured value beside the bounds it is judged against.
  ///
  /// - Parameter bounds: bounds of the same unit; others are ignored. A value that eight decimals cannot
  ///   part from a bound is written as the comparison that is certain, `<50%` or `>50%`.
  package static func value(_ q: Quantity, against bounds: [Quantity] = [], _ language: Language) -> String {
    let near = bounds.filter { $0.unit == q.unit && order($0, q) != 0 }
    let minimum = q.unit == .percent ? 2 : decimals(of: q, maximum: q.unit == .money ? 6 : 2)
    for places in minimum...8 {
      let digits = scaled(q, places, .halfAway)
      let asShown = Quantity(digits, over: power(places), q.unit)
      if near.allSatisfy({ order(asShown, $0) == order(q, $0) }) {
        return written(text(digits, places), q.unit, language)
      }
    }
    let below = near.filter { order($0, q) > 0 }.min { order($0, $1) < 0 }
    let above = near.filter { order($0, q) < 0 }.max { order($0, $1) < 0 }
    let coarse = Quantity(scaled(q, 8, .halfAway), over: power(8), q.unit)
    if let below, order(coarse, below) >= 0 { return "<" + written(bare(below), q.unit, language) }
    return above.map { ">" + written(bare($0), q.unit, language) } ?? written(bare(q), q.unit, language)
  }

  /// A bound: no decimals beyond those it has.
  package static func bound(_ q: Quantity, _ language: Language) -> String {
    written(bare(q), q.unit, language)
  }

  /// A gap, rounded up so that covering it is enough; between percentages it is in percentage points.
  package static func gap(_ q: Quantity, _ language: Language) -> String {
    difference(q, .up, language)
  }

  /// What may be lost, rounded down so that losing it is harmless.
  package static func margin(_ q: Quantity, _ language: Language) -> String {
    difference(q, .down, language)
  }

  /// −1, 0 or 1: where `a` stands to `b`, exactly.
  static func order(_ a: Quantity, _ b: Quantity) -> Int {
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    if left.high != right.high { return left.high < right.high ? -1 : 1 }
    return left.low == right.low ? 0 : left.low < right.low ? -1 : 1
  }
}

// MARK: - Digits

extension Figures {
  private enum Rounding { case halfAway, up, down }

  /// `q` as a whole number of units of 10^-places, by long division, so that nothing overflows.
  private static func scaled(_ q: Quantity, _ places: Int, _ rounding: Rounding) -> Int128 {
    let divisor = q.denominator.magnitude
    var (result, rest) = q.numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    for _ in 0..<places {
      let (digit, next) = (rest * 10).quotientAndRemainder(dividingBy: divisor)
      result = result * 10 + digit
      rest = next
    }
    let raises =
      switch rounding {
      case .down: false
      case .up: rest > 0
      case .halfAway: rest >= divisor - rest && rest > 0
      }
    let magnitude = Int128(result) + (raises ? 1 : 0)
    return q.numerator < 0 ? -magnitude : magnitude
  }

  private static func power(_ n: Int) -> Int128 { (0..<n).reduce(1) { value, _ in value * 10 } }

  /// The decimals `q` has, at most `maximum`.
  private static func decimals(of q: Quantity, maximum: Int) -> Int {
    (0..<maximum).first { order(Quantity(scaled(q, $0, .down), over: power($0), q.unit), q) == 0 } ?? maximum
  }

  private static func text(_ scaled: Int128, _ places: Int) -> String {
    let all = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - all.count)) + all
    let whole = grouped(String(padded.dropLast(places)), negative: scaled < 0)
    return places == 0 ? whole : whole + "." + padded.suffix(places)
  }

  private static func grouped(_ digits: String, negative: Bool) -> String {
    var text = negative ? "-" : ""
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  // MARK: Units

  /// The digits of `q` and no more decimals than it has.
  private static func bare(_ q: Quantity) -> String {
    let places = decimals(of: q, maximum: 8)
    return text(scaled(q, places, .halfAway), places)
  }

  private static func difference(_ q: Quantity, _ rounding: Rounding, _ language: Language) -> String {
    let places = q.unit == .money ? decimals(of: q, maximum: 6) : decimals(of: q, maximum: 2)
    let digits = scaled(q, places, rounding)
    let isLess = digits == 0 && q.numerator != 0
    let rounded = Quantity(digits, over: power(places), q.unit)
    let figure = isLess ? "<" + text(1, places) : bare(rounded)
    return q.unit == .percent
      ? figure + Phrase(" 个百分点", " pp")(language) : written(figure, q.unit, language)
  }

  private static func written(_ figure: String, _ unit: Unit, _ language: Language) -> String {
    switch unit {
    case .percent: figure + "%"
    case .money: figure + Phrase(" 万", " wan")(language)
    case .years: figure + Phrase(" 年", " y")(language)
    case .people: figure + Phrase(" 人", "")(language)
    case .items: figure + Phrase(" 项", "")(language)
    case .points, .score: figure + Phrase(" 分", " pts")(language)
    case .level: figure + Phrase(" 级", "")(language)
    case .rank: Phrase("第 \(figure)", "no. \(figure)")(language)
    case .none: figure
    }
  }
}
