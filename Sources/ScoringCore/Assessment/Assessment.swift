/// What the rules say of one application: the result that `tidu score` prints.
///
/// The order of every list is that of the standard's tables.
public struct Assessment: Sendable, Hashable {
  /// The total of an edition that scores.
  public struct Score: Sendable, Hashable {
    /// Points reached, as an interval where facts are missing or contradict each other.
    public var points: Points
    /// The total that passes.
    public var pass: Int
    /// The most points there are.
    public var outOf: Int
  }
  /// A class of indicators 分类, as one part of the total.
  public struct Class: Sendable, Hashable {
    /// As in the tables of the standard: `mainGrowth`, `scoreOrRoute`.
    public var id: String
    /// Points reached, as an interval where facts are missing or contradict each other.
    public var points: Points
    /// The most points there are.
    public var outOf: Int
    /// The class's own minimum; `nil` where it has none.
    public var minimum: Int?
  }
  /// An indicator 指标 and its points.
  public struct Indicator: Sendable, Hashable {
    /// As in the tables of the standard: `mainGrowth`, `scoreOrRoute`.
    public var id: String
    /// Id of the class it belongs to.
    public var classID: String
    /// Points reached, as an interval where facts are missing or contradict each other.
    public var points: Points
    /// The most points there are.
    public var outOf: Int
    /// Sorted, distinct; empty when determined.
    public var reasons: [Reason]
  }
  /// How a condition came to its outcome: by its own test; set aside by its waiver, or met by a route in its place; or not
  /// applicable to this round.
  public enum Status: String, Sendable, Hashable {
    /// See `Status`.
    case tested, waived, replaced, notApplicable

    /// As officers call it.
    public var word: Phrase {
      switch self {
      case .tested: Phrase("已测", "tested")
      case .waived: Phrase("免除", "waived")
      case .replaced: Phrase("替代", "replaced")
      case .notApplicable: Phrase("不适用", "not applicable")
      }
    }
  }
  /// A basic requirement 基本条件.
  public struct Basic: Sendable, Hashable {
    /// As in the tables of the standard: `mainGrowth`, `scoreOrRoute`.
    public var id: String
    /// `undetermined` where what is stated does not settle it; never a guess.
    public var outcome: Outcome
  }
  /// A condition 认定条件.
  public struct Condition: Sendable, Hashable {
    /// As in the tables of the standard: `mainGrowth`, `scoreOrRoute`.
    public var id: String
    /// `undetermined` where what is stated does not settle it; never a guess.
    public var outcome: Outcome
    /// `tested` unless a waiver, a route or a notice stands in for the test.
    public var status: Status
  }
  /// A direct route 直通车.
  public struct Route: Sendable, Hashable {
    /// As in the tables of the standard: `mainGrowth`, `scoreOrRoute`.
    public var id: String
    /// `undetermined` where what is stated does not settle it; never a guess.
    public var outcome: Outcome
  }

  /// The application's `id`.
  public var caseID: String
  /// The tier it was judged for.
  public var tier: Tier
  /// New, or a review of a title held.
  public var type: ApplicationType
  /// Id of the edition it goes by.
  public var edition: String
  /// The authority whose overlay filled a slot of the scoring for this edition and tier.
  public var overlay: String?
  /// `undetermined` where what is stated does not settle it; never a guess.
  public var outcome: Outcome
  /// `nil` where the edition scores nothing.
  public var score: Score?
  /// Empty where the edition scores nothing.
  public var classes: [Class]
  /// Empty where the edition scores nothing.
  public var indicators: [Indicator]
  /// The province's own indicators, whose sum is the indicator `local`; empty where none are loaded.
  public var locals: [Indicator]
  /// The nine basic requirements.
  public var basics: [Basic]
  /// A notice's added condition comes last; on review `ownTier` stands in place of `lowerTier`.
  public var conditions: [Condition]
  /// Empty where the edition has none.
  public var routes: [Route]
}
