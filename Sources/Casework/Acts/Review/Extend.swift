import ScoringCore
import StrictJSON

/// 延长补正期限: the correction is due later.
struct Extend: Act {
  let name = ActName.extend
  let wording = ActWording(
    done: ("延长补正期限", "Correction extended"), verb: ("延长补正", "Extend"), "延长补正期限", "Extend the time for correction")
  let who: [OfficerRole] = [.reviewer]
  let from: Set<CaseState>? = [.returned]
  let step: OfficeSettings.Step? = .review
  let fields: [Field] = [
    .day("due", "新的期限", "New due day", from: .today).compared, .text("reason", "理由", "Reason"),
  ]
  let offer: ActOffer? = ActOffer(.anyTab)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let due = act.fold.due, let later = act.body.day("due"), later <= due else { return [] }
    return [
      .requirement("notLater", "新的期限须晚于 \(due)", "The new due day must be later than \(due)", field: "due")
    ]
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { [(.due, .event(event.id))] }

  func detail(_ event: Event, _ fold: Fold) -> Phrase { Self.told([.same(event.body.text("due"))], words(event)) }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.stage), .answer(.due)] }
}
