package import ScoringCore

/// Who may do what, as one state of the registry says it.
package struct Rights: Sendable, Hashable {
  package struct Officer: Sendable, Hashable, Identifiable {
    package var id: String
    /// As entered, unsafe to draw before it is made safe.
    package var name: String
    /// The authority he belongs to; empty for the founder.
    package var authority: String
    package var isActive: Bool
  }

  /// A role held within a jurisdiction 管辖范围; an absent limit is none.
  package struct Grant: Sendable, Hashable {
    /// The event that gave it.
    package var event: String
    package var officer: String
    package var role: OfficerRole
    /// `*` is every authority.
    package var authority: String
    package var divisions: [String]?
    package var tiers: [Tier]?
    /// Paths of the only cases it is for.
    package var cases: [String]?

    /// Whether it covers a case; `whole` asks for the whole authority.
    package func covers(_ place: Jurisdiction, whole: Bool = false) -> Bool {
      guard authority == "*" || authority == place.authority else { return false }
      if let cases { return cases.contains(place.folder) }
      if let divisions {
        guard !whole, let division = place.division, divisions.contains(division) else { return false }
      }
      if let tiers { return place.tiers.allSatisfy(tiers.contains) }
      return true
    }
  }

  /// A document put in force 生效的文件: settings, calendar, letters or an overlay, by hash.
  package struct InForce: Sendable, Hashable {
    package var event: String
    package var authority: String
    package var what: String
    package var from: Day
    package var sha: String
  }

  package var officers: [String: Officer] = [:]
  /// Officer by public signing key.
  package var keys: [String: String] = [:]
  package var grants: [Grant] = []
  package var root: [String] = []
  package var threshold = 1
  package var settings: [InForce] = []

  /// Whether the officer holds one of the roles for this place.
  package func holds(
    _ officer: String, _ roles: [OfficerRole], in place: Jurisdiction, whole: Bool = false
  ) -> Bool {
    officers[officer]?.isActive == true
      && grants.contains {
        $0.officer == officer && roles.contains($0.role) && $0.covers(place, whole: whole)
      }
  }

  /// The same without the roles that these events gave.
  func without(_ events: Set<String>) -> Rights {
    guard !events.isEmpty else { return self }
    var rights = self
    rights.grants.removeAll { events.contains($0.event) }
    return rights
  }

  /// Whether he holds one of the roles anywhere.
  package func holdsAnywhere(_ officer: String, _ roles: [OfficerRole]) -> Bool {
    officers[officer]?.isActive == true
      && grants.contains { $0.officer == officer && roles.contains($0.role) }
  }

  /// Hash of the document of this sort in force for an authority on a day; `nil` where none is.
  package func inForce(_ what: String, authority: String, on day: Day) -> InForce? {
    settings.filter { $0.what == what && $0.authority == authority && $0.from <= day }
      .max { ($0.from, $0.event) < ($1.from, $1.event) }
  }
}

/// What a right must cover 管辖: the place of a case, a title or a round.
package struct Jurisdiction: Sendable, Hashable {
  package var folder: String
  package var authority: String
  package var division: String?
  /// One tier of a case or title; none where a folder is of no tier.
  package var tiers: [Tier]

  package init(folder: String, authority: String, division: String? = nil, tiers: [Tier] = []) {
    self.folder = folder
    self.authority = authority
    self.division = division
    self.tiers = tiers
  }
}
