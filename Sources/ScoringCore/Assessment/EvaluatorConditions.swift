extension Evaluator {
  /// All conditions in the order of the table, those that the province and notices add last.
  func conditions<R: Recorder>(
    _ assessment: inout Assessment, score: ReasonedOutcome, routes: ReasonedOutcome, _ recorder: inout R
  ) -> ReasonedOutcome {
    recorder.enter {
      Explanation(.conditions, id: "conditions", Phrase("认定条件", "Conditions"), layer: editionLayer)
    }
    assessment.conditions.reserveCapacity(plan.rules.conditions.count + plan.values.count)
    var all = ReasonedOutcome(.meets)
    for condition in plan.rules.conditions {
      all =
        all && self.condition(condition, editionLayer, &assessment, score: score, routes: routes, &recorder)
    }
    for value in plan.values {
      guard case .adds(let condition) = value.effect else { continue }
      all =
        all && self.condition(condition, value.layer, &assessment, score: score, routes: routes, &recorder)
    }
    close(all, &recorder)
    return all
  }

  private func condition<R: Recorder>(
    _ condition: Condition, _ layer: Layer, _ assessment: inout Assessment, score: ReasonedOutcome,
    routes: ReasonedOutcome,
    _ recorder: inout R
  ) -> ReasonedOutcome {
    // On review another condition may stand in its place, by the reading of I-6.
    let own = plan.type == .review && !plan.readings.reviewAsksLowerTier ? condition.own : nil
    let id = own?.id ?? condition.id
    recorder.enter {
      Explanation(
        .condition, id: "condition." + id, own?.name ?? condition.name, citation: condition.citation,
        layer: layer)
    }
    if condition.own != nil, plan.type == .review { recorder.record { $0.touch("I-6") } }
    if let waiver = plan.waiver(of: id) {
      recorder.record {
        $0.citation = waiver.citation
        $0.layer = waiver.layer
        let document = waiver.citation.document
        $0.valueText = Phrase("按\(document.zh)豁免", "waived by \(document.en)")
      }
      return settle(id, ReasonedOutcome(.meets), .waived, &assessment, &recorder)
    }
    if let aside = plan.setsAside(condition.id) {
      recorder.record {
        $0.citation = aside.citation
        $0.layer = aside.layer
      }
      return settle(id, ReasonedOutcome(.meets), .notApplicable, &assessment, &recorder)
    }
    if condition.notOnReview, plan.type == .review {
      return settle(id, ReasonedOutcome(.meets), .notApplicable, &assessment, &recorder)
    }
    if case .scoreOrRoute = condition.test {
      return scoreOrRoute(id, score: score, routes: routes, &assessment, &recorder)
    }
    let asked = own?.test ?? (plan.type == .review ? condition.reviewTest : nil) ?? condition.test
    if let waiver = condition.waiver {
      recorder.enter { Explanation(.part, id: "", asked.wording) }
      let tested = test(asked, layer, &recorder)
      recorder.leave()
      recorder.enter {
        Explanation(.part, id: "", Phrase("豁免：" + waiver.wording.zh, "Waiver: " + waiver.wording.en))
      }
      let waived = test(waiver, layer, &recorder)
      recorder.leave()
      let status: Assessment.Status = waived.outcome == .meets ? .waived : .tested
      recorder.record {
        $0.asked = Phrase("\(asked.wording.zh)，或\(waiver.wording.zh)", "\(asked.wording.en), or \(waiver.wording.en)")
        $0.isAnyOf = true
        $0.outcome = (tested || waived).outcome
        $0.stateParts()
      }
      return settle(id, tested || waived, status, &assessment, &recorder)
    }
    let tested = test(asked, layer, &recorder)
    guard let route = condition.route else { return settle(id, tested, .tested, &assessment, &recorder) }
    let replaced = assessment.routes.first { $0.id == route }?.outcome ?? .fails
    let status: Assessment.Status = replaced == .meets ? .replaced : .tested
    if status == .replaced, let rule = plan.rules.routes.first(where: { $0.id == route }) {
      recorder.record { $0.valueText = Phrase("由\(rule.name.zh)替代", "replaced by: \(rule.name.en)") }
    }
    return settle(id, tested || ReasonedOutcome(replaced, .missing), status, &assessment, &recorder)
  }

  /// The tier's score passes, or any route meets.
  private func scoreOrRoute<R: Recorder>(
    _ id: String, score: ReasonedOutcome, routes: ReasonedOutcome, _ assessment: inout Assessment, _ recorder: inout R
  ) -> ReasonedOutcome {
    recorder.enter { Explanation(.part, id: "", Phrase("评价得分", "Score")) }
    if let total = assessment.score {
      recorder.record { node in
        node.points = total.points
        node.outOf = total.outOf
        node.comparisons = [total.comparison(slotLayer)]
        node.layer = slotLayer
      }
    }
    close(score, &recorder)
    recorder.enter { Explanation(.part, id: "", Phrase("任一直通车", "Any route")) }
    close(routes, &recorder)
    recorder.record { node in
      guard let total = assessment.score else { return }
      node.asked = Phrase("评价得分 ≥ \(total.pass)，或符合任一直通车", "score ≥ \(total.pass), or any route")
      let points =
        total.points.isDetermined ? "\(total.points.minimum)" : "\(total.points.minimum)–\(total.points.maximum)"
      node.found = Phrase(
        "得分 \(points)，直通车\(routes.outcome.word.zh)", "score \(points), routes: \(routes.outcome.word.en.lowercased())")
    }
    return settle(id, score || routes, .tested, &assessment, &recorder)
  }

  /// The layer that set the pass line.
  var slotLayer: Layer { plan.rules.score.flatMap { plan.pass($0).value?.layer } ?? editionLayer }

  private func settle<R: Recorder>(
    _ id: String, _ verdict: ReasonedOutcome, _ status: Assessment.Status, _ assessment: inout Assessment,
    _ recorder: inout R
  ) -> ReasonedOutcome {
    assessment.conditions.append(Assessment.Condition(id: id, outcome: verdict.outcome, status: status))
    recorder.record { $0.status = status }
    close(verdict, &recorder)
    return verdict
  }
}

extension Assessment.Score {
  /// The total against its pass line.
  func comparison(_ layer: Layer) -> Comparison {
    Comparison(
      measured: points.isDetermined ? Quantity(Int128(points.minimum), .points) : nil, relation: .atLeast,
      bound: Quantity(Int128(pass), .points), outcome: points.reaches(pass), layer: layer)
  }
}
