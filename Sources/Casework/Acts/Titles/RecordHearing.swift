import ScoringCore
import StrictJSON

/// 听取陈述: what the enterprise said to an inquiry.
struct RecordHearing: Act {
  let name = ActName.recordHearing
  let wording = ActWording(
    done: ("听取陈述", "Enterprise heard"), verb: ("听取陈述", "Hear enterprise"), "记录企业的陈述和申辩",
    "Record what the enterprise said")
  let place = ActPlace.titles
  let alsoIn: [ActPlace] = [.cases]
  let who: [OfficerRole] = [.reviewer]
  let traits: ActTraits = .photographs
  let fields: [Field] = [
    .text("text", "企业的陈述", "What the enterprise said"),
    Field("files", Phrase("附件", "Files"), .list(.sha), .file).pointed.workedOut,
  ]
  let offer: ActOffer? = ActOffer(.title, "e")

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] { TitleTerm.underInquiry(act.fold) }
  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { past.term(event) { _ in } }
  func complete(_ action: Action, in place: Situation) -> Action { action.setting("files", []) }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.title)] }
}
