import ScoringCore
import StrictJSON

/// 延长公示: a notice runs longer; it is never shortened.
struct ExtendNotice: Act {
  let name = ActName.extendNotice
  let wording = ActWording(
    done: ("延长公示", "Notice extended"), verb: ("延长公示", "Extend notice"), "延长公示", "Make the notice longer")
  let who: [OfficerRole] = [.signer, .supervisor]
  let from: Set<CaseState>? = [.inNotice]
  let step: OfficeSettings.Step? = .notice
  let fields: [Field] = [
    .day("last", "新的最后一天", "New last day", from: .today).compared, .text("reason", "理由", "Reason"),
  ]
  let offer: ActOffer? = ActOffer(.anyTab)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let last = act.fold.stage?.noticeLast, let later = act.body.day("last"), later <= last else { return [] }
    return [
      .requirement("notLater", "公示不能缩短，现到 \(last)", "A notice is never shortened; it runs to \(last)", field: "last")
    ]
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { past.stage { $0.noticeLast = event.body.day("last") } }

  func detail(_ event: Event, _ fold: Fold) -> Phrase { Self.told([.same(event.body.text("last"))], words(event)) }
}
