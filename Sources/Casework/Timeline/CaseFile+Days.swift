import ScoringCore

extension CaseFile {
  /// Days of valid events that lie before what they rest on, or after today.
  func misdated(today: Day) -> [Remark] {
    fold.log.flatMap { entry -> [Remark] in
      guard let act = entry.event.act?.act else { return [] }
      let body = entry.event.body
      var words = ActDays.reporting.compactMap { body.day($0) }.filter { $0 > today }.map {
        Phrase("\($0) 晚于今天", "\($0) is later than today")
      }
      let stage = fold.log.filter { earlier in
        entry.past.contains(earlier.place) && (fold.answers[earlier.event.id] ?? []).contains { $0.question == .stage }
      }
      if let (event, day) = ActDays.basis(act, body, stage.map(\.event), fold, today: today) {
        words += ActDays.before(day, body).map { _, early in
          Phrase(
            "\(early) 早于它所依据的“\(event.title.zh)”（\(day)）",
            "\(early) lies before what it rests on: \(event.title.en), \(day)")
        }
      }
      let title = entry.event.title
      return words.map { why in
        let message = Phrase("\(title.zh)：\(why.zh)", "\(title.en): \(why.en)")
        return Remark(code: .misdated, message: message, event: entry.event.id)
      }
    }
  }
}
