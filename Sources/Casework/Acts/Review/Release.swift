import ScoringCore
import StrictJSON

/// 放回: the case is nobody's again.
struct Release: Act {
  let name = ActName.release
  let wording = ActWording(
    done: ("退还分配", "Released"), verb: ("放回", "Release"), "把申报件放回未分配", "Give the case back to nobody")
  let from: Set<CaseState>? = CaseState.open.subtracting([.received])
  let traits: ActTraits = .everyday
  let fields: [Field] = [.text("reason", "理由", "Reason").optional]
  let offer: ActOffer? = ActOffer(.anyTab, many: true)

  func roles(_ act: ActRequirements) -> [OfficerRole] { act.fold.assignee == act.author ? [] : [.supervisor] }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { [(.assignee, .assignee(nil))] }
}
