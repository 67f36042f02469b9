import ScoringCore
import StrictJSON

/// 重新审核: a case that went on, or ended, comes back to review.
struct Reopen: Act {
  let name = ActName.reopen
  let wording = ActWording(done: ("重新审核", "Reopened"), verb: ("重新审核", "Reopen"), "重新审理", "Open the case again")
  let who: [OfficerRole] = [.supervisor]
  let from: Set<CaseState>? = [
    .awaitingDraw, .readyForNotice, .noticeClosed, .readyToForward, .decided, .ministryOutcome, .refused, .withdrawn,
  ]
  let fields: [Field] = [
    .one("ground", "理由", "Ground", "objection report error court ministry stale"), .text("text", "说明", "Reason"),
  ]
  let offer: ActOffer? = ActOffer(.anyTab)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    act.fold.state == .decided || act.fold.state == .ministryOutcome ? act.titleIsOver(unless: nil) : []
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { past.stage { $0.toReview() } }
}
