import Casework

/// Titles read before, by folder; good for one day, registry and standard.
struct TitlesCache: Sendable {
  struct Entry: Sendable {
    /// Of the folder's names: equal fingerprints mean equal events.
    var fingerprint: UInt64?
    var record: TitleRecord?
  }
  var basis = ""
  var read: [String: Entry] = [:]
  /// Folders that could not be read.
  var unread: [UncountedFile] = []
}
