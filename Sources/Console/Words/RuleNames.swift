import ScoringCore

/// Names of conditions, indicators, routes and basic requirements by the ids that summaries carry.
enum RuleNames {
  /// `condition.rd` of an edition and tier; the id itself where the rules know none.
  static func name(_ id: String, edition: String, tier: Tier, overlay: String?) -> Phrase {
    let overlay = overlay.flatMap(Standard.shared.overlay(authority:))
    if id == "indicator.local", let overlay { return overlay.name }
    if let name = names["\(edition) \(tier.rawValue) \(id)"] { return name }
    let values = Standard.circulars.flatMap(\.values) + (overlay?.values ?? [])
    for value in values where value.edition == edition && value.tiers.contains(tier) {
      if case .adds(let condition) = value.effect, id == "condition.\(condition.id)" { return condition.name }
    }
    return Phrase(id, id)
  }

  private static let names: [String: Phrase] = {
    var names: [String: Phrase] = [:]
    for edition in Standard.editions {
      for tier in Tier.allCases {
        guard let rules = edition[tier] else { continue }
        func add(_ id: String, _ name: Phrase) {
          names["\(edition.id) \(tier.rawValue) \(id)"] = name
        }
        for basic in edition.basics { add("basic.\(basic.id)", basic.name) }
        for condition in rules.conditions {
          add("condition.\(condition.id)", condition.name)
          if let own = condition.own { add("condition.\(own.id)", own.name) }
        }
        for route in rules.routes { add("route.\(route.id)", route.name) }
        for indicator in rules.score?.classes.flatMap(\.indicators) ?? [] {
          add("indicator.\(indicator.id)", indicator.name)
        }
      }
    }
    return names
  }()
}
