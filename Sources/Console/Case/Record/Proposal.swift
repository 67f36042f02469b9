package import ScoringCore

/// What a reviewer proposed.
package struct Proposal: Sendable, Hashable {
  package var isPass: Bool
  package var author: String
  package var on: Day?
  package var isStale: Bool = false
  /// What is unusual: against the computed outcome, facts accepted as declared, findings.
  package var notes: [Phrase] = []
}
