/// What a value is, told by its first byte.
public enum JSONKind: UInt8, Sendable {
  case object, array, string, number, bool, null
}

/// A string where it stands: its bytes between the quotes, proved to be UTF-8 with well-formed escapes.
@frozen
public struct JSONString: Sendable {
  /// Of the first byte after the opening quote.
  public let offset: Int
  /// Bytes between the quotes, as written.
  public let count: Int
  /// Whether any `\` is among them.
  public let isEscaped: Bool

  @inlinable
  init(offset: Int, count: Int, isEscaped: Bool) {
    self.offset = offset
    self.count = count
    self.isEscaped = isEscaped
  }
}

/// A number, exact: ± `significand` × 10^`exponent`.
@frozen
public struct JSONNumber: Sendable {
  /// Whether it began with a minus sign, zero included.
  public let isNegative: Bool
  /// The digits without point; all of them unless `isLong`.
  public let significand: UInt64
  /// Kept within ±10⁹, which changes no answer below.
  public let exponent: Int
  /// Written without point and exponent.
  public let isInteger: Bool
  /// More than 18 significant digits, superfluous zeros not counted: `exponent` is then that of the last digit.
  public let isLong: Bool

  @inlinable
  init(isNegative: Bool, significand: UInt64, exponent: Int, isInteger: Bool, isLong: Bool) {
    self.isNegative = isNegative
    self.significand = significand
    self.exponent = exponent
    self.isInteger = isInteger
    self.isLong = isLong
  }

  /// A number of units of 10^-`decimals`, or why there is none.
  public enum Scaled: Sendable, Hashable {
    case exact(Int64)
    /// It has more decimals, counted by value: `1.0000000` has none.
    case tooManyDecimals
    /// It passes 64 bits.
    case tooLarge
  }

  /// The number in units of 10^-`decimals`.
  public func scaled(decimals: Int) -> Scaled {
    if significand == 0 { return .exact(0) }
    var shift = exponent &+ decimals
    if isLong { return shift < 0 ? .tooManyDecimals : .tooLarge }
    var value = significand
    while shift < 0 {
      let (quotient, remainder) = value.quotientAndRemainder(dividingBy: 10)
      if remainder != 0 { return .tooManyDecimals }
      value = quotient
      shift &+= 1
    }
    while shift > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return .tooLarge }
      value = product
      shift &-= 1
    }
    guard value <= UInt64(Int64.max) else { return .tooLarge }
    return .exact(isNegative ? -Int64(value) : Int64(value))
  }
}
