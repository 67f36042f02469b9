/// One edition of the Measures 管理办法 with everything it says about the tiers.
public final class Edition: Sendable {
  /// `2022-63`, `2026-2`.
  public let id: String
  public let name: Phrase
  public let document: Phrase
  public let counting: IPCounting
  public let basics: [Requirement]
  /// By rank of the tier.
  let tiers: [TierRules?]

  init(
    id: String, name: Phrase, document: Phrase, counting: IPCounting, basics: [Requirement],
    tiers: [TierRules?]
  ) {
    self.id = id
    self.name = name
    self.document = document
    self.counting = counting
    self.basics = basics
    self.tiers = tiers
  }

  /// What it asks of a tier; `nil` where it has no such tier.
  public subscript(tier: Tier) -> TierRules? { tiers[tier.rank] }
}

/// A basic requirement 基本条件 or a route 直通车.
public final class Requirement: Sendable {
  public let id: String
  public let name: Phrase
  public let citation: Citation
  public let test: Test

  init(
    id: String, name: Phrase, citation: Citation, test: Test
  ) {
    self.id = id
    self.name = name
    self.citation = citation
    self.test = test
  }
}

/// What an edition asks of one tier.
public final class TierRules: Sendable {
  public let citation: Citation
  /// In the order of the standard's table.
  public let conditions: [Condition]
  /// `nil` where the edition scores nothing.
  public let score: ScoreRules?
  public let routes: [Requirement]
  /// The six aspects 专精特新链品 of the little giant, in order; empty elsewhere.
  public let aspects: [Aspect]
  /// Interpretations that its outcome may depend on.
  public let interpretations: Set<String>

  init(
    citation: Citation, conditions: [Condition], score: ScoreRules?, routes: [Requirement], aspects: [Aspect],
    interpretations: Set<String>
  ) {
    self.citation = citation
    self.conditions = conditions
    self.score = score
    self.routes = routes
    self.aspects = aspects
    self.interpretations = interpretations
  }
}

/// An aspect of the little giant, which groups conditions.
public struct Aspect: Sendable, Hashable {
  public var id: String
  public var name: Phrase
  public var citation: Citation
}

/// A condition 认定条件.
public final class Condition: Sendable {
  public let id: String
  public let name: Phrase
  public let citation: Citation
  public let test: Test
  /// What is asked on review in place of `test`.
  public let reviewTest: Test?
  /// The condition that a review asks for in its place (I-6).
  public let own: OwnTier?
  /// Stands in for the condition, which then shows as waived.
  public let waiver: Test?
  /// Id of the route that stands in for the condition, which then shows as replaced.
  public let route: String?
  /// Id of the aspect it belongs to.
  public let aspect: String?
  /// Not applicable on review.
  public let notOnReview: Bool

  init(
    id: String, name: Phrase, citation: Citation, test: Test, reviewTest: Test?, own: OwnTier?, waiver: Test?,
    route: String?, aspect: String?, notOnReview: Bool
  ) {
    self.id = id
    self.name = name
    self.citation = citation
    self.test = test
    self.reviewTest = reviewTest
    self.own = own
    self.waiver = waiver
    self.route = route
    self.aspect = aspect
    self.notOnReview = notOnReview
  }

  public struct OwnTier: Sendable, Hashable {
    public var id: String
    public var name: Phrase
    public var test: Test
  }
}

/// The scored part of a tier's standard 评价指标.
public struct ScoreRules: Sendable {
  /// The total that passes.
  public var pass: Int
  public var citation: Citation
  public var classes: [ClassRules]

  /// The points of all classes together.
  public var outOf: Int { classes.reduce(0) { $0 + $1.outOf } }
}

/// A class of indicators 一级指标.
public final class ClassRules: Sendable {
  public let id: String
  public let name: Phrase
  public let citation: Citation
  public let outOf: Int
  /// Its own minimum, 0 where it has none.
  public let minimum: Int
  public let indicators: [IndicatorRules]

  init(
    id: String, name: Phrase, citation: Citation, outOf: Int, minimum: Int, indicators: [IndicatorRules]
  ) {
    self.id = id
    self.name = name
    self.citation = citation
    self.outOf = outOf
    self.minimum = minimum
    self.indicators = indicators
  }
}

/// An indicator 二级指标.
public final class IndicatorRules: Sendable {
  public let id: String
  public let name: Phrase
  public let citation: Citation
  public let outOf: Int
  public let scale: Scale

  init(
    id: String, name: Phrase, citation: Citation, outOf: Int, scale: Scale
  ) {
    self.id = id
    self.name = name
    self.citation = citation
    self.outOf = outOf
    self.scale = scale
  }
}
