extension Measure {
  /// The measure in words: 研发费用 ÷ 营业收入.
  public var wording: Phrase {
    func years(_ back: Int) -> Phrase {
      back == 0 ? Phrase("（上年度）", " of last year") : Phrase("（上年度的前 \(back) 年）", " \(back) years before")
    }
    func joined(_ a: Phrase, _ b: Phrase) -> Phrase { Phrase(a.zh + b.zh, a.en + b.en) }
    switch self {
    case .ratio(let a, let b, let back):
      return joined(Phrase("\(a.name.zh) ÷ \(b.name.zh)", "\(a.name.en) ÷ \(b.name.en)"), years(back))
    case .growth(let fact): return Phrase("\(fact.name.zh)增长率", "Growth of \(fact.name.en)")
    case .meanGrowth(let fact):
      return Phrase("\(fact.name.zh)两年平均增长率", "Mean growth of \(fact.name.en), two years")
    case .compoundGrowth(let fact):
      return Phrase("\(fact.name.zh)两年复合增长率", "Compound growth of \(fact.name.en), two years")
    case .amount(let fact, let back): return joined(fact.name, years(back))
    case .twoYearSum(let fact, _):
      return Phrase("近两年\(fact.name.zh)合计", "\(fact.name.en), two years together")
    case .twoYearMean(let fact): return Phrase("近两年\(fact.name.zh)均值", "\(fact.name.en), mean of two years")
    case .equityRaised(let years):
      let equity = Fact.equityFinancing.name
      return Phrase("近 \(years) 年\(equity.zh)", "\(equity.en) in \(years) years")
    case .segmentYears: return Phrase("从事特定细分市场年限", "Full years in the segment")
    case .ipInUse: return Phrase("应用于主导产品的I类知识产权", "Counting class-I intellectual property in use")
    case .qualityItems: return Fact.qualityItems.name
    case .number(let fact): return fact.name
    }
  }
}

extension Test {
  /// The test in words: 研发费用 ÷ 营业收入（上年度） ≥ 3.00%.
  public var wording: Phrase {
    switch self {
    case .all(let parts): return Self.list(parts, "且", "and")
    case .any(let parts): return Self.list(parts, "或", "or")
    case .flag(let fact, let wanted):
      return wanted ? fact.name : Phrase("非：" + fact.name.zh, "Not: " + fact.name.en)
    case .measure(let measure, let relation, let bound):
      let bound = bound.quantity(measure.unit).text
      return Phrase(
        "\(measure.wording.zh) \(relation.rawValue) \(bound.zh)",
        "\(measure.wording.en) \(relation.rawValue) \(bound.en)")
    case .title(let kinds):
      return Phrase(
        "有效称号：" + kinds.map(\.name.zh).joined(separator: "、"),
        "Valid title: " + kinds.map(\.name.en).joined(separator: ", "))
    case .noTitle(let kinds):
      return Phrase(
        "没有有效称号：" + kinds.map(\.name.zh).joined(separator: "、"),
        "No valid title: " + kinds.map(\.name.en).joined(separator: ", "))
    case .award(let national, let provincial, let years):
      let asked = [(AwardLevel.national, national), (.provincial, provincial)].compactMap { level, rank in
        rank.map { (level.name, $0) }
      }
      let zh = asked.map { $1 == Int.max ? $0.zh : "\($0.zh)前 \($1) 名" }.joined(separator: "或")
      let en = asked.map { $1 == Int.max ? $0.en : "\($0.en), place \($1) or better" }.joined(
        separator: " or ")
      return Phrase("近 \(years) 年科技奖励：\(zh)", "Prize in \(years) years: \(en)")
    case .makerChina(let rank, let years):
      return Phrase("近 \(years) 年创客中国前 \(rank) 名", "Maker China in \(years) years, place \(rank) or better")
    case .institution(let level):
      guard let level else { return Phrase("研发机构（自建或联合）", "An R&D institution, own or joint") }
      return Phrase("\(level.name.zh)以上研发机构", "R&D institution, \(level.name.en.lowercased()) or above")
    case .sme: return Phrase("符合中小企业划型标准", "Is an SME by the size standard")
    case .industryOutside(let codes):
      let codes = codes.joined(separator: " ")
      return Phrase("行业代码不在 \(codes)", "Industry code outside \(codes)")
    case .industryInside(let codes):
      let codes = codes.joined(separator: " ")
      return Phrase("行业代码属于 \(codes)", "Industry code of \(codes)")
    case .branches(let measure, let branches):
      return Phrase(
        "按\(measure.wording.zh)分 \(branches.count) 档", "By \(measure.wording.en), \(branches.count) branches")
    case .scoreOrRoute: return Phrase("评价得分合格，或符合任一直通车", "Score passes, or any route meets")
    }
  }

  private static func list(_ parts: [Test], _ zh: String, _ en: String) -> Phrase {
    Phrase(
      parts.map(\.wording.zh).joined(separator: " \(zh) "),
      parts.map(\.wording.en).joined(separator: " \(en) "))
  }
}
