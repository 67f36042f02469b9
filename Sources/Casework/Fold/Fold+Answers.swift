import ScoringCore
import StrictJSON

extension Fold {
  /// What a valid event answers, worked out from the fold of its own causal past.
  func answers(of event: Event, place: Int) -> [(String, Answer)] {
    results(of: event).map { question, result in
      let before = live[question]?.first?.result ?? .nothing
      return (
        question,
        Answer(
          id: event.id, place: place, author: event.author, result: result,
          agreement: Fold.agreement(event, question, result),
          before: isContested(question) ? (live[question]?.first?.before ?? .nothing) : before)
      )
    }
  }

  private func results(of event: Event) -> [(String, Answer.Result)] {
    let body = event.body
    let this = Answer.Result.event(event.id)
    switch event.kind {
    case "assign": return [("assignee", .assignee(body.text("to")))]
    case "release": return [("assignee", .assignee(nil))]
    case "conflict": return [("conflict:" + (body.text("officer") ?? ""), this)]
    case "verify": return [("fact:" + (body.text("path") ?? ""), this)]
    case "check": return [(Fold.paper(body), this)]
    case "judge": return [("judgement:" + (body.text("condition") ?? ""), this)]
    case "extend": return [("due", this)]
    case "plan": return [("visitplan:" + (body.text("visit") ?? ""), this)]
    case "finding":
      return [("finding:\(body.text("visit") ?? ""):\(body.text("item") ?? "")", this)]
    case "redact": return [("redaction:" + (body.text("of") ?? ""), this)]
    case "answer": return [("objection:" + (body.text("of") ?? ""), this)]
    case "update": return [("update:\(body.number("year") ?? 0)", this)]
    case "openRound": return [("round", this)]
    case "draw": return [("draw:" + (body.text("of") ?? ""), this)]
    case "officer": return [("officer:" + (body.text("officer") ?? ""), this)]
    case "key": return [("key:" + (body.text("sign") ?? ""), this)]
    case "role": return [(Fold.grant(event.body), this)]
    case "found", "root": return [("root", this)]
    case "settings": return [(Fold.settings(body), this)]
    case "end": return (answers[body.text("of") ?? ""] ?? []).map { ($0.question, this) }
    case "undo":
      return (answers[body.text("of") ?? ""] ?? []).map { ($0.question, $0.answer.before) }
    case "settle":
      let question = body.text("question") ?? ""
      if let keep = body.text("keep") {
        return liveAnswers(question).filter { $0.id == keep }.map { (question, $0.result) }
      }
      guard question == "stage", var stage else { return [(question, .nothing)] }
      stage.toReview()
      return [(question, .stage(stage))]
    default: return stageResults(of: event) + titleResults(of: event)
    }
  }

  static func paper(_ body: JSONValue) -> String {
    let year = body.number("year").map(String.init) ?? ""
    return "material:\(body.text("item") ?? ""):\(year):\(body.text("file") ?? "")"
  }

  static func grant(_ body: JSONValue) -> String {
    let scope = [body.texts("divisions"), body.texts("tiers"), body.texts("cases")]
      .map { $0.sorted().joined(separator: ",") }.joined(separator: ";")
    return
      "role:\(body.text("officer") ?? ""):\(body.text("role") ?? ""):\(body.text("authority") ?? "");\(scope)"
  }

  static func settings(_ body: JSONValue) -> String {
    "settings:\(body.text("authority") ?? ""):\(body.text("what") ?? ""):\(body.text("from") ?? "")"
  }

  /// Question, result and the compared fields as one text.
  private static func agreement(_ event: Event, _ question: String, _ result: Answer.Result) -> String {
    let compared = Kind.named(event.kind)?.fields.filter(\.agrees).compactMap { field in
      event.body[field.name].map { "\(field.name)=" + String(decoding: $0.canonicalBytes, as: UTF8.self) }
    }
    let fields = (compared ?? []).joined(separator: ";")
    switch result {
    case .nothing: return "nothing;" + fields
    case .stage(let stage): return stage.state.rawValue + ";" + fields
    case .assignee(let officer): return (officer ?? "") + ";"
    case .event: return event.kind + ";" + fields
    case .visit(let visit): return "\(visit.phase.rawValue);\(visit.result ?? "");" + fields
    case .title(let term): return "\(term.phase.rawValue);" + fields
    }
  }

  private func titleResults(of event: Event) -> [(String, Answer.Result)] {
    let body = event.body
    var term = title ?? TitleTerm(given: event.id, phase: .running)
    switch event.kind {
    case "registerTitle":
      term.from = body.day("from")
      term.until = body.day("until")
      term.number = body.text("number")
    case "decide" where body.text("outcome") == "recognise",
      "ministry" where body.text("outcome") == "recognised":
      term = TitleTerm(given: event.id, phase: .running)
      term.from = body.day("announced")
      term.until = body.day("until")
      term.number = body.text("number")
    case "inquiry":
      term.phase = .inquiry
      term.inquiry = event.id
    case "heard": break
    case "drop":
      term.phase = .running
      term.inquiry = nil
    case "endTitle":
      term.phase = .ended
      term.ended = body.text("how")
      term.endedOn = body.day("from")
      term.barUntil = body.day("barUntil")
      term.endedTiers = body.texts("tiers").compactMap(Tier.init(rawValue:))
    default: return []
    }
    return [("title", .title(term))]
  }
}
