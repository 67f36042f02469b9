import Casework
package import ScoringCore
import StrictJSON

/// An objection, report or lead 异议 · 举报 · 线索.
package struct Objection: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable { case objection, report, lead }
  package var id: String
  package var kind: Kind
  package var arrived: Day
  /// What others read: the redacted copy, or that there is none yet.
  package var text: Phrase
  /// Hashes of the sealed text and identity.
  package var sealed: [String] = []
  /// What was opened of them; empty until then.
  package var opened: [String] = []
  /// Ids of the events that are of it, its own and its answer among them.
  package var events: [String] = []
  /// `nil` while open.
  package var answer: Phrase?
  /// Why it was answered so, by its codes and in the officer's words.
  package var reasons: [Phrase] = []
  /// Working days since it was lodged.
  package var days: Int = 0
}

extension Objection {
  /// Those of a case on a day, oldest first.
  /// - Parameter texts: redacted copies and what was opened of sealed files, by hash.
  static func all(of file: CaseFile, _ texts: [String: String], _ today: Day) -> [Objection] {
    let entries = file.history.entries.filter { $0.verdict.isValid }.map(\.event)
    return entries.filter { $0.act == .lodge }.compactMap { event in
      guard let kind = event.body["as"]?.string.flatMap(Objection.Kind.init(rawValue:)) else { return nil }
      let arrived = event.body["arrived"]?.string.flatMap { Day($0) } ?? event.on ?? today
      let own = entries.filter { $0.id == event.id || $0.body["of"]?.string == event.id }.map(\.id)
      let copy = file.fold.body(.redaction(event.id))?.body["copy"]?.string
      let answered = file.fold.body(.objection(event.id))
      let text = copy.map { texts[$0] ?? String($0.prefix(16)) }
      let sealed = ["text", "identity"].compactMap { event.body[$0]?.string }
      return Objection(
        id: event.id, kind: kind, arrived: arrived,
        text: text.map { Phrase($0, $0) } ?? Phrase("还没有隐去身份的副本", "No redacted copy yet"), sealed: sealed,
        opened: sealed.compactMap { texts[$0] },
        events: own, answer: answered?.body["outcome"]?.string.map(CodedWords.word),
        reasons: answered?.toldReasons ?? [],
        days: file.settings.calendar.workingDays(after: arrived, through: today))
    }
  }
}
