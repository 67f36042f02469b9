extension Subject {
  /// One yearly fact in one year.
  func amount(of fact: YearlyFact, year: Int) -> Measured {
    guard let value = stated(fact, year) else { return Measured(.missing) }
    return Measured(Int128(value), over: fact.scale)
  }

  /// Y and Y−1 together.
  func twoYearSum(of fact: YearlyFact) -> Measured {
    guard let last = stated(fact, year), let before = stated(fact, year - 1) else {
      return Measured(.missing)
    }
    return Measured(Int128(last) + Int128(before), over: fact.scale)
  }

  /// The mean of Y and Y−1.
  func twoYearMean(of fact: YearlyFact) -> Measured {
    var sum = twoYearSum(of: fact)
    sum.denominator *= 2
    return sum
  }

  /// A fact that is one number, whatever the year.
  func number(_ fact: NumberFact) -> Measured {
    guard let value = stated(fact) else { return Measured(.missing) }
    return Measured(Int128(value), over: fact.scale)
  }

  /// How many kinds of quality items 质量管理水平 are stated.
  func qualityItemCount() -> Measured {
    guard let items = application.facts.qualityItems else { return Measured(.missing) }
    return Measured(Int128(items.count))
  }
}
