/// What I-7 makes of facts whose required paper was found missing: a condition that rests on one fails, an indicator gives
/// nothing. Asked of cases alone, since an application by itself knows of no finding.
extension Evaluator {
  /// A test that rests on such a fact.
  func unevidenced<R: Recorder>(_ path: String, _ test: Test, _ recorder: inout R) -> ReasonedOutcome {
    recorder.record { node in
      node.facts = subject.used(in: test)
      node.outcome = .fails
      node.reasons = []
      node.showUnevidenced(path)
      node.asked = test.wording
      node.found = node.valueText
    }
    return ReasonedOutcome(.fails)
  }

  /// An indicator that rests on such a fact.
  func unevidenced<R: Recorder>(_ path: String, _ scale: Scale, _ recorder: inout R) -> Scored {
    recorder.record { node in
      node.facts = subject.used(in: scale)
      node.showUnevidenced(path)
    }
    return Scored(Points(0, 0))
  }
}

extension Standard {
  /// Whether a reading of I-7 is stated for an authority, so that papers found missing may matter to a result.
  public func mayAskEvidence(authority: String) -> Bool {
    overlay(authority: authority)?.values.contains { value in
      if case .reading("I-7", _) = value.effect { true } else { false }
    } ?? false
  }
}

extension Explanation {
  fileprivate mutating func showUnevidenced(_ path: String) {
    touch("I-7")
    let name = FactPath(path).map(\.name) ?? Phrase(path, path)
    valueText = Phrase("\(name.zh)的材料认定缺失，不计入", "the paper for \(name.en) was found missing: it does not count")
  }
}

extension Subject {
  /// The first fact of a test whose required paper is missing.
  func unevidenced(in test: Test) -> String? { used(in: test).map(\.path).first(where: isUnevidenced) }

  /// The first fact of a scale whose required paper is missing.
  func unevidenced(in scale: Scale) -> String? { used(in: scale).map(\.path).first(where: isUnevidenced) }

  /// Whether the paper of a fact, or of an item of it, is missing.
  func isUnevidenced(_ path: String) -> Bool {
    unevidenced.contains(path) || unevidenced.contains { path.hasPrefix($0 + ".") || path.hasPrefix($0 + "[") }
  }

  /// The facts that a test rests on by itself.
  func used(in test: Test) -> [FactUsed] {
    switch test {
    case .measure(let measure, _, _): used(measure)
    case .flag(let fact, _): [used(fact)]
    case .title, .noTitle: used(.titles)
    case .award: used(.awards)
    case .makerChina: used(.makerChina)
    case .institution: used(.rdInstitutions)
    case .industryOutside, .industryInside: [industry]
    case .sme:
      used(.sizeSector)
        + (application.facts.sizeSector.flatMap { Embedded.sizes[$0] }?.large.map { used($0.fact, year) } ?? [])
    case .branches(let measure, _): used(measure)
    case .all, .any, .scoreOrRoute: []
    }
  }

  /// The facts that a scale rests on.
  func used(in scale: Scale) -> [FactUsed] {
    switch scale {
    case .bands(let bands): used(bands.measure)
    case .better(let sides): sides.flatMap { used($0.measure) }
    case .ipGrade: used(.intellectualProperty)
    case .institution: used(.rdInstitutions)
    case .firstOf(let lines, _): lines.flatMap(\.facts).map(used)
    case .local: []
    }
  }
}
