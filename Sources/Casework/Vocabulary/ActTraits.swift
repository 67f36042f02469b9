/// What an act is besides its questions: marks that judging, permission and the timeline go by.
package struct ActTraits: OptionSet, Sendable, Hashable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// It takes effect outside: an undo never answers it.
  package static let final = ActTraits(rawValue: 1)
  /// Done by a second person, who may not take the case.
  package static let second = ActTraits(rawValue: 2)
  /// Done by another than the author of what it names, who may take the case all the same.
  package static let another = ActTraits(rawValue: 512)
  /// Part of a review: who did it does not visit.
  package static let review = ActTraits(rawValue: 4)
  /// Only an officer of the whole authority does it.
  package static let whole = ActTraits(rawValue: 8)
  /// Permitted while the case is contested.
  package static let inContest = ActTraits(rawValue: 16)
  /// Refused while the recommendation is stale.
  package static let fresh = ActTraits(rawValue: 32)
  /// Asked about once more while something signed by a known key waits.
  package static let decisive = ActTraits(rawValue: 64)
  /// An everyday record that the timeline leaves out where only decisions are shown.
  package static let everyday = ActTraits(rawValue: 128)
  /// What is photographed is kept without what the camera wrote beside it.
  package static let photographs = ActTraits(rawValue: 256)
}
