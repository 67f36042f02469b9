import Casework
import ScoringCore
import StrictJSON

/// What every tab of a case may look at and none may change.
struct CaseContext: Sendable {
  let key: CaseKey
  let record: CaseRecord
  /// The case as this officer acts in it; `nil` where there is a record alone.
  let place: Situation?
  /// Redacted copies and what was opened of sealed files, by hash.
  var texts: [String: String] = [:]

  /// Does an act at one key, by what the screen shows.
  func send(_ act: ActName, _ fields: JSONValue) -> Step {
    let action = Action(act, fields)
    return .effect(.act(key, ActIntent(action, seen: place?.seen(action) ?? [])))
  }
}
