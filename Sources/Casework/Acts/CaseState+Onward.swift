package import ScoringCore

extension CaseState {
  /// The acts that take a case on from here 下一步, that which ends the step first; none where the step is not taken in
  /// the case, or nothing more is to be done.
  package var onward: [ActName] {
    switch self {
    case .received: [.assign]
    case .inReview: [.recommend]
    case .returned: [.resubmit]
    case .held: [.resume]
    case .toSign: [.sign]
    case .spotCheck: [.coSignVisit, .closeVisit, .plan]
    case .readyForNotice: [.enterNotice]
    case .inNotice: [.closeNotice]
    case .noticeClosed: [.decide, .forward]
    case .readyToForward: [.forward]
    case .forwarded: [.ministry]
    case .awaitingDraw, .decided, .ministryOutcome, .refused, .withdrawn, .notReceived: []
    }
  }

  /// What comes next and by whom, where nobody who looks at it can do it.
  package var awaits: Phrase? {
    if self == .awaitingDraw { return Phrase("下一步：抽签（在队列里）", "Next: the draw (from the queue)") }
    guard let last = onward.last else { return nil }
    let (verb, who) = (ActTable[last].wording.verb, ActTable[last].who.map(\.name))
    guard !who.isEmpty else { return Phrase("下一步：\(verb.zh)", "Next: \(verb.en)") }
    return Phrase(
      "下一步：\(verb.zh)（\(who.map(\.zh).joined(separator: "、"))）",
      "Next: \(verb.en) (\(who.map(\.en).joined(separator: ", ")))")
  }
}
