import ScoringCore
import StrictJSON

/// 恢复办理: the case goes on from where it was held.
struct Resume: Act {
  let name = ActName.resume
  let wording = ActWording(
    done: ("恢复办理", "Resumed"), verb: ("恢复", "Resume"), "恢复，时限继续计算", "Go on; the clock runs again")
  let who: [OfficerRole] = [.reviewer, .spotCheck, .supervisor]
  let from: Set<CaseState>? = [.held]
  let fields: [Field] = [.text("reason", "理由", "Reason").optional]
  let offer: ActOffer? = ActOffer(.anyTab, "U", many: true)

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    past.stage {
      $0.goOn(event.on)
      $0.state = $0.heldFrom ?? .inReview
      $0.heldFrom = nil
    }
  }
}
