import ScoringCore
import StrictJSON

/// Days that an act states (Casework §4.8): none lies before one that it rests on, none that reports what happened after
/// today.
enum ActDays {
  /// Fields that report what happened.
  static let reporting = ["on", "announced", "arrived", "occurred", "reported"]

  /// The latest day that an act rests on, with the event that has it: what the case stands by, and what the act names. A
  /// day after `today` is a finding of its own and binds nobody.
  static func basis(_ act: any Act, _ body: JSONValue, _ stage: [Event], _ fold: Fold, today: Day) -> (Event, Day)? {
    let named = act.fields.filter { $0.type == .id }.compactMap { body.text($0.name).flatMap(fold.event) }
    let rests = act.from == nil || act.from == CaseState.all ? [] : stage
    return (named + rests).compactMap { event in event.on.map { (event, $0) } }.filter { $0.1 <= today }
      .max { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
  }

  /// Days that follow one another: the field of the earlier, that of the later, and what is wrong with them the other way.
  private static let order: [(earlier: String, later: String, wrong: Phrase)] = [
    ("announced", "until", Phrase("有效期不能在公布之前结束", "a term cannot end before it is announced")),
    ("from", "until", Phrase("不能在开始之前结束", "it cannot end before it begins")),
    ("first", "last", Phrase("公示不能在开始之前结束", "a notice cannot end before it begins")),
    ("occurred", "reported", Phrase("发生之前不能报告", "it cannot be reported before it happened")),
    ("from", "barUntil", Phrase("禁报期不能在开始之前结束", "a bar cannot end before it begins")),
  ]

  /// Days of a body that lie the wrong way round: each later one once.
  static func disordered(_ body: JSONValue) -> [UnmetRequirement] {
    var unmet: [UnmetRequirement] = []
    for (whole, name) in [(body, nil), (body["window"] ?? [:], "window")] {
      for (earlier, later, wrong) in order {
        guard let first = whole.day(earlier), let last = whole.day(later), last < first,
          !unmet.contains(where: { $0.field == name ?? later })
        else { continue }
        unmet.append(
          .requirement(
            "dayOrder", "\(last) 早于 \(first)：\(wrong.zh)", "\(last) lies before \(first): \(wrong.en)",
            field: name ?? later))
      }
    }
    return unmet
  }

  /// The days of a body that lie before that one: of the act itself, and of an announcement.
  static func before(_ day: Day, _ body: JSONValue) -> [(field: String, day: Day)] {
    ["on", "announced"].compactMap { field in body.day(field).flatMap { $0 < day ? (field, $0) : nil } }
  }
}

extension Situation {
  /// What is wrong with the days of an action.
  func misdated(_ act: any Act, _ body: JSONValue) -> [UnmetRequirement] {
    var unmet = ActDays.disordered(body)
    for field in ActDays.reporting where (body.day(field) ?? today) > today {
      unmet.append(.inFuture(body.day(field) ?? today, field))
    }
    let stage = fold.liveAnswers(.stage).compactMap { fold.event($0.id) }
    guard let (event, day) = ActDays.basis(act, body, stage, fold, today: today) else { return unmet }
    for (field, early) in ActDays.before(day, body) {
      unmet.append(
        .requirement(
          "dayTooEarly", "\(early) 早于它所依据的“\(event.title.zh)”（\(day)）",
          "\(early) lies before what it rests on: \(event.title.en), \(day)", field: field))
    }
    return unmet
  }
}
