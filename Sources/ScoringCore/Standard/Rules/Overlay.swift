/// What a province fills into the slots that an edition declares 地方细则, and nothing else (Overlays §1).
public struct Overlay: Sendable, Hashable {
  /// Key of the authority it belongs to.
  public var authority: String
  /// As officers call it.
  public var name: Phrase
  /// The document as it is cited.
  public var document: Phrase
  /// First day in force.
  public var from: Day
  /// Last day in force; `nil` while the edition lasts.
  public var until: Day?
  /// The day its source was last looked at.
  public var checked: Day
  /// One for each edition and tier it says something of.
  public var slots: [Slot]
  /// How it counts public notices; `nil` where it says nothing.
  public var notice: PublicNoticeRule?

  /// What it fills for one tier of one edition.
  public struct Slot: Sendable, Hashable {
    /// Id of the edition it is about.
    public var edition: String
    /// The tier it is about.
    public var tier: Tier
    /// Pass line of the score.
    public var pass: Int?
    /// Where the pass line stands.
    public var citation: Citation?
    /// `nil` where it says nothing of local indicators or declares them not loaded.
    public var local: LocalRules?
    /// Interpretation id to reading, in the order of the file.
    public var readings: [ReadingChoice]

    /// Whether it fills anything: a slot declared and left empty does not.
    var fills: Bool { pass != nil || local != nil || !readings.isEmpty }
  }

  /// The reading a province sets for one interpretation.
  public struct ReadingChoice: Sendable, Hashable {
    /// As in the tables of the standard: `mainGrowth`, `rd`.
    public var id: String
    /// As an application states it.
    public var key: String
  }

  /// The slot for an edition and tier on a day of submission.
  func slot(edition: String, tier: Tier, submitted: Day) -> Slot? {
    guard from <= submitted, until.map({ submitted <= $0 }) ?? true else { return nil }
    return slots.first { $0.edition == edition && $0.tier == tier }
  }
}

/// How an authority counts its public notices 公示.
public struct PublicNoticeRule: Sendable, Hashable {
  /// Days, at least 1.
  public var length: Int
  /// Working days or calendar days.
  public var kind: DayKind
  /// The day of publication counts as the first.
  public var firstCounted: Bool
  /// True where no source says it.
  public var assumed: Bool
  /// Cities publish in the authority's place.
  public var byCities: Bool
  /// Where it stands.
  public var citation: Citation
}

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
