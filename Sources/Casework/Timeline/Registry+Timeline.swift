import ScoringCore

extension Registry {
  /// Everything that happened in it, in causal order; proposals, approvals and ends by what they are about.
  package var timeline: [TimelineEntry] {
    entries.map { entry in
      let event = entry.event
      var line = event.title
      let of = event.body.text("of").flatMap { fold.event($0) ?? self.entry($0) }
      let about: Phrase? =
        switch event.act {
        case .officer, .key, .role, .settings, .root: said(by: event)
        case .approve: of.map(said)
        case .end:
          of.map { of in
            let (said, why) = (said(by: of), CodedWords.word(event.body.text("why") ?? ""))
            return Phrase("\(said.zh)（\(why.zh)）", "\(said.en) (\(why.en))")
          }
        default: nil
        }
      if let about { line = Phrase("\(line.zh)：\(about.zh)", "\(line.en): \(about.en)") }
      return TimelineEntry(entry: entry, line: line, isLive: entry.verdict.isValid, record: event.record(fold))
    }
  }

  private func entry(_ id: String) -> Event? { entries.first { $0.id == id }?.event }
}
