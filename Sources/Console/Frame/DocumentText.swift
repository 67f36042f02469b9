package import ScoringCore

/// A paper of a case as text, or why there is none to show.
package enum DocumentText: Sendable, Hashable {
  /// - Parameter sha256: of the file it was read from.
  case text(String, sha256: String)
  case unreadable(Phrase)
}
