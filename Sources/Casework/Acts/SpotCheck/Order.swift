import ScoringCore
import StrictJSON

/// 决定实地抽查: a visit on a stated ground, not by the draw.
struct Order: Act {
  let name = ActName.order
  let wording = ActWording(
    done: ("决定实地抽查", "Visit ordered"), verb: ("决定抽查", "Order visit"), "因疑点安排实地抽查",
    "Order a visit on a stated ground")
  let who: [OfficerRole] = [.supervisor, .signer, .objection]
  let from: Set<CaseState>? = [
    .inReview, .awaitingDraw, .readyForNotice, .inNotice, .noticeClosed, .readyToForward,
  ]
  let step: OfficeSettings.Step? = .spotCheck
  let fields: [Field] = [
    .one("ground", "理由", "Ground", "doubt report objection contradiction level-above"),
    .text("text", "要查什么", "What to look at"), .id("about", "因哪一件", "About").pointed.optional,
  ]
  let offer: ActOffer? = ActOffer(.anyTab)

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { past.visitBegins(event) }
}
