import ScoringCore

/// Names of conditions, indicators, routes and basic requirements by the ids that summaries carry.
enum RuleNames {
  /// `condition.rd` of an edition and tier; the id itself where the rules know none.
  static func name(_ id: String, edition: String, tier: Tier, overlay: String?) -> Phrase {
    let overlay = overlay.flatMap(Standard.shared.overlay(authority:))
    if id == "indicator.local", let overlay { return overlay.name }
    if let name = names["\(edition) \(tier.rawValue) \(id)"] { return name }
    for value in overlay?.values ?? [] where value.edition == edition && value.tiers.contains(tier) {
      if case .adds(let condition) = value.effect, id == "condition.\(condition.id)" { return condition.name }
    }
    return Phrase(id, id)
  }

  /// Of an id in any edition, the newest first; the id itself where none has it.
  static func name(_ id: String) -> Phrase { tables.named[id] ?? Phrase(id, id) }

  /// Ids of what is called so: by name in either language, by id, or by the id's last part, in small letters. An id with
  /// its kind (`condition.x`) stands for itself: an office may have adopted rules with more.
  static func ids(_ word: String) -> [String] {
    if let known = tables.called[word] { return known }
    let kinds = ["basic.", "condition.", "indicator.", "route."]
    return kinds.contains { word.hasPrefix($0) && word.utf8.count > $0.utf8.count } ? [word] : []
  }

  /// Whether what `ids` gave for a word is an id as a row carries it.
  static func isSame(_ found: String, _ id: String) -> Bool {
    found == id || (found.utf8.count == id.utf8.count && found == id.lowercased())
  }

  private static let tables: (named: [String: Phrase], called: [String: [String]]) = {
    var named: [String: Phrase] = [:]
    var called: [String: [String]] = [:]
    // Keys end in the id; the oldest edition sorts first.
    for (key, name) in names.sorted(by: { $0.key < $1.key }) {
      guard let id = key.split(separator: " ").last.map(String.init) else { continue }
      named[id] = name
      let last = id.split(separator: ".").last.map(String.init) ?? id
      for word in Set([id.lowercased(), last.lowercased(), name.zh.lowercased(), name.en.lowercased()])
      where called[word]?.contains(id) != true {
        called[word, default: []].append(id)
      }
    }
    return (named, called.mapValues { $0.sorted() })
  }()

  private static let names: [String: Phrase] = {
    var names: [String: Phrase] = [:]
    for value in Standard.circulars.flatMap(\.values) {
      guard case .adds(let condition) = value.effect, let edition = value.edition else { continue }
      for tier in value.tiers { names["\(edition) \(tier.rawValue) condition.\(condition.id)"] = condition.name }
    }
    for edition in Standard.shared.editions {
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
