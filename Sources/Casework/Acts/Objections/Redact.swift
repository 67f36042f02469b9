import ScoringCore
import StrictJSON

/// 隐去身份: the copy that officers without the objection role read.
struct Redact: Act {
  let name = ActName.redact
  let wording = ActWording(
    done: ("隐去身份", "Redacted copy"), verb: ("隐去身份", "Redact"), "写他人可读的、隐去身份的副本", "Write the copy that others may read")
  let who: [OfficerRole] = [.objection]
  let from: Set<CaseState>? = CaseState.all
  let traits: ActTraits = .inContest
  let fields: [Field] = [
    .id("of", "哪一件", "Of").pointed.workedOut, .sha("copy", "他人可读的副本", "Copy for others to read", .kept).compared,
  ]
  let offer: ActOffer? = ActOffer(.objections, "e", footer: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] { act.lodgedObject }
  func answersAnew(_ body: JSONValue) -> Question? { .redaction(body.text("of") ?? "") }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    [(.redaction(event.body.text("of") ?? ""), .event(event.id))]
  }

  func complete(_ action: Action, in place: Situation) -> Action { action.setting("of", place.onlyObject) }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.object(action.fields.text("of") ?? "")] }
}
