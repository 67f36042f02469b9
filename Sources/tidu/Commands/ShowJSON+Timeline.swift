internal import Casework
internal import ScoringCore
internal import StrictJSON

extension JSONWriter {
  /// An event of the timeline in words; `fields` are those of its body in the language chosen, nothing cut.
  mutating func line(_ line: TimelineEntry) {
    let event = line.entry.event
    beginObject()
    text("id", event.id)
    text("kind", event.kind)
    text("on", event.on?.description)
    text("by", event.author)
    text("text", line.line(OutputLanguage.language))
    flag("live", line.isLive)
    switch line.entry.verdict {
    case .valid: text("verdict", "valid")
    case .pending(let pending):
      text("verdict", "pending")
      text("reason", pending.message(OutputLanguage.language))
    case .rejected(let unmet):
      text("verdict", "rejected")
      list("grounds", unmet.map(\.ground.rawValue))
      text("reason", unmet.map { $0.message(OutputLanguage.language) }.joined(separator: "; "))
    }
    whole("fields", line.record) { field, json in
      json.beginObject()
      json.text("name", field.name)
      json.text("label", field.label(OutputLanguage.language))
      json.text("text", field.text(OutputLanguage.language))
      json.endObject()
    }
    endObject()
  }
}
