import ScoringCore
import StrictJSON

/// 认定决定: the authority recognises or refuses after the notice; a title begins.
struct Decide: Act {
  let name = ActName.decide
  let wording = ActWording(
    done: ("认定决定", "Decided"), verb: ("决定", "Decide"), "作出认定或不予认定的决定", "Decide: recognise or refuse")
  let who: [OfficerRole] = [.signer]
  let from: Set<CaseState>? = [.noticeClosed]
  let traits: ActTraits = [.final, .second, .review, .whole, .fresh, .decisive]
  let fields: [Field] = [
    .one("outcome", "决定", "Decision", "recognise refuse").compared, .line("document", "文号", "Document"),
    .line("number", "证书编号", "Number").pointed.optional,
    .day("announced", "公布日期", "Announced", to: .today).workedOut.compared.deciding,
    .day("from", "有效期起（公布日期不同时）", "Valid from (where not the announcement)").pointed.optional.compared.deciding,
    .day("until", "有效期止", "Until").pointed.workedOut.compared.deciding,
    .list(
      "reasons", "不予认定的理由", "Reasons of a refusal", .many(.defects),
      of: [.code("code", "理由", "Reason", ""), .text("text", "说明", "Text")]
    ).pointed.optional, .text("text", "不予认定的理由", "Reasons of a refusal").made.optional,
  ]
  let offer: ActOffer? = ActOffer(.anyTab, "D", final: true, many: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] { act.conclusion(of: .littleGiant, isWanted: false) }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    let isRecognised = event.body.text("outcome") == "recognise"
    let stage = past.stage { $0.state = isRecognised ? .decided : .refused }
    return stage + (isRecognised ? TitleTerm.given(by: event, past) : [])
  }

  func faults(_ body: JSONValue) -> [UnmetRequirement] { CodedReasons.refusalNeedsText(body) }

  func complete(_ action: Action, in place: Situation) -> Action {
    CodedReasons.refusal(TitleTerm.completed(action, place), otherwise: nil)
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase { CodedWords.outcome(event.body.text("outcome")) }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.stage), .assessment, .objections] }
}
