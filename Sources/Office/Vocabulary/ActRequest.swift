package import Casework
package import StrictJSON

/// What somebody asks to be done: by a key of the console, a command, or the demonstration.
package struct ActRequest: Sendable {
  /// `cases/…`, `titles/…`, `rounds/…` or `registry`.
  package var folder: String
  /// The act, and what the officer stated; the rest is worked out.
  package var action: Action
  /// Contents of the files that fields name by their hash, by that hash.
  package var files: [String: [UInt8]]
  /// What was before the officer: what of it has changed meanwhile is refused.
  package var seen: [String]
  /// Codes of questions that are answered: it is done all the same.
  package var yes: Set<String> = []
  /// Names of unread files that he was asked about before.
  package var knownUnread: Set<String> = []
  /// What of other folders does not count as what its name says, where the act rests on them.
  package var unread: [UncountedFile] = []
  /// The list of the round that it goes by is written already.
  package var isListed = false

  /// An act in a folder, with what is stated of it.
  package init(
    _ folder: String, _ action: Action, files: [String: [UInt8]] = [:], seen: [String] = []
  ) {
    self.folder = folder
    self.action = action
    self.files = files
    self.seen = seen
  }

  /// The same by the act's name.
  package init(_ folder: String, _ name: ActName, _ fields: JSONValue = [:], files: [String: [UInt8]] = [:]) {
    self.init(folder, Action(name, fields), files: files)
  }

  /// The case it is about; `nil` elsewhere.
  package var key: CaseKey? { CaseKey(path: folder) }

  /// The same on a list that is written.
  package var listed: ActRequest {
    var other = self
    other.isListed = true
    return other
  }
}
