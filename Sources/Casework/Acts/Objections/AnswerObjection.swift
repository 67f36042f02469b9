import ScoringCore
import StrictJSON

/// 答复: an objection or report is upheld, upheld in part, dismissed or withdrawn, with reasons.
struct AnswerObjection: Act {
  let name = ActName.answer
  let wording = ActWording(done: ("答复", "Answered"), verb: ("答复", "Answer"), "答复异议", "Answer it")
  let who: [OfficerRole] = [.objection]
  let from: Set<CaseState>? = CaseState.all
  let fields: [Field] = [
    .id("of", "哪一件", "Of").pointed.workedOut,
    .one("outcome", "答复", "Answer", "upheld partly dismissed withdrawn").compared,
    .list(
      "reasons", "理由", "Reasons", .many(.defects), of: [.code("code", "理由", "Reason", ""), .text("text", "说明", "Text")]
    ).pointed.workedOut, .text("text", "理由", "Reasons").made.optional,
    .one("measure", "措施", "Measure", "none rectify inquiry").optional.usually("none"),
  ]
  let offer: ActOffer? = ActOffer(.objections, "w", footer: true, final: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    let unfit = act.lodgedObject
    guard unfit.isEmpty, let of = act.body.text("of") else { return unfit }
    var unmet: [UnmetRequirement] = []
    if act.fold.isAnswered(of) { unmet.append(.answered) }
    let acted = act.fold.log.contains {
      ($0.event.act == .recommend || $0.event.act == .sign) && $0.event.author == act.author
    }
    if acted {
      unmet.append(
        .sameOfficer(
          Phrase("提出审核意见或签批过本件的人不能答复异议", "Who recommended or signed the case cannot answer an objection to it")))
    }
    if act.body["reasons"]?.array?.isEmpty == true, act.body.text("outcome") != "withdrawn" {
      unmet.append(.reasons.about("text"))
    }
    return unmet
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    [(.objection(event.body.text("of") ?? ""), .event(event.id))]
  }

  func faults(_ body: JSONValue) -> [UnmetRequirement] {
    body.text("outcome") != "withdrawn" && (body.text("text") ?? "").isEmpty && body.list("reasons").isEmpty
      ? [.sayWhat("text")] : []
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    CodedReasons.stated(action.setting("of", place.onlyObject), otherwise: [])
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    let measure = event.body.text("measure").flatMap { $0 == CodedWords.none ? nil : CodedWords.word($0) }
    return Self.told(
      [CodedWords.outcome(event.body.text("outcome")), measure ?? .same(nil), lodged(event, fold)],
      CodedReasons.told(event.body))
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.object(action.fields.text("of") ?? "")] }
}
