import Casework
import ScoringCore

extension QueueScreen {
  /// What can be printed from a queue: lists and summaries of the round of the case under the cursor, and its own forms.
  func printDialog(_ context: Context) -> Dialog {
    let chosen: PrintRequest.Sheet =
      switch current(context)?.state {
      case .inNotice, .noticeClosed, .decided, .forwarded, .ministryOutcome: .list
      case .spotCheck: .visit
      case .toSign, .awaitingDraw, .readyForNotice, .readyToForward: .summary(.recommendation)
      default: .archive
      }
    let sheets = PrintRequest.Sheet.ofRound + PrintRequest.Sheet.ofCase
    return PrintDialog.dialog(sheets.map { PrintDialog.Choice($0) }, chosen: chosen)
  }
}
