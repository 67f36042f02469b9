package import Casework
package import ScoringCore

/// One event of the case in words.
package struct TimelineRow: Sendable, Hashable {
  package enum Standing: Sendable, Hashable { case valid, pending, rejected }
  package var id: String
  /// An everyday record, left out where only steps are shown.
  package var isEveryday: Bool
  package var on: Day?
  package var author: String
  /// The author's name in the registry; the id where it has none.
  package var name: String
  /// What was done.
  package var title: Phrase
  /// The same in one line with a few words more.
  package var text: Phrase
  /// False for an answer that a later one has replaced.
  package var isLive: Bool
  package var standing: Standing
  /// Why it is pending or rejected.
  package var reason: Phrase?
  /// Came after this officer last looked.
  package var isNew: Bool
  /// What a reader finds beside it.
  package var remarks: [Phrase] = []
  /// Every field with its name and value.
  package var record: [FieldText] = []
  /// What followed from it; empty until it is asked for.
  package var followed: [FieldText] = []

  package init(
    id: String, isEveryday: Bool = false, on: Day?, author: String, name: String? = nil, title: Phrase? = nil,
    text: Phrase, isLive: Bool = true, standing: Standing = .valid, reason: Phrase? = nil, isNew: Bool = false
  ) {
    self.id = id
    self.isEveryday = isEveryday
    self.on = on
    self.author = author
    self.name = name ?? author
    self.title = title ?? text
    self.text = text
    self.isLive = isLive
    self.standing = standing
    self.reason = reason
    self.isNew = isNew
  }
}

extension TimelineRow {
  init(_ line: TimelineEntry) {
    let event = line.entry.event
    var standing = Standing.valid
    var reason: Phrase?
    switch line.entry.verdict {
    case .valid: break
    case .pending(let pending):
      standing = .pending
      reason = pending.message
    case .rejected(let unmet):
      standing = .rejected
      reason = unmet.map(\.message).joined("；", "; ")
    }
    self.init(
      id: event.id, isEveryday: event.act?.act.traits.contains(.everyday) ?? false, on: event.on,
      author: event.author, title: event.title, text: line.line, isLive: line.isLive, standing: standing,
      reason: reason)
    record = line.record
  }
}
