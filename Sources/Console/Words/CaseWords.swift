package import Casework
package import ScoringCore

extension CaseSummary {
  /// The state in a word, as this tier calls it: the province does not refuse a little giant, it does not recommend it.
  package var stateWord: Phrase { isNotRecommended ? CaseWords.notRecommended : state.word }

  /// The tier as officers call it, by the edition of the case.
  func tierName(by standard: Standard) -> Phrase { standard.name(of: tier, edition: edition) }

  /// The edition in a word.
  func editionWord(by standard: Standard) -> Phrase {
    standard.edition(edition)?.short ?? Phrase(edition, edition)
  }

  /// Refused on the reviewer's proposal; what was forwarded and came back refused is the ministry's 不予认定.
  package var isNotRecommended: Bool { state == .refused && tier == .littleGiant && recommendation == "refuse" }
}

extension CaseState {
  /// Short enough for a column.
  package var word: Phrase {
    switch self {
    case .received: Phrase("收件", "Received")
    case .inReview: Phrase("在审", "In review")
    case .returned: Phrase("退回", "Returned")
    case .held: Phrase("搁置", "Held")
    case .toSign: Phrase("待签", "To sign")
    case .awaitingDraw: Phrase("待抽签", "Draw due")
    case .spotCheck: Phrase("抽查", "Spot check")
    case .readyForNotice: Phrase("待公示", "For notice")
    case .inNotice: Phrase("公示", "In notice")
    case .noticeClosed: Phrase("公示期满", "Notice over")
    case .readyToForward: Phrase("待推荐", "To forward")
    case .forwarded: Phrase("已推荐", "Forwarded")
    case .decided: Phrase("已认定", "Decided")
    case .ministryOutcome: Phrase("已公布", "Ministry set")
    case .refused: Phrase("不予认定", "Refused")
    case .withdrawn: Phrase("撤回", "Withdrawn")
    case .notReceived: Phrase("未收件", "Not received")
    }
  }

  /// True while the review clock runs.
  var isReview: Bool { self == .received || self == .inReview }

  /// Nothing more is to be done in the case itself.
  var isOver: Bool { [.decided, .ministryOutcome, .refused, .withdrawn].contains(self) }
}

extension Outcome {
  package var role: Role {
    switch self {
    case .meets: .pass
    case .fails: .fail
    case .undetermined: .undetermined
    }
  }
}

package enum CaseWords {
  /// What the province says of a little giant that it does not forward.
  package static let notRecommended = Phrase("不予推荐", "Not forwarded")

  static func division(_ code: String?) -> String {
    guard let code else { return "" }
    return Divisions.shared[code]?.short ?? code
  }

  static func authority(_ key: String, _ language: Language) -> String {
    Authorities.shared[key]?.name(language) ?? key
  }

  static func shortAuthority(_ key: String, _ language: Language) -> String {
    Authorities.shared[key]?.short(language) ?? key
  }

  /// What is added to a day that may still change: which year's days off are not announced yet.
  static func provisional(_ day: CountedDay) -> Phrase {
    guard day.provisional else { return Phrase("", "") }
    let year = day.day.year
    return Phrase("（暂定：\(year) 年放假安排未公布）", " (provisional: the days off of \(year) are not announced)")
  }
}
