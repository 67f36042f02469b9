/// Where a rule or a number stands: the document and the place in it 依据.
public struct Citation: Sendable, Hashable {
  /// Short name of the document, e.g. 工信部企业〔2022〕63号.
  public var document: Phrase
  /// The place in it as printed on a screen, e.g. 附件2 二(5); never a guessed article number.
  public var place: Phrase

  /// A place in a document, both as shown.
  public init(document: Phrase, place: Phrase) {
    self.document = document
    self.place = place
  }
}

/// The layer that supplied a number.
public enum Layer: Sendable, Hashable {
  /// Id of the edition: `2022-63`.
  case edition(String)
  /// Id of the notice: `2025-190`.
  case notice(String)
  /// Authority key.
  case province(String)
}

/// A unit of measure; a quantity is never shown without it.
public enum Unit: String, Sendable, Hashable {
  /// Percent.
  case percent
  /// 万元; the quantity's value is in 万元.
  case money
  /// Full years, heads, items, points of a score, a level, a rank (1 is the best), points of the platform, no unit.
  case years, people, items, points, level, rank, score, none
}

/// An exact rational number with its unit. Never a binary float.
public struct Quantity: Sendable, Hashable {
  /// Any sign.
  public var numerator: Int128
  /// Above zero.
  public var denominator: Int128
  /// What the number counts.
  public var unit: Unit

  /// The denominator is above zero.
  public init(_ numerator: Int128, over denominator: Int128 = 1, _ unit: Unit) {
    self.numerator = numerator
    self.denominator = denominator
    self.unit = unit
  }
}

/// How far a value is from the next better band, and how much it may lose before it falls.
public struct Distance: Sendable, Hashable {
  /// Gap to the next better band in the indicator's own unit; `nil` in the best band or where no number applies.
  public var gap: Quantity?
  /// Points gained there (0 for a plain condition).
  public var gain: Int
  /// What may be lost before the band is lost; `nil` in the worst band.
  public var margin: Quantity?
  /// In words where the step is no number (e.g. "实际成效").
  public var step: Phrase?
}

/// One fact as an explanation used it.
public struct FactUsed: Sendable, Hashable {
  /// Stated in the file, verified by an officer, or not stated.
  public enum Source: String, Sendable, Hashable { case declared, verified, notStated }
  /// `facts.revenue.2024`.
  public var path: String
  /// As officers call it.
  public var name: Phrase
  /// The value as shown, exact, with its unit; empty when not stated.
  public var value: Phrase
  /// Where the value comes from.
  public var source: Source
}

/// A comparison as it was made: the measured value against a bound.
public struct Comparison: Sendable, Hashable {
  /// How a measured value is held against its bound; the bound is included.
  public enum Relation: String, Sendable, Hashable { case atLeast = "≥", atMost = "≤", equals = "=" }
  /// `nil` where it could not be worked out.
  public var measured: Quantity?
  /// Which way it is compared.
  public var relation: Relation
  /// The bound, in the unit of the measured value.
  public var bound: Quantity
  /// `undetermined` where what is stated does not settle it; `nil` for what is only scored.
  public var outcome: Outcome
  /// Which layer supplied the bound: edition, notice or province.
  public var layer: Layer
}

/// A node of the explanation: made by the same evaluation that decides, never by a second one.
public struct Explanation: Sendable, Hashable {
  /// What a node stands for; a part is one test inside another.
  public enum Kind: String, Sendable, Hashable {
    /// The whole, its groups and their members, from the outside in.
    case application, basics, basic, conditions, condition, score, `class`, indicator, routes, route, part
  }
  /// What the node stands for.
  public var kind: Kind
  /// `basic.sme`, `indicator.mainGrowth`, `condition.rd`, `route.equity`; parts append `.1` ….
  public var id: String
  /// As officers call it.
  public var name: Phrase
  /// Where the rule stands; `nil` for groups.
  public var citation: Citation?
  /// `undetermined` where what is stated does not settle it; `nil` for what is only scored.
  public var outcome: Outcome?
  /// Of conditions alone.
  public var status: Assessment.Status?
  /// Of what is scored; an interval where it is open.
  public var points: Points?
  /// The most points there are; of what is scored.
  public var outOf: Int?
  /// The measured value, where one number says it.
  public var value: Quantity?
  /// The value in words where it is no number (IP grade "B", "服务龙头").
  public var valueText: Phrase?
  /// Index of the band reached (0 worst) and the number of bands, for the bar.
  public var band: Int?
  /// How many bands the scale has; `nil` without bands.
  public var bands: Int?
  /// The comparisons made, in the order of the rule.
  public var comparisons: [Comparison]
  /// The facts used, stated or not.
  public var facts: [FactUsed]
  /// Why it is open; sorted, distinct, empty when determined.
  public var reasons: [Reason]
  /// Which layer supplied the bound: edition, notice or province.
  public var layer: Layer?
  /// Interpretations the result touches: "I-2".
  public var interpretations: [String]
  /// To the next better band; `nil` where there is nothing to gain or no step to name.
  public var distance: Distance?
  /// True where a change of this node alone could change its parent's result, or where it made it.
  public var decides: Bool
  /// True where any one of the children is enough.
  public var isAnyOf: Bool
  /// In the standard's order; use `decidingFirst` to show.
  public var children: [Explanation]

  init(_ kind: Kind, id: String, _ name: Phrase, citation: Citation? = nil, layer: Layer? = nil) {
    self.kind = kind
    self.id = id
    self.name = name
    self.citation = citation
    self.layer = layer
    comparisons = []
    facts = []
    reasons = []
    interpretations = []
    decides = false
    isAnyOf = false
    children = []
  }
}
