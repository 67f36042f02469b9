import ScoringCore
import StrictJSON

/// 根主管: who may make supervisors, and how many must agree to a change.
struct Root: Act {
  let name = ActName.root
  let wording = ActWording(
    done: ("根主管", "Root supervisors"), verb: ("更换根主管", "Root supervisors"), "更换根主管和更换时须同意的人数",
    "Change the root supervisors, and how many must agree to a change")
  let place = ActPlace.registry
  let who: [OfficerRole] = [.supervisor]
  let fields: [Field] = [
    .officers("supervisors", "根主管", "Root supervisors", .supervisors).compared,
    .whole("threshold", "更换须几人同意", "How many must agree to a change", 1...99).usually(1).compared.deciding,
  ]
  let offer: ActOffer? = ActOffer(.officers, final: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard act.rights.root.contains(act.author) else { return [.role([.supervisor])] }
    // Nobody locks the registry by mistake. What became of them since takes nothing back.
    let rights = act.registry.state.rights
    return act.body.texts("supervisors").filter { !rights.holdsAnywhere($0, [.supervisor]) }.map { officer in
      .requirement(
        "rootSupervisor", "\(officer) 不是在任主管", "\(officer) is no supervisor in office", field: "supervisors")
    }
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { [(.root, .event(event.id))] }

  func faults(_ body: JSONValue) -> [UnmetRequirement] {
    let count = Set(body.texts("supervisors")).count
    return body["supervisors"] == nil || (1...max(1, count)).contains(body.number("threshold") ?? 1) && count > 0
      ? []
      : [
        .requirement(
          "threshold", "须同意的人数应在 1 和根主管人数之间", "Between one and all of the root supervisors must agree",
          field: "threshold")
      ]
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.root)] }
}
