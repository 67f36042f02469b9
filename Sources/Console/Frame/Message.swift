package import Casework
package import ScoringCore

/// What the program tells the console: a key, a size, data that arrived. Nothing else changes a model.
package enum Message: Sendable {
  case key(Key)
  /// Text pasted as one piece; it reaches text fields only.
  case paste(String)
  case mouse(Mouse)
  case resize(Size)
  /// Milliseconds of a clock that never goes back; sent before what it dates.
  case time(Int)
  /// The civil day of UTC+8 has changed.
  case today(Day)
  /// Rows as they are read. `total` is the number expected, `nil` while unknown; `done` with the last.
  case summaries([CaseSummary], total: Int?, done: Bool)
  /// Rows read again after something was written; an absent row's key is in `gone`.
  case changed([CaseSummary], gone: [CaseKey])
  /// The officer's saved views, as kept.
  case views([SavedView])
  /// What happened since the officer last looked.
  case news([News])
  /// The officer's rights or the office's settings are known or have changed.
  case session(Session)
  /// A case read whole, on `Effect.openCase` and again after something was written to it.
  case opened(CaseKey, OpenedCase)
  /// The case cannot be read, and why.
  case unreadable(CaseKey, Phrase)
  /// What an act would meet on each case, on `Effect.dryRun`: no refusals where it is permitted.
  case dryRunResults([CaseDryRun])
  /// What a dialog's answer would send out, as text, on `Effect.draftLetter` and `.draftList`.
  case drafted(dialog: String, text: String)
  /// The text of a dialog's field as the officer's editor left it, on `Effect.edit`.
  case edited(dialog: String, field: String, text: String)
  /// What another edition says of cases, on `Effect.judge`.
  case judged([CaseKey: Judged], edition: String)
  /// What came of an act on several cases, one by one: no refusals where it was done.
  case reported(ActName, [CaseDryRun])
  /// What a step of the draw would be about, on `Effect.previewLottery`.
  case lotteryPreviewed(LotteryPreview)
  /// A paper's text on `Effect.readPaper`, or why it cannot be shown as text.
  case paper(CaseKey, file: String, DocumentText)
  /// A folder of this computer, on `Effect.listFiles`.
  case files(FileListing)
  /// What lies in the store in the place of each paper of a case, after it was opened.
  case onDisk(CaseKey, [DeclaredFile: DocumentOnDisk])
  /// The register of titles, on `Effect.loadTitles` and after an act on a title.
  case titles([TitleRecord])
  /// A title read whole, on `Effect.openTitle` and after an act on it.
  case title(OpenedTitle)
  /// The officers, keys, roles and settings, on `Effect.loadOfficers` and after an act of the registry.
  case officers(Registry)
  /// What offices go by and what is proposed, in words; after `officers`.
  case settings([SettingsDocument])
  /// The officer's key needs its passphrase before this can be done; `isWrong` where one was given that does not open it.
  case locked(officer: String, isWrong: Bool, Effect)
  /// What is asked once more before this is done, and what it is when the answer is yes.
  case asks([Phrase], Effect)
  /// The officer's drafts, as kept.
  case drafts([Draft])
  /// A draft whose sealed part was opened; still locked where it could not be.
  case draft(Draft)
  /// What was asked for last was done.
  case acted
  /// It was not done, and why.
  case refused(RefusedAct)
  /// How many case folders and files cannot be read at all: they stand in no row.
  case uncounted(Int)
  /// The program is idle: go on with work that was put off by `Effect.goOn`.
  case goOn
  /// Something the officer asked for did not work, or has been done.
  case told(Toast)
}

/// A mouse event, when the mouse is on.
package struct Mouse: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case click, doubleClick, wheelUp, wheelDown }
  package var kind: Kind
  package var at: Point

  package init(_ kind: Kind, at point: Point) {
    self.kind = kind
    self.at = point
  }
}

/// A line to the officer, above the keys, until the next key; several requirements not met are several lines.
package struct Toast: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case done, refused, failed }
  package var kind: Kind
  package var text: Phrase

  package init(_ kind: Kind, _ text: Phrase) {
    self.kind = kind
    self.text = text
  }
}

/// What other rules than those in force say of a case.
package enum Judged: Sendable, Hashable {
  case counted(CountedCase)
  /// They cannot judge it, or it could not be read whole, and why.
  case not(Phrase)
}

/// Whether an act could be done on a case.
package struct CaseDryRun: Sendable, Hashable {
  package var key: CaseKey
  /// Every requirement that is not met; none where it is permitted.
  package var refusals: [Phrase]
  /// What the preview shows of it: it travels with the act.
  package var seen: [String]
  /// What the program filled in and what it decides, in words.
  package var filled: [FieldText]

  package init(_ key: CaseKey, refusals: [Phrase], seen: [String] = [], filled: [FieldText] = []) {
    self.key = key
    self.refusals = refusals
    self.seen = seen
    self.filled = filled
  }
}
