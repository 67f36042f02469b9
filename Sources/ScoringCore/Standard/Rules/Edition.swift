/// One edition of the Measures 管理办法 with everything it says about the tiers.
public final class Edition: Sendable {
  /// Year and number of its document.
  public let id: String
  /// As officers call it.
  public let name: Phrase
  /// The same in a word, for columns and filters.
  public let short: Phrase
  /// The document as it is cited.
  public let document: Phrase
  /// Which items of intellectual property count.
  public let counting: IPCounting
  /// 基本条件 of every tier, in the order of the standard.
  public let basics: [Requirement]
  /// What becomes of a title once it is given.
  public let titles: TitleTerms
  /// By rank of the tier.
  let tiers: [TierRules?]

  init(
    id: String, name: Phrase, short: Phrase, document: Phrase, counting: IPCounting, basics: [Requirement],
    titles: TitleTerms, tiers: [TierRules?]
  ) {
    self.id = id
    self.name = name
    self.short = short
    self.document = document
    self.counting = counting
    self.basics = basics
    self.titles = titles
    self.tiers = tiers
  }

  /// What it asks of a tier; `nil` where it has no such tier.
  public subscript(tier: Tier) -> TierRules? { tiers[tier.rank] }
}

/// A basic requirement 基本条件 or a route 直通车.
public final class Requirement: Sendable {
  /// As in the tables of the standard: `mainGrowth`, `rd`.
  public let id: String
  /// As officers call it.
  public let name: Phrase
  /// Where it stands.
  public let citation: Citation
  /// What it asks.
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
  /// The tier as officers call it: `创新型`.
  public let name: Phrase
  /// The title in full, as papers print it: `创新型中小企业`.
  public let title: Phrase
  /// Where it stands.
  public let citation: Citation
  /// In the order of the standard's table.
  public let conditions: [Condition]
  /// `nil` where the edition scores nothing.
  public let score: ScoreRules?
  /// 直通车: any one that is met stands for the score, or for the conditions that name it.
  public let routes: [Requirement]
  /// The six aspects 专精特新链品 of the little giant, in order; empty elsewhere.
  public let aspects: [Aspect]
  /// Which papers it asks for, and when; the others it does not.
  public let materials: [MaterialItem: MaterialNeed]
  /// Interpretations that its outcome may depend on.
  public let interpretations: Set<String>

  init(
    name: Phrase, title: Phrase, citation: Citation, conditions: [Condition], score: ScoreRules?,
    routes: [Requirement], aspects: [Aspect], materials: [MaterialItem: MaterialNeed], interpretations: Set<String>
  ) {
    self.name = name
    self.title = title
    self.citation = citation
    self.conditions = conditions
    self.score = score
    self.routes = routes
    self.aspects = aspects
    self.materials = materials
    self.interpretations = interpretations
  }
}

/// An aspect of the little giant, which groups conditions.
public struct Aspect: Sendable, Hashable {
  /// As in the tables of the standard: `mainGrowth`, `rd`.
  public var id: String
  /// As officers call it.
  public var name: Phrase
  /// Where it stands.
  public var citation: Citation
}

/// A condition 认定条件.
public final class Condition: Sendable {
  /// As in the tables of the standard: `mainGrowth`, `rd`.
  public let id: String
  /// As officers call it.
  public let name: Phrase
  /// Where it stands.
  public let citation: Citation
  /// What it asks.
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

  /// The condition that takes another's place on review.
  public struct OwnTier: Sendable, Hashable {
    /// As in the tables of the standard: `mainGrowth`, `rd`.
    public var id: String
    /// As officers call it.
    public var name: Phrase
    /// What it asks.
    public var test: Test
  }
}

/// The scored part of a tier's standard 评价指标.
public struct ScoreRules: Sendable {
  /// The total that passes.
  public var pass: Int
  /// Where it stands.
  public var citation: Citation
  /// In the order of the standard's table.
  public var classes: [ClassRules]

  /// The points of all classes together.
  public var outOf: Int { classes.reduce(0) { $0 + $1.outOf } }
}

/// A class of indicators 一级指标.
public final class ClassRules: Sendable {
  /// As in the tables of the standard: `mainGrowth`, `rd`.
  public let id: String
  /// As officers call it.
  public let name: Phrase
  /// Where it stands.
  public let citation: Citation
  /// The most points it gives.
  public let outOf: Int
  /// Its own minimum; `nil` where it has none.
  public let minimum: Int?
  /// In the order of the standard's table.
  public let indicators: [IndicatorRules]

  init(
    id: String, name: Phrase, citation: Citation, outOf: Int, minimum: Int?, indicators: [IndicatorRules]
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
  /// As in the tables of the standard: `mainGrowth`, `rd`.
  public let id: String
  /// As officers call it.
  public let name: Phrase
  /// Where it stands.
  public let citation: Citation
  /// The most points it gives.
  public let outOf: Int
  /// How facts become points.
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

/// Which items of intellectual property count 计入 (Measures §5.1).
public enum IPCounting: String, Sendable, Hashable, CaseIterable {
  /// 63号: a transferred item a year after its transfer, a utility model or design more than two years after its grant.
  case transferYear
  /// 2号: a class-I item that is original, with the enterprise among its first three owners.
  case originalRankThree
}
