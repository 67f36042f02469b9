import ScoringCore
import StrictJSON

/// 逾期未补正: nothing came by the due day; the case is withdrawn.
struct Lapse: Act {
  let name = ActName.lapse
  let wording = ActWording(
    done: ("逾期未补正", "Lapsed"), verb: ("逾期未补正", "Lapse"), "逾期未补正，作撤回处理", "Not corrected in time: withdrawn")
  let who: [OfficerRole] = [.signer]
  let from: Set<CaseState>? = [.returned]
  let step: OfficeSettings.Step? = .signing
  let fields: [Field] = [.text("reason", "理由", "Reason")]
  let offer: ActOffer? = ActOffer(.anyTab, final: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let due = act.fold.due, let on = act.body.day("on"), on <= due else { return [] }
    return [
      .requirement("notOver", "补正期限到 \(due) 才结束", "The correction is not overdue before the day after \(due)")
    ]
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    past.stage {
      $0.goOn(event.on)
      $0.state = .withdrawn
    }
  }
}
