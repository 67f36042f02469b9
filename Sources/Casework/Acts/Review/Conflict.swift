import ScoringCore
import StrictJSON

/// 声明利害关系、回避: an officer is barred from the case from now on.
struct Conflict: Act {
  let name = ActName.conflict
  let wording = ActWording(
    done: ("声明利害关系", "Conflict of interest"), verb: ("回避", "Conflict"), "声明回避", "State a conflict of interest")
  let alsoIn: [ActPlace] = [.titles, .rounds]
  let from: Set<CaseState>? = CaseState.all
  let traits: ActTraits = .inContest
  let fields: [Field] = [
    .officer("officer", "人员", "Officer").pointed.workedOut, .code("ground", "回避理由", "Ground", "family interest other"),
  ]
  let offer: ActOffer? = ActOffer(.anyTab)

  func roles(_ act: ActRequirements) -> [OfficerRole] {
    act.body.text("officer") == act.author ? [] : [.supervisor]
  }

  func begun(by officer: String) -> Action { Action(name, ["officer": .string(officer), "ground": "other"]) }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    [(.conflict(officer: event.body.text("officer") ?? ""), .event(event.id))]
  }

  func complete(_ action: Action, in place: Situation) -> Action { action.setting("officer", .string(place.officer)) }

  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    Self.told([.same(event.body.text("officer").map(fold.name))] + chosen(event))
  }
}
