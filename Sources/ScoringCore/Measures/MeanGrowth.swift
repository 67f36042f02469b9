extension Subject {
  /// Mean growth 平均增长率: the arithmetic mean of growth in Y and in Y−1, in percent (I-2).
  ///
  /// With m0, m1, m2 the three years: (m1 ÷ m0 + m2 ÷ m1 − 2) ÷ 2 = (m1² + m2·m0 − 2·m0·m1) ÷ (2·m0·m1).
  func meanGrowth(of fact: YearlyFact) -> Measured {
    let m2 = stated(fact, year)
    let m1 = stated(fact, year - 1)
    let m0 = stated(fact, year - 2)
    guard let m2, let m1, let m0, m1 != 0, m0 != 0 else {
      return Measured(reasons(m2, m1, m0, bases: m1, m0))
    }
    let (a, b, c) = (Int128(m0), Int128(m1), Int128(m2))
    return Measured((b * b + c * a - 2 * a * b) * 50, over: a * b)
  }
}
