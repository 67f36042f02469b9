/// Figures in another unit, or with a digit too many (Facts §4.2): each figure is named once, the likeliest one first.
extension FindingSearch {
  /// Fen in one 万元.
  private static let wan: Int128 = 1_000_000

  mutating func units() {
    for year in years(of: .revenue) { perHead(year) }
    if years(of: .employees).isEmpty { bySector() }
    for fact in Self.money { jumps(fact) }
    for fact in [Fact.employees, .rdStaff] { jumps(fact) }
    for year in Set(Self.money.flatMap { years(of: $0) }).sorted() {
      againstRevenue(year)
      againstAssets(year)
    }
    equityAmounts()
  }

  /// Employees, or the R&D staff where these are said to be more.
  private func heads(_ year: Int) -> Int128? {
    guard let employees = figure(.employees, year) else { return nil }
    let heads = max(employees, figure(.rdStaff, year) ?? 0)
    return heads > 0 ? heads : nil
  }

  private mutating func unit(
    _ fact: Fact, _ year: Int, _ others: [FactPath], _ what: Phrase, _ doubt: Phrase = Self.doubt
  ) {
    leaveOut(.year(fact, year))
    let paper = paper(fact, year)
    note(
      .unit, ([.year(fact, year)] + others).map(\.description), what,
      Phrase("\(doubt.zh)，请对照 \(paper.zh)", "\(doubt.en), see \(paper.en)"))
  }

  private static let doubt = Phrase("单位或位数可能有误", "the unit or a digit may be wrong")

  /// An amount a head, cut to whole yuan.
  static func each(_ amount: Int128, _ heads: Int128) -> Phrase {
    Quantity(amount / heads / 100, over: 10_000, .money).text
  }

  // MARK: - against headcount and sector

  /// Revenue per employee outside 1 to 5,000 万元: the revenue, or all amounts of the year where they go together.
  private mutating func perHead(_ year: Int) {
    guard !isExplained(.revenue, year), let revenue = figure(.revenue, year), let heads = heads(year),
      revenue < Self.wan * heads || revenue > 5_000 * Self.wan * heads
    else { return }
    let each = Self.each(revenue, heads)
    let (text, people) = (named(.revenue, year), shown(.employees, year))
    let isAll = figure(.totalAssets, year).map { !isApart(100, $0, revenue) } ?? false
    let others = isAll ? Self.money.filter { $0 != .revenue && figure($0, year) != nil } : []
    for fact in others { leaveOut(.year(fact, year)) }
    let extent = isAll ? Phrase("该年全部金额", "all amounts of the year") : Phrase("该数", "it")
    let doubt =
      revenue < Self.wan * heads
      ? Phrase("\(extent.zh)的单位可能有误", "the unit of \(extent.en) may be wrong")
      : Phrase("\(extent.zh)可能以元填报", "\(extent.en) may be in yuan and not in wan yuan")
    unit(
      .revenue, year, others.map { .year($0, year) },
      Phrase(
        "\(text.zh)，员工 \(people.zh)，人均 \(each.zh)，不在 1 至 5,000 万元之间",
        "\(text.en), for \(people.en), is \(each.en) each, outside 1 to 5,000 wan yuan"), doubt)
  }

  /// Where no year states employees: an amount a hundred times what makes a large enterprise of the sector.
  private mutating func bySector() {
    guard let fact = [Fact.revenue, .totalAssets].first(where: { figure($0, year) != nil }),
      !isExplained(fact, year), let value = figure(fact, year)
    else { return }
    let sector = facts.sizeSector.flatMap { key in Standard.sizeStandard.sectors.first { $0.key == key } }
    let large = sector?.large.first { $0.fact.rawValue == fact.rawValue }.map { Int128($0.bound.numerator) } ?? 40_000
    guard value >= 100 * large * Self.wan else { return }
    let others = Self.money.filter { $0 != fact && figure($0, year) != nil }
    for fact in others { leaveOut(.year(fact, year)) }
    let (text, limit) = (named(fact, year), Quantity(large, .money).text)
    unit(
      fact, year, others.map { .year($0, year) },
      Phrase(
        "\(text.zh)，是本行业大型企业标准 \(limit.zh)的一百倍以上",
        "\(text.en), is a hundred times or more what makes a large enterprise of its sector, \(limit.en)"),
      Phrase("金额可能以元填报", "the amounts may be in yuan and not in wan yuan"))
  }

  // MARK: - against the year before

  /// A figure five times that of the year before or more, or a fifth or less; net profit ten times.
  private mutating func jumps(_ fact: Fact) {
    let years = years(of: fact)
    for (before, now) in zip(years, years.dropFirst()) where now == before + 1 {
      guard let old = figure(fact, before), let new = figure(fact, now), isApart(5, old, new) else { continue }
      // A few heads more or fewer in a small firm are no slip, nor are R&D staff a little above all employees.
      guard fact.unit != .people || max(old, new) >= 50 else { continue }
      if fact == .rdStaff, let all = figure(.employees, now), new > all, 2 * new < 3 * all { continue }
      let odd = oddOne(fact, years, before, now)
      if fact == .netProfit {
        let isTen = isApart(10, old, new)
        guard isTen || max(old, new) > 0, !isBusiness(before, now) else {
          if isTen { swing(before, now) }
          continue
        }
      }
      guard !isExplained(fact, odd), !isExplained(fact, odd == now ? before : now) else { continue }
      let (text, other) = (named(fact, now), shown(fact, before))
      unit(
        fact, odd, [.year(fact, odd == now ? before : now)],
        Phrase(
          "\(text.zh)，上年 \(other.zh)，相差五倍以上",
          "\(text.en), and the year before, \(other.en), are five times or more apart"))
    }
  }

  /// Which of two years that are far apart is the odd one: the neighbours say it, else the greater figure is.
  private func oddOne(_ fact: Fact, _ years: [Int], _ before: Int, _ now: Int) -> Int {
    guard let old = figure(fact, before), let new = figure(fact, now) else { return now }
    let others = years.filter { $0 != before && $0 != now }.compactMap { figure(fact, $0) }
    let withOld = others.count { $0 != 0 && !isApart(5, old, $0) }
    let withNew = others.count { $0 != 0 && !isApart(5, new, $0) }
    if withOld != withNew { return withOld > withNew ? now : before }
    return new.magnitude >= old.magnitude ? now : before
  }

  /// Whether net profits of two years are what business brings: no more than three tenths of revenue, or a loss that a firm
  /// that is being built up can have; and not a thousand times apart.
  private func isBusiness(_ before: Int, _ now: Int) -> Bool {
    guard let old = figure(.netProfit, before), let new = figure(.netProfit, now), new == 0 || !isApart(1_000, old, new)
    else { return false }
    return [before, now].allSatisfy { year in
      guard let profit = figure(.netProfit, year), let revenue = figure(.revenue, year), !isExplained(.revenue, year)
      else { return false }
      if 10 * Int128(profit.magnitude) <= 3 * revenue { return true }
      return profit < 0 && heads(year).map { -profit <= 100 * Self.wan * $0 } ?? false
    }
  }

  private mutating func swing(_ before: Int, _ now: Int) {
    let (text, other, paper) = (named(.netProfit, now), shown(.netProfit, before), paper(.netProfit, now))
    note(
      .plausibility, [now, before].map { FactPath.year(.netProfit, $0).description },
      Phrase(
        "\(text.zh)，上年 \(other.zh)，相差十倍以上", "\(text.en), and the year before, \(other.en), are ten times or more apart"),
      Phrase("请企业说明，并对照 \(paper.zh)", "ask the enterprise why, and see \(paper.en)"))
  }

  // MARK: - within a year

  /// What cannot be many times revenue, and total assets a hundred times revenue or a hundredth of it.
  private mutating func againstRevenue(_ year: Int) {
    guard !isExplained(.revenue, year), let revenue = figure(.revenue, year), revenue > 0 else { return }
    for fact in [Fact.mainRevenue, .leadingProductRevenue] where !isExplained(fact, year) {
      guard let part = figure(fact, year), part >= 5 * revenue || (part > 0 && 1_000 * part <= revenue) else {
        continue
      }
      unit(fact, year, [.year(.revenue, year)], beside(fact, .revenue, year))
    }
    for fact in [Fact.rdExpense, .netProfit] where !isExplained(fact, year) {
      guard let value = figure(fact, year)?.magnitude, value > revenue.magnitude else { continue }
      let isMuch = heads(year).map { Int128(value) > 500 * Self.wan * $0 } ?? (Int128(value) >= 10 * revenue)
      if isMuch { unit(fact, year, [.year(.revenue, year)], beside(fact, .revenue, year)) }
    }
    if !isExplained(.totalAssets, year), let assets = figure(.totalAssets, year), isApart(100, assets, revenue) {
      unit(.totalAssets, year, [.year(.revenue, year)], beside(.totalAssets, .revenue, year))
    }
  }

  /// Liabilities twenty times total assets.
  private mutating func againstAssets(_ year: Int) {
    guard !isExplained(.totalAssets, year), !isExplained(.totalLiabilities, year),
      let assets = figure(.totalAssets, year), let debt = figure(.totalLiabilities, year), debt > 0,
      debt >= 20 * assets
    else { return }
    unit(.totalLiabilities, year, [.year(.totalAssets, year)], beside(.totalLiabilities, .totalAssets, year))
  }

  private func beside(_ fact: Fact, _ whole: Fact, _ year: Int) -> Phrase {
    let (text, other) = (named(fact, year), shown(whole, year))
    return Phrase(
      "\(text.zh)，\(whole.name.zh) \(other.zh)，相差悬殊",
      "\(text.en), and \(whole.name.en), \(other.en), do not go together")
  }

  /// New equity twenty times total assets of the reference year, or, where these are not stated, above 10 billion yuan.
  private mutating func equityAmounts() {
    let assets = isExplained(.totalAssets, year) ? nil : figure(.totalAssets, year)
    let limit = assets.map { max(20 * $0, Self.wan) } ?? 1_000_000 * Self.wan
    for (index, round) in (facts.equityFinancing ?? []).enumerated() where Int128(round.amount.fen) >= limit {
      let path = FactPath.item(.equityFinancing, index)
      leaveOut(path)
      let (amount, others) = (
        FactValue.money(round.amount).text, assets == nil ? [] : [FactPath.year(.totalAssets, year)]
      )
      let total = shown(.totalAssets, year)
      note(
        .unit, ([path] + others).map(\.description),
        Phrase(
          "\(round.date) 新增股权融资 \(amount.zh)，\(year) 年资产总额 \(total.zh)，相差悬殊",
          "new equity of \(round.date), \(amount.en), and total assets of \(year), \(total.en), do not go together"),
        Phrase("\(Self.doubt.zh)，请对照投资协议和银行回单", "\(Self.doubt.en), see the agreement and the bank slip"))
    }
  }

  /// Whether one of two figures of one sign is so many times the other, or more; a fall to 0 is, a rise from 0 is not.
  func isApart(_ times: Int128, _ old: Int128, _ new: Int128) -> Bool {
    guard old != 0, new == 0 || (old > 0) == (new > 0) else { return false }
    let (a, b) = (Int128(old.magnitude), Int128(new.magnitude))
    return b >= times * a || times * b <= a
  }
}
