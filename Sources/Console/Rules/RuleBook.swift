package import ScoringCore

/// One line of the standard as it is read.
package struct RuleLine: Sendable, Hashable {
  /// Where it stands: `EDITION/specialized/indicator.mainShare`; lines of one rule share it.
  package var path: String
  package var depth: Int
  package var text: Phrase
  /// Points, bound or days, at the right.
  package var detail: Phrase
  /// True for what can be folded.
  package var isHeading: Bool
}

/// The standard itself as lines: editions, notices, provinces, size standard, calendar.
package struct RuleBook: Sendable {
  package private(set) var lines: [RuleLine] = []

  package init(_ standard: Standard) {
    for edition in standard.editions { add(edition) }
    add("periods", 0, Phrase("哪一件按哪一版", "Which case goes by which edition"))
    for period in standard.periods {
      let types = period.types.map(\.word).joined("、", ", ")
      line(
        "periods", 1, standard.name(of: period.tier, edition: period.edition).joined(Phrase(" ", " ")).joined(types),
        Phrase(
          "\(period.from) – \(period.until?.description ?? "")  \(period.edition)",
          "\(period.from) – \(period.until?.description ?? "")  \(period.edition)"))
      cite("periods", 2, period.citation)
    }
    add("interpretations", 0, Phrase("条文的解释", "Interpretations"))
    for open in Standard.interpretations { add(open) }
    add("notices", 0, Phrase("年度通知", "Yearly notices"))
    for notice in Standard.circulars { add(notice) }
    add("overlays", 0, Phrase("省级细则", "Provinces"))
    for authority in Authorities.shared.all { add(authority, standard) }
    add(Standard.sizeStandard)
    addCalendar()
  }

  // MARK: Parts

  private mutating func add(_ edition: Edition) {
    add(edition.id, 0, edition.name.joined(Phrase("  ", "  ")).joined(edition.document))
    add("\(edition.id)/basics", 1, Phrase("基本条件", "Basic requirements"))
    for basic in edition.basics { add(basic, "\(edition.id)/basic.\(basic.id)", 2) }
    for tier in Tier.allCases {
      guard let rules = edition[tier] else { continue }
      let path = "\(edition.id)/\(tier.rawValue)"
      add(path, 1, rules.name, rules.citation.place)
      for condition in rules.conditions { add(condition, path, rules) }
      if let score = rules.score { add(score, path) }
      if !rules.routes.isEmpty {
        add("\(path)/routes", 2, Phrase("直通车（任一）", "Routes (any one)"))
        for route in rules.routes { add(route, "\(path)/route.\(route.id)", 3) }
      }
    }
  }

  private mutating func add(_ rule: Requirement, _ path: String, _ depth: Int) {
    add(path, depth, rule.name)
    line(path, depth + 1, rule.test.wording)
    cite(path, depth + 1, rule.citation)
    readings(path, depth + 1, rule.test.interpretations)
  }

  private mutating func add(_ condition: Condition, _ root: String, _ rules: TierRules) {
    let path = "\(root)/condition.\(condition.id)"
    let aspect = rules.aspects.first { $0.id == condition.aspect }?.name
    add(path, 2, condition.name, aspect ?? Phrase("", ""))
    line(path, 3, condition.test.wording)
    if let test = condition.reviewTest {
      line(path, 3, Phrase("复核：", "On review: ").joined(test.wording))
    }
    if let own = condition.own {
      line(path, 3, Phrase("复核：", "On review: ").joined(own.test.wording))
    }
    if condition.notOnReview { line(path, 3, Phrase("复核不适用", "Not applicable on review")) }
    if let waiver = condition.waiver {
      line(path, 3, Phrase("免除：", "Waived by: ").joined(waiver.wording))
    }
    if let route = condition.route {
      let name = rules.routes.first { $0.id == route }?.name ?? Phrase(route, route)
      line(path, 3, Phrase("可由直通车替代：", "Replaced by the route: ").joined(name))
    }
    cite(path, 3, condition.citation)
    readings(path, 3, condition.test.interpretations)
  }

  private mutating func add(_ score: ScoreRules, _ path: String) {
    add(
      "\(path)/score", 2, Phrase("评价指标", "Score"),
      Phrase("合格 \(score.pass) / \(score.outOf)", "pass \(score.pass) / \(score.outOf)"))
    cite("\(path)/score", 3, score.citation)
    for group in score.classes {
      let minimum =
        group.minimum.map { Phrase("，至少 \($0)", ", at least \($0)") } ?? Phrase("", "")
      add(
        "\(path)/class.\(group.id)", 3, group.name,
        Phrase("\(group.outOf) 分", "\(group.outOf) points").joined(minimum))
      for indicator in group.indicators {
        let place = "\(path)/indicator.\(indicator.id)"
        add(place, 4, indicator.name, Phrase("\(indicator.outOf)", "\(indicator.outOf)"))
        if case .bands(let bands) = indicator.scale { line(place, 5, bands.measure.wording) }
        for band in indicator.scale.lines {
          line(place, 5, band.text, Phrase("\(band.points)", "\(band.points)"))
        }
        cite(place, 5, indicator.citation)
        readings(place, 5, indicator.scale.interpretations)
      }
    }
  }

  private mutating func add(_ open: Interpretation) {
    let path = "interpretations/\(open.id)"
    add(path, 1, Phrase("\(open.id) ", "\(open.id) ").joined(open.question), open.place)
    for (i, reading) in open.readings.enumerated() {
      line(
        path, 2, reading.name.joined(Phrase("（\(reading.key)）", " (\(reading.key))")),
        i == 0 ? Phrase("本程序采用", "taken here") : Phrase("省级可另定", "a province may set it"))
    }
  }

  // MARK: Lines

  mutating func add(_ path: String, _ depth: Int, _ text: Phrase, _ detail: Phrase = Phrase("", "")) {
    lines.append(RuleLine(path: path, depth: depth, text: text, detail: detail, isHeading: true))
  }

  mutating func line(_ path: String, _ depth: Int, _ text: Phrase, _ detail: Phrase = Phrase("", "")) {
    lines.append(RuleLine(path: path, depth: depth, text: text, detail: detail, isHeading: false))
  }

  mutating func cite(_ path: String, _ depth: Int, _ citation: Citation) {
    line(
      path, depth,
      Phrase("依据 ", "Rule: ").joined(citation.document).joined(Phrase(" ", " ")).joined(citation.place))
  }

  private mutating func readings(_ path: String, _ depth: Int, _ ids: [String]) {
    guard !ids.isEmpty else { return }
    let list = Set(ids).sorted()
    line(
      path, depth,
      Phrase("解释 \(list.joined(separator: "、"))", "Interpretation \(list.joined(separator: ", "))"))
  }
}

extension Comparison.Relation {
  /// ` ≥ 80%`.
  func words(_ bound: Bound, _ unit: Unit) -> Phrase {
    let quantity = Quantity(Int128(bound.numerator), over: Int128(bound.denominator), unit)
    return Phrase(
      " \(rawValue) " + Figures.bound(quantity, .zh), " \(rawValue) " + Figures.bound(quantity, .en))
  }
}
