extension Subject {
  /// Growth in Y 增长率: (m(Y) − m(Y−1)) ÷ m(Y−1), in percent.
  func growth(of fact: YearlyFact) -> Measured {
    let last = stated(fact, year)
    let base = stated(fact, year - 1)
    guard let last, let base, base != 0 else {
      return Measured(reasons(last, base, bases: base))
    }
    return Measured((Int128(last) - Int128(base)) * 100, over: Int128(base))
  }

  /// What keeps a growth from being known: a year not stated, a base of 0.
  func reasons(_ values: Int64?..., bases: Int64?...) -> ReasonSet {
    var reasons: ReasonSet = []
    if values.contains(nil) { reasons.insert(.missing) }
    if bases.contains(0) { reasons.insert(.zeroBase) }
    return reasons
  }
}
