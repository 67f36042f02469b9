public import ScoringCore

/// What every screen may look at and none may change.
public struct Context: Sendable {
  public var language: Language
  public var glyphs: Glyphs
  public var size: Size
  public var today: Day
  /// Milliseconds, as last told.
  public internal(set) var now: Int
  public var session: Session
  public internal(set) var cases: CaseTable
  /// What happened since the officer last looked, as the program found it.
  public internal(set) var news: [News]
  public internal(set) var views: [SavedView]
  public internal(set) var isMouseOn = false

  public init(
    language: Language, glyphs: Glyphs, size: Size, today: Day, session: Session,
    views: [SavedView] = []
  ) {
    self.language = language
    self.glyphs = glyphs
    self.size = size
    self.today = today
    self.session = session
    self.views = views
    now = 0
    news = []
    cases = CaseTable(
      RowFacts.Basis(today: today, session: session))
  }

  /// The text in the language chosen.
  public func callAsFunction(_ phrase: Phrase) -> String { phrase(language) }
  public func callAsFunction(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
