import ScoringCore
import StrictJSON

/// 抽查办结: one of the two officers closes the visit; it waits for the other.
struct CloseVisit: Act {
  let name = ActName.closeVisit
  let wording = ActWording(
    done: ("抽查办结", "Visit closed"), verb: ("办结", "Close visit"), "结束抽查，等另一人会签",
    "Close the visit; the other officer cosigns")
  let who: [OfficerRole] = [.spotCheck]
  let from: Set<CaseState>? = [.spotCheck, .inNotice, .noticeClosed]
  let step: OfficeSettings.Step? = .spotCheck
  let fields: [Field] = [
    .id("visit", "抽查", "Visit").pointed.workedOut,
    .one("result", "结果", "Result", "confirmed differs entryRefused").compared,
    .text("present", "企业在场人员", "Present for the enterprise"),
  ]
  let offer: ActOffer? = ActOffer(.spotCheck, "c", footer: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let visit = act.body.text("visit") else { return act.needsOpenVisit }
    return act.mustBeOpen(visit, .open) + act.mustVisit(visit)
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    guard past.stage != nil, let id = event.body.text("visit"), var visit = past.visit(id) else { return [] }
    visit.phase = .closing
    visit.result = event.body.text("result")
    visit.closing = event.id
    visit.closer = event.author
    return [(.visit(id), .visit(visit))]
  }

  func complete(_ action: Action, in place: Situation) -> Action { action.setting("visit", place.onlyOpenVisit) }

  func shown(_ action: Action, in place: Situation) -> [Shown] {
    let visit = action.fields.text("visit") ?? ""
    return [.answer(.visit(visit)), .findings(visit)]
  }
}
