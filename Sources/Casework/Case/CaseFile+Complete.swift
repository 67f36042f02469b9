public import ScoringCore
import StrictJSON

extension CaseFile {
  /// Fills in what the program knows: the event named by `of`, the assessment, digests, days that are counted, the
  /// declared value. What the officer stated stays as it is.
  public func complete(_ action: Action, by officer: String, today: Day) -> Action {
    let action = action.setting("on", .string((action.fields.day("on") ?? today).description))
    let on = action.fields.day("on") ?? today
    let calendar = settings.calendar
    switch action.kind {
    case "assign":
      let to = action.setting("to", .string(officer))
      return to.setting("noConflict", .bool(to.fields.text("to") == officer))
    case "verify": return completeFact(action)
    case "check": return action.setting("defects", [])
    case "return":
      let days = action.fields.number("days") ?? settings.correctionDays
      let due = calendar.workingDay(days, after: on).day
      return action.setting("days", .integer(Int64(days))).setting("due", .string(due.description))
        .setting("calendar", .string(calendar.digest))
    case "resubmit": return action.setting("flags", [])
    case "recommend":
      let computed = outcome == .fails ? "refuse" : "pass"
      return action.setting("outcome", .string(computed)).setting("assessment", assessed)
        .setting("accepted", .array(acceptedPaths)).setting("reasons", [])
        .setting("settings", .string(settings.sha))
    case "sign":
      let passes = fold.recommendation?.body.text("outcome") == "pass"
      let next = fold.published == .readyToRecommend ? "recommend" : "notice"
      return action.setting("of", live(fold.recommendation?.id)).setting("next", passes ? .string(next) : nil)
        .setting("settings", .string(settings.sha))
    case "challenge": return action.setting("of", live(fold.recommendation?.id))
    case "plan", "finding", "closeVisit":
      let action = action.setting("visit", live(fold.openVisits.last?.id))
      return action.kind == "finding" ? action.setting("files", []) : action
    case "erase":
      return action.setting("files", fold.event(action.fields.text("of") ?? "")?.body["files"])
    case "cosign": return action.setting("of", live(fold.openVisits.last?.closing))
    case "enterNotice": return completeNotice(action, on)
    case "endTitle": return history.complete(action, today: today)
    case "decide", "ministry": return completeTerm(action, on)
    case "conflict": return action.setting("officer", .string(officer))
    case "redact", "acknowledge", "told", "investigate", "answer": return action.setting("of", live(onlyObject))
    case "letter": return action.setting("to", "enterprise")
    case "undo": return action.setting("of", live(fold.liveAnswers("stage").first?.id))
    case "settle": return action.setting("question", live(fold.contested.first))
    default: return action
    }
  }

  private func live(_ id: String?) -> JSONValue? { id.map { .string($0) } }

  /// The objection or report that is meant where nobody says which: the only one here, or the only one open.
  private var onlyObject: String? {
    let open = fold.lodged.filter { !fold.isAnswered($0) }
    return fold.lodged.count == 1 ? fold.lodged[0] : open.count == 1 ? open[0] : nil
  }

  private func completeFact(_ action: Action) -> Action {
    guard let path = FactPath(action.fields.text("path") ?? "") else { return action }
    let declared = revision.application.value(at: path)?.json ?? .null
    let action = action.setting("declared", declared)
    return action.fields.text("how") == "accepted" ? action.setting("value", declared) : action
  }

  /// Paths whose declared value was expressly accepted.
  private var acceptedPaths: [JSONValue] {
    verified.values.filter { $0.how == .accepted }.map(\.path.description).sorted().map { .string($0) }
  }

  /// The assessment as a recommendation states it.
  private var assessed: JSONValue? {
    guard let assessment else { return nil }
    var members: [JSONValue.Member] = [
      .init("digest", .string(standard.digest)), .init("edition", .string(assessment.edition)),
      .init("core", .string(Standard.coreVersion)), .init("outcome", .string(assessment.outcome.rawValue)),
    ]
    if let overlay = assessment.overlay { members.append(.init("overlay", .string(overlay))) }
    if let score = assessment.score {
      members.append(.init("least", .string(String(score.points.least))))
      members.append(.init("most", .string(String(score.points.most))))
    }
    return .object(members)
  }

  private func completeNotice(_ action: Action, _ on: Day) -> Action {
    let first = action.fields.day("first") ?? on
    let length = action.fields.number("length") ?? settings.noticeLength
    let kind = action.fields.text("kind").flatMap(DayKind.init(rawValue:)) ?? settings.noticeKind
    let counted = action.fields["firstCounted"]?.bool ?? settings.noticeFirstCounted
    let calendar = settings.calendar
    let last = calendar.noticeLast(first: first, length: max(1, length), kind: kind, firstCounted: counted)
      .day
    return action.setting("first", .string(first.description)).setting("last", .string(last.description))
      .setting("length", .integer(Int64(length))).setting("kind", .string(kind.rawValue))
      .setting("firstCounted", .bool(counted)).setting("calendar", .string(calendar.digest))
      .setting("settings", .string(settings.sha))
  }

  private func completeTerm(_ action: Action, _ on: Day) -> Action {
    let outcome = action.fields.text("outcome")
    let announced = action.fields.day("announced") ?? on
    let until = TitleRules.until(announced)
    if action.kind == "ministry", outcome != "recognised" { return action }
    return action.setting("announced", .string(announced.description)).setting(
      "until", .string(until.description))
  }
}

extension History {
  /// The same for a title's or round's folder: the day, and for an ending what it rests on and the title's own tier.
  public func complete(_ action: Action, today: Day) -> Action {
    let action = action.setting("on", .string((action.fields.day("on") ?? today).description))
    guard action.kind == "endTitle", let title = fold.title else { return action }
    let of = action.fields.text("how") == "surrendered" ? title.given : title.inquiry
    let origin = fold.receipt ?? fold.event(title.given)
    return action.setting("of", of.map { .string($0) })
      .setting("tiers", origin?.body.text("tier").map { [.string($0)] })
  }
}
