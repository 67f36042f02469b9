extension Evaluator {
  /// Judges one test; the open node of the recorder gets what it rests on.
  func test<R: Recorder>(_ test: Test, _ layer: Layer, _ recorder: inout R) -> ReasonedOutcome {
    if asksEvidence, let path = subject.unevidenced(in: test) {
      return unevidenced(path, test, &recorder)
    }
    var verdict: ReasonedOutcome
    // A branch that is chosen says what it asks after this.
    recorder.record { $0.asked = test.wording }
    switch test {
    case .all(let parts):
      verdict = ReasonedOutcome(.meets)
      for part in parts { verdict = verdict && self.part(part, layer, &recorder) }
    case .any(let parts):
      verdict = ReasonedOutcome(.fails)
      recorder.record { $0.isAnyOf = true }
      for part in parts { verdict = verdict || self.part(part, layer, &recorder) }
    case .branches(let measure, let branches): verdict = self.branches(measure, branches, layer, &recorder)
    case .measure(let measure, let relation, let bound):
      let value = subject.value(of: measure)
      let compound = subject.isCompound(measure)
      verdict =
        value.isKnown
        ? ReasonedOutcome(Outcome(subject.reaches(value, relation, bound, compound: compound)))
        : ReasonedOutcome(.undetermined, value.reasons)
      recorder.record { $0.show(measure, value, relation, bound, verdict.outcome, layer, subject) }
    case .flag(let fact, let wanted):
      let stated = subject.stated(fact)
      verdict = stated.map { ReasonedOutcome(Outcome($0 == wanted)) } ?? ReasonedOutcome(.undetermined, .missing)
      recorder.record { $0.show(fact, stated, wanted: wanted, subject) }
    case .title(let kinds):
      verdict = ReasonedOutcome(subject.hasTitle(kinds), .missing)
      recorder.record { $0.facts = subject.used(.titles) }
    case .noTitle(let kinds):
      verdict = ReasonedOutcome(subject.lacksTitle(kinds), .missing)
      recorder.record { $0.facts = subject.used(.titles) }
    case .award(let national, let provincial, let years):
      verdict = ReasonedOutcome(subject.hasAward(national: national, provincial: provincial, years: years), .missing)
      recorder.record {
        $0.facts = subject.used(.awards)
        $0.touch("I-1")
      }
    case .makerChina(let rank, let years):
      verdict = ReasonedOutcome(subject.hasMakerChina(rank: rank, years: years), .missing)
      recorder.record {
        $0.facts = subject.used(.makerChina)
        $0.touch("I-1")
      }
    case .institution(let level):
      verdict = ReasonedOutcome(subject.hasInstitution(atLeast: level), .missing)
      recorder.record { node in
        node.facts = subject.used(.rdInstitutions)
        guard let lift = subject.lift else { return }
        node.layer = lift.by.layer
        node.citation = lift.by.citation
        node.valueText = Phrase(
          "\(lift.level.name.zh)视同\(lift.to.name.zh)", "\(lift.level.name.en) counts as \(lift.to.name.en)")
      }
    case .industryOutside(let codes):
      let outside = !codes.contains { subject.application.enterprise.industryCode.hasPrefix($0) }
      verdict = ReasonedOutcome(Outcome(outside || plan.readings.excludedFieldIsFinding))
      recorder.record { $0.showIndustry(outside, subject) }
    case .industryInside(let codes):
      let inside = codes.contains { subject.application.enterprise.industryCode.hasPrefix($0) }
      verdict = ReasonedOutcome(Outcome(inside))
      recorder.record { $0.facts = [subject.industry] }
    case .sme: return sme(layer, &recorder)
    case .scoreOrRoute: verdict = ReasonedOutcome(.undetermined)
    }
    if assumption != nil { verdict = assumed(verdict, test) }
    recorder.record {
      $0.outcome = verdict.outcome
      $0.reasons = verdict.reasons.list
      $0.state(subject.stated(test), of: test)
    }
    return verdict
  }

  private func part<R: Recorder>(_ test: Test, _ layer: Layer, _ recorder: inout R) -> ReasonedOutcome {
    recorder.enter { Explanation(.part, id: "", test.wording) }
    let verdict = self.test(test, layer, &recorder)
    recorder.leave()
    return verdict
  }

  /// The branch that the measure chooses; where the measure is not known, what all branches agree on.
  private func branches<R: Recorder>(
    _ measure: Measure, _ branches: [Test.Branch], _ layer: Layer, _ recorder: inout R
  ) -> ReasonedOutcome {
    let value = subject.value(of: measure)
    recorder.record { $0.facts = subject.used(measure) }
    if value.isKnown {
      let chosen = branches.first { branch in
        branch.from.map { subject.reaches(value, .atLeast, $0, compound: false) } ?? true
      }
      guard let chosen else { return ReasonedOutcome(.undetermined) }
      recorder.record { $0.value = Quantity(value.numerator, over: value.denominator, measure.unit) }
      return test(chosen.test, layer, &recorder)
    }
    var verdicts: [ReasonedOutcome] = []
    for branch in branches {
      recorder.enter { Explanation(.part, id: "", branch.wording(measure)) }
      verdicts.append(test(branch.test, layer, &recorder))
      recorder.leave()
    }
    let reasons = verdicts.reduce(value.reasons) { $0.union($1.reasons) }
    if let assumption, subject.missing(in: measure) == [assumption.path] {
      let wanted: Outcome = assumption.best ? .meets : .fails
      if verdicts.contains(where: { $0.outcome == wanted }) { return ReasonedOutcome(wanted) }
    }
    guard let first = verdicts.first, verdicts.allSatisfy({ $0.outcome == first.outcome }) else {
      return ReasonedOutcome(.undetermined, reasons)
    }
    return ReasonedOutcome(first.outcome, reasons)
  }

  /// Is an SME: not large, and large is reaching every upper limit of the sector.
  private func sme<R: Recorder>(_ layer: Layer, _ recorder: inout R) -> ReasonedOutcome {
    recorder.record {
      $0.facts = subject.used(.sizeSector)
      $0.citation = Embedded.sizes.citation
    }
    var large = ReasonedOutcome(.undetermined, .missing)
    if let key = subject.application.facts.sizeSector, let sector = Embedded.sizes[key] {
      large = ReasonedOutcome(.meets)
      for limit in sector.large {
        let reached = part(
          .measure(.amount(limit.fact, yearsBack: 0), .atLeast, limit.bound), layer, &recorder)
        large = large && reached
      }
    } else if let assumption, assumption.path == "facts.sizeSector" {
      large = ReasonedOutcome(assumption.best ? .fails : .undetermined, .missing)
    }
    let outcome: Outcome = large.outcome == .meets ? .fails : large.outcome == .fails ? .meets : .undetermined
    let verdict = ReasonedOutcome(outcome, large.reasons)
    recorder.record {
      $0.outcome = verdict.outcome
      $0.reasons = verdict.reasons.list
      $0.stateSize()
    }
    return verdict
  }

  /// The verdict of a plain test when its one missing fact were at its best or at its worst.
  private func assumed(_ verdict: ReasonedOutcome, _ test: Test) -> ReasonedOutcome {
    guard let assumption, verdict.outcome == .undetermined, subject.missing(in: test) == [assumption.path]
    else {
      return verdict
    }
    return ReasonedOutcome(Outcome(assumption.best))
  }
}

extension Test.Branch {
  func wording(_ measure: Measure) -> Phrase {
    guard let from else { return Phrase("其余情形", "Otherwise") }
    let bound = from.quantity(measure.unit).text
    return Phrase("\(measure.wording.zh) ≥ \(bound.zh)", "\(measure.wording.en) ≥ \(bound.en)")
  }
}
