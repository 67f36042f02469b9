import ScoringCore
import StrictJSON

/// 告知受理: the objector is told that it arrived.
struct Acknowledge: Act {
  let name = ActName.acknowledge
  let wording = ActWording(
    done: ("告知受理", "Acknowledged"), verb: ("告知受理", "Acknowledge"), "告知异议人已收到", "Tell the objector it has arrived")
  let who: [OfficerRole] = [.objection]
  let from: Set<CaseState>? = CaseState.all
  let traits: ActTraits = .inContest
  let fields: [Field] = Acknowledge.telling
  let offer: ActOffer? = ActOffer(.objections, "k")

  /// How an objector was told something.
  static let telling: [Field] = [
    .id("of", "哪一件", "Of").pointed.workedOut,
    .code("how", "方式", "How", "letter phone mail person").usually("letter"),
    .sha("letter", "信函", "Letter").pointed.optional,
  ]

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] { act.lodgedObject }
  func complete(_ action: Action, in place: Situation) -> Action { action.setting("of", place.onlyObject) }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.object(action.fields.text("of") ?? "")] }
}
