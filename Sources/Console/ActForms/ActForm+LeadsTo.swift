import Casework
import ScoringCore
import StrictJSON

/// What follows from a day, or a number of days, as it is typed: said before Enter.
extension ActForm {
  /// What a field's text leads to; `nil` where nothing is worked out from it.
  func leadsTo(_ field: Field) -> (@Sendable (String, Day) -> Phrase?)? {
    guard let place, let file = place.file else { return nil }
    let calendar = file.settings.calendar
    switch (act.name, field.entry, field.name) {
    case (.return, .whole(let range), _):
      return { text, today in
        guard let days = Int(text), range.contains(days) else { return nil }
        let due = calendar.workingDay(days, after: today)
        return Phrase("到 \(due.day)", "due \(due.day)").joined(CaseWords.provisional(due))
      }
    case (.enterNotice, .day, "first"):
      return { text, _ in
        guard Day(text) != nil else { return nil }
        let notice = place.complete(Action(.enterNotice, ["first": .string(text)]))
        return place.noticeLast(notice).map {
          Phrase("公示至 \($0.day)", "notice to \($0.day)").joined(CaseWords.provisional($0))
            .joined(place.assumedNotice(notice) ?? Phrase("", ""))
        }
      }
    case (.extendNotice, .day, "last"):
      let last = file.fold.awaited
      return { text, _ in
        guard let day = Day(text), let last else { return nil }
        return day <= last
          ? Phrase("现公示至 \(last)，只能更晚", "it runs to \(last) now, and only a later day will do")
          : Phrase(
            "公示至 \(day)，\(day.adding(days: 1)) 起可结束（原 \(last)）",
            "notice to \(day), to be closed from \(day.adding(days: 1)) on (was \(last))")
      }
    case (.extend, .day, "due"):
      let due = file.awaited
      return { text, today in
        guard let day = Day(text), let due else { return nil }
        let left = calendar.counted(to: day, since: today.adding(days: 1))
        let days = calendar.workingDays(after: today, through: day)
        return day <= due.day
          ? Phrase("现限 \(due.day)，只能更晚", "due \(due.day) now, and only a later day will do")
          : Phrase("还有 \(days) 个工作日（原限 \(due.day)）", "\(days) working days from today (was due \(due.day))")
            .joined(CaseWords.provisional(left))
      }
    case (.decide, .day, "announced"), (.ministry, .day, "announced"):
      let (name, outcome) = (act.name, act.name == .decide ? "recognise" : "recognised")
      return { text, _ in
        guard Day(text) != nil else { return nil }
        let fields = place.complete(Action(name, ["outcome": .string(outcome), "announced": .string(text)])).fields
        guard let until = fields["until"]?.string else { return nil }
        let from = fields["from"]?.string ?? text
        return Phrase("认定的：有效期 \(from) 至 \(until)", "if recognised: valid \(from) to \(until)")
      }
    default: return nil
    }
  }
}
