package import Casework
package import StrictJSON

/// What came of one act.
package struct ActResult: Sendable {
  /// How it ended.
  package enum Outcome: Sendable {
    /// Written, by the id of its event.
    case done(String)
    /// It would be permitted; the fields as they would be written.
    case permitted(JSONValue)
    /// Every requirement that is not met.
    case refused([Unmet])
    /// It could not even be asked.
    case failed(OfficeError)
  }

  /// The case's id, elsewhere the folder.
  package var place: String
  /// Kind of the event.
  package var kind: String
  /// How it ended.
  package var outcome: Outcome

  /// What came of an act of a kind in a place.
  package init(place: String, kind: String, outcome: Outcome) {
    self.place = place
    self.kind = kind
    self.outcome = outcome
  }

  /// Whether it was done, or would be permitted.
  package var isGood: Bool {
    switch outcome {
    case .done, .permitted: true
    case .refused, .failed: false
    }
  }
}
