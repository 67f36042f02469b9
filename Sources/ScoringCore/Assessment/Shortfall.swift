extension Assessment {
  /// How far the application is from its line (Measures §9).
  ///
  /// Of a score: points short of the pass line, or of the classes' own minimums together where that is more, for a point
  /// in a class counts in the total as well. Where the edition scores nothing: basic requirements and conditions that do
  /// not meet. An interval where facts are missing; `nil` where all is met, or a score or route that is not in the way.
  public var shortfall: Points? {
    guard outcome != .meets else { return nil }
    guard let score else {
      let outcomes = basics.map(\.outcome) + conditions.map(\.outcome)
      let fails = outcomes.count { $0 == .fails }
      return Points(fails, fails + outcomes.count { $0 == .undetermined })
    }
    guard conditions.first(where: { $0.id == "scoreOrRoute" })?.outcome != .meets else { return nil }
    return Self.short(score.points, score.pass, classes.map { ($0.points, $0.minimum) })
  }

  /// Points short of a pass line, or of the minimums of classes.
  static func short(_ total: Points, _ pass: Int, _ classes: [(points: Points, minimum: Int?)]) -> Points {
    func short(_ reached: (Points) -> Int) -> Int {
      let ofClasses = classes.reduce(0) { $0 + max(0, ($1.minimum ?? 0) - reached($1.points)) }
      return max(0, pass - reached(total), ofClasses)
    }
    return Points(short(\.maximum), short(\.minimum))
  }
}

extension Explanation {
  /// Of a whole result: points short of what its score asks; `nil` where it scores nothing, or the score is not in the way.
  public var shortfall: Points? {
    let conditions = children.first { $0.kind == .conditions }?.children ?? []
    guard outcome != .meets, let score = children.first(where: { $0.kind == .score }), let points = score.points,
      let pass = score.comparisons.first?.bound.numerator,
      conditions.first(where: { $0.id == "condition.scoreOrRoute" })?.outcome != .meets
    else { return nil }
    return Assessment.short(points, Int(pass), score.children.compactMap(\.classPoints))
  }

  private var classPoints: (points: Points, minimum: Int?)? {
    points.map { ($0, (comparisons.first?.bound.numerator).map { Int($0) }) }
  }

  /// Of a whole result: the indicators of which any one alone has the points left that its score is short of.
  public var closing: [Explanation] {
    guard let short = shortfall?.maximum, short > 0, let score = children.first(where: { $0.kind == .score }) else {
      return []
    }
    let lacking = score.children.filter { $0.outcome == .fails }.map(\.id)
    return score.children.filter { part in lacking.allSatisfy { $0 == part.id } }.flatMap(\.children).filter { node in
      guard let points = node.points, points.isDetermined, let outOf = node.outOf else { return false }
      return outOf - points.minimum >= short
    }
  }
}
