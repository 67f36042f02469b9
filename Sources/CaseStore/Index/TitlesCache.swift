import Casework

/// Titles read before, by folder; good for one day, registry and standard.
struct TitlesCache: Sendable {
  struct Entry: Sendable {
    /// Of the folder's names: equal fingerprints mean equal events.
    var fingerprint: UInt64?
    var record: TitleRecord?
    /// What of a folder under `titles/` does not count as what its name says, by path.
    var unread: [UncountedFile] = []
  }
  var basis = ""
  var read: [String: Entry] = [:]
  /// What could not be read, of titles' folders and of cases: the register may lack something.
  var unread: [UncountedFile] = []
}
