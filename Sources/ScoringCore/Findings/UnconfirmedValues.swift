extension FindingSearch {
  /// What each unconfirmed value would change of an application that it holds for; one that would change nothing is not
  /// named.
  mutating func unconfirmed(_ options: AssessmentOptions) {
    guard let plan = try? standard.plan(application, options) else { return }
    let values = standard.values(
      of: .unconfirmed, application, edition: plan.edition.id, tier: plan.tier, type: plan.type)
    guard !values.isEmpty, let now = try? standard.assess(application, options) else { return }
    for value in values {
      var recorder = NullRecorder()
      guard let trial = try? standard.plan(application, options, trying: value) else { continue }
      let then = Evaluator(application, trial, unevidenced: options.unevidenced).assess(&recorder)
      let changes = trial.changes(from: now, to: then)
      guard !changes.isEmpty else { continue }
      note(
        .unconfirmed, value.paths,
        value.message(trial.wording(value.effect), changes, now: now.outcome, then: then.outcome),
        Phrase(
          "本机关采用确认此项的细则后方才计入", "it counts once the office adopts an overlay that confirms it"))
    }
  }
}

extension RuleValue {
  fileprivate func message(_ wording: Phrase, _ changes: [Phrase], now: Outcome, then: Outcome) -> Phrase {
    let document = citation.document
    let result =
      now == then
      ? Phrase("结论不变", "the result stays")
      : Phrase(
        "结论由“\(now.word.zh)”变为“\(then.word.zh)”", "the result would turn from “\(now.word.en)” to “\(then.word.en)”")
    let zh = changes.map(\.zh).joined(separator: "；")
    let en = changes.map(\.en).joined(separator: "; ")
    return Phrase(
      "\(document.zh)：\(wording.zh)，仅一处来源，未经确认，不计。如采用：\(zh)；\(result.zh)",
      "\(document.en): \(wording.en); one source alone says so and it does not count. If taken: \(en); \(result.en)")
  }

  /// The facts that an added condition would rest on.
  fileprivate var paths: [String] {
    guard case .adds(let condition) = effect else { return [] }
    switch condition.test {
    case .flag(let fact, _): return ["facts.\(fact.rawValue)"]
    case .measure: return ["facts.revenue"]
    case .noTitle: return ["facts.titles"]
    case .industryInside: return ["enterprise.industryCode"]
    default: return []
    }
  }
}

extension Plan {
  /// What differs between two assessments of one application, in the order of the standard's tables.
  fileprivate func changes(from now: Assessment, to then: Assessment) -> [Phrase] {
    var changes: [Phrase] = []
    func add(_ id: String, _ before: Phrase?, _ after: Phrase) {
      guard before != after else { return }
      let name = name(of: id)
      let before = before ?? Phrase("（无）", "(none)")
      changes.append(Phrase("\(name.zh) \(before.zh)→\(after.zh)", "\(name.en) \(before.en) → \(after.en)"))
    }
    for (before, after) in zip(now.basics, then.basics) {
      add("basic." + after.id, before.outcome.word, after.outcome.word)
    }
    for after in then.conditions {
      add("condition." + after.id, now.conditions.first { $0.id == after.id }?.wording, after.wording)
    }
    for (before, after) in zip(now.routes, then.routes) {
      add("route." + after.id, before.outcome.word, after.outcome.word)
    }
    for (before, after) in zip(now.indicators, then.indicators) {
      add("indicator." + after.id, before.points.wording, after.points.wording)
    }
    if let before = now.score, let after = then.score {
      add("score", before.points.wording, after.points.wording)
      if before.pass != after.pass {
        changes.append(Phrase("合格线 \(before.pass)→\(after.pass)", "pass line \(before.pass) → \(after.pass)"))
      }
    }
    return changes
  }

  /// What a value says, with conditions by their names: ids are for who writes an overlay.
  fileprivate func wording(_ effect: RuleValue.Effect) -> Phrase {
    func named(_ id: String, _ zh: String, _ en: String) -> Phrase {
      let name = name(of: "condition." + id)
      return Phrase("\(zh)“\(name.zh)”", "\(en) “\(name.en)”")
    }
    switch effect {
    case .waives(let id): return named(id, "豁免", "waives")
    case .setsAside(let id): return named(id, "不适用", "sets aside")
    default: return effect.wording
    }
  }

  private func name(of id: String) -> Phrase {
    let key = String(id.drop { $0 != "." }.dropFirst())
    let conditions =
      rules.conditions
      + values.compactMap { value in
        if case .adds(let condition) = value.effect { condition } else { nil }
      }
    switch id.prefix(while: { $0 != "." }) {
    case "basic": return edition.basics.first { $0.id == key }?.name ?? Phrase(key, key)
    case "condition":
      let found = conditions.first { $0.id == key || $0.own?.id == key }
      return (found?.own?.id == key ? found?.own?.name : found?.name) ?? Phrase(key, key)
    case "route": return rules.routes.first { $0.id == key }?.name ?? Phrase(key, key)
    case "indicator":
      return rules.score?.classes.flatMap(\.indicators).first { $0.id == key }?.name ?? Phrase(key, key)
    default: return Phrase("总分", "total")
    }
  }
}

extension Assessment.Condition {
  fileprivate var wording: Phrase { status == .tested ? outcome.word : status.word }
}
