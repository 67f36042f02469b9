/// A set of reasons that costs no allocation.
struct ReasonSet: OptionSet, Sendable, Hashable {
  var rawValue: UInt8

  static let contradictory = ReasonSet(rawValue: 1)
  static let missing = ReasonSet(rawValue: 2)
  static let noOverlay = ReasonSet(rawValue: 4)
  static let zeroBase = ReasonSet(rawValue: 8)

  /// Sorted, as an assessment lists them.
  var list: [Reason] {
    var reasons: [Reason] = []
    if contains(.contradictory) { reasons.append(.contradictory) }
    if contains(.missing) { reasons.append(.missing) }
    if contains(.noOverlay) { reasons.append(.noOverlay) }
    if contains(.zeroBase) { reasons.append(.zeroBase) }
    return reasons
  }
}

/// An exact number in the unit of its measure, or the reasons why there is none.
struct Measured: Sendable, Hashable {
  var numerator: Int128
  /// Above zero.
  var denominator: Int128
  /// Empty when the number is known.
  var reasons: ReasonSet

  init(_ numerator: Int128, over denominator: Int128 = 1) {
    self.numerator = numerator
    self.denominator = denominator
    reasons = []
  }

  init(_ reasons: ReasonSet) {
    numerator = 0
    denominator = 1
    self.reasons = reasons
  }

  var isKnown: Bool { reasons.isEmpty }
}

/// A threshold of the standard: an exact decimal.
public struct Bound: Sendable, Hashable {
  /// Any sign.
  public var numerator: Int64
  /// A power of ten from 1 to 1,000,000.
  public var denominator: Int64

  /// `numerator` ÷ `denominator`, a power of ten from 1 to 1,000,000.
  public init(_ numerator: Int64, over denominator: Int64 = 1) {
    self.numerator = numerator
    self.denominator = denominator
  }

  func quantity(_ unit: Unit) -> Quantity { Quantity(Int128(numerator), over: Int128(denominator), unit) }

  static func < (a: Bound, b: Bound) -> Bool {
    Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
  }
}
