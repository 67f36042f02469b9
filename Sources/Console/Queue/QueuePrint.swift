import Casework
import ScoringCore

extension QueueScreen {
  /// What can be printed from a queue: lists and summaries of the round of the case under the cursor, and its own forms.
  var printDialog: Dialog {
    let chosen: PrintRequest.Sheet =
      switch tab {
      case .inNotice, .done, .atMinistry: .list
      case .spotCheck: .visit
      case .toSign, .toPublish: .summary(.recommendation)
      default: .archive
      }
    let sheets = PrintRequest.Sheet.ofRound + PrintRequest.Sheet.ofCase
    return PrintDialog.dialog(sheets.map { PrintDialog.Choice($0) }, chosen: chosen)
  }
}
