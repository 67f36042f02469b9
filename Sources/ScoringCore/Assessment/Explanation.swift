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
  /// What is asked, in words; of what is tested.
  public var asked: Phrase?
  /// What was stated of it, and which part of it fails or does not count; of what is tested.
  public var found: Phrase?
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
  /// In the standard's order.
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
