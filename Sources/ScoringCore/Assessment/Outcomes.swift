extension Outcome {
  /// All-of: fails if any fails, else undetermined if any is, else meets.
  static func && (a: Outcome, b: Outcome) -> Outcome {
    a == .fails || b == .fails ? .fails : a == .undetermined || b == .undetermined ? .undetermined : .meets
  }

  /// Any-of: the mirror image.
  static func || (a: Outcome, b: Outcome) -> Outcome {
    a == .meets || b == .meets ? .meets : a == .undetermined || b == .undetermined ? .undetermined : .fails
  }

  init(_ value: Bool) { self = value ? .meets : .fails }
}

extension Points {
  /// A threshold on a total: meets if the least reaches it, fails if the most does not.
  func reaches(_ bound: Int) -> Outcome {
    least >= bound ? .meets : most < bound ? .fails : .undetermined
  }

  static func + (a: Points, b: Points) -> Points { Points(a.least + b.least, a.most + b.most) }
}

/// An outcome with what keeps it from being determined.
struct Verdict {
  var outcome: Outcome
  /// Empty when determined.
  var reasons: ReasonSet

  init(_ outcome: Outcome, _ reasons: ReasonSet = []) {
    self.outcome = outcome
    self.reasons = outcome == .undetermined ? reasons : []
  }

  static func && (a: Verdict, b: Verdict) -> Verdict {
    Verdict(a.outcome && b.outcome, a.reasons.union(b.reasons))
  }
  static func || (a: Verdict, b: Verdict) -> Verdict {
    Verdict(a.outcome || b.outcome, a.reasons.union(b.reasons))
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
