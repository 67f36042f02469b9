/// A yearly notice of the ministry 年度通知.
public struct Notice: Sendable, Hashable {
  public enum Effect: Sendable, Hashable {
    /// One more condition, last in the list.
    case adds(Condition)
    /// Id of a condition that does not apply.
    case setsAside(String)
    /// The edition of the round.
    case goesBy(String)
  }
  public struct Part: Sendable, Hashable {
    public var types: [ApplicationType]
    /// The edition whose conditions it changes; empty for `goesBy`.
    public var edition: String
    public var effect: Effect
    public var citation: Citation
  }
  /// `2025-190`.
  public var id: String
  public var document: Phrase
  public var tier: Tier
  /// Days of submission, both included.
  public var from: Day
  public var until: Day
  public var checked: Day
  public var parts: [Part]

  func applies(_ tier: Tier, _ submitted: Day) -> Bool {
    tier == self.tier && from <= submitted && submitted <= until
  }
}

/// A row of the table that says which edition a case goes by.
public struct EditionPeriod: Sendable, Hashable {
  public var tier: Tier
  public var types: [ApplicationType]
  public var from: Day
  /// Last day; `nil` while it lasts.
  public var until: Day?
  public var edition: String
  public var citation: Citation
}

/// No edition is in force for a tier, type and day 无适用版本.
public struct EditionError: Error, Sendable, Hashable {
  public var tier: Tier
  public var submitted: Day
  /// The edition whose days are nearest, and the first of them.
  public var nearest: String
  public var nearestFrom: Day

  public var message: Phrase {
    Phrase(
      "\(submitted) 没有适用的评价标准版本；最近的是 \(nearest)，自 \(nearestFrom) 起施行",
      "no edition is in force on \(submitted); the nearest is \(nearest), in force from \(nearestFrom)")
  }
}
