public import Casework
import ScoringCore

/// What an import came to, so far or in the end.
public struct ImportReport: Sendable, Hashable {
  /// Cases that are new; durable when they are listed here.
  public var received: [CaseKey] = []
  /// Folders of titles that are new to the register; durable as well.
  public var titles: [String] = []
  /// Applications that were there before with the same bytes.
  public var alreadyThere = 0
  public var problems: [ImportProblem] = []
  /// The trouble with the store that ended the import early; what is in `received` is safe.
  public var stopped: StoreError?

  public init() {}
}

/// What is handed over.
public enum ImportInput: Sendable {
  /// A file, or a folder with everything in it that ends in `.json`, `.ndjson`, `.jsonl` or `.csv`.
  case path(String)
  /// Bytes of standard input or of a program, under a name for messages.
  case bytes([UInt8], name: String)
}
