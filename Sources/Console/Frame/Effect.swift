package import Casework
package import StrictJSON

/// What the console asks the program to do; the answer, if any, comes back as a message.
package enum Effect: Sendable, Equatable {
  /// Read every summary, in batches of rows (`Message.summaries`).
  case loadSummaries
  /// Look in the background at what others may have written: `.changed`, `.session` and `.officers` where anything did.
  case lookAgain
  /// Read one case whole (`Message.opened`, or `Message.unreadable`).
  case openCase(CaseKey)
  /// Do an act on a case: complete it, sign it, write it; then `Message.opened`, `.changed` and `.told`, or `.told` why not.
  case act(CaseKey, ActIntent)
  /// Do an act in a folder that is opened by its path: a title's, or the registry; then what it changed, and `.told`.
  case actIn(String, ActIntent)
  /// Do acts one after another, in the registry or in cases, each only when the one before was done; then what they
  /// changed, and one `.told`.
  case actInTurn([FolderIntent])
  /// Read the register of titles: `Message.titles`.
  case loadTitles
  /// Read one title whole, by its folder: `Message.title`.
  case openTitle(folder: String)
  /// Make the letter that an act will send out, as the act stands: `Message.drafted`. Nothing is written.
  case draftLetter(CaseKey, ActIntent, dialog: String)
  /// Make the list that an act on these cases will publish: `Message.drafted`. Nothing is written.
  case draftList([CaseKey], ActIntent, dialog: String)
  /// Read a paper as it would be printed: `Message.drafted`.
  case readSheet(PrintRequest, dialog: String)
  /// Read the registry of officers: `Message.officers`.
  case loadOfficers
  /// Open a paper of a case, or a file that is kept by its hash, in the system's viewer: leave the screen, run, come back,
  /// paint all.
  case openViewer(CaseKey, file: String)
  /// Hand the text of a dialog's field to the officer's editor: leave the screen, run, come back; `Message.edited` with
  /// what she made of it, or `.told` why the text stays as it was. Never for a field that is sealed.
  case edit(dialog: String, field: String, text: String)
  /// List a folder of this computer, or the one that files were last taken from: `Message.files`.
  case listFiles(String?)
  /// Write a paper to a file; one in the officer's own folder is shown where there is a program for pages.
  case print(PrintRequest)
  /// Read a paper of a case as text: `Message.paper`.
  case readPaper(CaseKey, file: String)
  /// Read the officer's drafts: `Message.drafts`.
  case loadDrafts
  /// Open the sealed part of a draft with the officer's key: `Message.draft`.
  case openDraft(Draft)
  /// Keep a draft at once; throw one away.
  case keepDraft(Draft)
  case dropDraft(Draft)
  /// Keep the queue's saved views.
  case saveViews([SavedView])
  /// Remember that everything up to now has been seen.
  case markSeen
  /// Remember that these events of a case have been seen.
  case markSeenIn(CaseKey, Set<String>)
  /// Put a text on the clipboard; the answer never claims more than that it was sent.
  case copy(String)
  case setMouse(Bool)
  /// Draw in the colours of a theme from now on, and keep the choice with the person's settings.
  case useTheme(String)
  /// Send `Message.goOn` as soon as no input waits.
  case goOn
  /// Paint every cell anew.
  case repaint
  case suspend
  case quit
  /// Judge these cases by another edition than the one in force: `Message.judged`. Nothing is written.
  case judge([CaseKey], edition: String)
  /// Ask of each case whether an act is permitted, without doing it: `Message.dryRunResults`.
  case dryRun([CaseKey], ActIntent)
  /// Open the officer's key with a passphrase, keep it for as long as the program runs, and go on with what waited for it;
  /// `Message.locked` again where the passphrase is wrong.
  indirect case unlock(passphrase: String, then: Effect)
  /// Another officer sits here from now on; what the former opened is forgotten: `.session`, `.news` and `.told`.
  case sit(officer: String)
  /// Do an act on each case as it was foreseen, one by one: `.changed`, and one `.reported` of which were done and why
  /// others were not.
  case actOnAll([CaseDryRun], ActIntent)
  /// Say what a step of the draw of a case's round would be about: `Message.lotteryPreviewed`. Nothing is written.
  case previewLottery(CaseKey, LotteryStep, doubted: [CaseKey])
  /// Do a step of the draw of a case's round: `.changed`, and `.told` or `.reported` what came of it.
  case draw(CaseKey, LotteryStep, fields: JSONValue, doubted: [CaseKey])
}

extension Effect {
  /// Whether it writes signed events.
  package var signs: Bool {
    switch self {
    case .act, .actIn, .actInTurn, .actOnAll, .draw: true
    default: false
    }
  }

  /// Whether it asks what an act would meet, before it is done.
  var isForeseeing: Bool { if case .dryRun = self { true } else { false } }

  /// Whether it cannot be done without the officer's key.
  package var needsKey: Bool { if case .openDraft = self { true } else { signs } }
}
