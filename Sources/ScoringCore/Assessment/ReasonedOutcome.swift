/// An outcome with what keeps it from being determined.
struct ReasonedOutcome {
  var outcome: Outcome
  /// Empty when determined.
  var reasons: ReasonSet

  init(_ outcome: Outcome, _ reasons: ReasonSet = []) {
    self.outcome = outcome
    self.reasons = outcome == .undetermined ? reasons : []
  }

  static func && (a: ReasonedOutcome, b: ReasonedOutcome) -> ReasonedOutcome {
    ReasonedOutcome(a.outcome && b.outcome, a.reasons.union(b.reasons))
  }
  static func || (a: ReasonedOutcome, b: ReasonedOutcome) -> ReasonedOutcome {
    ReasonedOutcome(a.outcome || b.outcome, a.reasons.union(b.reasons))
  }
}

/// Points with what keeps them from being determined: an interval of one point has no reasons.
struct Scored {
  var points: Points
  var reasons: ReasonSet

  init(_ points: Points, _ reasons: ReasonSet = []) {
    self.points = points
    self.reasons = points.isDetermined ? [] : reasons
  }

  init(_ points: Int) { self.init(Points(points, points)) }
}
