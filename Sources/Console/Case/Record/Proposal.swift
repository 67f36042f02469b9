public import ScoringCore

/// What a reviewer proposed.
public struct Proposal: Sendable, Hashable {
  public var isPass: Bool
  public var author: String
  public var on: Day?
  public var isStale: Bool
  /// What is unusual: against the computed outcome, facts accepted as declared, findings.
  public var notes: [Phrase]

  public init(isPass: Bool, author: String, on: Day?, isStale: Bool = false, notes: [Phrase] = []) {
    self.isPass = isPass
    self.author = author
    self.on = on
    self.isStale = isStale
    self.notes = notes
  }
}
