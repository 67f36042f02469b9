extension Evaluator {
  /// The score: worked out and shown whether or not a route decides.
  func score<R: Recorder>(_ assessment: inout Assessment, _ recorder: inout R) -> ReasonedOutcome {
    guard let rules = plan.rules.score else { return ReasonedOutcome(.fails) }
    recorder.enter {
      Explanation(.score, id: "score", Phrase("评价得分", "Score"), citation: rules.citation, layer: slotLayer)
    }
    assessment.indicators.reserveCapacity(16)
    assessment.classes.reserveCapacity(rules.classes.count)
    var total = Points(0, 0)
    var reasons: ReasonSet = []
    var minimums = Outcome.meets
    for rule in rules.classes {
      recorder.enter {
        Explanation(.class, id: "class." + rule.id, rule.name, citation: rule.citation, layer: editionLayer)
      }
      var points = Points(0, 0)
      var classReasons: ReasonSet = []
      for indicator in rule.indicators {
        let scored = self.indicator(indicator, &assessment, &recorder)
        assessment.indicators.append(
          Assessment.Indicator(
            id: indicator.id, classID: rule.id, points: scored.points, outOf: indicator.outOf,
            reasons: scored.reasons.list))
        points = points + scored.points
        classReasons.formUnion(scored.reasons)
      }
      let reached = rule.minimum.map(points.reaches) ?? .meets
      recorder.record {
        $0.show(points, outOf: rule.outOf, minimum: rule.minimum, reached, classReasons, editionLayer)
      }
      recorder.leave()
      assessment.classes.append(
        Assessment.Class(id: rule.id, points: points, outOf: rule.outOf, minimum: rule.minimum))
      minimums = minimums && reached
      total = total + points
      reasons.formUnion(classReasons)
    }
    let line = plan.pass(rules)
    let score = Assessment.Score(points: total, pass: line.points, outOf: rules.outOf)
    assessment.score = score
    let verdict = ReasonedOutcome(total.reaches(score.pass) && minimums, reasons)
    recorder.record {
      $0.points = total
      $0.outOf = score.outOf
      $0.comparisons = [score.comparison(slotLayer)]
      if let value = line.value { $0.citation = value.citation }
    }
    close(verdict, &recorder)
    return verdict
  }

  private func indicator<R: Recorder>(
    _ rules: IndicatorRules, _ assessment: inout Assessment, _ recorder: inout R
  ) -> Scored {
    recorder.enter {
      Explanation(
        .indicator, id: "indicator." + rules.id, rules.name, citation: rules.citation, layer: editionLayer)
    }
    let scored = self.scored(rules.scale, &assessment, &recorder)
    recorder.record {
      $0.points = scored.points
      $0.outOf = rules.outOf
      $0.reasons = scored.reasons.list
    }
    recorder.leave()
    return scored
  }

  private func scored<R: Recorder>(
    _ scale: Scale, _ assessment: inout Assessment, _ recorder: inout R
  ) -> Scored {
    if asksEvidence, let path = subject.unevidenced(in: scale) {
      return unevidenced(path, scale, &recorder)
    }
    switch scale {
    case .bands(let bands): return self.bands(bands, &recorder)
    case .better(let sides):
      var best = Scored(Points(0, 0))
      var reasons: ReasonSet = []
      for side in sides {
        recorder.enter { Explanation(.part, id: "", side.measure.wording) }
        let scored = bands(side, &recorder)
        recorder.record {
          $0.points = scored.points
          $0.outOf = side.range.maximum
          $0.reasons = scored.reasons.list
        }
        recorder.leave()
        reasons.formUnion(scored.reasons)
        best.points = Points(
          max(best.points.minimum, scored.points.minimum), max(best.points.maximum, scored.points.maximum))
      }
      recorder.record { $0.takeBest(of: sides) }
      return Scored(best.points, reasons)
    case .ipGrade(let points):
      let grade = subject.ipGrade()
      recorder.record { $0.show(grade, points, subject) }
      guard let grade, let index = IPGrade.allCases.firstIndex(of: grade) else {
        return missing(scale, path: "facts.intellectualProperty")
      }
      return Scored(points[index])
    case .institution(let byRank, let none):
      let best = subject.bestInstitution()
      recorder.record { $0.show(best, byRank, none, subject) }
      guard let best else { return missing(scale, path: "facts.rdInstitutions") }
      guard let level = best, !(level == .own && plan.readings.ownInstitutionIsNone) else {
        return Scored(none)
      }
      return Scored(byRank[level.rank])
    case .firstOf(let lines, let otherwise): return firstOf(lines, otherwise, &recorder)
    case .local: return local(&assessment, &recorder)
    }
  }

  private func bands<R: Recorder>(_ bands: Scale.Bands, _ recorder: inout R) -> Scored {
    let value = subject.value(of: bands.measure)
    guard value.isKnown else {
      recorder.record { $0.show(bands, value, reached: nil, editionLayer, subject) }
      if let assumption, subject.missing(in: bands.measure) == [assumption.path] {
        return Scored(assumption.best ? bands.range.maximum : bands.range.minimum)
      }
      return Scored(bands.range, value.reasons)
    }
    let compound = subject.isCompound(bands.measure)
    let index = bands.bands.firstIndex {
      subject.reaches(value, bands.relation, $0.bound, compound: compound)
    }
    recorder.record { $0.show(bands, value, reached: index, editionLayer, subject) }
    return Scored(index.map { bands.bands[$0].points } ?? bands.otherwise)
  }

  /// An indicator whose one fact is not stated.
  private func missing(_ scale: Scale, path: String) -> Scored {
    if let assumption, assumption.path == path {
      return Scored(assumption.best ? scale.range.maximum : scale.range.minimum)
    }
    return Scored(scale.range, .missing)
  }

  /// The first line with a true fact; where a line is undetermined, it and what comes after it are possible.
  private func firstOf<R: Recorder>(_ lines: [Scale.Line], _ otherwise: Int, _ recorder: inout R) -> Scored {
    var possible: Points?
    var reasons: ReasonSet = []
    func add(_ points: Int) {
      possible = Points(min(possible?.minimum ?? points, points), max(possible?.maximum ?? points, points))
    }
    lines: for line in lines {
      var outcome = Outcome.fails
      for fact in line.facts { outcome = outcome || stated(fact) }
      switch outcome {
      case .meets:
        add(line.points)
        break lines
      case .undetermined:
        add(line.points)
        reasons = .missing
      case .fails: break
      }
      if outcome != .meets, line == lines.last { add(otherwise) }
    }
    let points = possible ?? Points(otherwise, otherwise)
    recorder.record { $0.show(lines, otherwise, points, subject) }
    return Scored(points, reasons)
  }

  private func stated(_ fact: FlagFact) -> Outcome {
    if let value = subject.stated(fact) { return Outcome(value) }
    if let assumption, assumption.path == "facts." + fact.rawValue { return Outcome(assumption.best) }
    return .undetermined
  }

  /// The province's own indicators, added up; 0 … 15 where none are loaded.
  private func local<R: Recorder>(_ assessment: inout Assessment, _ recorder: inout R) -> Scored {
    guard let rules = plan.local else { return Scored(Points(0, LocalRules.total), .noOverlay) }
    recorder.record { $0.layer = provinceLayer }
    var points = Points(0, 0)
    var reasons: ReasonSet = []
    for indicator in rules.indicators {
      recorder.enter {
        Explanation(
          .indicator, id: "indicator." + indicator.id, indicator.name, citation: indicator.citation,
          layer: provinceLayer)
      }
      let scored = self.local(indicator)
      recorder.record { $0.show(indicator, scored, subject) }
      recorder.leave()
      assessment.locals.append(
        Assessment.Indicator(
          id: indicator.id, classID: "local", points: scored.points, outOf: indicator.outOf,
          reasons: scored.reasons.list))
      points = points + scored.points
      reasons.formUnion(scored.reasons)
    }
    return Scored(points, reasons)
  }

  private func local(_ indicator: LocalRules.Indicator) -> Scored {
    if asksEvidence, subject.isUnevidenced("local." + indicator.fact.key) { return Scored(Points(0, 0)) }
    guard let values = subject.application.local(indicator.fact.key) else {
      if let assumption, assumption.path == "local." + indicator.fact.key {
        return Scored(assumption.best ? indicator.outOf : 0)
      }
      return Scored(Points(0, indicator.outOf), .missing)
    }
    var sum = 0
    for (index, choice) in indicator.fact.choices.enumerated() where values.contains(choice.key) {
      sum += indicator.points[index]
    }
    return Scored(min(sum, indicator.outOf))
  }
}
