package import ScoringCore
package import StrictJSON

/// A question over the screen: some lines, a form (perhaps of no field), Enter to do it, Esc to leave it.
///
/// Enter within 300 ms of its opening is ignored, so that nothing typed ahead answers it.
package struct Dialog: Sendable {
  package struct Line: Sendable, Hashable {
    package var text: String
    package var role: Role

    package init(_ text: String, _ role: Role = .text) {
      self.text = text
      self.role = role
    }
  }

  package struct Answer: Sendable {
    /// The dialog's id.
    package var id: String
    /// `nil` when it was left.
    package var form: Form?
    /// What the dialog showed, and was about, when it opened.
    package var seen: [String] = []
    package var about: JSONValue = [:]
  }

  package var id: String
  package var title: Phrase
  /// Scrolls when it is longer than the screen.
  package var body: [Line] = []
  package var form = Form([])
  /// At the foot of the screen, to leave what is read above it in sight.
  package var isLow = false
  /// What it shows, as casework knows it: what of that has changed when it is answered is refused.
  package var seen: [String] = []
  /// What the cursor stated of the act when it opened: the paper, the fact, the visit.
  package var about: JSONValue = [:]
  /// What Enter does, in two to four characters.
  package var confirm: Phrase

  /// Confirms what is only read.
  static let understood = Phrase("知道了", "Done")

  /// Columns of a dialog with its frame on a screen.
  static func width(_ size: Size) -> Int { min(size.columns - 4, max(56, min(100, size.columns * 3 / 4))) }

  /// A menu: one of the options, chosen with arrows and Enter or by its digit.
  package static func menu(id: String, title: Phrase, _ options: [Form.Option], chosen: String? = nil)
    -> Dialog
  {
    let first = chosen ?? options.first { $0.whyNot == nil }?.code
    return Dialog(
      id: id, title: title,
      form: Form([
        Form.Field("choice", Phrase("", ""), .one(options), codes: first.map { [$0] } ?? [])
      ]), confirm: Phrase("选定", "Choose"))
  }
}
