import ScoringCore
import StrictJSON

/// 撤下公示: the case leaves a running notice and comes back to review.
struct PullFromNotice: Act {
  let name = ActName.pullFromNotice
  let wording = ActWording(
    done: ("撤下公示", "Pulled from notice"), verb: ("撤下公示", "Pull"), "撤出公示", "Pull it out of the notice")
  let who: [OfficerRole] = [.supervisor]
  let from: Set<CaseState>? = [.inNotice]
  let step: OfficeSettings.Step? = .notice
  let fields: [Field] = [
    .code("cause", "原因", "Cause", "error contradiction stale level-above other"), .text("text", "说明", "Reason"),
  ]
  let offer: ActOffer? = ActOffer(.anyTab, final: true)

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { past.stage { $0.toReview() } }
}
