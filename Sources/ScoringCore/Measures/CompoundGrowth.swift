extension Subject {
  /// Compound growth 复合增长率 as the ratio r(Y) ÷ r(Y−2), which is held against (1 + p)²: no root decides.
  func compoundRatio(of fact: YearlyFact) -> Measured {
    let last = stated(fact, year)
    let base = stated(fact, year - 2)
    guard let last, let base, base != 0 else {
      return Measured(reasons(last, base, bases: base))
    }
    return Measured(Int128(last), over: Int128(base))
  }

  /// The yearly rate in percent, for showing only: cut (not rounded) to four decimals.
  static func rate(ofCompoundRatio ratio: Measured) -> Quantity {
    // √(n ÷ d) in millionths of one = ⌊√(n · 10¹² ÷ d)⌋.
    let square = ratio.numerator * 1_000_000_000_000 / ratio.denominator
    return Quantity(squareRoot(square) - 1_000_000, over: 10_000, .percent)
  }

  /// The greatest whole number whose square is not above `n`.
  private static func squareRoot(_ n: Int128) -> Int128 {
    guard n > 0 else { return 0 }
    var low: Int128 = 0
    var high: Int128 = 1 << 60
    while low < high {
      let middle = (low + high + 1) / 2
      if middle * middle <= n { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
