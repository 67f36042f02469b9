/// Two figures that stand in each other's place.
extension FindingSearch {
  mutating func exchanges() {
    researchAndRevenue()
    staffAndEmployees()
  }

  /// R&D expense above revenue, where main revenue or the leading product, or another year, says which is which.
  private mutating func researchAndRevenue() {
    for year in years(of: .rdExpense) {
      guard let research = figure(.rdExpense, year), let revenue = figure(.revenue, year), research > revenue
      else { continue }
      let parts = [Fact.mainRevenue, .leadingProductRevenue].compactMap { figure($0, year) }
      let isExchanged: Bool
      if let part = parts.first {
        // Main revenue may be a little above revenue as well; a unit would put them far apart.
        isExchanged = part > revenue && part < 2 * research && research < 20 * part
      } else {
        isExchanged = isNearer(.revenue, .rdExpense, year)
      }
      if isExchanged { exchanged(.revenue, .rdExpense, year) }
    }
  }

  /// More R&D staff than employees: exchanged where that brings the year to its neighbours, or where it is so in every
  /// year; a few too many are a part above its whole and no more.
  private mutating func staffAndEmployees() {
    let years = years(of: .rdStaff).filter { figure(.employees, $0) != nil }
    func isAbove(_ year: Int) -> Bool { (figure(.rdStaff, year) ?? 0) > (figure(.employees, year) ?? 0) }
    let above = years.filter(isAbove)
    for year in above {
      guard let research = figure(.rdStaff, year), let all = figure(.employees, year) else { continue }
      let isFar = 5 * all <= 4 * research
      let isExchanged =
        2 * above.count > years.count
        ? isFar || (above.count == years.count && years.count > 1) : isFar && isNearer(.employees, .rdStaff, year)
      if isExchanged { exchanged(.employees, .rdStaff, year) }
    }
  }

  private mutating func exchanged(_ one: Fact, _ other: Fact, _ year: Int) {
    let (first, second) = (named(one, year), shown(other, year))
    explain(
      .exchanged, [.year(one, year), .year(other, year)],
      Phrase(
        "\(first.zh)，\(other.name.zh) \(second.zh)，疑为互换",
        "\(first.en), and \(other.name.en), \(second.en), may be exchanged"),
      Phrase("请对照 \(paper(one, year).zh)", "hold both against \(paper(one, year).en)"))
  }

  /// Whether a figure was found in the place of another.
  func isExchanged(_ fact: Fact, _ year: Int) -> Bool {
    let path = FactPath.year(fact, year).description
    return found.contains { $0.kind == .exchanged && $0.paths.contains(path) }
  }

  /// Whether exchanging two figures of a year brings them nearer to those of a year in which they are in order.
  private func isNearer(_ whole: Fact, _ part: Fact, _ year: Int) -> Bool {
    let others = years(of: whole).filter { $0 != year }.sorted { abs($0 - year) < abs($1 - year) }
    for other in others {
      guard let a = figure(whole, year), let b = figure(part, year), let c = figure(whole, other),
        let d = figure(part, other), d <= c
      else { continue }
      /// How many times one is the other, as a fraction; 0 counts as the least step.
      func times(_ x: Int128, _ y: Int128) -> (over: Int128, under: Int128) {
        (max(max(x, y), 1), max(min(x, y), 1))
      }
      // Amounts are cut to 万元 so that a product of four fits 128 bits.
      let unit: Int128 = whole.unit == .money ? 1_000_000 : 1
      let straight = (times(a / unit, c / unit), times(b / unit, d / unit))
      let crossed = (times(a / unit, d / unit), times(b / unit, c / unit))
      return crossed.0.over * crossed.1.over * straight.0.under * straight.1.under
        < straight.0.over * straight.1.over * crossed.0.under * crossed.1.under
    }
    return false
  }
}
