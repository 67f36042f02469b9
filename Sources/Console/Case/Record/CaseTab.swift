import ScoringCore

/// The parts of a case, in the order of the tab line.
package enum CaseTab: Int, Sendable, Hashable, CaseIterable {
  case breakdown, materials, objections, spotCheck, timeline, letters

  var title: Phrase {
    switch self {
    case .breakdown: Phrase("指标", "Breakdown")
    case .materials: Phrase("材料", "Materials")
    case .objections: Phrase("异议", "Objections")
    case .spotCheck: Phrase("抽查", "Spot check")
    case .timeline: Phrase("时间线", "Timeline")
    case .letters: Phrase("文书", "Letters")
    }
  }

  var next: CaseTab { Self.allCases[(rawValue + 1) % Self.allCases.count] }
  var previous: CaseTab { Self.allCases[(rawValue + Self.allCases.count - 1) % Self.allCases.count] }
}
