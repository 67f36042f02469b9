import ScoringCore
import StrictJSON

extension Rules {
  /// Kinds that an undo never answers.
  static let final: Set<String> = [
    "receive", "resubmit", "enterNotice", "closeNotice", "decide", "forward", "ministry", "lodge", "told",
    "letter", "erase", "endTitle",
  ]

  /// The author undoes alone while no other officer has acted on the case since.
  var isOwnUndo: Bool {
    guard let of = named, of.author == author, let at = fold.byID[of.id] else { return body["of"] == nil }
    let past = fold.log[at].past
    return !fold.log.contains { $0.event.author != author && !past.contains($0.place) }
  }

  var undoing: [Unmet] {
    guard let of = body.text("of") else { return [] }
    guard let event = fold.event(of) else { return [.unknown] }
    if Rules.final.contains(event.kind) {
      return [.requirement("final", "这一步已经生效在外，不能撤销", "This step took effect outside and cannot be undone")]
    }
    guard let given = fold.answers[of], !given.isEmpty,
      given.allSatisfy({ question, answer in fold.liveAnswers(question).contains { $0.id == answer.id } })
    else { return [.notLive] }
    var unmet = needsText("reason")
    if given.contains(where: { $0.question == "stage" }), let state = fold.state,
      !Transitions.undoStage.contains(state)
    {
      unmet.append(.notFromThisState(state))
    }
    if let resting = resting(on: event, given.map(\.question)) {
      let name = Kind.named(resting.kind)?.title ?? Phrase(resting.kind, resting.kind)
      unmet.append(
        .requirement(
          "restedOn", "后来的“\(name.zh)”以它为据，须先撤销", "A later step (\(name.en)) rests on it and must be undone first"))
    }
    return unmet
  }

  /// The newest live answer that rests on an event.
  private func resting(on event: Event, _ questions: [String]) -> Event? {
    let later = fold.log.reversed().filter { entry in
      fold.saw(entry.event.id, event.id)
        && (fold.answers[entry.event.id] ?? []).contains { question, answer in
          // An undoing that left nothing rests on nothing.
          answer.result != .nothing && fold.liveAnswers(question).contains { $0.id == answer.id }
        }
    }
    for entry in later where rests(entry.event, on: event, questions) { return entry.event }
    if event.kind == "answer" {
      return fold.log.last { $0.event.kind == "told" && $0.event.body.text("of") == event.body.text("of") }?
        .event
    }
    return nil
  }

  private func rests(_ later: Event, on event: Event, _ questions: [String]) -> Bool {
    let answered = (fold.answers[later.id] ?? []).map(\.question)
    let visit = event.body.text("visit") ?? event.id
    return questions.contains { question in
      if question.hasPrefix("fact:") || question.hasPrefix("material:") || question.hasPrefix("judgement:") {
        return answered.contains("stage") && fold.stage?.recommendation != nil
      }
      if question.hasPrefix("objection:") || question == "assignee" { return answered.contains("stage") }
      if question == "visit:" + event.id {
        return answered.contains { $0 == "visitplan:" + visit || $0.hasPrefix("finding:" + visit) }
      }
      if question.hasPrefix("visitplan:") {
        return answered.contains { $0.hasPrefix("finding:" + visit) || $0 == "visit:" + visit }
      }
      if question.hasPrefix("finding:") { return answered.contains("visit:" + visit) }
      if question == "stage", event.kind == "return" { return answered.contains("due") }
      return false
    }
  }

  var settling: [Unmet] { fold.settling(body, by: author) }
}

extension Fold {
  /// What a settlement of a contest lacks: a supervisor who gave none of its answers keeps one of them, or none.
  func settling(_ body: JSONValue, by author: String) -> [Unmet] {
    guard let question = body.text("question") else {
      return disputes.isEmpty ? [.notContested] : []
    }
    guard isContested(question) else { return [.notContested] }
    let living = liveAnswers(question)
    var unmet: [Unmet] = []
    if (body.text("reason") ?? "").isEmpty {
      unmet.append(.requirement("text", "须写明一句理由", "Needs a sentence that says why"))
    }
    if living.contains(where: { $0.author == author }) {
      unmet.append(.sameOfficer(Phrase("争议一方不能裁定", "Who gave one of the answers cannot settle them")))
    }
    if let keep = body.text("keep"), !living.contains(where: { $0.id == keep }) { unmet.append(.notLive) }
    return unmet
  }
}

extension Unmet {
  static let notContested = requirement("notContested", "没有这项争议", "This is not contested")
}
