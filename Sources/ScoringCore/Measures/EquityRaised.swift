extension Subject {
  /// New equity 新增股权融资: amounts of qualified investors, paid in, dated in the window; in 万元.
  func equityRaised(years: Int) -> Measured {
    guard let rounds = application.facts.equityFinancing else { return Measured(.missing) }
    let window = window(years: years)
    var fen: Int128 = 0
    for round in rounds where round.qualifiedInvestor && round.paidIn && window.contains(round.date) {
      fen += Int128(round.amount.fen)
    }
    return Measured(fen, over: 1_000_000)
  }
}
