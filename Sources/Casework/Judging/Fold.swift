/// The live answers of a set of valid events: what they amount to together.
///
/// An answer lives while no other valid event that answers the same question has seen it.
package struct Fold: Sendable {
  struct LogEntry: Sendable {
    var event: Event
    var act: any JudgedAct
    var place: Int
    var past: EventSet
  }

  /// Who is who, for what is told of the events: nothing is decided by it.
  var people = Rights()
  private(set) var live: [Question: [Answer]] = [:]
  /// Valid events in causal order.
  private(set) var log: [LogEntry] = []
  private(set) var byID: [String: Int] = [:]
  /// Questions with live answers that do not agree.
  private(set) var disputes: Set<Question> = []
  /// Every valid answer, live or not, by its event.
  private(set) var answers: [String: [(question: Question, answer: Answer)]] = [:]
  /// Ids of what was lodged, and of visits, in causal order.
  private(set) var lodged: [String] = []
  private(set) var visits: [String] = []

  mutating func apply(
    _ event: Event, _ act: any JudgedAct, place: Int, past: EventSet, _ given: [(Question, Answer)]
  ) {
    byID[event.id] = log.count
    log.append(LogEntry(event: event, act: act, place: place, past: past))
    if event.act == .lodge { lodged.append(event.id) }
    if !given.isEmpty { answers[event.id] = given.map { (question: $0.0, answer: $0.1) } }
    for (question, answer) in given {
      if question == .visit(event.id) { visits.append(event.id) }
      var living = live.removeValue(forKey: question) ?? []
      living.removeAll { past.contains($0.place) }
      living.append(answer)
      if living.count > 1 { living.sort { $0.id < $1.id } }
      if living.contains(where: { $0.agreement != living[0].agreement }) {
        disputes.insert(question)
      } else {
        disputes.remove(question)
      }
      live[question] = living
    }
  }

  /// What an officer is called where people read it.
  package func name(of officer: String) -> String { people.name(of: officer) }

  /// The answer all live ones agree on; of several that are contested the one before the fork is `before`.
  package func answer(_ question: Question) -> Answer? {
    isContested(question) ? nil : live[question]?.first
  }

  package func liveAnswers(_ question: Question) -> [Answer] { live[question] ?? [] }

  package func isContested(_ question: Question) -> Bool { disputes.contains(question) }

  /// Questions that are contested, sorted.
  package var contested: [Question] { disputes.sorted { $0.text < $1.text } }

  package func event(_ id: String) -> Event? { entry(id)?.event }

  /// A valid event with the act that it is.
  func entry(_ id: String) -> LogEntry? { byID[id].map { log[$0] } }

  /// The event whose body answers a question; `nil` when there is none or it is contested or undone.
  package func body(_ question: Question) -> Event? {
    guard case .event(let id)? = answer(question)?.result else { return nil }
    return event(id)
  }

  /// Whether the event `id` is part of what the event `later` had seen.
  func saw(_ later: String, _ id: String) -> Bool {
    guard let place = byID[id].map({ log[$0].place }), let at = byID[later] else { return false }
    return log[at].past.contains(place)
  }
}
