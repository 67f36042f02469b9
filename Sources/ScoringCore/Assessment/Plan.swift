/// What one application is judged by, worked out once: edition, tier, notices and the province's overlay.
struct Plan {
  let edition: Edition
  let rules: TierRules
  let tier: Tier
  let type: ApplicationType
  /// The authority's slot, where its overlay fills one here.
  let slot: Overlay.Slot?
  /// Authority key of that overlay.
  let overlay: String?
  let readings: Readings
  /// Parts of yearly notices that hold for the round.
  let circulars: [(notice: Circular, part: Circular.Part)]

  /// The total that passes.
  func pass(_ score: ScoreRules) -> Int { slot?.pass ?? score.pass }

  /// The notice that sets a condition aside.
  func setsAside(_ condition: String) -> (notice: Circular, part: Circular.Part)? {
    circulars.first { notice in
      if case .setsAside(condition) = notice.part.effect { true } else { false }
    }
  }
}

/// What is asked for instead of what the file says.
public struct AssessmentOptions: Sendable, Hashable {
  /// Another tier than the file's; it is then judged as a new application.
  public var tier: Tier?
  /// Another edition than the one in force.
  public var edition: String?

  /// What is left out is taken from the file and the day of submission.
  public init(tier: Tier? = nil, edition: String? = nil) {
    self.tier = tier
    self.edition = edition
  }
}

extension Standard {
  /// The plan for an application.
  ///
  /// - Throws: when no edition is in force, or the edition asked for has no such tier.
  func plan(_ application: Application, _ options: AssessmentOptions) throws(EditionError) -> Plan {
    let tier = options.tier ?? application.tier
    let type = tier == application.tier ? application.type : .new
    let submitted = application.submitted
    let id: String
    if let edition = options.edition {
      id = edition
    } else {
      id = try editionFor(tier: tier, type: type, submitted: submitted)
    }
    guard let edition = Standard.edition(id), let rules = edition[tier] else {
      throw EditionError(tier: tier, submitted: submitted, nearest: "2022-63", nearestFrom: submitted, asked: id)
    }
    let found = overlay(authority: application.authority)?.slot(edition: id, tier: tier, submitted: submitted)
    let slot = found.flatMap { $0.fills ? $0 : nil }
    var readings = Readings()
    for choice in slot?.readings ?? [] { _ = readings.set(choice.id, to: choice.key) }
    var circulars: [(notice: Circular, part: Circular.Part)] = []
    for notice in Embedded.circulars where notice.applies(tier, submitted) {
      for part in notice.parts where part.edition == id && part.types.contains(type) {
        circulars.append((notice, part))
      }
    }
    return Plan(
      edition: edition, rules: rules, tier: tier, type: type, slot: slot,
      overlay: slot == nil ? nil : application.authority, readings: readings, circulars: circulars)
  }
}
