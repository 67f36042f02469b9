import ScoringCore
import StrictJSON

/// 抽查会签: the other officer agrees; the visit is over.
struct CoSignVisit: Act {
  let name = ActName.coSignVisit
  let wording = ActWording(
    done: ("抽查会签", "Visit countersigned"), verb: ("会签", "Cosign"), "会签抽查结果", "Cosign the result of the visit")
  let who: [OfficerRole] = [.spotCheck]
  let from: Set<CaseState>? = [.spotCheck, .inNotice, .noticeClosed]
  let step: OfficeSettings.Step? = .spotCheck
  let traits: ActTraits = .second
  let fields: [Field] = [.id("of", "办结", "Closing").pointed.workedOut.compared]
  let offer: ActOffer? = ActOffer(.spotCheck, "v", footer: true, final: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let of = act.body.text("of") else {
      return act.fold.openVisits.contains { $0.closing != nil }
        ? act.needsOpenVisit
        : [.requirement("visitOpen", "没有等待会签的抽查", "No visit waits to be cosigned")]
    }
    guard let closing = act.fold.event(of), closing.act == .closeVisit, let id = closing.body.text("visit") else {
      return [.unknown]
    }
    guard let visit = act.fold.visit(id), visit.phase == .closing, visit.closing == of else { return [.notLive] }
    if closing.author == act.author {
      return [.sameOfficer(Phrase("须由另一名抽查员会签", "The other officer of the visit must sign"))]
    }
    return act.mustVisit(id)
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    guard var stage = past.stage, let id = past.event(event.body.text("of") ?? "")?.body.text("visit"),
      var visit = past.visit(id)
    else { return [] }
    visit.phase = .closed
    guard stage.state == .spotCheck, stage.visit == id else { return [(.visit(id), .visit(visit))] }
    if visit.result == "confirmed", !past.isStale, let after = stage.afterVisit, after != .inReview {
      stage.state = after
      stage.visit = nil
      stage.afterVisit = nil
    } else {
      stage.toReview()
    }
    return [(.visit(id), .visit(visit)), (.stage, .stage(stage))]
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    let closing = place.fold.openVisits.compactMap(\.closing)
    return action.setting("of", closing.count == 1 ? .string(closing[0]) : nil)
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    fold.event(event.body.text("of") ?? "").map { ActName.closeVisit.act.detail($0, fold) } ?? .same(nil)
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] {
    let visit = place.fold.event(action.fields.text("of") ?? "")?.body.text("visit") ?? ""
    return [.answer(.visit(visit)), .findings(visit), .answer(.stage)]
  }
}
