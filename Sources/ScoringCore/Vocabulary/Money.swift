/// An amount of money, exact to one fen 分 (0.01 yuan).
///
/// Files state it in 万元 (10,000 yuan) with at most six decimals; 1 万元 is 1,000,000 fen. The range is
/// ±10⁹ 万元, so sums of a few amounts fit 64 bits and sums of many do not: add those in 128.
public struct Money: Sendable, Hashable, Comparable {
  /// Hundredths of a yuan, any sign.
  public var fen: Int64

  /// - Parameter fen: hundredths of a yuan.
  public init(fen: Int64) {
    self.fen = fen
  }

  /// Whole 万元, as rules state their bounds.
  public init(wan: Int64) {
    fen = wan * 1_000_000
  }

  /// Decimals of 万元 that a file may give.
  static let decimals = 6
  /// ±10⁹ 万元.
  static let limit: Int64 = 1_000_000_000_000_000

  /// By amount.
  public static func < (a: Money, b: Money) -> Bool { a.fen < b.fen }
}

extension Money: CustomStringConvertible {
  /// In 万元, exact, without superfluous zeros: `5230.45`.
  public var description: String { decimalText(fen, decimals: Money.decimals) }
}

/// Part of a whole in percent, exact to 0.0001 %.
public struct Percent: Sendable, Hashable, Comparable {
  /// Ten-thousandths of one percent: 12.5 % is 125,000.
  public var tenThousandths: Int

  /// - Parameter tenThousandths: of one percent; 1,000,000 is 100 %.
  public init(tenThousandths: Int) {
    self.tenThousandths = tenThousandths
  }

  static let decimals = 4
  static let limit: Int64 = 1_000_000

  /// By amount.
  public static func < (a: Percent, b: Percent) -> Bool { a.tenThousandths < b.tenThousandths }
}

extension Percent: CustomStringConvertible {
  /// In percent, exact, without the sign: `12.5`.
  public var description: String { decimalText(Int64(tenThousandths), decimals: Percent.decimals) }
}

/// Points of the platform's evaluation 专精特新发展评价, 0 … 100, exact to 0.01.
public struct PlatformScore: Sendable, Hashable, Comparable {
  /// Of a point, 0 … 10,000.
  public var hundredths: Int

  /// - Parameter hundredths: of a point, 0 … 10,000.
  public init(hundredths: Int) {
    self.hundredths = hundredths
  }

  static let decimals = 2
  static let limit: Int64 = 10_000

  /// By amount.
  public static func < (a: PlatformScore, b: PlatformScore) -> Bool { a.hundredths < b.hundredths }
}

extension PlatformScore: CustomStringConvertible {
  /// Exact, without superfluous zeros.
  public var description: String { decimalText(Int64(hundredths), decimals: PlatformScore.decimals) }
}

/// `value` ÷ 10^`decimals` in plain digits, without superfluous zeros.
func decimalText(_ value: Int64, decimals: Int) -> String {
  var digits = Array(String(value.magnitude).utf8)
  if digits.count <= decimals {
    digits.insert(contentsOf: repeatElement(0x30, count: decimals + 1 - digits.count), at: 0)
  }
  var fraction = digits.suffix(decimals)
  while fraction.last == 0x30 { fraction.removeLast() }
  let whole = String(decoding: digits.dropLast(decimals), as: UTF8.self)
  let text = fraction.isEmpty ? whole : whole + "." + String(decoding: fraction, as: UTF8.self)
  return value < 0 ? "-" + text : text
}
