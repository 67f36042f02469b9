package import ScoringCore
import StrictJSON

extension Fold {
  /// Where a favourable case goes when no visit is to come: the notice, or the ministry for a little giant.
  var published: CaseState {
    receipt?.body.text("tier") == Tier.littleGiant.rawValue ? .readyToForward : .readyForNotice
  }

  /// Whether an objection was upheld, wholly or in part, after what was recommended.
  var hasUpheld: Bool {
    lodged.contains { id in
      guard let answer = body(.objection(id)), event(id)?.body.text("as") == "objection" else { return false }
      if let seen = stage?.recommendation, saw(seen, answer.id) { return false }
      return ["upheld", "partly"].contains(answer.body.text("outcome"))
    }
  }

  /// As what something that arrived on this day under a real name is to be lodged: `objection` or `report`.
  package static func objectionKind(_ fold: Fold, arrived: Day) -> String {
    guard fold.state == .inNotice, let first = fold.stage?.noticeFirst, let last = fold.stage?.noticeLast,
      first <= arrived, arrived <= last
    else { return "report" }
    return "objection"
  }

  /// Whether two officers have closed a visit of this case.
  var wasVisited: Bool { visits.contains { visit($0)?.phase == .closed } }

  /// Officers whose acts have a trait.
  func authors(_ trait: ActTraits) -> Set<String> {
    Set(log.lazy.filter { $0.act.traits.contains(trait) }.map(\.event.author))
  }

  /// Officers who took the case, or judged, returned, proposed or signed it: they do not visit (Procedure §5).
  var reviewers: Set<String> {
    authors(.review).union(
      log.lazy.map(\.event).filter { $0.act == .assign && $0.body.text("to") == $0.author }.map(\.author))
  }

  /// What a settlement of a contest lacks: a supervisor who gave none of its answers keeps one of them, or none.
  func settling(_ body: JSONValue, by author: String) -> [UnmetRequirement] {
    guard let text = body.text("question") else { return disputes.isEmpty ? [.notContested] : [] }
    guard let question = Question(text), isContested(question) else { return [.notContested] }
    let living = liveAnswers(question)
    var unmet: [UnmetRequirement] = []
    if (body.text("reason") ?? "").isEmpty {
      unmet.append(.requirement("text", "须写明一句理由", "Needs a sentence that says why", field: "reason"))
    }
    if living.contains(where: { $0.author == author }) {
      unmet.append(.sameOfficer(Phrase("争议一方不能裁定", "Who gave one of the answers cannot settle them")))
    }
    if let keep = body.text("keep"), !living.contains(where: { $0.id == keep }) { unmet.append(.notLive) }
    return unmet
  }

  /// The newest live answer that rests on an event.
  func resting(on event: Event, _ questions: [Question]) -> Event? {
    let later = log.reversed().filter { entry in
      saw(entry.event.id, event.id)
        && (answers[entry.event.id] ?? []).contains { question, answer in
          // An undoing that left nothing rests on nothing.
          answer.result != .nothing && liveAnswers(question).contains { $0.id == answer.id }
        }
    }
    for entry in later where rests(entry.event, on: event, questions) { return entry.event }
    guard event.act == .answer else { return nil }
    return log.last { $0.event.act == .notifyOutcome && $0.event.body.text("of") == event.body.text("of") }?.event
  }

  private func rests(_ later: Event, on event: Event, _ questions: [Question]) -> Bool {
    let answered = (answers[later.id] ?? []).map(\.question)
    let visit = event.body.text("visit") ?? event.id
    let findsThere = { (question: Question) in
      if case .finding(visit, _) = question { true } else { false }
    }
    return questions.contains { question in
      switch question {
      case .fact, .material, .judgement: answered.contains(.stage) && stage?.recommendation != nil
      case .objection, .assignee: answered.contains(.stage)
      case .visit(event.id): answered.contains { $0 == .visitPlan(visit) || findsThere($0) }
      case .visitPlan: answered.contains { findsThere($0) || $0 == .visit(visit) }
      case .finding: answered.contains(.visit(visit))
      case .stage where event.act == .return: answered.contains(.due)
      default: false
      }
    }
  }
}
