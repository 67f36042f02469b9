/// Judges one application by one plan. The same code decides and explains.
struct Evaluator {
  var subject: Subject
  let plan: Plan
  /// Set only to ask what a missing fact would change.
  var assumption: Assumption?

  /// - Parameter unevidenced: paths of facts whose required paper was found missing; asked for by I-7 alone.
  init(_ application: Application, _ plan: Plan, unevidenced: Set<String> = []) {
    let unevidenced = plan.readings.unevidencedFails ? unevidenced : []
    subject = Subject(
      application: application, counting: plan.edition.counting, readings: plan.readings, unevidenced: unevidenced)
    self.plan = plan
  }

  var editionLayer: Layer { .edition(plan.edition.id) }
  var provinceLayer: Layer { plan.overlay.map(Layer.province) ?? editionLayer }
  /// Whether I-7 is asked of anything here.
  var asksEvidence: Bool { !subject.unevidenced.isEmpty }

  func assess<R: Recorder>(_ recorder: inout R) -> Assessment {
    recorder.enter {
      Explanation(
        .application, id: "application", plan.rules.name, citation: plan.rules.citation, layer: editionLayer)
    }
    var assessment = Assessment(
      caseID: subject.application.id, tier: plan.tier, type: plan.type, edition: plan.edition.id,
      overlay: plan.overlay, outcome: .meets, score: nil, classes: [], indicators: [], locals: [], basics: [],
      conditions: [], routes: [])
    let basics = self.basics(&assessment, &recorder)
    let score = self.score(&assessment, &recorder)
    let routes = self.routes(&assessment, &recorder)
    let conditions = self.conditions(&assessment, score: score, routes: routes, &recorder)
    let verdict = basics && conditions
    assessment.outcome = verdict.outcome
    recorder.record {
      $0.outcome = verdict.outcome
      $0.reasons = verdict.reasons.list
      $0.children.sort { $0.kind.place < $1.kind.place }
    }
    recorder.leave()
    return assessment
  }

  private func basics<R: Recorder>(_ assessment: inout Assessment, _ recorder: inout R) -> ReasonedOutcome {
    recorder.enter {
      Explanation(.basics, id: "basics", Phrase("基本条件", "Basic requirements"), layer: editionLayer)
    }
    assessment.basics.reserveCapacity(plan.edition.basics.count)
    var all = ReasonedOutcome(.meets)
    for basic in plan.edition.basics {
      recorder.enter {
        Explanation(
          .basic, id: "basic." + basic.id, basic.name, citation: basic.citation, layer: editionLayer)
      }
      let verdict = test(basic.test, editionLayer, &recorder)
      recorder.leave()
      assessment.basics.append(Assessment.Basic(id: basic.id, outcome: verdict.outcome))
      all = all && verdict
    }
    close(all, &recorder)
    return all
  }

  private func routes<R: Recorder>(_ assessment: inout Assessment, _ recorder: inout R) -> ReasonedOutcome {
    guard !plan.rules.routes.isEmpty else { return ReasonedOutcome(.fails) }
    recorder.enter { Explanation(.routes, id: "routes", Phrase("直通车", "Routes"), layer: editionLayer) }
    assessment.routes.reserveCapacity(plan.rules.routes.count)
    var any = ReasonedOutcome(.fails)
    for route in plan.rules.routes {
      recorder.enter {
        Explanation(
          .route, id: "route." + route.id, route.name, citation: route.citation, layer: editionLayer)
      }
      let verdict: ReasonedOutcome
      if !plan.values.isEmpty, let lift = plan.lift(route.id) {
        verdict = lifting(lift).test(route.test, editionLayer, &recorder)
      } else {
        verdict = test(route.test, editionLayer, &recorder)
      }
      recorder.leave()
      assessment.routes.append(Assessment.Route(id: route.id, outcome: verdict.outcome))
      any = any || verdict
    }
    close(any, &recorder)
    return any
  }

  /// The same with a level of R&D institution that counts as a higher one. A copy: made only where a province has one.
  private func lifting(_ lift: InstitutionLift) -> Evaluator {
    var copy = self
    copy.subject.lift = lift
    return copy
  }

  /// States the outcome of the open node and closes it.
  func close<R: Recorder>(_ verdict: ReasonedOutcome, _ recorder: inout R) {
    recorder.record {
      $0.outcome = verdict.outcome
      $0.reasons = verdict.reasons.list
    }
    recorder.leave()
  }
}
