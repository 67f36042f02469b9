/// Parts above their wholes, where no exchange and no unit explains it.
extension FindingSearch {
  mutating func wholes() {
    for year in Set(Self.yearly.flatMap { years(of: $0) }).sorted() {
      above(.mainRevenue, .revenue, year)
      above(.leadingProductRevenue, .revenue, year)
      above(.rdExpense, .revenue, year)
      above(.netProfit, .revenue, year)
      above(.totalLiabilities, .totalAssets, year)
      above(.rdStaff, .employees, year)
    }
    equityPaidIn()
  }

  private mutating func above(_ part: Fact, _ whole: Fact, _ year: Int) {
    guard !isExplained(part, year), !isExchanged(whole, year), let small = figure(part, year),
      let great = figure(whole, year), small > great
    else { return }
    let (text, other, paper) = (named(part, year), shown(whole, year), paper(part, year))
    note(
      .whole, [FactPath.year(part, year), .year(whole, year)].map(\.description),
      Phrase("\(text.zh)，高于\(whole.name.zh) \(other.zh)", "\(text.en), is above \(whole.name.en), \(other.en)"),
      Phrase("请对照 \(paper.zh)", "see \(paper.en)"))
  }

  /// Total assets below liabilities and the equity that was paid in until the end of the year.
  private mutating func equityPaidIn() {
    let rounds = (facts.equityFinancing ?? []).enumerated().filter { index, round in
      round.paidIn && round.date.year <= year && !explained.contains(.item(.equityFinancing, index))
    }
    let raised = rounds.reduce(Int128(0)) { $0 + Int128($1.element.amount.fen) }
    guard raised > 0, !isExplained(.totalAssets, year), !isExplained(.totalLiabilities, year),
      let assets = figure(.totalAssets, year)
    else { return }
    let debt = figure(.totalLiabilities, year) ?? 0
    guard assets < debt + raised, debt <= assets else { return }
    let (text, other) = (named(.totalAssets, year), shown(.totalLiabilities, year))
    let sum = Quantity(raised, over: 1_000_000, .money).text
    note(
      .whole, ["facts.totalAssets.\(year)", "facts.totalLiabilities.\(year)", "facts.equityFinancing"],
      Phrase(
        "\(text.zh)，低于负债总额 \(other.zh) 与实缴的新增股权融资 \(sum.zh)之和",
        "\(text.en), is below total liabilities, \(other.en), and the new equity paid in, \(sum.en), together"),
      Phrase("请对照审计报告和银行回单", "see the audit report and the bank slips"))
  }
}
