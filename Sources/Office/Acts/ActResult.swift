package import Casework
package import ScoringCore

/// What came of one act.
package struct ActResult: Sendable {
  /// How it ended.
  package enum Outcome: Sendable {
    /// Written.
    case done(ActDone)
    /// It would be permitted.
    case permitted(DryRunResult)
    /// Every requirement that is not met.
    case refused([UnmetRequirement])
    /// It could not even be asked.
    case failed(OfficeError)
  }

  /// The case's id, elsewhere the folder.
  package var place: String
  /// The act.
  package var act: ActName
  /// How it ended.
  package var outcome: Outcome

  /// What came of an act in a place.
  package init(place: String, act: ActName, outcome: Outcome) {
    self.place = place
    self.act = act
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

/// An act that is on file.
package struct ActDone: Sendable {
  /// Its event.
  package var event: Event
  /// The place as it stood before.
  package var before: Situation
  /// The place as it stands now.
  package var situation: Situation
  /// What the program filled in and what decides something: said to whoever did not state it.
  package var filled: [FieldText]
  /// Acts that followed at once.
  package var followed: [Event]
  /// Acts that would have followed and are not permitted, each with why.
  package var withheld: [(action: Action, unmet: [UnmetRequirement])]
  /// An earlier run had put it on file and could not tell.
  package var wasRecorded: Bool
  /// What else has to be said of it, a sentence each.
  package var notes: [Phrase]
}

/// An act looked at and not done.
package struct DryRunResult: Sendable {
  /// The action as it would be written.
  package var action: Action
  /// What the program would fill in and what decides something.
  package var filled: [FieldText]
  /// What a dialog of it shows, to be sent with the request.
  package var seen: [String]
  /// What an act of the registry makes of what stands: of an approval, what is approved.
  package var changes: [FieldChange] = []
  /// What is to be known of the changes: what they are held against, what would come of them.
  package var notes: [Phrase] = []

  /// An act as it would be written.
  package init(action: Action, filled: [FieldText] = [], seen: [String]) {
    self.action = action
    self.filled = filled
    self.seen = seen
  }
}
