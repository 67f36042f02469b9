/// A yearly notice of the ministry 年度通知 (Overlays §5).
public final class Circular: Sendable {
  /// `2025-190`.
  public let id: String
  /// The document as it is cited.
  public let document: Phrase
  /// The tier it is about.
  public let tier: Tier
  /// The first day of submission.
  public let from: Day
  /// The last day of submission, included.
  public let until: Day
  /// The day its source was last looked at.
  public let checked: Day
  /// What it changes, in its order; each has the days of the notice.
  public let values: [RuleValue]

  init(
    id: String, document: Phrase, tier: Tier, from: Day, until: Day, checked: Day, values: [RuleValue]
  ) {
    self.id = id
    self.document = document
    self.tier = tier
    self.from = from
    self.until = until
    self.checked = checked
    self.values = values
  }

  func applies(_ tier: Tier, _ submitted: Day) -> Bool {
    tier == self.tier && from <= submitted && submitted <= until
  }
}

/// A row of the table that says which edition a case goes by (Editions §1).
public final class EditionPeriod: Sendable {
  /// The tier it is about.
  public let tier: Tier
  /// New, review, or both.
  public let types: [ApplicationType]
  /// The first day of submission.
  public let from: Day
  /// Last day; `nil` while it lasts.
  public let until: Day?
  /// Id of the edition.
  public let edition: String
  /// Where it stands.
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
  /// The tier applied for.
  public var tier: Tier
  /// The day that no edition covers.
  public var submitted: Day
  /// The edition whose days are nearest, and the first of them.
  public var nearest: String
  /// The first day on which the nearest edition is in force.
  public var nearestFrom: Day
  /// The edition that was asked for by name, where one was and it has no such tier.
  public var asked: String?

  /// What is wrong, in a sentence; the place is not in it.
  public var message: Phrase {
    if let asked {
      return Phrase("版本 \(asked) 没有\(tier.name.zh)层级", "edition \(asked) has no tier \(tier.rawValue)")
    }
    return Phrase(
      "\(submitted) 没有适用的评价标准版本；最近的是 \(nearest)，自 \(nearestFrom) 起施行",
      "no edition is in force on \(submitted); the nearest is \(nearest), in force from \(nearestFrom)")
  }
}
