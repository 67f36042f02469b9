import Casework
import ScoringCore

/// What the Measures say of each act on a title.
enum TitleClauses {
  /// - Parameter edition: the one in force on the day.
  static func of(_ act: ActName, _ edition: Edition) -> Phrase {
    let terms = edition.titles
    let rule: Phrase =
      switch act {
      case .update: terms.update.text
      case .change: terms.change.text.joined(Phrase("；", "; ")).joined(terms.rename.text)
      case .inquiry, .recordHearing, .drop: terms.inquiry
      default: terms.bar.text
      }
    return edition.name.joined(Phrase(" ", " ")).joined(terms.citation.place).joined(Phrase("：", ": ")).joined(rule)
  }
}
