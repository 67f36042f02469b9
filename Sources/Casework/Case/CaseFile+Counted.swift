package import ScoringCore
import StrictJSON

extension CountedDay {
  /// Set beside a day that may still change; empty beside any other.
  package var mark: Phrase { provisional ? Phrase("（暂定）", " (provisional)") : Phrase("", "") }

  /// The day with that mark, as screens and papers show it.
  package var text: Phrase { Phrase("\(day)\(mark.zh)", "\(day)\(mark.en)") }
}

extension WorkingCalendar {
  /// A day to which working days were counted from another.
  ///
  /// - Parameter first: the first day that the count looked at; `nil` where the day was stated or every day counts.
  package func counted(to day: Day, since first: Day?) -> CountedDay {
    CountedDay(day: day, provisional: first.map { isProvisional(from: $0, through: day) } ?? false)
  }
}

extension Fold {
  /// The day that the state waits for: the due day of a correction, the last day of a notice.
  package var awaited: Day? { state == .inNotice ? stage?.noticeLast : due }

  /// The first of the working days over which that day was counted; `nil` where an officer stated it, as one who
  /// extends does, or where all days count.
  package var countedSince: Day? {
    guard let awaited else { return nil }
    if state == .inNotice {
      guard let body = stage?.notice.flatMap(event)?.body, body.text("kind") == DayKind.working.rawValue,
        body.day("last") == awaited
      else { return nil }
      return body.day("first")
    }
    guard let returned = log.last(where: { $0.event.act == .return })?.event, returned.body.day("due") == awaited else {
      return nil
    }
    return returned.on?.adding(days: 1)
  }
}

extension CaseFile {
  /// The day that was counted when an event was written, by the field that states it; `nil` for an event that counts none.
  package func counted(in event: Event) -> (field: String, day: CountedDay)? {
    let body = event.body
    switch event.act {
    case .enterNotice:
      guard let last = body.day("last") else { return nil }
      let first = body.text("kind") == DayKind.working.rawValue ? body.day("first") : nil
      return ("last", settings.calendar.counted(to: last, since: first))
    case .return:
      guard let due = body.day("due") else { return nil }
      return ("due", settings.calendar.counted(to: due, since: event.on?.adding(days: 1)))
    default: return nil
    }
  }

  /// The day that the state waits for, and whether it may still change.
  package var awaited: CountedDay? {
    fold.awaited.map { settings.calendar.counted(to: $0, since: fold.countedSince) }
  }

  /// How the public notice of the case is counted where nobody states otherwise: that of cities where the office hands
  /// the notice to them.
  var noticeRule: PublicNoticeRule {
    let application = revision.application
    return standard.noticeRule(
      authority: key.authority, submitted: application.submitted,
      byCities: settings.delegated[application.tier]?.contains(.notice) ?? false)
  }

  /// The last day of a notice by the days that its list states: what its cases were entered with, else the office's rule,
  /// says which days count.
  package func noticeLast(first: Day?, last: Day) -> CountedDay {
    let entered = fold.log.last { $0.event.act == .enterNotice && $0.event.body.day("last") == last }?.event.body
    let rule = settings.noticeKind ?? noticeRule.kind
    let kind = entered?.text("kind").flatMap(DayKind.init(rawValue:)) ?? rule
    return settings.calendar.counted(to: last, since: kind == .working ? first : nil)
  }
}
