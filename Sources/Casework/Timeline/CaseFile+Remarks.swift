package import ScoringCore
import StrictJSON

/// What a reader of the case finds beside one of its events 提示 (Casework §4.6).
package struct Remark: Sendable, Hashable {
  package enum Code: String, Sendable, Hashable {
    /// The calendar in force counts another day than the event states.
    case recounted
    /// A day of the event lies before what it rests on, after today, or before another day of it that comes first.
    case misdated
    /// Whose second person's office, key or role the first gave or approved.
    case ownMaking = "own-making"
    /// Acts of an officer who declared a conflict of interest later.
    case beforeConflict = "before-conflict"
    /// At receipt the enterprise was barred from applying.
    case barred
    /// At receipt the enterprise had another open case.
    case sameEnterprise = "same-enterprise"
  }

  package var code: Code
  package var message: Phrase
  /// Id of the event.
  package var event: String
}

extension CaseFile {
  /// What receipt flagged of the enterprise, days that the calendar in force now counts otherwise, and acts before a
  /// conflict of interest. They change nothing; a person decides what follows.
  package func remarks(today: Day) -> [Remark] {
    flagged + recounted + history.remarks(today: today) + actsBeforeConflict
  }

  /// What only the register and the other cases could say when the application came.
  private var flagged: [Remark] {
    guard let receipt = fold.receipt else { return [] }
    return receipt.body.texts("flags").compactMap { flag in
      switch Remark.Code(rawValue: flag) {
      case .barred:
        Remark(
          code: .barred, message: Phrase("收件时企业在禁止申报期内", "Barred from applying when it was received"), event: receipt.id
        )
      case .sameEnterprise:
        Remark(
          code: .sameEnterprise,
          message: Phrase("收件时同一信用代码另有未办结的申报件", "The same credit code had another open case when it was received"),
          event: receipt.id)
      default: nil
      }
    }
  }

  /// A notice or a correction whose day was stated by another calendar, and that was not extended since.
  private var recounted: [Remark] {
    guard let stage = fold.stage else { return [] }
    var remarks: [Remark] = []
    if let last = stage.noticeLast, let event = stage.notice.flatMap(fold.event),
      let counted = settings.calendar.noticeLast(event.body)?.day, event.body.day("last") == last, counted != last
    {
      let message = Phrase(
        "公示写明到 \(last)，按现行日历应到 \(counted)；可以延长，不能缩短",
        "Notice to \(last); \(counted) by the calendar in force: it may be extended")
      remarks.append(Remark(code: .recounted, message: message, event: event.id))
    }
    if fold.state == .returned, let due = fold.due, let first = stage.due,
      let event = fold.log.last(where: { $0.event.act == .return })?.event, let on = event.on,
      let days = event.body.number("days"), due == first
    {
      let counted = settings.calendar.workingDay(days, after: on).day
      if counted != due {
        let message = Phrase(
          "补正期限写明 \(due)，按现行日历应为 \(counted)；可以延长",
          "Due \(due); \(counted) by the calendar in force: it may be extended")
        remarks.append(Remark(code: .recounted, message: message, event: event.id))
      }
    }
    return remarks
  }

  /// Acts that stand although their author has declared a conflict of interest since: for the supervisor to look at.
  private var actsBeforeConflict: [Remark] {
    fold.barred.sorted().compactMap { officer in
      let acts = fold.log.map(\.event).filter { $0.author == officer && $0.act != .conflict && $0.act != .note }
      guard !acts.isEmpty, let conflict = fold.body(.conflict(officer: officer)) else { return nil }
      let (names, who) = (acts.map(\.title), fold.name(of: officer))
      return Remark(
        code: .beforeConflict,
        message: Phrase(
          "\(who) 声明利害关系之前办过：\(names.map(\.zh).joined(separator: "、"))",
          "Before the conflict of interest \(who) did here: \(names.map(\.en).joined(separator: ", "))"),
        event: conflict.id)
    }
  }
}
