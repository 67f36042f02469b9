import Casework
import ScoringCore

extension CaseScreen {
  /// What can be printed of the case, the paper under the cursor chosen.
  var printDialog: Dialog {
    let shown = record?.letters ?? []
    let letters = shown.compactMap { letter -> PrintDialog.Choice? in
      let sheet =
        letter.file.map { PrintRequest.Sheet.filed($0) }
        ?? LetterModel.Code(rawValue: letter.code).map { .letter($0) }
      let day = letter.on.map { Phrase(" \($0)", " \($0)") } ?? Phrase("（草稿）", " (draft)")
      return sheet.map { PrintDialog.Choice($0, letter.name.joined(day)) }
    }
    let hasVisit = record?.visits.isEmpty == false
    let forms = PrintRequest.Sheet.ofCase.filter { $0 != .visit || hasVisit }.map { PrintDialog.Choice($0) }
    let chosen: PrintRequest.Sheet? =
      switch tab {
      case .spotCheck where hasVisit: .visit
      case .letters where letters.indices.contains(letterCursor): letters[letterCursor].sheet
      case .breakdown: .firstCheck
      default: letters.last?.sheet ?? .archive
      }
    return PrintDialog.dialog(letters + forms + [PrintDialog.Choice(.list)], chosen: chosen)
  }

  private var letterCursor: Int { letters.window.cursor }
}
