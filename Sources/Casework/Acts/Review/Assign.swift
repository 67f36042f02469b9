import ScoringCore
import StrictJSON

/// 领取、分配: a reviewer takes the case, or a supervisor gives it to one.
struct Assign: Act {
  let name = ActName.assign
  let wording = ActWording(
    done: ("分配", "Assigned"), verb: ("领取", "Take"), "领取这一件；领取即声明没有利害关系",
    "Take the case; taking it states that there is no conflict of interest")
  let from: Set<CaseState>? = CaseState.open
  let step: OfficeSettings.Step? = .review
  let traits: ActTraits = .everyday
  let fields: [Field] = [
    .officer("to", "分给谁", "To").pointed.workedOut.compared,
    .flag("noConflict", "声明无利害关系", "States no conflict").program.workedOut,
  ]
  let offer: ActOffer? = ActOffer(.anyTab, "a", footer: true, many: true)

  func roles(_ act: ActRequirements) -> [OfficerRole] {
    act.body.text("to") == act.author ? [.reviewer] : [.supervisor]
  }

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let to = act.body.text("to") else { return [] }
    let name = act.rights.name(of: to)
    var unmet: [UnmetRequirement] = []
    if to == act.author, act.body["noConflict"]?.bool == false {
      unmet.append(
        .requirement(
          "noConflict", "须声明与本件没有利害关系", "Taking a case states that there is no conflict of interest"))
    }
    if !act.rights.holds(to, [.reviewer], in: act.place) {
      unmet.append(
        .requirement("assignee", "\(name) 不是管辖本件的审核员", "\(name) is no reviewer with jurisdiction over this case"))
    }
    if to != act.author, act.fold.isBarred(to) {
      unmet.append(
        .requirement("assigneeConflict", "\(name) 与本件有利害关系", "\(name) has a conflict of interest in this case"))
    }
    return unmet
  }

  func begun(by officer: String) -> Action { Action(name, ["to": .string(officer), "noConflict": true]) }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { [(.assignee, .assignee(event.body.text("to")))] }

  func complete(_ action: Action, in place: Situation) -> Action {
    let whole = action.setting("to", .string(place.officer))
    return whole.setting("noConflict", .bool(whole.fields.text("to") == place.officer))
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase { .same(event.body.text("to").map(fold.name)) }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.stage), .answer(.assignee)] }
}
