import ScoringCore
import StrictJSON

/// 调查: a step of looking into an objection, report or lead.
struct Investigate: Act {
  let name = ActName.investigate
  let wording = ActWording(
    done: ("调查", "Investigated"), verb: ("调查", "Investigate"), "记录调查的一步", "Record a step of the investigation")
  let who: [OfficerRole] = [.objection, .spotCheck]
  let from: Set<CaseState>? = CaseState.all
  let traits: ActTraits = .photographs
  let fields: [Field] = [
    .id("of", "哪一件", "Of").pointed.workedOut, .one("step", "做了什么", "Step", "heard papers visit asked"),
    .text("text", "结果", "Result"), Field("files", Phrase("附件", "Files"), .list(.sha), .file).pointed.workedOut,
  ]
  let offer: ActOffer? = ActOffer(.objections, "i", footer: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    let unmet = act.lodgedObject
    guard unmet.isEmpty, let of = act.body.text("of"), act.fold.isAnswered(of) else { return unmet }
    return [.answered]
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    action.setting("of", place.onlyObject).setting("files", [])
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.object(action.fields.text("of") ?? "")] }
}
