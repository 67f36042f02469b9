import ScoringCore
import StrictJSON

/// 更正录入: what was keyed wrongly at intake is put right before anybody has the case.
struct Amend: Act {
  let name = ActName.amend
  let wording = ActWording(
    done: ("更正录入", "Intake corrected"), verb: ("更正录入", "Correct intake"), "收件时录入有误，换上正确的申报文件",
    "Replace an application that was keyed wrongly at intake")
  let who: [OfficerRole] = [.supervisor]
  let from: Set<CaseState>? = [.received]
  let step: OfficeSettings.Step? = .review
  let traits: ActTraits = .final
  let fields: [Field] = [
    .sha("application", "正确的申报文件", "The right application file").compared,
    .whole("revision", "第几版", "Revision").program.workedOut, .words("flags", "收件提示", "Flags").program.workedOut,
    .text("reason", "理由", "Reason"),
  ]
  let offer: ActOffer? = ActOffer(.anyTab)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] { act.needsText("reason") }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { past.stage { $0.bring(event) } }

  func complete(_ action: Action, in place: Situation) -> Action { place.completed(revision: action) }

  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    guard isBegun, let file = place.file else { return [] }
    guard let next = place.nextRevision else {
      return [
        .requirement(
          "application", "更正录入要给出正确的申报文件", "A correction needs the right application's file", field: "application")
      ]
    }
    return file.amendment(next)
  }
}
