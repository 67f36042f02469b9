package import ScoringCore
import StrictJSON

extension Fold {
  /// Where the case stands; `nil` before receipt and in folders that are no case. While the stage is contested this is
  /// where it stood before the answers that differ: of several places the one whose author had seen the most. A case
  /// that one of them has in its first notice stays there.
  package var stage: Stage? {
    guard let living = live[.stage], let first = living.first else { return nil }
    if !isContested(.stage) {
      guard case .stage(let stage) = first.result else { return nil }
      return stage
    }
    let stages = living.compactMap { if case .stage(let stage) = $0.result { stage } else { nil } }
    let running = stages.filter { $0.state == .inNotice }
    if let first = running.min(by: { ($0.noticeFirst?.number ?? 0) < ($1.noticeFirst?.number ?? 0) }),
      stages.allSatisfy({ stage in stage.notice == nil || running.contains { $0.notice == stage.notice } })
    {
      return first
    }
    let seen = living.sorted { (entry($0.id)?.past.count ?? 0, $1.id) > (entry($1.id)?.past.count ?? 0, $0.id) }
    for answer in seen {
      if case .stage(let stage) = answer.before { return stage }
    }
    return stages.first
  }

  package var state: CaseState? {
    guard let state = stage?.state else { return nil }
    return state == .inReview && !wasAssigned ? .received : state
  }

  private var wasAssigned: Bool {
    (live[.assignee] ?? []).contains { $0.result != .nothing }
  }

  /// Officer who has the case; `nil` for nobody, or while two were named.
  package var assignee: String? {
    guard case .assignee(let officer)? = answer(.assignee)?.result else { return nil }
    return officer
  }

  /// The event of receipt of the application that counts.
  package var receipt: Event? { applications.first }

  package var title: TitleTerm? {
    guard case .title(let term)? = live[.title]?.first?.result else { return nil }
    return term
  }

  package func visit(_ id: String) -> Visit? {
    guard case .visit(let visit)? = live[.visit(id)]?.first?.result else { return nil }
    return visit
  }

  /// Visits that no second officer has closed, in causal order.
  package var openVisits: [Visit] {
    visits.compactMap(visit).filter { $0.phase != .closed || isContested(.visit($0.id)) }
  }

  /// The two officers of a visit, as planned.
  package func visitors(_ visit: String) -> [String] {
    body(.visitPlan(visit))?.body.texts("officers") ?? []
  }

  /// What was found on a visit, by item.
  package func findings(of visit: String) -> [String: Event] {
    var found: [String: Event] = [:]
    for question in live.keys {
      if case .finding(visit, let item) = question { found[item] = body(question) }
    }
    return found
  }

  /// Events that brought the applications of the case as it stands, the receipt first: the last one names the one that
  /// counts.
  package var applications: [Event] { stage?.applications.compactMap(event) ?? [] }

  /// Valid events that brought an application, those of a branch that is not kept among them, in causal order.
  package var everyApplication: [Event] {
    log.map(\.event).filter { $0.act == .receive || $0.act == .resubmit || $0.act == .amend }
  }

  /// Objections, reports or leads that nobody has answered, in causal order.
  package func open(_ kind: String) -> [Event] {
    lodged.compactMap(event).filter { $0.body.text("as") == kind && !isAnswered($0.id) }
  }

  func isAnswered(_ id: String) -> Bool { body(.objection(id)) != nil }

  /// Ids of the officers barred here by a conflict of interest.
  package func isBarred(_ officer: String) -> Bool {
    guard case .event? = live[.conflict(officer: officer)]?.first?.result else { return false }
    return true
  }

  /// Officers with a conflict of interest here.
  var barred: [String] {
    live.keys.compactMap { if case .conflict(let officer) = $0 { officer } else { nil } }.filter(isBarred)
  }

  /// The recommendation that is proposed or was signed; `nil` when there is none or it is gone.
  package var recommendation: Event? { stage?.recommendation.flatMap(event) }

  /// The last recommendation before a place in the history.
  func recommendation(before place: Int) -> Event? {
    log.last { $0.place < place && $0.event.act == .recommend }?.event
  }

  /// Last day of the correction asked for, extensions included.
  package var due: Day? {
    guard let stage, stage.state == .returned, let first = stage.due else { return nil }
    let extended = (live[.due] ?? []).compactMap { answer -> Day? in
      guard case .event(let id) = answer.result else { return nil }
      return event(id)?.body.day("due")
    }
    return max(first, extended.max() ?? first)
  }

  /// Whether the notice that an event entered was closed after its last day.
  package func hasClosed(notice id: String) -> Bool {
    log.contains { $0.event.act == .closeNotice && saw($0.event.id, id) }
  }

  /// Whether live answers outside what a recommendation saw differ from what it saw (Casework §4.3).
  package var isStale: Bool {
    guard let id = stage?.recommendation, let at = byID[id] else { return false }
    let past = log[at].past
    return live.contains { question, living in
      living.contains { answer in
        guard !past.contains(answer.place), answer.id != id else { return false }
        return differs(question, answer, from: past)
      }
    }
  }

  private func differs(_ question: Question, _ answer: Answer, from past: EventSet) -> Bool {
    switch question {
    case .fact:
      let now: Event? = if case .event(let id) = answer.result { event(id) } else { nil }
      return (now?.statedFact ?? Event.declaredFact) != (lastSeen(question, past)?.statedFact ?? Event.declaredFact)
    case .judgement:
      guard case .event(let id) = answer.result, let body = event(id)?.body else {
        return lastSeen(question, past) != nil
      }
      return body["outcome"] != lastSeen(question, past)?.body["outcome"]
    case .material:
      let settled: Set = ["ok", "notRequired"]
      let seen = lastSeen(question, past)?.body.text("state") ?? ""
      guard case .event(let id) = answer.result, let state = event(id)?.body.text("state") else {
        return settled.contains(seen)
      }
      return !settled.contains(state) && state != seen
    default:
      guard case .visit(let visit) = answer.result else { return false }
      return visit.phase == .closed && visit.result != "confirmed"
    }
  }

  /// The event that answered a question within a past: the last one in causal order that nothing there undid.
  private func lastSeen(_ question: Question, _ past: EventSet) -> Event? {
    for entry in log.reversed() where past.contains(entry.place) {
      for given in answers[entry.event.id] ?? [] where given.question == question {
        guard case .event(let id) = given.answer.result else { return nil }
        return event(id)
      }
    }
    return nil
  }
}
