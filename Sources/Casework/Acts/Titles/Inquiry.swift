import ScoringCore
import StrictJSON

/// 称号核查: the title is looked into; the enterprise is heard before anything ends.
struct Inquiry: Act {
  let name = ActName.inquiry
  let wording = ActWording(
    done: ("称号核查", "Inquiry into the title"), verb: ("启动核查", "Open inquiry"), "对称号启动核查",
    "Open an inquiry into the title")
  let place = ActPlace.titles
  let alsoIn: [ActPlace] = [.cases]
  let who: [OfficerRole] = [.reviewer, .signer]
  let fields: [Field] = [
    .code(
      "cause", "事由", "Cause", TitleCause.allCases.map(\.rawValue).joined(separator: " ")),
    .text("text", "说明", "What is known"),
  ]
  let offer: ActOffer? = ActOffer(.title, "i")

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] { TitleTerm.running(act.fold) }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    past.term(event) {
      $0.phase = .inquiry
      $0.inquiry = event.id
    }
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.title)] }
}
