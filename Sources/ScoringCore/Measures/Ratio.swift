extension Subject {
  /// Ratio *a ÷ b* of one year, in percent.
  ///
  /// Undetermined when either is not stated, *b* is 0, or the two contradict each other; all reasons that apply are given.
  func ratio(_ a: YearlyFact, to b: YearlyFact, year: Int) -> Measured {
    let above = stated(a, year)
    let below = stated(b, year)
    guard let above, let below else {
      return Measured(below == 0 ? [.missing, .zeroBase] : .missing)
    }
    var reasons: ReasonSet = []
    if below == 0 { reasons.insert(.zeroBase) }
    if above > below, Self.contradict(a, b) { reasons.insert(.contradictory) }
    guard reasons.isEmpty else { return Measured(reasons) }
    return Measured(Int128(above) * 100, over: Int128(below))
  }

  /// Pairs of which the first cannot exceed the second in one year.
  private static func contradict(_ a: YearlyFact, _ b: YearlyFact) -> Bool {
    (a == .mainRevenue && b == .revenue) || (a == .rdStaff && b == .employees)
  }
}
