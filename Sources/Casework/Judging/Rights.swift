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

    package init(id: String, name: String, authority: String, isActive: Bool) {
      self.id = id
      self.name = name
      self.authority = authority
      self.isActive = isActive
    }
  }

  /// A role held within a jurisdiction 管辖范围.
  package struct Grant: Sendable, Hashable {
    /// The event that gave it.
    package var event: String
    package var officer: String
    package var role: OfficerRole
    package var scope: Scope

    /// Whether it covers a case; `whole` asks for the whole authority.
    package func covers(_ place: Jurisdiction, whole: Bool = false) -> Bool {
      guard scope.authority == Scope.everywhere || scope.authority == place.authority else { return false }
      if let cases = scope.cases { return cases.contains(place.folder) }
      if let divisions = scope.divisions {
        guard !whole, let division = place.division, divisions.contains(division) else { return false }
      }
      if let tiers = scope.tiers { return place.tiers.allSatisfy(tiers.contains) }
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

    package init(event: String, authority: String, what: String, from: Day, sha: String) {
      self.event = event
      self.authority = authority
      self.what = what
      self.from = from
      self.sha = sha
    }
  }

  package var officers: [String: Officer] = [:]
  /// Officer by public signing key.
  package var keys: [String: String] = [:]
  package var root: [String] = []
  package var threshold = 1
  package var settings: [InForce] = []
  /// Roles by officer.
  private var held: [String: [Grant]] = [:]
  /// Officers who were ever given a key.
  var keyed: Set<String> = []
  /// Keys that were ever given to somebody.
  private var known: Set<String> = []
  /// Events that gave something on one supervisor's word because there was nobody else (Casework §6.4).
  package var byOne: Set<String> = []

  /// Every role, by officer and role.
  package var grants: [Grant] {
    held.values.joined().sorted {
      ($0.officer, $0.role.rawValue, $0.event) < ($1.officer, $1.role.rawValue, $1.event)
    }
  }

  /// Roles of an officer.
  package func grants(of officer: String) -> [Grant] { held[officer] ?? [] }

  mutating func give(key sign: String, to officer: String) {
    keys[sign] = officer
    keyed.insert(officer)
    known.insert(sign)
  }

  /// Whether a key was ever given to somebody, whatever became of it.
  func knows(_ key: String) -> Bool { known.contains(key) }

  package mutating func give(_ grant: Grant) { held[grant.officer, default: []].append(grant) }

  /// Takes back the roles that an event gave.
  mutating func takeRoles(of event: String, from officer: String) { held[officer]?.removeAll { $0.event == event } }

  /// Whether the officer holds one of the roles for this place.
  package func holds(
    _ officer: String, _ roles: [OfficerRole], in place: Jurisdiction, whole: Bool = false
  ) -> Bool {
    isInOffice(officer)
      && grants(of: officer).contains { roles.contains($0.role) && $0.covers(place, whole: whole) }
  }

  /// The same without the roles that these events gave.
  func without(_ events: Set<String>) -> Rights {
    guard !events.isEmpty else { return self }
    var rights = self
    for officer in held.keys { rights.held[officer]?.removeAll { events.contains($0.event) } }
    return rights
  }

  /// Whether he holds one of the roles anywhere.
  package func holdsAnywhere(_ officer: String, _ roles: [OfficerRole]) -> Bool {
    isInOffice(officer) && grants(of: officer).contains { roles.contains($0.role) }
  }

  package func isInOffice(_ officer: String) -> Bool { officers[officer]?.isActive == true }

  /// Whether he is a supervisor in office whose jurisdiction covers all of this.
  package func covers(_ officer: String, _ scopes: [Scope]) -> Bool {
    isInOffice(officer)
      && scopes.allSatisfy { scope in
        grants(of: officer).contains { $0.role == .supervisor && $0.scope.covers(scope) }
      }
  }

  /// Supervisors in office, by id.
  package var supervisors: [String] {
    held.filter { $0.value.contains { $0.role == .supervisor } }.keys.filter(isInOffice).sorted()
  }

  /// Hash of the document of this sort in force for an authority on a day; `nil` where none is.
  package func inForce(_ what: String, authority: String, on day: Day) -> InForce? {
    settings.filter { $0.what == what && $0.authority == authority && $0.from <= day }
      .max { ($0.from, $0.event) < ($1.from, $1.event) }
  }
}

/// How far a role reaches 管辖范围; an absent limit is none.
package struct Scope: Sendable, Hashable {
  /// Every authority.
  package static let everywhere = "*"

  /// A code, `*` for every authority; empty for that of the founder, whom only `*` covers.
  package var authority: String
  package var divisions: [String]?
  package var tiers: [Tier]?
  /// Paths of the only cases it is for.
  package var cases: [String]?

  package init(
    authority: String, divisions: [String]? = nil, tiers: [Tier]? = nil, cases: [String]? = nil
  ) {
    self.authority = authority
    self.divisions = divisions
    self.tiers = tiers
    self.cases = cases
  }

  /// Whether whoever holds this reaches all of another scope.
  package func covers(_ other: Scope) -> Bool {
    func reaches<T: Hashable>(_ limit: [T]?, _ wanted: [T]?) -> Bool {
      guard let limit else { return true }
      return wanted.map { Set($0).isSubset(of: limit) } ?? false
    }
    return (authority == Scope.everywhere || (authority == other.authority && !authority.isEmpty))
      && reaches(divisions, other.divisions) && reaches(tiers, other.tiers) && reaches(cases, other.cases)
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
