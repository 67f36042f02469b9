import ScoringCore

/// The texts of one row of the breakdown.
struct BreakdownCells {
  let language: Language
  let glyphs: Glyphs

  /// The measured value, or why there is none.
  func value(_ node: Explanation?) -> String {
    guard let node else { return glyphs.none }
    if let text = node.valueText { return text(language) }
    if node.status == .notApplicable { return glyphs.none }
    if node.points == nil, node.kind.isRule, let telling = telling(node), let measured = telling.measured {
      return Figures.value(measured, against: [telling.bound], language)
    }
    if let value = node.value { return Figures.value(value, against: bounds(node), language) }
    if let score = openScore(node) { return score }
    // A group has none of its own; its members say why.
    if let reason = node.reasons.first { return node.kind.isRule ? RuleWords.reason(reason)(language) : "" }
    return stated(node) ?? glyphs.none
  }

  /// Of the condition that asks for a score: what is still possible, where that is not settled.
  private func openScore(_ node: Explanation) -> String? {
    guard let points = node.children.first(where: { $0.kind == .score })?.points, !points.isDetermined else {
      return nil
    }
    return interval(points) + Phrase(" 分", " pts")(language)
  }

  /// The bound a condition's value is held against, e.g. `≥80%`; empty where it has none.
  func bound(_ node: Explanation?) -> String {
    guard let node, node.points == nil, node.kind.isRule, node.status ?? .tested == .tested,
      let telling = telling(node)
    else { return "" }
    return relation(telling.relation) + Figures.bound(telling.bound, language)
  }

  func relation(_ relation: Comparison.Relation) -> String {
    switch relation {
    case .atLeast: glyphs.atLeast
    case .atMost: glyphs.atMost
    case .equals: "="
    }
  }

  /// Points out of their maximum; for a condition its result, or why it was not tested.
  func result(_ node: Explanation?) -> String {
    guard let node else { return glyphs.none }
    if let points = node.points {
      return interval(points) + (node.outOf.map { "/\($0)" } ?? "")
    }
    if node.status == .notApplicable { return Phrase("不适用", "n/a")(language) }
    if let status = node.status, status != .tested { return status.word(language) }
    return node.outcome.map { $0.word(language) } ?? glyphs.none
  }

  func interval(_ points: Points) -> String {
    points.isDetermined ? "\(points.minimum)" : "\(points.minimum)\(glyphs.range)\(points.maximum)"
  }

  /// Points before and after where a verified value changed them, else as `result`.
  func change(from before: Explanation?, to after: Explanation) -> String {
    guard let before else { return result(after) }
    if let old = before.points, let new = after.points {
      return old == new ? result(after) : interval(old) + glyphs.becomes + interval(new)
    }
    return before.outcome == after.outcome
      ? result(after) : result(before) + glyphs.becomes + result(after)
  }

  /// To the next better band in the indicator's own unit, with the points gained; else what may be lost.
  func distance(_ node: Explanation?) -> String {
    guard let node, let distance = node.distance else { return "" }
    let gain = distance.gain > 0 ? "  +\(distance.gain)" : ""
    if let gap = distance.gap { return Figures.gap(gap, language) + gain }
    if let step = distance.step { return step(language) + gain }
    guard let margin = distance.margin else { return "" }
    let side = telling(node)?.relation == .atMost ? Phrase("低于上限 ", "spare ") : Phrase("高出门槛 ", "spare ")
    return side(language) + Figures.margin(margin, language)
  }

  /// Where the rule stands.
  func clause(_ node: Explanation?, long: Bool) -> String {
    guard let citation = node?.citation else { return "" }
    let place = citation.place(language)
    guard !long else { return citation.document(language) + " " + place }
    return place.hasPrefix("attachment ") ? "att. " + place.dropFirst("attachment ".count) : place
  }

  /// The role of the result; a waived or replaced condition is plain.
  func role(_ node: Explanation?) -> Role {
    guard let node else { return .muted }
    if node.points?.isDetermined == false { return .undetermined }
    if node.kind == .route, node.outcome == .fails { return .muted }
    return node.points == nil ? (node.outcome?.role ?? .text) : .text
  }

  /// The comparison that tells the result: a failing one before an undetermined one before the rest.
  func telling(_ node: Explanation) -> Comparison? {
    let all = Self.comparisons(node)
    return all.first { $0.outcome == node.outcome && $0.outcome != .meets }
      ?? all.first { $0.outcome == node.outcome } ?? all.first
  }

  /// Its own comparisons and those of its parts.
  static func comparisons(_ node: Explanation) -> [Comparison] {
    node.comparisons + node.children.flatMap(comparisons)
  }

  private func bounds(_ node: Explanation) -> [Quantity] { Self.comparisons(node).map(\.bound) }

  /// The stated fact of a rule that is nothing but one statement, or how many items a list of one has.
  private func stated(_ node: Explanation) -> String? {
    guard let fact = node.facts.first, fact.source != .notStated,
      node.facts.dropFirst().allSatisfy({ $0.path.hasPrefix(fact.path + "[") })
    else { return nil }
    let text = fact.value(language)
    return text == "1 items" ? "1 item" : text
  }
}

extension Explanation.Kind {
  /// One rule or a part of it, not a group of rules.
  var isRule: Bool {
    switch self {
    case .basic, .condition, .indicator, .route, .part: true
    case .application, .basics, .conditions, .score, .class, .routes: false
    }
  }
}
