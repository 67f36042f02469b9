/// A unit of measure; a quantity is never shown without it.
public enum Unit: String, Sendable, Hashable {
  /// Percent.
  case percent
  /// 万元; the quantity's value is in 万元.
  case money
  /// Full years, heads, items, points of a score, a level, a rank (1 is the best), points of the platform, no unit.
  case years, people, items, points, level, rank, score, none
}

/// An exact rational number with its unit. Never a binary float.
public struct Quantity: Sendable, Hashable {
  /// Any sign.
  public var numerator: Int128
  /// Above zero.
  public var denominator: Int128
  /// What the number counts.
  public var unit: Unit

  /// The denominator is above zero.
  public init(_ numerator: Int128, over denominator: Int128 = 1, _ unit: Unit) {
    self.numerator = numerator
    self.denominator = denominator
    self.unit = unit
  }
}

extension Unit {
  /// What follows the number.
  public var name: Phrase {
    switch self {
    case .percent: Phrase("%", "%")
    case .money: Phrase(" 万元", " wan yuan")
    case .years: Phrase(" 年", " years")
    case .people: Phrase(" 人", " people")
    case .items: Phrase(" 项", " items")
    case .points, .score: Phrase(" 分", " points")
    case .level: Phrase(" 级", " (level)")
    case .rank: Phrase(" 名", " (place)")
    case .none: Phrase("", "")
    }
  }
}

extension Quantity {
  /// The number in digits with thousands separators: money and scores as exact as they are, other numbers with
  /// exactly `decimals` places, cut and not rounded, so that a value below a bound never looks like it.
  public func digits(decimals: Int) -> String {
    var power: Int128 = 1
    for _ in 0..<decimals { power *= 10 }
    let negative = numerator < 0
    let steps = numerator.magnitude * power.magnitude / denominator.magnitude
    let whole = String(steps / power.magnitude)
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    if decimals > 0 {
      let fraction = String(steps % power.magnitude)
      text += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }
    return negative && steps > 0 ? "-" + text : text
  }

  /// The number with its unit: percentages with two places, whole numbers with none, others with as many as they need
  /// up to six.
  public var text: Phrase {
    var digits: String
    if unit == .percent {
      digits = self.digits(decimals: 2)
    } else {
      digits = self.digits(decimals: denominator == 1 ? 0 : 6)
      if digits.contains(".") {
        while digits.last == "0" { digits.removeLast() }
        if digits.last == "." { digits.removeLast() }
      }
    }
    return Phrase(digits + unit.name.zh, digits + unit.name.en)
  }
}
