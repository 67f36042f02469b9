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
