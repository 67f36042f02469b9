import ScoringCore
import StrictJSON

/// 告知结果: the objector is told the answer.
struct NotifyOutcome: Act {
  let name = ActName.notifyOutcome
  let wording = ActWording(
    done: ("告知结果", "Told the outcome"), verb: ("告知结果", "Tell"), "告知异议人结果", "Tell the objector the answer")
  let who: [OfficerRole] = [.objection]
  let from: Set<CaseState>? = CaseState.all
  let traits: ActTraits = .final
  let fields: [Field] = Acknowledge.telling
  let offer: ActOffer? = ActOffer(.objections, "T")

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] { act.lodgedObject }
  func complete(_ action: Action, in place: Situation) -> Action { action.setting("of", place.onlyObject) }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.object(action.fields.text("of") ?? "")] }
}
