import ScoringCore
import StrictJSON

/// 工信部结果: what the ministry announced of a little giant; recorded here, not decided.
struct Ministry: Act {
  let name = ActName.ministry
  let wording = ActWording(
    done: ("工信部结果", "Ministry's outcome"), verb: ("公布结果", "Ministry"), "记录工信部的结果", "Record the ministry's outcome")
  let who: [OfficerRole] = [.signer]
  let from: Set<CaseState>? = [.forwarded, .ministryOutcome]
  let traits: ActTraits = .final
  let fields: [Field] = [
    .one("outcome", "结果", "Outcome", "recognised refused returned").compared, .line("document", "文号", "Document"),
    .day("announced", "公布日期", "Announced", to: .today).optional.workedOut.compared.deciding,
    .day("from", "有效期起（公布日期不同时）", "Valid from (where not the announcement)").pointed.optional.compared.deciding,
    .day("until", "有效期止", "Until").pointed.optional.workedOut.compared.deciding,
  ]
  let offer: ActOffer? = ActOffer(.anyTab, final: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    act.fold.state == .ministryOutcome ? act.titleIsOver(unless: "recognised") : []
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    let outcome = event.body.text("outcome")
    let stage = past.stage {
      if outcome == "returned" {
        $0.toReview()
      } else {
        $0.state = outcome == "recognised" ? .ministryOutcome : .refused
      }
    }
    return stage + (outcome == "recognised" ? TitleTerm.given(by: event, past) : [])
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    action.fields.text("outcome") == "recognised" ? TitleTerm.completed(action, place) : action
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase { CodedWords.outcome(event.body.text("outcome")) }
}
