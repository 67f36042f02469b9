import ScoringCore
import StrictJSON

/// 补正后重报: the application as the enterprise corrected it, its next revision; the clock goes on.
struct Resubmit: Act {
  let name = ActName.resubmit
  let wording = ActWording(
    done: ("补正后重报", "Resubmitted"), verb: ("收补正件", "Resubmitted"), "收下企业补正后的申报文件",
    "Take in the application as the enterprise corrected it")
  let who: [OfficerRole] = [.reviewer]
  let from: Set<CaseState>? = [.returned]
  let step: OfficeSettings.Step? = .review
  let traits: ActTraits = .final
  let fields: [Field] = [
    .sha("application", "补正后的申报文件", "The corrected application file").compared,
    .whole("revision", "第几版", "Revision").program.workedOut, .words("flags", "收件提示", "Flags").program.workedOut,
  ]
  let offer: ActOffer? = ActOffer(.anyTab)

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    past.stage {
      $0.goOn(event.on)
      $0.toReview()
      $0.bring(event)
    }
  }

  func complete(_ action: Action, in place: Situation) -> Action { place.completed(revision: action) }

  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    guard isBegun, let file = place.file else { return [] }
    guard let next = place.nextRevision else {
      return [
        .requirement(
          "application", "补正后重报要给出新的申报文件", "A resubmission needs the new application's file", field: "application")
      ]
    }
    return file.resubmission(next)
  }
}
