import ScoringCore
import StrictJSON

extension TitleTerm {
  /// A new term, by a decision or the ministry's outcome.
  static func given(by event: Event, _ past: Fold) -> [GivenAnswer] {
    var term = TitleTerm(given: event.id, phase: .running)
    term.from = event.body.day("from") ?? event.body.day("announced")
    term.until = event.body.day("until")
    term.number = event.body.text("number")
    return [(.title, .title(term))]
  }

  /// The days of a term that the officer did not state.
  static func completed(_ action: Action, _ place: Situation) -> Action {
    let announced = action.fields.day("announced") ?? action.fields.day("on") ?? place.today
    let from = action.fields.day("from") ?? announced
    let tier = place.file?.revision.application.tier ?? .innovative
    let own = place.file?.assessment.flatMap { place.standard.edition($0.edition) }
    let terms = (own ?? place.standard.edition(of: tier, on: from)).titles
    return action.setting("announced", .string(announced.description))
      .setting("until", .string(terms.until(from).description))
  }

  static func running(_ fold: Fold) -> [UnmetRequirement] {
    guard let title = fold.title else { return [.noTitle] }
    return title.phase == .running
      ? [] : [.requirement("titleNotRunning", "称号不在有效状态", "The title is not running")]
  }

  static func underInquiry(_ fold: Fold) -> [UnmetRequirement] {
    guard let title = fold.title else { return [.noTitle] }
    return title.phase == .inquiry
      ? [] : [.requirement("noInquiry", "没有核查中的称号", "The title is under no inquiry")]
  }
}
