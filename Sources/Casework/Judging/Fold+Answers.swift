import ScoringCore
import StrictJSON

extension Fold {
  /// What a valid event answers, worked out from the fold of its own causal past.
  func answers(of event: Event, _ act: any JudgedAct, place: Int) -> [(Question, Answer)] {
    act.answers(event, self).map { question, result in
      let before = live[question]?.first?.result ?? .nothing
      return (
        question,
        Answer(
          id: event.id, place: place, author: event.author, result: result,
          agreement: Fold.agreement(event, act, question, result),
          before: isContested(question) ? (live[question]?.first?.before ?? .nothing) : before)
      )
    }
  }

  /// Result and the compared fields as one text; of a fact its value, however it was learnt.
  private static func agreement(
    _ event: Event, _ act: any JudgedAct, _ question: Question, _ result: Answer.Result
  ) -> String {
    if case .fact = question, case .event = result { return event.statedFact }
    let fields = act.fields.filter(\.agrees).compactMap { field in
      event.body[field.name].map { "\(field.name)=" + String(decoding: $0.canonicalBytes, as: UTF8.self) }
    }.joined(separator: ";")
    switch result {
    case .nothing: return "nothing;" + fields
    case .stage(let stage): return "\(stage.state.rawValue);\(stage.application ?? "");" + fields
    case .assignee(let officer): return (officer ?? "") + ";"
    case .event: return event.kind + ";" + fields
    case .visit(let visit): return "\(visit.phase.rawValue);\(visit.result ?? "");" + fields
    case .title(let term): return "\(term.phase.rawValue);" + fields
    }
  }

  // MARK: what acts answer

  /// Where the case goes; nothing in a folder that is no case.
  func stage(_ change: (inout Stage) -> Void) -> [GivenAnswer] {
    guard var stage else { return [] }
    change(&stage)
    return [(.stage, .stage(stage))]
  }

  /// What becomes of the title.
  func term(_ event: Event, _ change: (inout TitleTerm) -> Void) -> [GivenAnswer] {
    var term = title ?? TitleTerm(given: event.id, phase: .running)
    change(&term)
    return [(.title, .title(term))]
  }

  /// A visit begins; the case waits for it unless it stands in a notice.
  func visitBegins(_ event: Event) -> [GivenAnswer] {
    guard var stage else { return [] }
    let visit = Visit(id: event.id, phase: .open, from: stage.state)
    if stage.state == .inNotice || stage.state == .noticeClosed { return [(.visit(event.id), .visit(visit))] }
    stage.afterVisit = stage.state == .awaitingDraw ? published : stage.state
    stage.visit = event.id
    stage.state = .spotCheck
    return [(.visit(event.id), .visit(visit)), (.stage, .stage(stage))]
  }
}

extension Event {
  /// The value of a fact where it is the declared one.
  static let declaredFact = "="

  /// The value that the event states of a fact, as a text that is equal where the values are.
  var statedFact: String {
    let isDeclared = act == .finding ? body.text("state") == "asDeclared" : body["value"] == body["declared"]
    return isDeclared
      ? Event.declaredFact : String(decoding: (body["value"] ?? .null).canonicalBytes, as: UTF8.self)
  }
}
