/// A yearly notice of the ministry 年度通知.
public final class Notice: Sendable {
  public enum Effect: Sendable {
    /// One more condition, last in the list.
    case adds(Condition)
    /// Id of a condition that does not apply.
    case setsAside(String)
    /// The edition of the round.
    case goesBy(String)
  }
  public struct Part: Sendable {
    public var types: [ApplicationType]
    /// The edition whose conditions it changes; empty for `goesBy`.
    public var edition: String
    public var effect: Effect
    public var citation: Citation
  }
  /// `2025-190`.
  public let id: String
  public let document: Phrase
  public let tier: Tier
  /// Days of submission, both included.
  public let from: Day
  public let until: Day
  public let checked: Day
  public let parts: [Part]

  init(
    id: String, document: Phrase, tier: Tier, from: Day, until: Day, checked: Day, parts: [Part]
  ) {
    self.id = id
    self.document = document
    self.tier = tier
    self.from = from
    self.until = until
    self.checked = checked
    self.parts = parts
  }

  func applies(_ tier: Tier, _ submitted: Day) -> Bool {
    tier == self.tier && from <= submitted && submitted <= until
  }
}

/// A row of the table that says which edition a case goes by.
public final class EditionPeriod: Sendable {
  public let tier: Tier
  public let types: [ApplicationType]
  public let from: Day
  /// Last day; `nil` while it lasts.
  public let until: Day?
  public let edition: String
  public let citation: Citation

  init(
    tier: Tier, types: [ApplicationType], from: Day, until: Day?, edition: String, citation: Citation
  ) {
    self.tier = tier
    self.types = types
    self.from = from
    self.until = until
    self.edition = edition
    self.citation = citation
  }
}

/// No edition is in force for a tier, type and day 无适用版本.
public struct EditionError: Error, Sendable, Hashable {
  public var tier: Tier
  public var submitted: Day
  /// The edition whose days are nearest, and the first of them.
  public var nearest: String
  public var nearestFrom: Day
  /// The edition that was asked for by name, where one was and it has no such tier.
  public var asked: String?

  public var message: Phrase {
    if let asked {
      return Phrase("版本 \(asked) 没有\(tier.name.zh)层级", "edition \(asked) has no tier \(tier.rawValue)")
    }
    return Phrase(
      "\(submitted) 没有适用的评价标准版本；最近的是 \(nearest)，自 \(nearestFrom) 起施行",
      "no edition is in force on \(submitted); the nearest is \(nearest), in force from \(nearestFrom)")
  }
}
