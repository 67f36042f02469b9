package import ScoringCore

/// A folder of this computer, as files are chosen from it.
package struct FileListing: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var name: String
    package var isFolder: Bool
    /// In bytes.
    package var size: Int
    /// `2026-04-15 09:30`, of UTC+8.
    package var modified: String

    package init(name: String, isFolder: Bool, size: Int, modified: String) {
      self.name = name
      self.isFolder = isFolder
      self.size = size
      self.modified = modified
    }
  }

  /// Whole path.
  package var folder: String
  /// Folders by name, then files, the newest first.
  package var entries: [Entry]
  /// Why it cannot be read.
  package var trouble: Phrase?

  package init(folder: String, entries: [Entry] = [], trouble: Phrase? = nil) {
    self.folder = folder
    self.entries = entries
    self.trouble = trouble
  }

  /// The whole path of an entry.
  func path(_ entry: Entry) -> String { folder == "/" ? "/" + entry.name : folder + "/" + entry.name }

  /// The folder that this one lies in.
  var above: String {
    let parts = folder.split(separator: "/").dropLast()
    return "/" + parts.joined(separator: "/")
  }
}
