/// What experts look at in R&D, and figures on a bound.
extension FindingSearch {
  mutating func research(_ explanation: Explanation?) {
    for year in years(of: .rdExpense) {
      tripled(year)
      risesAlone(year)
    }
    spending()
    nearBound()
    if let explanation { onThreshold(explanation) }
  }

  private mutating func doubt(_ paths: [FactPath], _ what: Phrase, _ settles: Phrase) {
    note(.plausibility, paths.map(\.description), what, settles)
  }

  /// R&D expense more than three times that of the year before.
  private mutating func tripled(_ year: Int) {
    guard !isExplained(.rdExpense, year), !isExplained(.rdExpense, year - 1), let now = figure(.rdExpense, year),
      let before = figure(.rdExpense, year - 1), before > 0, now > 3 * before
    else { return }
    let (text, other) = (named(.rdExpense, year), shown(.rdExpense, year - 1))
    doubt(
      [.year(.rdExpense, year), .year(.rdExpense, year - 1)],
      Phrase(
        "\(text.zh)，超过上年 \(other.zh)的三倍", "\(text.en), is more than three times that of the year before, \(other.en)"),
      Phrase("请企业说明，并对照研发费用专项审计", "ask the enterprise why, and see the audit of R&D"))
  }

  /// Revenue falls while R&D expense rises by half or more.
  private mutating func risesAlone(_ year: Int) {
    guard !isExplained(.rdExpense, year), !isExplained(.rdExpense, year - 1), !isExplained(.revenue, year),
      !isExplained(.revenue, year - 1), let now = figure(.rdExpense, year), let before = figure(.rdExpense, year - 1),
      let revenue = figure(.revenue, year), let earlier = figure(.revenue, year - 1), before > 0, revenue < earlier,
      2 * now >= 3 * before
    else { return }
    let (text, other) = (named(.rdExpense, year), shown(.rdExpense, year - 1))
    let (fallen, from) = (shown(.revenue, year), shown(.revenue, year - 1))
    doubt(
      [.year(.rdExpense, year), .year(.rdExpense, year - 1), .year(.revenue, year), .year(.revenue, year - 1)],
      Phrase(
        "\(text.zh)，比上年 \(other.zh)增长一半以上，营业收入却由 \(from.zh) 降至 \(fallen.zh)",
        "\(text.en), rose by half or more from \(other.en), while revenue fell from \(from.en) to \(fallen.en)"),
      Phrase("请核对研发费用的归集", "see what was booked as R&D"))
  }

  /// R&D expense a head of R&D staff below 1 or above 100 万元; R&D expense below 10.
  private mutating func spending() {
    guard !isExplained(.rdExpense, year), let expense = figure(.rdExpense, year) else { return }
    let text = named(.rdExpense, year)
    if expense < 10_000_000 {
      doubt(
        [.year(.rdExpense, year)], Phrase("\(text.zh)，不足 10 万元", "\(text.en), is below 10 wan yuan"),
        Phrase("请核对有无研发活动", "ask whether there is any R&D"))
    }
    guard !isExplained(.rdStaff, year), let staff = figure(.rdStaff, year), staff > 0,
      expense < 1_000_000 * staff || expense > 100_000_000 * staff
    else { return }
    let (people, each) = (shown(.rdStaff, year), Self.each(expense, staff))
    doubt(
      [.year(.rdExpense, year), .year(.rdStaff, year)],
      Phrase(
        "\(text.zh)，研发人员 \(people.zh)，人均 \(each.zh)，不在 1 至 100 万元之间",
        "\(text.en), for \(people.en) of R&D staff, is \(each.en) each, outside 1 to 100 wan yuan"),
      Phrase("请对照研发人员名单和研发费用明细", "see the list of R&D staff and the R&D ledger"))
  }

  /// R&D expense over revenue within 0.05 of a point of a bound of the tier's rules.
  private mutating func nearBound() {
    guard let rules else { return }
    for back in 0...1 {
      let year = year - back
      guard !isExplained(.rdExpense, year), !isExplained(.revenue, year), let expense = figure(.rdExpense, year),
        let revenue = figure(.revenue, year), revenue > 0
      else { continue }
      let near = rules.bounds(of: .ratio(.rdExpense, to: .revenue, yearsBack: back)).first { bound in
        // |100 e ÷ r − n ÷ d| ≤ 5 ÷ 100.
        let (n, d) = (Int128(bound.numerator), Int128(bound.denominator))
        return 100 * (100 * expense * d - n * revenue).magnitude <= (5 * revenue * d).magnitude
      }
      guard let near else { continue }
      let (ratio, bound) = (Quantity(100 * expense, over: revenue, .percent).text, near.quantity(.percent).text)
      let (text, other) = (named(.rdExpense, year), shown(.revenue, year))
      note(
        .threshold, [FactPath.year(.rdExpense, year), .year(.revenue, year)].map(\.description),
        Phrase(
          "\(text.zh)，占营业收入 \(other.zh)的 \(ratio.zh)，紧靠界限 \(bound.zh)",
          "\(text.en), is \(ratio.en) of revenue, \(other.en), next to the bound \(bound.en)"),
        Phrase("请核对研发费用的归集", "see what was booked as R&D"))
    }
  }

  private var rules: TierRules? {
    let id = try? standard.editionFor(
      tier: application.tier, type: application.type, submitted: application.submitted)
    return id.flatMap { Standard.edition($0) }?[application.tier]
  }

  /// Amounts and shares exactly on the bound they were held against.
  private mutating func onThreshold(_ node: Explanation) {
    for comparison in node.comparisons {
      guard let measured = comparison.measured, measured.unit == .money || measured.unit == .percent,
        measured.numerator * comparison.bound.denominator == comparison.bound.numerator * measured.denominator
      else { continue }
      let paths = node.facts.map(\.path)
      let isNamed = found.contains { $0.kind == .threshold && Set($0.paths) == Set(paths) }
      guard !isNamed else { continue }
      note(
        .threshold, paths,
        Phrase(
          "\(node.name.zh) \(measured.text.zh)，正好在界限 \(comparison.bound.text.zh) 上",
          "\(node.name.en), \(measured.text.en), is exactly on the bound \(comparison.bound.text.en)"),
        Phrase("请核对所用的数", "see the figures it rests on"))
    }
    for child in node.children { onThreshold(child) }
  }
}

extension TierRules {
  /// The bounds that a measure is held against anywhere in the tier's rules, each once.
  func bounds(of measure: Measure) -> [Bound] {
    var bounds: [Bound] = []
    func take(_ test: Test) {
      switch test {
      case .all(let parts), .any(let parts): parts.forEach(take)
      case .measure(measure, _, let bound): bounds.append(bound)
      case .branches(_, let branches): branches.forEach { take($0.test) }
      default: break
      }
    }
    for condition in conditions {
      [condition.test, condition.reviewTest, condition.waiver].compactMap(\.self).forEach(take)
    }
    for route in routes { take(route.test) }
    for indicator in score?.classes.flatMap(\.indicators) ?? [] {
      let sides: [Scale.Bands] =
        switch indicator.scale {
        case .bands(let one): [one]
        case .better(let several): several
        default: []
        }
      for side in sides where side.measure == measure { bounds += side.bands.map(\.bound) }
    }
    return bounds.reduce(into: []) { all, bound in if !all.contains(bound) { all.append(bound) } }
  }
}
