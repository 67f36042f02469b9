import ScoringCore
import StrictJSON

/// 退回补正: the enterprise is asked to correct it by a day; the clock stops.
struct Return: Act {
  let name = ActName.return
  let wording = ActWording(
    done: ("退回补正", "Returned"), verb: ("退回补正", "Return"), "退回企业补正，写明理由和期限",
    "Return it for correction with reasons and a due day")
  let who: [OfficerRole] = [.reviewer]
  let from: Set<CaseState>? = [.inReview]
  let step: OfficeSettings.Step? = .review
  let traits: ActTraits = .review
  let fields: [Field] = [
    .list(
      "reasons", "理由", "Reasons", .many(.defects),
      of: [
        .code("code", "理由", "Reason", ""), .word("item", "材料", "Document").optional,
        .word("path", "数据项", "Fact").optional, .text("text", "给企业的话", "To the enterprise"),
      ]
    ).compared, .text("text", "给企业的话", "To the enterprise").made.optional,
    .whole("days", "补正工作日数", "Working days given", 1...60).workedOut.deciding,
    .day("due", "补正期限", "Due").pointed.workedOut.compared.deciding,
    .sha("calendar", "日历", "Calendar").program.workedOut,
    .sha("letter", "通知书", "Letter").program.workedOut,
  ]
  let offer: ActOffer? = ActOffer(.anyTab, "r", footer: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let reasons = act.body["reasons"]?.array else { return [] }
    var unmet: [UnmetRequirement] = []
    if reasons.isEmpty { unmet.append(.reasons) }
    if reasons.contains(where: { ($0.text("text") ?? "").isEmpty }) {
      unmet.append(
        .requirement("text", "每条理由须有一句给企业的话", "Each reason needs a sentence to the enterprise", field: "text"))
    }
    if let on = act.body.day("on"), let due = act.body.day("due"), due <= on {
      unmet.append(.requirement("dueDay", "补正期限须在退回之后", "The due day must come after the return", field: "due"))
    }
    return unmet
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    past.stage {
      $0.state = .returned
      $0.due = event.body.day("due")
      $0.stop(after: event.on)
    }
  }

  func faults(_ body: JSONValue) -> [UnmetRequirement] {
    CodedReasons.otherNeedsText(body["reasons"], body.text("text"))
  }

  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    guard isBegun, let file = place.file else { return [] }
    return CodedReasons.namesNothing(body) + wrongDay(body, file)
  }

  private func wrongDay(_ body: JSONValue, _ file: CaseFile) -> [UnmetRequirement] {
    guard let on = body.day("on"), let due = body.day("due"),
      let days = body.number("days")
    else { return [] }
    let counted = file.settings.calendar.workingDay(days, after: on)
    return due == counted.day
      ? []
      : [
        .requirement(
          "dueDay", "第 \(days) 个工作日是 \(counted.day)\(counted.provisional ? "（暂定）" : "")，不是 \(due)",
          "Working day \(days) after the return is \(counted.day)"
            + "\(counted.provisional ? " (provisional)" : ""), not \(due)", field: "due")
      ]
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    guard let file = place.file else { return action }
    let calendar = file.settings.calendar
    let days = action.fields.number("days") ?? file.settings.correctionDays
    let due = calendar.workingDay(days, after: action.fields.day("on") ?? place.today).day
    let note = action.fields.text("text") ?? ""
    return action.replacing("reasons") { CodedReasons.reasons($0, note: note, file.papers) }
      .setting("days", .integer(Int64(days))).setting("due", .string(due.description))
      .setting("calendar", .string(calendar.digest))
  }

  func letter(_ action: Action) -> ActLetter? { ActLetter(code: .return, field: "letter", isOfThis: true) }

  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    let due = event.body.text("due") ?? ""
    let count = event.body.list("reasons").count
    let names = CodedReasons.names(event.body)
    return Phrase(
      "\(count) 条理由（\(names.zh)），限 \(due)", "\(count) reason\(count == 1 ? "" : "s") (\(names.en)), due \(due)")
  }
}
