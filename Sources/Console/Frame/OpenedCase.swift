package import Casework
package import ScoringCore

/// A case read whole, as the program hands it to the screens.
package struct OpenedCase: Sendable {
  /// As declared in the newest revision.
  package var declared: Application
  /// The same with verified values in place of declared ones.
  package var current: Application
  /// Paths of the verified values.
  package var verified: Set<String>
  /// What each verified value was read from, by its path.
  package var sources: [String: Phrase]
  /// What was declared where a verified value differs from it, by its path.
  package var differing: [String: Phrase] = [:]
  /// The revision before the newest, as declared.
  package var earlier: Application?
  /// Number of the newest revision, 1 ….
  package var revision: Int
  /// The case with its events; `nil` where it is read-only.
  package var file: CaseFile?
  /// Ids of the events this officer had seen when he last looked; `nil` when he never did.
  package var seen: Set<String>?
  /// Letters on file and the drafts that could be written now.
  package var letters: [LetterRecord] = []
  /// Texts by their hash: redacted copies, and sealed texts that were opened just now.
  package var texts: [String: String] = [:]
  /// Letters, copies and papers that are on file and could not be read.
  package var unread: [UncountedFile] = []
  /// What lies in the store in the place of each paper, as far as it was looked at.
  package var onDisk: [DeclaredFile: DocumentOnDisk] = [:]

  /// What the case is judged by.
  var standard: Standard { file?.standard ?? .shared }

  /// An application alone, with nothing that was done about it.
  package init(declared: Application, earlier: Application? = nil, revision: Int = 1) {
    self.declared = declared
    current = declared
    verified = []
    sources = [:]
    self.earlier = earlier
    self.revision = revision
  }

  /// A case with its events.
  package init(_ file: CaseFile) {
    declared = file.revision.application
    current = file.current
    verified = Set(file.verified.keys)
    sources = file.verified.mapValues { file.source(of: $0) }
    earlier = file.revisions.last { $0.number < file.revision.number }?.application
    revision = file.revision.number
    self.file = file
    let (texts, application) = (FactTexts(file), file.revision.application)
    differing = file.verified.filter { $0.value.value != application.value(at: $0.value.path) }
      .mapValues { texts.declared($0.path) }
  }
}

/// A letter on file or one that could be written.
package struct LetterRecord: Sendable, Hashable {
  package var code: String
  package var name: Phrase
  /// `nil` for a letter not yet written.
  package var on: Day?
  /// Hash of its text; `nil` for a letter not yet written.
  package var file: String?
  /// As it would be or was sent.
  package var text: String

  package init(code: String, name: Phrase, on: Day? = nil, file: String? = nil, text: String) {
    self.code = code
    self.name = name
    self.on = on
    self.file = file
    self.text = text
  }
}
