import ScoringCore
import StrictJSON

/// 补签: a supervisor lets stand what an officer wrote whose right ended meanwhile.
struct Ratify: Act {
  let name = ActName.ratify
  let wording = ActWording(
    done: ("补签", "Countersigned"), verb: ("补签", "Countersign"), "补签离任人员的记录",
    "Countersign what an officer who left had written")
  let alsoIn: [ActPlace] = [.titles, .rounds]
  let who: [OfficerRole] = [.supervisor]
  let from: Set<CaseState>? = CaseState.all
  let fields: [Field] = [
    .id("of", "补签哪一条", "Which event", .ratifications).workedOut, .text("text", "说明", "Note"),
  ]
  let offer: ActOffer? = ActOffer(.anyTab)

  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    guard isBegun, let history = place.history else { return [] }
    return history.waitsToBeCountersigned(body.text("of") ?? "") ? [] : [.notPending]
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    let waiting = (place.history?.entries ?? []).filter { $0.verdict == .pending(.ratify) }
    return action.setting("of", waiting.count == 1 ? .string(waiting[0].id) : nil)
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [] }
}
