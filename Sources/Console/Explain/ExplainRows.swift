import ScoringCore

/// One line of a full explanation.
struct ExplainRow: Sendable, Hashable {
  enum Kind: Sendable, Hashable { case node, comparison, fact, note }
  var kind: Kind
  /// Id of the node it belongs to: what folds.
  var id: String
  var depth: Int
  var text: String
  /// In the right half: value, points, source.
  var detail: String
  var role: Role
  var isFoldable: Bool
  var isOpen: Bool
}

/// An explanation as lines: deciding first, and under each node its comparisons, facts, layer, reading and distance.
struct ExplainRows {
  let cells: BreakdownCells
  let sources: [String: Phrase]
  /// Nodes turned from their first state, which is open for what decides and for the top.
  let folds: Set<String>

  func rows(_ root: Explanation) -> [ExplainRow] {
    var rows: [ExplainRow] = []
    add(root, depth: 0, isFirst: true, to: &rows)
    return rows
  }

  private var language: Language { cells.language }

  private func add(_ node: Explanation, depth: Int, isFirst: Bool, to rows: inout [ExplainRow]) {
    let isOpen = (isFirst || node.decides) != folds.contains(node.id)
    let hasMore =
      !node.children.isEmpty || !node.facts.isEmpty || !node.comparisons.isEmpty
      || node.citation != nil
    let mark = node.decides && !isFirst ? "* " : ""
    rows.append(
      ExplainRow(
        kind: .node, id: node.id, depth: depth, text: mark + node.name(language), detail: result(node),
        role: cells.role(node), isFoldable: hasMore, isOpen: isOpen))
    guard isOpen else { return }
    func note(_ kind: ExplainRow.Kind, _ text: String, _ detail: String, _ role: Role = .muted) {
      rows.append(
        ExplainRow(
          kind: kind, id: node.id, depth: depth + 1, text: text, detail: detail, role: role,
          isFoldable: false, isOpen: false))
    }
    if let citation = node.citation {
      let layer = node.layer.map { "  (" + RuleWords.layer($0)(language) + ")" } ?? ""
      note(
        .note, Phrase("依据", "Rule")(language),
        citation.document(language) + " " + citation.place(language) + layer)
    }
    // A bare comparison says both by itself.
    if node.comparisons.isEmpty {
      if let asked = node.asked { note(.note, Phrase("要求", "Asked")(language), asked(language)) }
      if let found = node.found {
        note(.note, Phrase("实际", "Found")(language), found(language), node.outcome?.role ?? .muted)
      }
    }
    for comparison in node.comparisons {
      note(
        .comparison, Phrase("比较", "Compared")(language), compared(comparison, node),
        comparison.outcome.role)
    }
    for fact in node.facts {
      note(.fact, fact.name(language), stated(fact), fact.source == .notStated ? .undetermined : .text)
    }
    for reason in node.reasons {
      note(
        .note, Phrase("未定的原因", "Why undetermined")(language), Self.sentence(reason)(language), .undetermined)
    }
    for reading in node.interpretations {
      note(.note, Phrase("条文解释", "Interpretation")(language), reading)
    }
    let distance = cells.distance(node)
    if !distance.isEmpty { note(.note, Phrase("距离", "Distance")(language), distance) }
    let children = node.children.filter(\.decides) + node.children.filter({ !$0.decides })
    for child in children { add(child, depth: depth + 1, isFirst: false, to: &rows) }
  }

  private func result(_ node: Explanation) -> String {
    let value = cells.value(node)
    let result = cells.result(node)
    return value.isEmpty || value == result || value == cells.glyphs.none ? result : value + "   " + result
  }

  /// `82.10% ≥ 80%  符合  (63号 2022)`.
  private func compared(_ comparison: Comparison, _ node: Explanation) -> String {
    let measured =
      (comparison.measured ?? node.value).map { Figures.value($0, against: [comparison.bound], language) }
      ?? node.points.map(cells.interval) ?? Outcome.undetermined.word(language)
    return measured + " " + cells.relation(comparison.relation) + " "
      + Figures.bound(comparison.bound, language) + "  " + comparison.outcome.word(language)
      + "  (" + RuleWords.layer(comparison.layer)(language) + ")"
  }

  private func stated(_ fact: FactUsed) -> String {
    guard fact.source != .notStated else { return RuleWords.source(.notStated)(language) }
    let source = sources[fact.path].map { " " + $0(language) } ?? ""
    return fact.value(language) + "  " + RuleWords.source(fact.source)(language) + source
  }

  static func sentence(_ reason: Reason) -> Phrase {
    switch reason {
    case .missing: Phrase("所需事实未填", "a fact it needs is not stated")
    case .contradictory:
      Phrase("申报的数字互相矛盾，核实后才能计算", "the declared figures contradict each other; verify one to work it out")
    case .zeroBase: Phrase("基数为 0，比率无法计算", "the base is 0, so there is no rate")
    case .noOverlay:
      Phrase("本地方的特色化指标未载入", "the province's own indicators are not loaded")
    }
  }
}
