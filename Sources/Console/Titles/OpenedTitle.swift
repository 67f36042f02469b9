public import Casework
import ScoringCore
import StrictJSON

/// One title read whole: its folder's events, and the rules that say what may be done.
public struct OpenedTitle: Sendable {
  public var record: TitleRecord
  private let history: History
  private let rights: Rights
  /// `nil` for a title of a folder of its own.
  private let file: CaseFile?

  /// A title that a case gave.
  public init(_ record: TitleRecord, _ file: CaseFile) {
    self.record = record
    self.file = file
    history = file.history
    rights = file.registry.now
  }

  /// A title entered under `titles/`.
  public init(_ record: TitleRecord, _ history: History, _ rights: Rights) {
    self.record = record
    self.history = history
    self.rights = rights
    file = nil
  }

  var timeline: [TimelineEntry] { history.timeline }
  var term: TitleTerm? { history.fold.title }

  /// Every requirement that stands in the way of beginning an act.
  func unmet(_ kind: String, by officer: String, today: Day) -> [Phrase] {
    let unmet = permitted(Action(kind), officer, today)
    // An enterprise may give back a title that runs; the rest comes after an inquiry.
    if kind == "endTitle", !unmet.isEmpty, let given = term?.given {
      let handedBack: JSONValue = [
        "of": .string(given), "how": "surrendered", "from": .string(today.description), "text": "?",
        "tiers": [.string(record.tier.rawValue)],
      ]
      if permitted(Action(kind, handedBack), officer, today).isEmpty { return [] }
    }
    return unmet.map(\.message)
  }

  private func permitted(_ action: Action, _ officer: String, _ today: Day) -> [Unmet] {
    file?.permitted(action, by: officer, today: today)
      ?? history.permitted(action, by: officer, rights, today: today)
  }
}
