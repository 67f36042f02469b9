extension Tier {
  /// As officers call it, by the newest edition that has it; what goes by an edition of its own asks that one
  /// (`TierRules.name`).
  public var name: Phrase { Tier.names[rank] }

  /// By rank.
  private static let names: [Phrase] = allCases.map { tier in
    Standard.shared.editions.last { $0[tier] != nil }?[tier]?.name ?? Phrase(tier.rawValue, tier.rawValue)
  }
}
