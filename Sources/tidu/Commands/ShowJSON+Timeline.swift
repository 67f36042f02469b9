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
    text("text", line.line(Speech.language))
    key("live")
    bool(line.isLive)
    switch line.entry.verdict {
    case .valid: text("verdict", "valid")
    case .pending(let pending):
      text("verdict", "pending")
      text("reason", pending.message(Speech.language))
    case .rejected(let unmet):
      text("verdict", "rejected")
      list("grounds", unmet.map(\.ground.rawValue))
      text("reason", unmet.map { $0.message(Speech.language) }.joined(separator: "; "))
    }
    whole("fields", line.record) { field, json in
      json.beginObject()
      json.text("name", field.name)
      json.text("label", field.label(Speech.language))
      json.text("text", field.text(Speech.language))
      json.endObject()
    }
    endObject()
  }
}
