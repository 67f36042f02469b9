/// A province's own indicators 地方特色指标, 15 points in all.
public struct LocalRules: Sendable, Hashable {
  /// The points of all local indicators together.
  public static let total = 15

  /// In the order of the overlay; their points add up to `total`.
  public var indicators: [Indicator]

  /// One of the province's own indicators.
  public struct Indicator: Sendable, Hashable {
    /// As in the tables of the standard: `mainGrowth`, `rd`.
    public var id: String
    /// As officers call it.
    public var name: Phrase
    /// Where it stands.
    public var citation: Citation
    /// The most points it gives.
    public var outOf: Int
    /// The fact it asks for.
    public var fact: LocalFact
    /// For a choice: points of each of the fact's choices, in their order. For a set: points of each member.
    public var points: [Int]
  }
}

/// A fact under `local` that an overlay declares.
public struct LocalFact: Sendable, Hashable {
  /// An answer that may be given.
  public struct Choice: Sendable, Hashable {
    /// As an application states it.
    public var key: String
    /// As officers call it.
    public var name: Phrase
    /// True where no source says its points.
    public var assumed: Bool
  }
  /// The key under `local`.
  public var key: String
  /// As officers call it.
  public var name: Phrase
  /// In the order of the overlay.
  public var choices: [Choice]
  /// A set takes an array of distinct keys, a choice one key.
  public var isSet: Bool
}
