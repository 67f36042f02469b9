package import ScoringCore

/// The state of a case (Procedure §2), the fold of its events and nothing else.
package enum CaseState: String, Sendable, Hashable, CaseIterable {
  case received, inReview, returned, held, toSign, awaitingDraw, spotCheck, readyForNotice
  case inNotice, noticeClosed
  case readyToForward = "readyToRecommend"
  case forwarded = "recommended"
  case decided, ministryOutcome, refused
  case withdrawn
  /// No valid receipt: in no queue and no count.
  case notReceived

  /// Those that a received case can be in.
  package static let allCases: [CaseState] = [
    .received, .inReview, .returned, .held, .toSign, .awaitingDraw, .spotCheck, .readyForNotice, .inNotice,
    .noticeClosed,
    .readyToForward, .forwarded, .decided, .ministryOutcome, .refused, .withdrawn,
  ]
  private static let codes = [
    "RC", "RV", "RT", "HD", "TS", "AD", "SC", "RN", "IN", "NC", "RR", "RM", "DE", "MO", "RF", "WD",
  ]

  /// Two letters, as tables write it (Procedure §2).
  package var code: String { CaseState.allCases.firstIndex(of: self).map { CaseState.codes[$0] } ?? "NR" }

  /// `nil` for letters that name no state.
  package init?(code: String) {
    guard let index = CaseState.codes.firstIndex(of: code) else { return nil }
    self = CaseState.allCases[index]
  }

  static let all = Set(CaseState.allCases)
  static let open = Set(CaseState.allCases.filter(\.isOpen))

  /// Not yet decided, refused or withdrawn.
  package var isOpen: Bool {
    switch self {
    case .decided, .ministryOutcome, .refused, .withdrawn, .notReceived: false
    default: true
    }
  }

  package var name: Phrase {
    switch self {
    case .received: Phrase("收件", "Received")
    case .inReview: Phrase("在审", "In review")
    case .returned: Phrase("退回补正", "Returned")
    case .held: Phrase("搁置", "Held")
    case .toSign: Phrase("待签批", "To sign")
    case .awaitingDraw: Phrase("待抽签", "Awaiting draw")
    case .spotCheck: Phrase("实地抽查", "Spot check")
    case .readyForNotice: Phrase("待公示", "Ready for notice")
    case .inNotice: Phrase("公示中", "In notice")
    case .noticeClosed: Phrase("公示期满", "Notice closed")
    case .readyToForward: Phrase("待推荐", "Ready to recommend")
    case .forwarded: Phrase("已推荐", "Recommended")
    case .decided: Phrase("已认定", "Recognised")
    case .ministryOutcome: Phrase("工信部已公布", "Ministry outcome")
    case .refused: Phrase("不予认定", "Refused")
    case .withdrawn: Phrase("已撤回", "Withdrawn")
    case .notReceived: Phrase("未收件", "Not received")
    }
  }
}
