extension Standard {
  /// What the rules say of an application, by its declared facts: fast, without an explanation.
  ///
  /// - Throws: when no edition is in force on the day of submission.
  public func assess(
    _ application: Application, _ options: AssessmentOptions = AssessmentOptions()
  ) throws(EditionError) -> Assessment {
    var recorder = NullRecorder()
    return Evaluator(application, try plan(application, options), unevidenced: options.unevidenced).assess(&recorder)
  }

  /// The same with its reasons: the tree that the evaluation leaves behind. `verified` holds the paths whose values in
  /// the application were verified by an officer.
  public func explain(
    _ application: Application, verified: Set<String> = [], _ options: AssessmentOptions = AssessmentOptions()
  ) throws(EditionError) -> Explanation {
    var recorder = TreeRecorder()
    let assessment = Evaluator(application, try plan(application, options), unevidenced: options.unevidenced)
      .assess(&recorder)
    guard var root = recorder.root else { preconditionFailure("every evaluation leaves a root") }
    root.mark(verified: verified)
    root.markDeciding(assessment)
    return root
  }
}

extension Explanation {
  /// States which facts were verified.
  mutating func mark(verified: Set<String>) {
    guard !verified.isEmpty else { return }
    for index in facts.indices where verified.contains(facts[index].path) { facts[index].source = .verified }
    for index in children.indices { children[index].mark(verified: verified) }
  }
}
