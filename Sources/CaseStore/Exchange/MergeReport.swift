package import Casework
import ScoringCore

/// What a merge came to, or would come to.
package struct MergeReport: Sendable {
  /// A question that two answer differently who did not know of each other.
  package struct Contested: Sendable, Hashable {
    package var folder: String
    package var question: Question
  }

  /// An event that was here and counts otherwise now.
  package struct VerdictChange: Sendable, Hashable {
    package var folder: String
    package var event: Event
    /// `nil` was set aside.
    package var before: Verdict?
    package var after: Verdict
  }

  /// A case as its row was and is.
  package struct RowChange: Sendable, Hashable {
    /// `nil` where the case was not here.
    package var before: CaseSummary?
    package var after: CaseSummary
  }

  /// Files that came in, and those that lay in both.
  package internal(set) var new = 0
  package internal(set) var same = 0
  /// Events among the new files.
  package internal(set) var acts = 0
  /// Files that did not come in although their names are ours, each with the reason.
  package internal(set) var refused: [StoreFinding] = []
  /// Files there that are none of the store's.
  package internal(set) var strays = 0
  /// What the merge made contested.
  package internal(set) var contested: [Contested] = []
  /// What counts otherwise than before.
  package internal(set) var verdicts: [VerdictChange] = []
  /// Cases of which something came in or counts otherwise now.
  package internal(set) var rows: [RowChange] = []
  /// Why the copy could not be told what of it was brought back.
  package internal(set) var copyTrouble: StoreError?

  /// Something there could not be read as what its name says.
  package var isUnread: Bool { refused.contains { $0.need == .reading } }
}
