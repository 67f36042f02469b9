package import ScoringCore
import StrictJSON

extension Event {
  /// What happened.
  package var title: Phrase { act?.title ?? Phrase(kind, kind) }

  /// What was said in it, in one line; empty where it says nothing beyond its title.
  package func detail(_ fold: Fold) -> Phrase {
    act?.act.detail(self, fold) ?? .same(body.text("reason") ?? body.text("text"))
  }

  /// What was done, in one line.
  func line(_ fold: Fold) -> Phrase { line(detail(fold)) }

  /// The same with what is known of it besides.
  func line(_ detail: Phrase) -> Phrase {
    guard !detail.zh.isEmpty else { return title }
    return Phrase("\(title.zh)：\(detail.zh)", "\(title.en): \(detail.en)")
  }
}
