package import Casework
package import ScoringCore

/// A step of the draw of a round 抽查抽签. Each concerns the round of the case under the cursor, never a selection:
/// what is drawn goes by rule.
package enum LotteryStep: String, Sendable, Hashable, CaseIterable {
  /// Open the round: nothing is listed or drawn before.
  case open
  /// Freeze the cases that await the draw, the rule, and where the seed will come from.
  case plan
  /// Enter the seed; another officer than the one who planned.
  case seed
  /// Draw two officers for every case drawn, and a day.
  case officers

  static let prefix = "draw."

  var command: Command.ID { Command.ID(rawValue: Self.prefix + rawValue) }

  init?(_ command: Command.ID) {
    guard command.rawValue.hasPrefix(Self.prefix) else { return nil }
    self.init(rawValue: String(command.rawValue.dropFirst(Self.prefix.count)))
  }

  /// A ground for which a case is always drawn, as officers call it.
  package static func ground(_ code: String) -> Phrase {
    switch SampleRule.Ground(rawValue: code) {
    case .contradiction: Phrase("数据矛盾", "contradictory facts")
    case .doubt: Phrase("有人存疑", "an officer doubts it")
    case .margin: Phrase("接近合格线", "near the pass line")
    case .report: Phrase("有未结的举报或线索", "an open report or lead")
    case .review: Phrase("复核", "a review")
    case nil: Phrase(code, code)
    }
  }
}

/// What a step of the draw would be about.
package struct LotteryPreview: Sendable, Hashable {
  package var step: LotteryStep
  /// A case of the round.
  package var key: CaseKey
  /// What the dialog shows before it is done.
  package var lines: [Phrase] = []
  /// Why it cannot be done; none where it can.
  package var refusals: [Phrase] = []
  /// The seed, where one was entered before and not every case has been told.
  package var seed: String?

  package init(_ step: LotteryStep, _ key: CaseKey) {
    self.step = step
    self.key = key
  }
}
