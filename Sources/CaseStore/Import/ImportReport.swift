package import Casework
import ScoringCore

/// What an import came to, so far or in the end.
package struct ImportReport: Sendable, Hashable {
  /// Cases that are new; durable when they are listed here.
  package var received: [CaseKey] = []
  /// Folders of titles that are new to the register; durable as well.
  package var titles: [String] = []
  /// Applications that were there before with the same bytes.
  package var alreadyThere = 0
  package var problems: [ImportProblem] = []
  /// The trouble with the store that ended the import early; what is in `received` is safe.
  package var stopped: StoreError?

  package init() {}
}

/// What is handed over.
package enum ImportInput: Sendable {
  /// A file, or a folder with everything in it that ends in `.json`, `.ndjson`, `.jsonl` or `.csv`.
  case path(String)
  /// Bytes of standard input or of a program, under a name for messages.
  case bytes([UInt8], name: String)
}
