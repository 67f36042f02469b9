import ScoringCore
import StrictJSON

/// 安排抽查: two officers and the day of a visit.
struct Plan: Act {
  let name = ActName.plan
  let wording = ActWording(
    done: ("安排抽查", "Visit planned"), verb: ("安排抽查", "Plan visit"), "派两名抽查员，定日期", "Send two officers on a day")
  let who: [OfficerRole] = [.supervisor]
  let from: Set<CaseState>? = [.spotCheck, .inNotice, .noticeClosed]
  let step: OfficeSettings.Step? = .spotCheck
  let fields: [Field] = [
    .id("visit", "抽查", "Visit").pointed.workedOut, .officers("officers", "两名抽查员", "Two officers", .visitors).compared,
    .day("day", "日期", "Day", from: .today).compared, .id("drawn", "抽签", "Drawn by").pointed.optional.compared,
    .words("items", "必查项目", "Items that must be seen", .visitItems).optional,
  ]
  let offer: ActOffer? = ActOffer(.spotCheck, "p", footer: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let visit = act.body.text("visit") else { return act.needsOpenVisit }
    var unmet = act.mustBeOpen(visit)
    let officers = act.body.texts("officers")
    if Set(officers).count != 2 || officers.count != 2 {
      unmet.append(
        .requirement("twoOfficers", "须有两名不同的抽查员", "A visit has two different officers", field: "officers"))
    }
    return unmet + officers.flatMap(act.unfit)
  }

  func faults(_ body: JSONValue) -> [UnmetRequirement] {
    let unknown = body.texts("items").filter { !VisitItem($0).isKnown }.map {
      UnmetRequirement.noSuch($0, "项目", "item", "items")
    }
    return body["officers"] == nil || body.texts("officers").count == 2
      ? unknown
      : [.requirement("twoOfficers", "只能选两名抽查员", "A visit has two officers", field: "officers")] + unknown
  }

  func answersAnew(_ body: JSONValue) -> Question? { .visitPlan(body.text("visit") ?? "") }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    [(.visitPlan(event.body.text("visit") ?? ""), .event(event.id))]
  }

  func complete(_ action: Action, in place: Situation) -> Action { action.setting("visit", place.onlyOpenVisit) }

  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    let officers = event.body.texts("officers").map(fold.name)
    return Phrase(officers.joined(separator: "、"), officers.joined(separator: ", "))
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] {
    [.answer(.visitPlan(action.fields.text("visit") ?? ""))]
  }
}
