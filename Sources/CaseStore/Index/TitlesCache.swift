import Casework

/// Titles read before, by folder; good for one day, registry and standard.
struct TitlesCache: Sendable {
  struct Entry: Sendable {
    /// Of the folder's names: equal fingerprints mean equal events.
    var fingerprint: UInt64?
    var record: TitleRecord?
    /// What of a folder under `titles/` does not count, by path.
    var uncounted: [UncountedFile] = []
  }
  var basis = ""
  var read: [String: Entry] = [:]
  /// The same of all folders, and what of cases could not be read.
  var uncounted: [UncountedFile] = []
}
