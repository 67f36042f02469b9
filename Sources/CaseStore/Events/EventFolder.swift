public import ScoringCore

/// The events of one folder, each judged alone: a bad one is set aside with its reason and spoils no other.
public struct EventFolder: Sendable, Hashable {
  public struct Bad: Sendable, Hashable {
    public var name: String
    /// Which of the file's faults; `nil` where it could not be read at all.
    public var fault: EventFile.Fault?
    public var message: Phrase
  }

  /// Whole, canonical and signed by the key they name; in the order of their ids.
  public var events: [EventFile] = []
  public var bad: [Bad] = []

  /// Ids that no event here names as a parent, sorted: what an author has seen.
  public var heads: [String] {
    let seen = Set(events.flatMap(\.parents))
    return events.map(\.id).filter { !seen.contains($0) }.sorted()
  }
}
