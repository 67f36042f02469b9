package import ScoringCore

/// The events of one folder, each judged alone: a bad one is set aside with its reason and spoils no other.
package struct EventFolder: Sendable, Hashable {
  package struct UnreadableFile: Sendable, Hashable {
    package var name: String
    /// Which of the file's faults; `nil` where it could not be read at all.
    package var fault: EventFile.Fault?
    package var message: Phrase
  }

  /// Whole, canonical and signed by the key they name; in the order of their ids.
  package var events: [EventFile] = []
  package var unreadable: [UnreadableFile] = []

  /// Ids that no event here names as a parent, sorted: what an author has seen.
  package var heads: [String] {
    let seen = Set(events.flatMap(\.parents))
    return events.map(\.id).filter { !seen.contains($0) }.sorted()
  }
}
