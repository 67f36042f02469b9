package import ScoringCore

/// What every screen may look at and none may change.
package struct Context: Sendable {
  package var language: Language
  package var glyphs: Glyphs
  package var size: Size
  package var today: Day
  /// Milliseconds, as last told.
  package internal(set) var now: Int
  package var session: Session
  package internal(set) var cases: CaseTable
  /// What happened since the officer last looked, as the program found it.
  package internal(set) var news: [News]
  package internal(set) var views: [SavedView]
  package internal(set) var isMouseOn = false
  /// Names of the themes there are, and of the one in use; empty where there is no choice.
  package var themes: [String] = []
  package var theme = ""
  /// The store goes with the console: nothing done in it is kept.
  package let isPassing: Bool

  package init(
    language: Language, glyphs: Glyphs, size: Size, today: Day, session: Session,
    views: [SavedView] = [], isPassing: Bool = false, themes: [String] = [], theme: String = ""
  ) {
    self.language = language
    self.glyphs = glyphs
    self.size = size
    self.today = today
    self.session = session
    self.views = views
    self.isPassing = isPassing
    self.themes = themes
    self.theme = theme
    now = 0
    news = []
    cases = CaseTable(
      RowFacts.Basis(today: today, session: session))
  }

  /// Between the parts of a screen's status; the first of several, a count, gives way before the others.
  static let statusGap = "    "

  /// The text in the language chosen.
  package func callAsFunction(_ phrase: Phrase) -> String { phrase(language) }
  package func callAsFunction(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
