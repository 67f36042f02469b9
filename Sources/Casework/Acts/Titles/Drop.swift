import ScoringCore
import StrictJSON

/// 终结核查: nothing was found; the title runs on.
struct Drop: Act {
  let name = ActName.drop
  let wording = ActWording(
    done: ("终结核查", "Inquiry dropped"), verb: ("终结核查", "Drop inquiry"), "核查终结，称号继续有效",
    "End the inquiry; the title runs on")
  let place = ActPlace.titles
  let alsoIn: [ActPlace] = [.cases]
  let who: [OfficerRole] = [.signer]
  let fields: [Field] = [.text("reason", "终结理由", "Why it is dropped")]
  let offer: ActOffer? = ActOffer(.title, "d")

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] { TitleTerm.underInquiry(act.fold) }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    past.term(event) {
      $0.phase = .running
      $0.inquiry = nil
    }
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.title)] }
}
