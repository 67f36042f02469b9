import ScoringCore
import StrictJSON

extension Fold {
  /// Where the stage and the visits go (the cells of table 4 that name a state).
  func stageResults(of event: Event) -> [(String, Answer.Result)] {
    let body = event.body
    guard var stage else {
      return event.kind == "receive" ? [("stage", .stage(Stage(.inReview)))] : []
    }
    let outcome = body.text("outcome")
    switch event.kind {
    case "receive": stage = Stage(.inReview)
    case "return":
      stage.state = .returned
      stage.due = body.day("due")
      stage.stop(after: event.on)
    case "resubmit":
      stage.goOn(event.on)
      stage.toReview()
    case "lapse", "withdraw":
      stage.goOn(event.on)
      stage.state = .withdrawn
    case "hold":
      stage.heldFrom = stage.state
      stage.state = .held
      stage.stop(after: event.on)
    case "resume":
      stage.goOn(event.on)
      stage.state = stage.heldFrom ?? .inReview
      stage.heldFrom = nil
    case "recommend":
      stage.state = .toSign
      stage.recommendation = event.id
    case "sign":
      stage.signature = event.id
      stage.state = signed(body.text("of") ?? "", next: body.text("next"))
    case "sampled":
      if body["drawn"]?.bool == true { return visitBegins(event, stage) }
      stage.state = published
    case "order": return visitBegins(event, stage)
    case "closeVisit", "cosign": return visitEnds(event, stage)
    case "enterNotice":
      stage.state = .inNotice
      stage.notice = event.id
      stage.noticeFirst = body.day("first")
      stage.noticeLast = body.day("last")
    case "extendNotice": stage.noticeLast = body.day("last")
    case "closeNotice":
      if isStale || hasUpheld { stage.toReview() } else { stage.state = .noticeClosed }
    case "decide": stage.state = outcome == "recognise" ? .decided : .refused
    case "forward": stage.state = .recommended
    case "ministry":
      if outcome == "returned" {
        stage.toReview()
      } else {
        stage.state = outcome == "recognised" ? .ministryOutcome : .refused
      }
    case "challenge", "pull", "reopen": stage.toReview()
    default: return []
    }
    return [("stage", .stage(stage))]
  }

  /// Where a favourable case goes when no visit is to come: the notice, or the ministry for a little giant.
  var published: CaseState {
    receipt?.body.text("tier") == Tier.littleGiant.rawValue ? .readyToRecommend : .readyForNotice
  }

  private func signed(_ recommendation: String, next: String?) -> CaseState {
    if event(recommendation)?.body.text("outcome") == "refuse" { return .refused }
    switch next {
    case "draw": return .awaitingDraw
    case "recommend": return .readyToRecommend
    default: return .readyForNotice
    }
  }

  /// Whether an objection was upheld, wholly or in part, after what was recommended.
  var hasUpheld: Bool {
    lodged.contains { id in
      guard let answer = body("objection:" + id), event(id)?.body.text("as") == "objection" else {
        return false
      }
      if let seen = stage?.recommendation, saw(seen, answer.id) { return false }
      return ["upheld", "partly"].contains(answer.body.text("outcome"))
    }
  }

  private func visitBegins(_ event: Event, _ stage: Stage) -> [(String, Answer.Result)] {
    var stage = stage
    let question = "visit:" + event.id
    let visit = Visit(id: event.id, phase: .open, from: stage.state)
    if stage.state == .inNotice || stage.state == .noticeClosed { return [(question, .visit(visit))] }
    stage.afterVisit = stage.state == .awaitingDraw ? published : stage.state
    stage.visit = event.id
    stage.state = .spotCheck
    return [(question, .visit(visit)), ("stage", .stage(stage))]
  }

  private func visitEnds(_ event: Event, _ stage: Stage) -> [(String, Answer.Result)] {
    let body = event.body
    if event.kind == "closeVisit" {
      guard let id = body.text("visit"), var visit = visit(id) else { return [] }
      visit.phase = .closing
      visit.result = body.text("result")
      visit.closing = event.id
      visit.closer = event.author
      return [("visit:" + id, .visit(visit))]
    }
    guard let id = self.event(body.text("of") ?? "")?.body.text("visit"), var visit = visit(id) else {
      return []
    }
    visit.phase = .closed
    guard stage.state == .spotCheck, stage.visit == id else { return [("visit:" + id, .visit(visit))] }
    var stage = stage
    if visit.result == "confirmed", !isStale, let after = stage.afterVisit, after != .inReview {
      stage.state = after
      stage.visit = nil
      stage.afterVisit = nil
    } else {
      stage.toReview()
    }
    return [("visit:" + id, .visit(visit)), ("stage", .stage(stage))]
  }
}
