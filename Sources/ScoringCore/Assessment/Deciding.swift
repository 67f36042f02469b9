extension Explanation {
  /// The requirements, conditions, indicators and routes that decide the outcome, most telling first: what fails or
  /// is open before what holds it up.
  public var deciding: [Explanation] {
    guard kind != .basic, kind != .condition, kind != .indicator, kind != .route else { return [self] }
    let found = children.filter(\.decides).flatMap(\.deciding)
    return found.filter { $0.id != "condition.scoreOrRoute" || found.count == 1 }
  }

  /// Stated facts that decide the outcome, each once, most telling first.
  public var decidingFacts: [FactPath] {
    func used(_ node: Explanation) -> [FactUsed] { node.facts + node.children.flatMap(used) }
    var paths: [FactPath] = []
    for fact in deciding.flatMap(used) where fact.source != .notStated {
      guard let path = FactPath(fact.path), !paths.contains(path) else { continue }
      paths.append(path)
    }
    return paths
  }

  /// Paths of facts that are not stated, or contradict others, and touch the outcome.
  public var unsettled: [String] {
    var paths: [String] = []
    func visit(_ node: Explanation) {
      for fact in node.facts {
        let open =
          fact.source == .notStated || (node.reasons.contains(.contradictory) && node.children.isEmpty)
        if open, !paths.contains(fact.path) { paths.append(fact.path) }
      }
      for child in node.children where !child.reasons.isEmpty || child.outcome == .undetermined {
        visit(child)
      }
    }
    for node in deciding where !node.reasons.isEmpty || node.outcome == .undetermined { visit(node) }
    return paths
  }

  /// Marks what decides, from the root down.
  mutating func markDeciding(_ assessment: Assessment) {
    decides = true
    for index in children.indices {
      switch children[index].kind {
      case .basics, .conditions:
        children[index].markAll(decides: children[index].outcome == outcome && outcome != .meets)
      default: break
      }
    }
    let asked = children.first { $0.kind == .conditions }?.children.first {
      $0.id == "condition.scoreOrRoute"
    }
    for index in children.indices {
      switch children[index].kind {
      case .score:
        let decides = asked.map { $0.outcome == outcome && children[index].outcome == outcome } ?? false
        children[index].markScore(assessment, decides: decides)
      case .routes:
        let replaces = assessment.conditions.contains { $0.status == .replaced }
        let decides = asked.map { $0.outcome == outcome && children[index].outcome == outcome } ?? replaces
        children[index].markAny(decides: decides)
      default: break
      }
    }
  }

  /// All-of: what shares the outcome of the whole decides, unless all is well.
  private mutating func markAll(decides: Bool) {
    self.decides = decides
    for index in children.indices {
      children[index].decides = decides && children[index].outcome == outcome
    }
  }

  /// Any-of: what shares the outcome of the whole.
  private mutating func markAny(decides: Bool) {
    self.decides = decides
    for index in children.indices {
      children[index].decides = decides && children[index].outcome == outcome && outcome != .fails
    }
  }

  /// A score: indicators that are open, or of which one alone could bring it over or under its line.
  private mutating func markScore(_ assessment: Assessment, decides: Bool) {
    self.decides = decides
    guard decides, let score = assessment.score else { return }
    for index in children.indices {
      let minimum = assessment.classes.first { "class." + $0.id == children[index].id }?.minimum ?? 0
      for position in children[index].children.indices {
        guard let points = children[index].children[position].points else { continue }
        let outOf = children[index].children[position].outOf ?? 0
        let loss = children[index].children[position].distance?.margin == nil ? 0 : points.minimum
        let classPoints = children[index].points ?? Points(0, 0)
        let alone: Bool =
          switch outcome {
          case .undetermined: !points.isDetermined
          case .fails:
            score.points.maximum < score.pass
              ? score.points.maximum - points.maximum + outOf >= score.pass
              : classPoints.maximum < minimum && points.maximum < outOf
          default:
            score.points.minimum - loss < score.pass || classPoints.minimum - loss < minimum
          }
        children[index].children[position].decides = alone && (outcome != .fails || points.maximum < outOf)
        if children[index].children[position].decides { children[index].decides = true }
      }
    }
  }
}
