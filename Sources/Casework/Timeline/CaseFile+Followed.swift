import ScoringCore
import StrictJSON

extension CaseFile {
  /// What followed from an event, in words: where the case went, what it did to result and points, and what took its
  /// place since. Empty where nothing did.
  ///
  /// Result and points are worked out anew from what its author had seen, without the event and with it.
  package func followed(_ id: String) -> [FieldText] {
    guard let entry = fold.entry(id) else { return [] }
    return [moved(id), assessed(entry), replaced(id)].compactMap(\.self)
  }

  /// The state before and after.
  private func moved(_ id: String) -> FieldText? {
    guard let (_, answer) = fold.answers[id]?.first(where: { $0.question == .stage }),
      case .stage(let after) = answer.result
    else { return nil }
    guard case .stage(let before) = answer.before else {
      return FieldText(name: "state", label: Self.state, text: after.state.name)
    }
    guard before.state != after.state else { return nil }
    return FieldText(name: "state", label: Self.state, text: Self.becomes(before.state.name, after.state.name))
  }

  private static let state = Phrase("状态", "State")

  /// Result and points, where the event touches what they rest on.
  private func assessed(_ entry: Fold.LogEntry) -> FieldText? {
    let touches = (fold.answers[entry.event.id] ?? []).contains { question, _ in
      switch question {
      case .fact, .judgement, .material: true
      default:
        entry.act.traits.contains(.inContest) || entry.event.act == .undo || entry.event.body["application"] != nil
      }
    }
    guard touches else { return nil }
    let seen = history.entries.indices.filter(entry.past.contains).map { history.entries[$0].event }
    guard let before = only(seen), let after = only(seen + [entry.event]) else { return nil }
    guard let old = before.said, let new = after.said, old != new else { return nil }
    return FieldText(name: "result", label: Phrase("测算结果", "Result"), text: Self.becomes(old, new))
  }

  /// The case as it was with these events alone.
  private func only(_ events: [Event]) -> CaseFile? {
    guard events.contains(where: { $0.act == .receive }) else { return nil }
    return CaseFile(
      key: key, revisions: revisions, events: events, registry: registry, settings: settings, standard: standard)
  }

  /// The result with its points; `nil` where no edition is in force.
  private var said: Phrase? {
    guard let assessment else { return nil }
    let outcome = outcome.word
    guard let score = assessment.score else { return outcome }
    let points =
      score.points.isDetermined ? "\(score.points.minimum)" : "\(score.points.minimum)–\(score.points.maximum)"
    return Phrase("\(outcome.zh) \(points) 分（合格 \(score.pass)）", "\(outcome.en) \(points) points (pass \(score.pass))")
  }

  /// The event that answers the same question now.
  private func replaced(_ id: String) -> FieldText? {
    for (question, _) in fold.answers[id] ?? [] where question != .stage {
      let living = fold.liveAnswers(question)
      guard !living.contains(where: { $0.id == id }), let now = living.last.flatMap({ fold.event($0.id) }) else {
        continue
      }
      let on = now.on.map { "\($0) " } ?? ""
      let (line, author) = (now.line(fold), fold.name(of: now.author))
      return FieldText(
        name: "replaced", label: Phrase("其后", "Since then"),
        text: Phrase("\(line.zh)（\(on)\(author)）", "\(line.en) (\(on)\(author))"))
    }
    return nil
  }

  private static func becomes(_ before: Phrase, _ after: Phrase) -> Phrase {
    Phrase("\(before.zh) → \(after.zh)", "\(before.en) → \(after.en)")
  }
}
