public import Casework
public import ScoringCore

/// A case read whole, as the program hands it to the screens.
public struct OpenedCase: Sendable {
  /// As declared in the newest revision.
  public var declared: Application
  /// The same with verified values in place of declared ones.
  public var current: Application
  /// Paths of the verified values.
  public var verified: Set<String>
  /// What each verified value was read from, by its path.
  public var sources: [String: Phrase]
  /// The revision before the newest, as declared.
  public var earlier: Application?
  /// Number of the newest revision, 1 ….
  public var revision: Int
  /// The case with its events; `nil` where it can only be looked at.
  public var file: CaseFile?
  /// Ids of the events this officer had seen when he last looked; `nil` when he never did.
  public var seen: Set<String>?
  /// Letters on file and the drafts that could be written now.
  public var letters: [LetterRecord] = []
  /// Texts by their hash: redacted copies, and sealed texts that were opened just now.
  public var texts: [String: String] = [:]

  /// An application alone, with nothing that was done about it.
  public init(declared: Application, earlier: Application? = nil, revision: Int = 1) {
    self.declared = declared
    current = declared
    verified = []
    sources = [:]
    self.earlier = earlier
    self.revision = revision
  }

  /// A case with its events.
  public init(_ file: CaseFile) {
    declared = file.revision.application
    current = file.current
    verified = Set(file.verified.keys)
    sources = file.verified.mapValues { file.source(of: $0) }
    earlier = file.revisions.last { $0.number < file.revision.number }?.application
    revision = file.revision.number
    self.file = file
  }
}

/// A letter on file or one that could be written.
public struct LetterRecord: Sendable, Hashable {
  public var code: String
  public var name: Phrase
  /// `nil` for a letter not yet written.
  public var on: Day?
  /// As it would be or was sent.
  public var text: String

  public init(code: String, name: Phrase, on: Day? = nil, text: String) {
    self.code = code
    self.name = name
    self.on = on
    self.text = text
  }
}
