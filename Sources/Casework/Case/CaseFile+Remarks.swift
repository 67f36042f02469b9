public import ScoringCore
import StrictJSON

extension CaseFile {
  /// What a reader of the case finds beside its events 提示: days that the calendar in force now counts otherwise, and acts
  /// of an officer who declared a conflict of interest later. They change nothing; a person decides what follows.
  public var remarks: [Phrase] { recounted + actsBeforeConflict }

  /// A notice or a correction whose day was stated by another calendar, and that was not extended since.
  private var recounted: [Phrase] {
    guard let stage = fold.stage else { return [] }
    var remarks: [Phrase] = []
    if let last = stage.noticeLast, let body = stage.notice.flatMap(fold.event)?.body,
      let counted = settings.calendar.noticeLast(body)?.day, body.day("last") == last, counted != last
    {
      remarks.append(
        Phrase(
          "公示写明到 \(last)，按现行日历应到 \(counted)；可以延长，不能缩短",
          "The notice states \(last) as its last day; the calendar in force counts \(counted). It may be extended, never shortened"
        ))
    }
    if fold.state == .returned, let due = fold.due, let first = stage.due,
      let body = fold.log.last(where: { $0.event.kind == "return" })?.event.body, let on = body.day("on"),
      let days = body.number("days"), due == first
    {
      let counted = settings.calendar.workingDay(days, after: on).day
      if counted != due {
        remarks.append(
          Phrase(
            "更正期限写明 \(due)，按现行日历应为 \(counted)；可以延长",
            "The correction states \(due) as its due day; the calendar in force counts \(counted). It may be extended"))
      }
    }
    return remarks
  }

  /// Acts that stand although their author has declared a conflict of interest since: for the supervisor to look at.
  private var actsBeforeConflict: [Phrase] {
    fold.barred.sorted().compactMap { officer in
      let acts = fold.log.map(\.event).filter { $0.author == officer && $0.kind != "conflict" && $0.kind != "note" }
      guard !acts.isEmpty else { return nil }
      let names = acts.compactMap { Kind.named($0.kind)?.title }
      return Phrase(
        "\(officer) 声明利害关系之前办过：\(names.map(\.zh).joined(separator: "、"))",
        "Before the conflict of interest \(officer) did here: \(names.map(\.en).joined(separator: ", "))")
    }
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
