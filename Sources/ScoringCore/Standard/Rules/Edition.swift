/// One edition of the Measures 管理办法 with everything it says about the tiers.
public struct Edition: Sendable, Hashable {
  /// `2022-63`, `2026-2`.
  public var id: String
  public var name: Phrase
  public var document: Phrase
  public var counting: IPCounting
  public var basics: [Requirement]
  /// By rank of the tier.
  var tiers: [TierRules?]

  /// What it asks of a tier; `nil` where it has no such tier.
  public subscript(tier: Tier) -> TierRules? { tiers[tier.rank] }
}

/// A basic requirement 基本条件 or a route 直通车.
public struct Requirement: Sendable, Hashable {
  public var id: String
  public var name: Phrase
  public var citation: Citation
  public var test: Test
}

/// What an edition asks of one tier.
public struct TierRules: Sendable, Hashable {
  public var citation: Citation
  /// In the order of the standard's table.
  public var conditions: [Condition]
  /// `nil` where the edition scores nothing.
  public var score: ScoreRules?
  public var routes: [Requirement]
  /// The six aspects 专精特新链品 of the little giant, in order; empty elsewhere.
  public var aspects: [Aspect]
  /// Interpretations that its outcome may depend on.
  public var interpretations: Set<String>
}

/// An aspect of the little giant, which groups conditions.
public struct Aspect: Sendable, Hashable {
  public var id: String
  public var name: Phrase
  public var citation: Citation
}

/// A condition 认定条件.
public struct Condition: Sendable, Hashable {
  public var id: String
  public var name: Phrase
  public var citation: Citation
  public var test: Test
  /// What is asked on review in place of `test`.
  public var reviewTest: Test?
  /// The condition that a review asks for in its place (I-6).
  public var own: OwnTier?
  /// Stands in for the condition, which then shows as waived.
  public var waiver: Test?
  /// Id of the route that stands in for the condition, which then shows as replaced.
  public var route: String?
  /// Id of the aspect it belongs to.
  public var aspect: String?
  /// Not applicable on review.
  public var notOnReview: Bool

  public struct OwnTier: Sendable, Hashable {
    public var id: String
    public var name: Phrase
    public var test: Test
  }
}

/// The scored part of a tier's standard 评价指标.
public struct ScoreRules: Sendable, Hashable {
  /// The total that passes.
  public var pass: Int
  public var citation: Citation
  public var classes: [ClassRules]

  /// The points of all classes together.
  public var outOf: Int { classes.reduce(0) { $0 + $1.outOf } }
}

/// A class of indicators 一级指标.
public struct ClassRules: Sendable, Hashable {
  public var id: String
  public var name: Phrase
  public var citation: Citation
  public var outOf: Int
  /// Its own minimum, 0 where it has none.
  public var minimum: Int
  public var indicators: [IndicatorRules]
}

/// An indicator 二级指标.
public struct IndicatorRules: Sendable, Hashable {
  public var id: String
  public var name: Phrase
  public var citation: Citation
  public var outOf: Int
  public var scale: Scale
}
