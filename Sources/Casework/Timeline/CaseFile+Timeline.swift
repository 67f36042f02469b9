package import ScoringCore

/// A line of a case's timeline.
package struct TimelineEntry: Sendable, Hashable, Identifiable {
  package var entry: JudgedEvent
  /// What was done, in one line. Text that officers or enterprises wrote is in it: unsafe to draw before it is made safe.
  package var line: Phrase
  /// False for an answer that a later one has replaced, and for what has no effect.
  package var isLive: Bool
  /// Every field with its name and value, nothing cut; as unsafe to draw.
  package var record: [FieldText]
  /// What of its second person's right counts by one person still: office, key, role; empty elsewhere.
  package var byOne: [Phrase] = []

  package var id: String { entry.id }

  /// That its second person's right counts by one person, in words; `nil` elsewhere.
  package var byOneNote: Phrase? {
    guard !byOne.isEmpty else { return nil }
    let (zh, en) = (byOne.map(\.zh).joined(separator: "、"), byOne.map(\.en).joined(separator: ", "))
    return Phrase("第二人的\(zh)为一人登记", "the second person's \(en): given by one person")
  }
}

extension CaseFile {
  /// Everything that happened, in causal order.
  package var timeline: [TimelineEntry] {
    history.timeline.map { line in
      var line = line
      if let detail = detail(of: line.entry.event) { line.line = line.entry.event.line(detail) }
      line.byOne = history.byOne(line.entry, registry)
      guard let (field, day) = counted(in: line.entry.event), day.provisional else { return line }
      line.line = Phrase(line.line.zh + day.mark.zh, line.line.en + day.mark.en)
      for index in line.record.indices where line.record[index].name == field { line.record[index].text = day.text }
      return line
    }
  }

  /// What only the case knows of what an event is about: which of several papers, what a condition is called; `nil` for an
  /// event of which it knows no more.
  private func detail(of event: Event) -> Phrase? {
    switch event.act {
    case .check:
      let body = event.body
      let paper = papers.first {
        $0.sha != nil && $0.sha == body.text("file") && $0.item.rawValue == body.text("item")
          && $0.year == body.number("year")
      }
      return paper?.number.map { Check.told(body, number: $0) }
    case .judge:
      let name = name(ofCondition: event.body.text("condition") ?? "")
      return [name, event.detail(fold)].joined("，", ", ")
    default: return nil
    }
  }
}

extension History {
  /// Everything that happened in the folder, in causal order.
  package var timeline: [TimelineEntry] {
    entries.map { entry in
      TimelineEntry(
        entry: entry, line: entry.event.line(fold), isLive: isLive(entry), record: entry.event.record(fold))
    }
  }
}
