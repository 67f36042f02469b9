extension Subject {
  /// The value of a measure for this application; compound measures give the ratio that is compared.
  func value(of measure: Measure) -> Measured {
    switch measure {
    case .ratio(let a, let b, let back): ratio(a, to: b, year: year - back)
    case .growth(let fact): growth(of: fact)
    case .meanGrowth(let fact):
      readings.meanGrowthIsCompound ? compoundRatio(of: fact) : meanGrowth(of: fact)
    case .compoundGrowth(let fact): compoundRatio(of: fact)
    case .amount(let fact, let back): amount(of: fact, year: year - back)
    case .twoYearSum(let fact, let isOpen):
      isOpen && readings.researchOfLastYear ? amount(of: fact, year: year) : twoYearSum(of: fact)
    case .twoYearMean(let fact): twoYearMean(of: fact)
    case .equityRaised(let years): equityRaised(years: years)
    case .segmentYears: segmentYears()
    case .ipInUse: ipInUse()
    case .qualityItems: qualityItemCount()
    case .number(let fact): number(fact)
    }
  }

  /// Whether the measure's value is a ratio over two years, to be held against (1 + p)².
  func isCompound(_ measure: Measure) -> Bool {
    switch measure {
    case .compoundGrowth: true
    case .meanGrowth: readings.meanGrowthIsCompound
    default: false
    }
  }

  /// Whether a known value reaches a bound from above or from below, the bound itself included.
  func reaches(_ value: Measured, _ relation: Comparison.Relation, _ bound: Bound, compound: Bool) -> Bool {
    let left: Int128
    let right: Int128
    if compound {
      // r(Y) ÷ r(Y−2) against (1 + p)²; below −100 % every ratio reaches it.
      let base = Int128(bound.denominator) * 100
      let factor = max(0, base + Int128(bound.numerator))
      left = value.numerator * base * base
      right = factor * factor * value.denominator
    } else {
      left = value.numerator * Int128(bound.denominator)
      right = Int128(bound.numerator) * value.denominator
    }
    switch relation {
    case .atLeast: return left >= right
    case .atMost: return left <= right
    case .equals: return left == right
    }
  }
}
