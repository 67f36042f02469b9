/// One single change that would bring a tier nearer 一步之差: information, never a recommendation.
public struct Move: Sendable, Hashable {
  /// `indicator.rdSpend`, `condition.size`, `route.equity`.
  public var nodeID: String
  /// The requirement or indicator it changes.
  public var name: Phrase
  /// Where its rule stands.
  public var citation: Citation?
  /// What is lacking, in the measure's own unit; `nil` where the step is no number.
  public var gap: Quantity?
  /// The bound to reach.
  public var bound: Quantity?
  /// The step in words where it is no number.
  public var step: Phrase?
  /// What is asked, where a requirement is lacking.
  public var asked: Phrase?
  /// What was found of it.
  public var found: Phrase?
  /// Points gained; 0 for a condition or a route.
  public var gain: Int
  /// True where this change alone makes the outcome *meets*.
  public var suffices: Bool
}

extension Standard {
  /// Single changes towards meeting a tier, those that suffice alone first, then the relatively smallest gap.
  ///
  /// Empty where the outcome is *meets*. An undetermined requirement is no gap: see `whatIsMissing`.
  public func cheapestMoves(
    _ application: Application, _ options: AssessmentOptions = AssessmentOptions()
  ) throws(EditionError) -> [Move] {
    let plan = try plan(application, options)
    var recorder = TreeRecorder()
    let assessment = Evaluator(application, plan).assess(&recorder)
    guard assessment.outcome != .meets, let root = recorder.root else { return [] }
    let requirements = root.children.filter { $0.kind == .basics || $0.kind == .conditions }.flatMap(
      \.children)
    let short = requirements.filter { $0.outcome != .meets }
    var moves: [Move] = []
    for node in short where node.outcome == .fails {
      let alone = short.count == 1
      guard node.id == "condition.scoreOrRoute" else {
        moves += node.moves(alone: alone)
        continue
      }
      for route in root.children.filter({ $0.kind == .routes }).flatMap(\.children) {
        moves += route.moves(alone: alone)
      }
      moves += plan.scoreMoves(root, assessment, alone: alone)
    }
    let replacing = root.children.filter { $0.kind == .routes }.flatMap(\.children)
    for route in replacing where plan.rules.score == nil {
      let replaced = plan.rules.conditions.filter { "route." + ($0.route ?? "") == route.id }.map {
        "condition." + $0.id
      }
      guard short.contains(where: { replaced.contains($0.id) }) else { continue }
      moves += route.moves(alone: short.allSatisfy { replaced.contains($0.id) })
    }
    return moves.enumerated().sorted { a, b in
      if a.element.suffices != b.element.suffices { return a.element.suffices }
      let (x, y) = (a.element.relativeGap, b.element.relativeGap)
      return x != y ? x < y : a.offset < b.offset
    }.map(\.element)
  }
}

extension Move {
  /// The gap in millionths of the bound; a step in words comes after every number.
  fileprivate var relativeGap: Int128 {
    guard let gap, let bound, bound.numerator != 0 else { return Int128.max }
    return gap.numerator * 1_000_000 / gap.denominator * bound.denominator / bound.numerator
  }
}

extension Explanation {
  /// The failing plain tests below a requirement: all of them are needed, or any one where its parts are alternatives.
  fileprivate func moves(alone: Bool) -> [Move] {
    var leaves: [(node: Explanation, suffices: Bool)] = []
    func visit(_ node: Explanation, suffices: Bool) {
      guard !node.children.isEmpty else {
        if node.outcome == .fails { leaves.append((node, suffices)) }
        return
      }
      let isEnough = node.isAnyOf || node.children.count { $0.outcome != .meets } == 1
      for child in node.children { visit(child, suffices: suffices && isEnough) }
    }
    visit(self, suffices: true)
    return leaves.map { leaf, suffices in
      Move(
        nodeID: id, name: leaf.kind == .part ? leaf.name : name, citation: citation, gap: leaf.distance?.gap,
        bound: leaf.comparisons.first?.bound,
        step: leaf.distance?.gap == nil ? leaf.distance?.step ?? leaf.name : nil, asked: leaf.asked,
        found: leaf.found, gain: 0, suffices: alone && suffices)
    }
  }
}

extension Plan {
  /// For each indicator the smallest step that lifts the score over its line, else the next step.
  fileprivate func scoreMoves(_ root: Explanation, _ assessment: Assessment, alone: Bool) -> [Move] {
    guard let score = assessment.score, let rules = rules.score else { return [] }
    let need = score.pass - score.points.minimum
    let shortClasses = assessment.classes.compactMap { part in
      part.minimum.flatMap { $0 > part.points.minimum ? (id: part.id, lack: $0 - part.points.minimum) : nil }
    }
    let classes = root.children.filter { $0.kind == .score }.flatMap(\.children)
    var moves: [Move] = []
    for (node, rule) in zip(classes, rules.classes) {
      let lack = shortClasses.first { $0.id == rule.id }?.lack ?? 0
      let others = shortClasses.contains { $0.id != rule.id }
      for (indicator, rule) in zip(node.children, rule.indicators) {
        guard let points = indicator.points, points.isDetermined else { continue }
        let steps = rule.scale.steps(above: indicator)
        let enough = steps.first { $0.points - points.minimum >= max(need, lack) }
        guard let step = enough ?? steps.first else { continue }
        moves.append(
          Move(
            nodeID: indicator.id, name: indicator.name, citation: indicator.citation, gap: step.gap,
            bound: step.bound,
            step: step.step, gain: step.points - points.minimum, suffices: alone && enough != nil && !others))
      }
    }
    return moves
  }
}

extension Scale {
  fileprivate struct Step {
    var points: Int
    var gap: Quantity?
    var bound: Quantity?
    var step: Phrase?
  }

  /// Every better step, the nearest first.
  fileprivate func steps(above node: Explanation) -> [Step] {
    let points = node.points?.minimum ?? 0
    func rising(_ steps: [Step]) -> [Step] {
      steps.filter { $0.points > points }.sorted { $0.points < $1.points }
    }
    switch self {
    case .bands(let bands): return rising(bands.steps(above: node.value))
    case .better(let sides):
      return rising(zip(sides, node.children).flatMap { side, part in side.steps(above: part.value) })
    case .ipGrade(let byGrade):
      return rising(zip(byGrade, IPGrade.allCases).map { Step(points: $0, step: $1.name) })
    case .institution(let byRank, _):
      return rising(InstitutionLevel.allCases.map { Step(points: byRank[$0.rank], step: $0.name) })
    case .firstOf(let lines, _):
      return rising(lines.map { Step(points: $0.points, step: $0.facts.map(\.name).joined) })
    case .local:
      return rising(
        node.children.flatMap { child -> [Step] in
          guard let distance = child.distance else { return [] }
          let next = Step(points: points + distance.gain, gap: distance.gap, step: distance.step ?? child.name)
          let left = (child.outOf ?? 0) - (child.points?.minimum ?? 0)
          guard left > distance.gain else { return [next] }
          let full = Phrase("\(child.name.zh) 得满分", "\(child.name.en) in full")
          return [next, Step(points: points + left, step: full)]
        })
    }
  }
}

extension Scale.Bands {
  fileprivate func steps(above value: Quantity?) -> [Scale.Step] {
    guard let value else { return [] }
    return bands.compactMap { band in
      let lack = value.surplus(over: band.bound, relation)
      guard lack.numerator < 0 else { return nil }
      return Scale.Step(
        points: band.points, gap: Quantity(-lack.numerator, over: lack.denominator, lack.unit),
        bound: band.bound.quantity(value.unit))
    }
  }
}
