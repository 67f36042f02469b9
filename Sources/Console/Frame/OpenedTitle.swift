package import Casework
package import ScoringCore
import StrictJSON

/// One title read whole: its folder's events, and the rules that say what may be done.
package struct OpenedTitle: Sendable {
  package var record: TitleRecord
  private let history: History
  private let registry: Registry
  private let standard: Standard
  /// `nil` for a title of a folder of its own.
  private let file: CaseFile?

  /// A title that a case gave.
  package init(_ record: TitleRecord, _ file: CaseFile) {
    self.record = record
    self.file = file
    history = file.history
    registry = file.registry
    standard = file.standard
  }

  /// A title entered under `titles/`.
  package init(_ record: TitleRecord, _ history: History, _ registry: Registry, by standard: Standard = .shared) {
    self.record = record
    self.standard = standard
    self.history = history
    self.registry = registry
    file = nil
  }

  var timeline: [TimelineEntry] { history.timeline }

  /// The title's folder as an officer acts in it.
  func situation(of officer: String, today: Day) -> Situation {
    file?.situation(of: officer, today: today)
      ?? Situation(.folder(history, registry), officer: officer, today: today, standard)
  }

  /// Every requirement that stands in the way of beginning an act.
  func unmet(_ act: ActName, by officer: String, today: Day) -> [Phrase] {
    let place = situation(of: officer, today: today)
    let unmet = place.permitted(Action(act))
    // An enterprise may give back a title that runs; the rest comes after an inquiry.
    if act == .endTitle, !unmet.isEmpty,
      place.prepare(Action(act, ["how": "surrendered", "text": "?"])).unmet.isEmpty
    {
      return []
    }
    return unmet.map(\.message)
  }
}
