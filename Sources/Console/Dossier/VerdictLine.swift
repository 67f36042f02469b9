import ScoringCore

/// The verdict: a word, then the points against the pass line, then the reason.
struct VerdictLine {
  let current: Explanation
  let language: Language
  let glyphs: Glyphs

  /// Draws one line, and a second where the reason does not fit beside the points. Returns the lines used.
  func draw(_ grid: inout Grid, in area: Rect) -> Int {
    let width = area.right
    let y = area.y
    let outcome = current.outcome ?? .undetermined
    var x = grid.put(outcome.word(language), area.x + 2, y, outcome.role) + 3
    if let score { x = grid.put(score, x, y) + 3 }
    let summary = summaries.joined(separator: "   ")
    let columns = Width.of(reason, glyphs.ambiguity)
    let rest = Width.of(summary, glyphs.ambiguity)
    if columns == 0 || x + columns + 3 + rest < width {
      if columns > 0 { x = grid.put(reason, x, y, .text) + 3 }
      grid.put(summary, x, y, .muted, width: width - 1 - x)
      return 1
    }
    grid.put(summary, x, y, .muted, width: width - 1 - x)
    grid.put(reason, area.x + 2, y + 1, .text, width: area.width - 3)
    return 2
  }

  /// `58–66 / 60`, or nothing where the edition scores nothing.
  var score: String? {
    guard let node = Self.find(.score, in: current), let points = node.points else { return nil }
    let cells = BreakdownCells(language: language, glyphs: glyphs)
    let pass = node.comparisons.first?.bound
    return cells.interval(points)
      + (pass.map { " / \($0.numerator / max(1, $0.denominator))" } ?? node.outOf.map { " / \($0)" } ?? "")
  }

  /// What made the verdict, by name.
  var reason: String {
    switch current.outcome {
    case .fails:
      let failing = BreakdownRows.decisive(in: current).filter { $0.points == nil && $0.outcome == .fails }
      let asked = failing.filter { $0.id != "condition.scoreOrRoute" || short == nil }
      let parts = [short.map { short($0, current.closing) } ?? "", counted(Phrase("不符", "fails"), asked)]
      return parts.filter { !$0.isEmpty }.joined(separator: Phrase("；", "; ")(language))
    case .undetermined:
      return counted(Phrase("未定", "open"), BreakdownRows.open(in: current))
    case .meets, nil:
      return ""
    }
  }

  /// Points short of what the score asks; `nil` where it is not in the way.
  private var short: Points? { current.shortfall.flatMap { $0.maximum > 0 ? $0 : nil } }

  /// How many points are short, and each indicator that could make up for them alone.
  private func short(_ points: Points, _ closing: [Explanation]) -> String {
    let figure = BreakdownCells(language: language, glyphs: glyphs).interval(points)
    let names = closing.map { $0.name(language) }.joined(separator: Phrase("、", ", ")(language))
    return language == .zh
      ? "差 \(figure) 分" + (names.isEmpty ? "，没有单独一项可补足" : "；以下任一项可补足：" + names)
      : "\(figure) short" + (names.isEmpty ? ", no single change closes it" : "; any of these would close it: " + names)
  }

  private func counted(_ word: Phrase, _ nodes: [Explanation]) -> String {
    guard !nodes.isEmpty else { return "" }
    let names = nodes.map { $0.name(language) }.joined(separator: Phrase("、", ", ")(language))
    return language == .zh ? "\(word.zh) \(nodes.count) 项：\(names)" : "\(nodes.count) \(word.en): \(names)"
  }

  /// Basics, conditions and routes, each in a few words.
  var summaries: [String] {
    var parts: [String] = []
    for kind in [Explanation.Kind.basics, .conditions] {
      guard let group = Self.find(kind, in: current) else { continue }
      let leaves = BreakdownRows.leaves(of: group)
      guard !leaves.isEmpty else { continue }
      let met = leaves.filter { $0.outcome == .meets }.count
      let name = kind == .basics ? Phrase("基本条件", "basics") : Phrase("认定条件", "conditions")
      parts.append("\(name(language)) \(met)/\(leaves.count)")
    }
    if let routes = Self.find(.routes, in: current) {
      let open = routes.children.first { $0.outcome == .meets }
      parts.append(
        Phrase("直通车 ", "route ")(language) + (open?.name(language) ?? Phrase("无", "none")(language)))
    }
    return parts
  }

  static func find(_ kind: Explanation.Kind, in node: Explanation) -> Explanation? {
    if node.kind == kind { return node }
    for child in node.children {
      if let found = find(kind, in: child) { return found }
    }
    return nil
  }
}
