/// A fact that is not stated, and what stating it could change 缺项.
public struct MissingFact: Sendable, Hashable {
  /// `facts.rdStaff.2024`.
  public var path: String
  /// As officers call it, with the year.
  public var name: Phrase
  /// What rests on it: `indicator.rdStaff`, `condition.rd`.
  public var nodes: [String]
  /// The outcome if it were stated and at its best, everything else as it is.
  public var best: Outcome
  /// The outcome at its worst.
  public var worst: Outcome
  /// The least total at its worst and the most at its best; `nil` where nothing is scored.
  public var points: Points?
}

extension Standard {
  /// The facts that are not stated and touch something undetermined, with the range of outcomes each leaves open.
  ///
  /// A fact that several measures share is taken at the best or the worst of each, so the range is an outer bound.
  public func whatIsMissing(
    _ application: Application, _ options: AssessmentOptions = AssessmentOptions()
  ) throws(EditionError) -> [MissingFact] {
    let plan = try plan(application, options)
    var recorder = TreeRecorder()
    _ = Evaluator(application, plan).assess(&recorder)
    var missing: [MissingFact] = []
    recorder.root?.collect(missing: &missing, owner: "")
    for index in missing.indices {
      let best = assess(application, plan, missing[index].path, best: true)
      let worst = assess(application, plan, missing[index].path, best: false)
      missing[index].best = best.outcome
      missing[index].worst = worst.outcome
      if let high = best.score?.points, let low = worst.score?.points {
        missing[index].points = Points(low.minimum, high.maximum)
      }
    }
    return missing
  }

  private func assess(_ application: Application, _ plan: Plan, _ path: String, best: Bool) -> Assessment {
    var evaluator = Evaluator(application, plan)
    evaluator.assumption = Assumption(path: path, best: best)
    var recorder = NullRecorder()
    return evaluator.assess(&recorder)
  }
}

extension Explanation {
  /// Facts not stated below nodes that are undetermined, each once, with the requirements that rest on them.
  fileprivate func collect(missing: inout [MissingFact], owner: String) {
    let owner = kind == .part || kind == .application ? owner : id
    let open = outcome == .undetermined || points.map { !$0.isDetermined } ?? false
    for fact in facts where open && fact.source == .notStated {
      if let index = missing.firstIndex(where: { $0.path == fact.path }) {
        if !missing[index].nodes.contains(owner) { missing[index].nodes.append(owner) }
      } else {
        missing.append(
          MissingFact(
            path: fact.path, name: fact.name, nodes: [owner], best: .undetermined, worst: .undetermined,
            points: nil))
      }
    }
    for child in children { child.collect(missing: &missing, owner: owner) }
  }
}
