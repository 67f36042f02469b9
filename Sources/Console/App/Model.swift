package import Casework
import ScoringCore

/// The console as a value: what is shown follows from it alone.
package struct Model: Sendable {
  package internal(set) var context: Context
  /// The Overview at the bottom; the last one is shown.
  package internal(set) var screens: [any Screen]
  var dialog: OpenDialog?
  var picker: CommandPicker?
  var toast: Toast?
  /// What waits for the passphrase of the officer's key.
  var pending: Effect?
  /// Forms begun and not sent, by where they belong.
  var drafts: [Draft.Slot: Draft] = [:]
  /// The form of the act that is being done.
  var sent: OpenDialog?
  /// The screen as it was before an act was asked for, which may have gone on to the next row: it goes back where the act
  /// is refused or asked about.
  var held: (screen: any Screen, depth: Int)?
  /// The screen that had gone on, while a question is open.
  var ahead: (any Screen)?
  /// A dialog that waits for the sealed part of its draft.
  var asking: Dialog?
  /// The draft whose form is opened once its case is read.
  var resuming: Draft.Slot?
  /// The draft that is looked at.
  var chosen: Draft.Slot?

  struct OpenDialog: Sendable {
    var dialog: Dialog
    /// When it opened: what was typed before is not for it.
    var openedAt: Int
    var top = 0
    /// What was asked for to show what the answer leads to, and what came of it.
    var wanted: Effect?
    var preview: String?
    /// First line of the preview shown.
    var previewTop = 0
    /// Where a draft of it belongs; `nil` where nothing is written in it.
    var slot: Draft.Slot?
    /// What stood in it before anything was written, and what was kept of it last.
    var initial: [String: Draft.Answer] = [:]
    var kept: [String: Draft.Answer] = [:]
    /// When the draft was written that was put back.
    var restoredFrom: String?
    /// Why it was refused, where no field is to blame.
    var faults: [Phrase] = []
    /// All of them are shown, not the first alone.
    var showsAllFaults = false
    /// It was sent, and nothing was done.
    var isRefused = false
  }

  /// When the disk was last looked at for what is on the screen, in milliseconds.
  var lookedAt = 0
  /// Milliseconds after which the next key has it looked at again.
  static let freshness = 30_000

  /// Milliseconds for which a dialog that has opened takes no Enter, and after which one that has been sent is over.
  static let dialogGuardTime = 300
  /// A key that comes again within so many milliseconds was held down.
  static let repeatTime = 100
  /// The key that was typed last and when; when a form was sent, and when an act was on file.
  var lastKey: (key: Key, at: Int)?
  var submittedAt = -Model.dialogGuardTime
  var actedAt = -Model.repeatTime
  /// Less than this is no screen.
  package static let minimum = Size(60, 16)

  package init(_ context: Context) {
    self.context = context
    screens = [OverviewScreen()]
  }

  /// What to ask of the program before the first key.
  package mutating func start() -> [Effect] {
    if context.session.officer.isEmpty, context.session.seats.count > 1 {
      dialog = OpenDialog(dialog: seating, openedAt: context.now)
    }
    return [.loadDrafts, .loadSummaries]
  }

  /// The case that is open, on the screen or under it: what arrives in its folder is shown at once.
  package var openCase: CaseKey? { screens.lazy.compactMap { ($0 as? CaseScreen)?.key }.last }

  /// What has what is on the screen looked at again, once it is old.
  mutating func lookAgain() -> [Effect] {
    guard context.now - lookedAt >= Model.freshness else { return [] }
    lookedAt = context.now
    switch top {
    case is TitlesScreen: return [.lookAgain, .loadTitles]
    case let title as TitleScreen: return [.lookAgain, .openTitle(folder: title.row.folder)]
    default: return [.lookAgain]
    }
  }

  /// Index of the screen shown; there always is one.
  var last: Int { screens.count - 1 }
  var top: any Screen { screens[last] }
}
