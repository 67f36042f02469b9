import Casework
package import ScoringCore

/// The events of one folder, each judged alone: a bad one is set aside with its reason and spoils no other.
package struct EventFolder: Sendable, Hashable {
  package struct UnreadableFile: Sendable, Hashable {
    package var name: String
    package var message: Phrase
    /// What it says is not known; a later look may tell.
    package var isUnread = false
    /// Its bytes are those that its name says, and no event of anybody's.
    package var isWhole = false
    /// The key that it names, which the registry gives nobody: its signature was not looked at.
    package var stranger: String?
    /// It is not signed by the key that it names.
    package var isForged = false
  }

  /// Whole, canonical and signed by the key they name, which the registry knows; in the order of their ids.
  package var events: [EventFile] = []
  package var unreadable: [UnreadableFile] = []
  /// Names that were listed and gone when they were opened: not there, whatever they were.
  var vanished: Set<String> = []

  /// A file that is not what its name says spoils nothing where the event of that name lies beside it under a longer one.
  mutating func leaveOutReplaced() {
    let ids = events.map(\.id)
    unreadable.removeAll { file in
      guard !file.isWhole, let hash = EventFile.hash(inName: file.name) else { return false }
      return ids.contains { $0.hasPrefix(hash) }
    }
  }

  /// Why the folder could not be read whole; `nil` where it was.
  var failure: UnreadableFile? { unreadable.first(where: \.isUnread) }
}

extension EventFolder {
  /// A file that is no event that could count.
  struct NoEvent: Error { var file: UnreadableFile }
}

extension EventFolder.UnreadableFile {
  /// Of a file whose reading failed.
  init(name: String, _ error: StoreError) {
    self.init(name: name, message: error.message, isUnread: error.kind != .tooLarge)
  }

  /// Of an event by a key that the registry gives nobody.
  static func stranger(_ name: String, key: String, author: String) -> Self {
    Self(name: name, message: UnmetRequirement.unknownKey(author).message, isWhole: true, stranger: key)
  }

  /// A name of ours without content: half copied, or cut off by a loss of power elsewhere.
  static func empty(_ name: String) -> Self {
    Self(name: name, message: Phrase("文件是空的", "The file is empty"), isUnread: true)
  }
}
