import ScoringCore
import StrictJSON

/// 判断未定条件: where the rules leave a condition open, an officer judges it with a reason.
struct Judge: Act {
  let name = ActName.judge
  let wording = ActWording(
    done: ("判断未定条件", "Condition judged"), verb: ("判断", "Judge"), "判断规则没有定的条件",
    "Judge a condition that the rules leave open")
  let who: [OfficerRole] = [.reviewer]
  let from: Set<CaseState>? = [.inReview]
  let step: OfficeSettings.Step? = .review
  let traits: ActTraits = .review
  let fields: [Field] = [
    .word("condition", "条件", "Condition", .conditions), .one("outcome", "认定", "Judgement", "meets fails").compared,
    .text("reason", "理由", "Reason"),
  ]
  let offer: ActOffer? = ActOffer(.anyTab, "J")

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] { act.needsText("reason") }

  func answersAnew(_ body: JSONValue) -> Question? { .judgement(body.text("condition") ?? "") }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    [(.judgement(event.body.text("condition") ?? ""), .event(event.id))]
  }

  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    guard isBegun, let file = place.file, !file.openConditions.contains(body.text("condition") ?? "") else { return [] }
    return [
      .requirement(
        "determined", "这一条件由规则已定，不需判断", "The rules determine this condition; nothing is left to judge",
        field: "condition")
    ]
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    Self.told([CodedWords.outcome(event.body.text("outcome"))], words(event))
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] {
    [.answer(.judgement(action.fields.text("condition") ?? ""))]
  }
}
