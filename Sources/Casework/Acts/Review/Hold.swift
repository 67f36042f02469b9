import ScoringCore
import StrictJSON

/// 搁置: the case waits for something outside; the clock stops.
struct Hold: Act {
  let name = ActName.hold
  let wording = ActWording(done: ("搁置", "Held"), verb: ("搁置", "Hold"), "搁置，时限停止计算", "Hold it; the clock stops")
  let who: [OfficerRole] = [.reviewer, .spotCheck, .supervisor]
  let from: Set<CaseState>? = [
    .received, .inReview, .awaitingDraw, .spotCheck, .readyForNotice, .noticeClosed, .readyToForward,
  ]
  let fields: [Field] = [
    .text("reason", "理由", "Reason"), .day("until", "预计到", "Until", from: .today).optional,
  ]
  let offer: ActOffer? = ActOffer(.anyTab, "H", many: true)

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    past.stage {
      $0.heldFrom = $0.state
      $0.state = .held
      $0.stop(after: event.on)
    }
  }
}
