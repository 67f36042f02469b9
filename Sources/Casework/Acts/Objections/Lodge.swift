import ScoringCore
import StrictJSON

/// 登记异议、举报、线索: its text and who made it are sealed.
struct Lodge: Act {
  let name = ActName.lodge
  let wording = ActWording(
    done: ("登记异议举报", "Objection or report lodged"), verb: ("登记异议", "Lodge"), "登记异议、举报或线索，原文和身份密封",
    "Lodge an objection, report or lead; text and identity are sealed")
  let from: Set<CaseState>? = CaseState.all
  let traits: ActTraits = [.final, .inContest]
  let fields: [Field] = [
    .one("as", "类别", "Kind", "objection report lead").usually("objection").deciding,
    .sha("text", "原文（密封保存）", "Text as received (sealed)", .sealed),
    .sha("identity", "姓名联系方式（密封）", "Name, contact (sealed)", .sealed).optional,
    .one("form", "形式", "Form", "signed sealed unsigned").optional,
    .code("channel", "来源", "Channel", "letter phone mail person platform").usually("letter"),
    .day("arrived", "收到日期", "Day of arrival", to: .today).workedOut.deciding,
    .word("against", "针对", "Against").program.workedOut,
  ]
  let offer: ActOffer? = ActOffer(.objections, "n", footer: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let arrived = act.body.day("arrived") else { return [] }
    if act.body.text("as") == "lead" {
      return act.body["identity"] == nil
        ? [] : [.requirement("leadIdentity", "线索不带身份", "A lead has no identity", field: "identity")]
    }
    guard act.body.text("as") == "objection" else { return [] }
    var unmet: [UnmetRequirement] = []
    if act.body["identity"] == nil {
      unmet.append(
        .requirement(
          "identity", "异议须实名，不然作为线索", "An objection is made under a real name; else it is a lead", field: "identity"))
    }
    if Fold.objectionKind(act.fold, arrived: arrived) != "objection" {
      unmet.append(
        .requirement(
          "outsideNotice", "不在公示期内收到的作为举报", "What did not arrive within the notice is a report", field: "as"))
    }
    return unmet
  }

  func faults(_ body: JSONValue) -> [UnmetRequirement] {
    body.text("as") != "lead" && (body.text("identity") ?? "").isEmpty
      ? [.requirement("identity", "匿名的请登记为线索", "without a name it is a lead", field: "identity")] : []
  }

  /// What is sealed must be sealed to somebody.
  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    place.openers.isEmpty ? [.nobodyToOpen] : []
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    action.setting("arrived", .string(place.today.description)).setting("against", .string(place.folder))
  }

  /// Its text is sealed.
  func detail(_ event: Event, _ fold: Fold) -> Phrase { Self.told(chosen(event)) }
}
