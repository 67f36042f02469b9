import ScoringCore
import StrictJSON

/// 提出不同意见: the second person does not agree; the case goes back to review.
struct Challenge: Act {
  let name = ActName.challenge
  let wording = ActWording(
    done: ("提出不同意见", "Challenged"), verb: ("不同意见", "Challenge"), "提出不同意见，退回审核",
    "Challenge the proposal; it goes back to review")
  let who: [OfficerRole] = [.signer]
  let from: Set<CaseState>? = [.toSign]
  let step: OfficeSettings.Step? = .signing
  let traits: ActTraits = [.second, .review]
  let fields: [Field] = [
    .id("of", "审核意见", "Proposal").pointed.workedOut.compared,
    .code("section", "不同意哪一部分", "Section", "facts materials rules reasons"), .text("text", "不同意什么", "What is wrong"),
  ]
  let offer: ActOffer? = ActOffer(.anyTab, "S")

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] { Sign.seconding(act) }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { past.stage { $0.toReview() } }

  func complete(_ action: Action, in place: Situation) -> Action {
    action.setting("of", place.fold.recommendation.map { .string($0.id) })
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.stage), .assessment] }
}
