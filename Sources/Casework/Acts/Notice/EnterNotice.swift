package import ScoringCore
import StrictJSON

/// 列入公示: the case stands in a public notice; its last day is computed once and stated.
struct EnterNotice: Act {
  let name = ActName.enterNotice
  let wording = ActWording(
    done: ("列入公示", "Notice entered"), verb: ("列入公示", "Enter notice"), "列入公示", "Enter it in a public notice")
  let who: [OfficerRole] = [.signer]
  let from: Set<CaseState>? = [.readyForNotice]
  let step: OfficeSettings.Step? = .notice
  let traits: ActTraits = [.final, .fresh]
  let fields: [Field] = [
    .line("document", "公告文号或标题", "Document or title").made.optional,
    .id("notice", "公示名单", "Notice").pointed.compared, .day("first", "第一天", "First day").workedOut.deciding,
    .text("reason", "早于签批的原因", "Why it began before the sign-off").optional,
    .day("last", "最后一天", "Last day").pointed.workedOut.compared.deciding,
    .whole("length", "天数", "Length", 1...90).pointed.workedOut,
    .one("kind", "按什么天", "Days", "working calendar").pointed.workedOut,
    .flag("firstCounted", "第一天计入", "First day counts").pointed.workedOut,
    .sha("calendar", "日历", "Calendar").program.workedOut, .sha("settings", "设置", "Settings").program.workedOut,
  ]
  let offer: ActOffer? = ActOffer(.anyTab, final: true, many: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    var unmet = act.unvisited
    guard let first = act.body.day("first"), let last = act.body.day("last") else { return unmet }
    if (act.body.number("length") ?? 1) < 1 || last < first {
      unmet.append(.requirement("noticeDays", "公示天数不合规定", "The notice's days do not fit", field: "last"))
    }
    if let signed = act.fold.stage?.signature.flatMap(act.fold.event)?.on, first < signed,
      (act.body.text("reason") ?? "").allSatisfy(\.isWhitespace)
    {
      unmet.append(
        .requirement(
          "beforeSignOff", "公示第一天 \(first) 早于签批的 \(signed)，须写明原因",
          "The first day \(first) lies before the sign-off on \(signed): say why", field: "reason"))
    }
    return unmet
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    past.stage {
      $0.state = .inNotice
      $0.notice = event.id
      $0.noticeFirst = event.body.day("first")
      $0.noticeLast = event.body.day("last")
    }
  }

  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    guard isBegun, let file = place.file, let last = body.day("last"),
      let day = file.settings.calendar.noticeLast(body)?.day, day != last
    else { return [] }
    return [
      .requirement(
        "noticeDays", "公示应到 \(day)，不是 \(last)", "The notice's last day is \(day), not \(last)", field: "last")
    ]
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    guard let file = place.file else { return action }
    let (settings, rule) = (file.settings, file.noticeRule)
    let fields = action.fields
    let first = fields.day("first") ?? fields.day("on") ?? place.today
    let length = fields.number("length") ?? settings.noticeLength ?? rule.length
    let kind = fields.text("kind").flatMap(DayKind.init(rawValue:)) ?? settings.noticeKind ?? rule.kind
    let counted = fields["firstCounted"]?.bool ?? settings.noticeFirstCounted ?? rule.firstCounted
    let last = settings.calendar.noticeLast(first: first, length: max(1, length), kind: kind, firstCounted: counted).day
    return action.setting("first", .string(first.description)).setting("last", .string(last.description))
      .setting("length", .integer(Int64(length))).setting("kind", .string(kind.rawValue))
      .setting("firstCounted", .bool(counted)).setting("calendar", .string(settings.calendar.digest))
      .setting("settings", .string(settings.sha))
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    Self.told([.same("\(event.body.text("first") ?? "") – \(event.body.text("last") ?? "")")], words(event))
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.stage), .assessment] }
}

extension Situation {
  /// The last day of a notice about to be entered, and whether it may still change.
  package func noticeLast(_ action: Action) -> CountedDay? { file?.settings.calendar.noticeLast(action.fields) }

  /// That no source says how the authority counts, and how it is counted all the same; `nil` where one does, or the
  /// office's settings.
  package func assumedNotice(_ action: Action) -> Phrase? {
    guard let file, case let settings = file.settings,
      settings.noticeLength == nil || settings.noticeKind == nil || settings.noticeFirstCounted == nil,
      file.noticeRule.assumed, let length = action.fields.number("length")
    else { return nil }
    let isWorking = action.fields.text("kind") == DayKind.working.rawValue
    let counted = action.fields["firstCounted"]?.bool == true
    return Phrase(
      "（推定：\(length) 个\(isWorking ? "工作日" : "自然日")，首日\(counted ? "" : "不")计入）",
      " (assumed: \(length) \(isWorking ? "working" : "calendar") days, the first \(counted ? "" : "not ")counted)")
  }
}

extension WorkingCalendar {
  /// The last day of a notice by the length and counting that a body states; `nil` where it does not.
  func noticeLast(_ body: JSONValue) -> CountedDay? {
    guard let first = body.day("first"), let length = body.number("length"), length > 0,
      let kind = body.text("kind").flatMap(DayKind.init(rawValue:)), let counted = body["firstCounted"]?.bool
    else { return nil }
    return noticeLast(first: first, length: length, kind: kind, firstCounted: counted)
  }
}
