/// What an act is besides its questions: marks that judging, permission and the timeline go by.
public struct ActTraits: OptionSet, Sendable, Hashable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// It takes effect outside: an undo never answers it.
  public static let final = ActTraits(rawValue: 1)
  /// Done by a second person, who may not take the case.
  public static let second = ActTraits(rawValue: 2)
  /// Part of a review: who did it does not visit.
  public static let review = ActTraits(rawValue: 4)
  /// Only an officer of the whole authority does it.
  public static let whole = ActTraits(rawValue: 8)
  /// Permitted while the case is contested.
  public static let inContest = ActTraits(rawValue: 16)
  /// Refused while the recommendation is stale.
  public static let fresh = ActTraits(rawValue: 32)
  /// Asked about once more while something signed by a known key waits.
  public static let decisive = ActTraits(rawValue: 64)
  /// An everyday record that the timeline leaves out where only decisions are shown.
  public static let everyday = ActTraits(rawValue: 128)
  /// What is photographed is kept without what the camera wrote beside it.
  public static let photographs = ActTraits(rawValue: 256)
}
