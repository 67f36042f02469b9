package import ScoringCore

extension Fold {
  /// Days of valid events that lie before what they rest on, after today, or the wrong way round.
  func misdated(today: Day) -> [Remark] {
    log.flatMap { entry -> [Remark] in
      guard let act = entry.event.act?.act else { return [] }
      let body = entry.event.body
      var words = ActDays.reporting.compactMap { body.day($0) }.filter { $0 > today }.map {
        Phrase("\($0) 晚于今天", "\($0) is later than today")
      }
      words += ActDays.disordered(body).map(\.message)
      let stage =
        act.from == nil
        ? []
        : log.filter { earlier in
          entry.past.contains(earlier.place) && (answers[earlier.event.id] ?? []).contains { $0.question == .stage }
        }
      if let (event, day) = ActDays.basis(act, body, stage.map(\.event), self, today: today) {
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

  /// Acts seconded by an officer whose office, key or role the author of the first act had given or approved before.
  func ownMaking(_ registry: Registry) -> [Remark] {
    log.compactMap { entry in
      let event = entry.event
      guard !entry.act.traits.isDisjoint(with: [.second, .another]) else { return nil }
      let named = event.body.text("of").flatMap(self.event)
      guard let first = named ?? (entry.act.traits.contains(.second) ? recommendation(before: entry.place) : nil),
        registry.hasMade(event.author, by: first.author)
      else { return nil }
      let (second, maker) = (registry.now.name(of: event.author), registry.now.name(of: first.author))
      return Remark(
        code: .ownMaking,
        message: Phrase(
          "\(event.title.zh)：\(second) 的任职、密钥或职责由第一人 \(maker) 登记或批准",
          "\(event.title.en): the office, key or role of \(second) was given or approved by the first person, \(maker)"
        ),
        event: event.id)
    }
  }
}

extension History {
  /// Days and second persons that whoever checks the folder is told of.
  package func remarks(today: Day) -> [Remark] { fold.misdated(today: today) + fold.ownMaking(registry) }
}

extension Registry {
  /// Days that whoever checks the registry is told of.
  package func remarks(today: Day) -> [Remark] { fold.misdated(today: today) }
}
