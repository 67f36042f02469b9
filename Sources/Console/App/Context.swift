public import ScoringCore

/// What every screen may look at and none may change.
public struct Context: Sendable {
  public var language: Language
  public var glyphs: Glyphs
  public var size: Size
  public var today: Day
  /// Milliseconds, as last told.
  public var now: Int
  public var session: Session
  public var cases: CaseTable

  public init(
    language: Language, glyphs: Glyphs, size: Size, today: Day, now: Int, session: Session,
    cases: CaseTable
  ) {
    self.language = language
    self.glyphs = glyphs
    self.size = size
    self.today = today
    self.now = now
    self.session = session
    self.cases = cases
  }

  /// The text in the language chosen.
  public func callAsFunction(_ phrase: Phrase) -> String { phrase(language) }
  public func callAsFunction(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}

/// Who sits here and whose files these are.
public struct Session: Sendable, Hashable {
  public var officer: String
  public var officerName: String
  /// The officer's function as shown on the first line.
  public var function: Phrase
  /// The authority shown; `nil` where the store holds several and all are shown.
  public var authority: String?
  /// Read only: no key, or a folder looked at.
  public var isReadOnly: Bool

  public init(
    officer: String, officerName: String, function: Phrase, authority: String?, isReadOnly: Bool
  ) {
    self.officer = officer
    self.officerName = officerName
    self.function = function
    self.authority = authority
    self.isReadOnly = isReadOnly
  }
}
