/// How an indicator turns facts into points 评分标准 (Editions §2).
public enum Scale: Sendable, Hashable {
  /// Bands of one measure.
  case bands(Bands)
  /// The better of several, each known or not for itself.
  case better([Bands])
  /// Points by grade of intellectual property, A … E in order.
  case ipGrade([Int])
  /// Points by the best R&D institution: own, below municipal, municipal, provincial, national in order, and for none (I-4).
  case institution(byRank: [Int], none: Int)
  /// The first line that has a true fact, else the rest.
  case firstOf([Line], otherwise: Int)
  /// The province's own indicators.
  case local

  /// Points for any of several true facts.
  public struct Line: Sendable, Hashable {
    /// Any one of them will do.
    public var facts: [FlagFact]
    /// Given where it is reached.
    public var points: Int
  }

  /// Bands of one measure, from the best down.
  public struct Bands: Sendable, Hashable {
    /// One band.
    public struct Band: Sendable, Hashable {
      /// The least value that reaches it, or the most, by the relation.
      public var bound: Bound
      /// Given where it is reached.
      public var points: Int
    }
    /// What is measured.
    public var measure: Measure
    /// From which side a bound is reached.
    public var relation: Comparison.Relation
    /// From the best down.
    public var bands: [Band]
    /// Points of a value that reaches no band.
    public var otherwise: Int
  }

  /// The least and the most it can give.
  public var range: Points {
    switch self {
    case .bands(let bands): bands.range
    case .better(let sides):
      Points(sides.map(\.range.minimum).max() ?? 0, sides.map(\.range.maximum).max() ?? 0)
    case .ipGrade(let points): Points(points.min() ?? 0, points.max() ?? 0)
    case .institution(let points, let none): Points(min(none, points.min() ?? 0), points.max() ?? 0)
    case .firstOf(let lines, let otherwise):
      Points(
        min(otherwise, lines.map(\.points).min() ?? otherwise),
        max(otherwise, lines.map(\.points).max() ?? otherwise))
    case .local: Points(0, LocalRules.total)
    }
  }

  /// Interpretations that its points may depend on.
  public var interpretations: [String] {
    switch self {
    case .bands(let bands): bands.measure.interpretations
    case .better(let sides): sides.flatMap(\.measure.interpretations)
    case .institution: ["I-4"]
    default: []
    }
  }
}

extension Scale.Bands {
  /// From the points of no band to those of the best.
  public var range: Points { Points(otherwise, bands.first?.points ?? otherwise) }
}
