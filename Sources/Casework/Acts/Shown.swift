import ScoringCore
import StrictJSON

/// What an officer has before him when he acts: it travels with his request, never in the event, and what of it has
/// changed meanwhile is refused.
package enum Shown: Sendable, Hashable {
  /// The live answers of a question.
  case answer(Question)
  /// What the rules say of the case, verified values and all.
  case assessment
  /// What is on file about an objection, report or lead.
  case object(String)
  /// Every objection, report and lead of the case with its answer.
  case objections
  /// What was recorded on a visit.
  case findings(String)
  /// A proposal of the registry that waits.
  case proposal(String)

  fileprivate var name: String {
    switch self {
    case .answer(let question): question.text
    case .assessment: "assessment"
    case .object(let id): "object:" + id
    case .objections: "objects"
    case .findings(let visit): "findings:" + visit
    case .proposal(let id): "proposal:" + id
    }
  }

  /// That nobody has answered it.
  package var nothing: String { name + "=none" }

  fileprivate init?(_ name: String) {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.dropFirst().first) {
    case ("assessment", nil): self = .assessment
    case ("objects", nil): self = .objections
    case ("object", let id?): self = .object(id)
    case ("findings", let visit?): self = .findings(visit)
    case ("proposal", let id?): self = .proposal(id)
    default:
      guard let question = Question(name) else { return nil }
      self = .answer(question)
    }
  }
}

extension Situation {
  /// What a dialog of the act shows, each as `what=version`: to be sent with the request.
  package func seen(_ action: Action) -> [String] {
    var shown = action.name.act.shown(action, in: self)
    // Whoever works on a case of his own goes by its being his.
    if fold.assignee == officer, !shown.isEmpty { shown.append(.answer(.assignee)) }
    return shown.map { "\($0.name)=\(version($0))" }
  }

  /// What of a request's `seen` has changed since, one sentence each. An id of an event or a digest alone is looked up.
  package func changes(since seen: [String]) -> [UnmetRequirement] {
    seen.compactMap { token in
      guard let sign = token.lastIndex(of: "="), let shown = Shown(String(token[..<sign])) else {
        return bare(token)
      }
      let before = String(token[token.index(after: sign)...])
      return version(shown) == before ? nil : changed(shown, before)
    }
  }

  private func version(_ shown: Shown) -> String {
    let ids = events(shown).map(\.id)
    if case .assessment = shown { return assessmentDigest }
    return ids.isEmpty ? "none" : ids.joined(separator: "+")
  }

  /// What the version of something shown is made of.
  private func events(_ shown: Shown) -> [Event] {
    switch shown {
    case .answer(let question): fold.liveAnswers(question).compactMap { fold.event($0.id) }
    case .assessment: []
    case .object(let id): steps(of: id)
    case .objections: fold.lodged.flatMap { id in [fold.event(id), fold.body(.objection(id))].compactMap(\.self) }
    case .findings(let visit):
      fold.log.map(\.event).filter { event in
        guard event.act == .finding, event.body.text("visit") == visit else { return false }
        return (fold.answers[event.id] ?? []).contains { question, answer in
          fold.liveAnswers(question).contains { $0.id == answer.id }
        }
      }
    case .proposal(let id): officers.awaiting.filter { $0.id == id }.flatMap { [$0] + replaced(by: $0) }
    }
  }

  /// What a proposal of settings would take the place of: what it changes is shown against that.
  private func replaced(by proposal: Event) -> [Event] {
    guard proposal.act == .settings, let from = proposal.body.day("from") else { return [] }
    let standing = rights.inForce(
      proposal.body.text("what") ?? "", authority: proposal.body.text("authority") ?? "", on: max(from, today))
    return standing.flatMap { fold.event($0.event) }.map { [$0] } ?? []
  }

  private func steps(of id: String) -> [Event] {
    fold.log.map(\.event).filter { $0.id == id || ($0.body.text("of") == id && $0.act != .note && $0.act != .view) }
  }

  /// Of what the rules say now: outcome, points, and every value that is verified.
  private var assessmentDigest: String {
    guard let file else { return "none" }
    let verified = file.verified.values.map { "\($0.path)=\($0.event)" }.sorted()
    let now: JSONValue = [
      "assessment": file.assessed ?? .null, "revision": .string(file.revision.sha),
      "verified": .array(verified.map { .string($0) }),
    ]
    return Hexadecimal.sha256(now.canonicalBytes)
  }

  private func bare(_ stated: String) -> UnmetRequirement? {
    // As screens and commands print it: its beginning.
    let alike = (history?.entries ?? officers.entries).map(\.id).filter { $0.hasPrefix(stated) }
    let id = stated.count >= 8 && alike.count == 1 ? alike[0] : stated
    if let event = fold.event(id) {
      let given = fold.answers[id] ?? []
      let isLive = given.contains { question, answer in
        fold.liveAnswers(question).contains { $0.id == answer.id }
      }
      if fold.lodged.contains(id) { return fold.isAnswered(id) ? changed(.object(id), id) : nil }
      if registry != nil, officers.awaiting.contains(where: { $0.id == id }) { return nil }
      if given.isEmpty || isLive { return nil }
      return changed(.answer(given[0].question), event.id)
    }
    if id == assessmentDigest || id == file?.standard.digest { return nil }
    return .requirement(
      "changed", "你看到的 \(id.prefix(12)) 现在不在案卷里，请重新打开再办",
      "What you saw (\(id.prefix(12))) is not on file now; open it again")
  }

  private func changed(_ shown: Shown, _ before: String) -> UnmetRequirement {
    let known = Set(before.split(separator: "+").map(String.init))
    let new = events(shown).filter { !known.contains($0.id) }
    let what: Phrase
    if case .assessment = shown {
      what = Phrase("测算结果", "the assessment")
    } else if new.isEmpty {
      // It was taken back, and nothing stands in its place.
      what = fold.event(before)?.line(fold) ?? Phrase("当时显示的内容", "what was shown")
    } else {
      let lines = new.map { event in
        let (line, who) = (event.line(fold), fold.name(of: event.author))
        let on = event.on.map { ("，\($0)", ", \($0)") } ?? ("", "")
        return Phrase("\(line.zh)（\(who)\(on.0)）", "\(line.en) (\(who)\(on.1))")
      }
      what = Phrase(lines.map(\.zh).joined(separator: "；"), lines.map(\.en).joined(separator: "; "))
    }
    return .requirement(
      "changed", "你打开之后有变化，没有办理：\(what.zh)。请重新打开再办",
      "Changed since you opened it, nothing was done: \(what.en). Open it again", about: [shown.name])
  }
}
