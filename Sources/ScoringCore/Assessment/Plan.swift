/// What one application is judged by, worked out once: edition, tier, and what the province and yearly notices fill in.
struct Plan {
  let edition: Edition
  let rules: TierRules
  let tier: Tier
  let type: ApplicationType
  /// Authority key of the overlay that fills a slot here.
  let overlay: String?
  let readings: Readings
  /// What holds for the application: the values of the province, then those of yearly notices.
  let values: [RuleValue]

  /// The total that passes, and the value that sets it where the province does.
  func pass(_ score: ScoreRules) -> (points: Int, value: RuleValue?) {
    for value in values {
      if case .passLine(let points) = value.effect { return (points, value) }
    }
    return (score.pass, nil)
  }

  /// The province's own indicators; `nil` where none are known.
  var local: LocalRules? {
    for value in values {
      if case .local(let rules) = value.effect { return rules }
    }
    return nil
  }

  /// The value that waives a condition.
  func waiver(of condition: String) -> RuleValue? {
    values.first { value in
      if case .waives(condition) = value.effect { true } else { false }
    }
  }

  /// The value that sets a condition aside.
  func setsAside(_ condition: String) -> RuleValue? {
    values.first { value in
      if case .setsAside(condition) = value.effect { true } else { false }
    }
  }

  /// The level of an R&D institution that counts as a higher one for a route.
  func lift(_ route: String) -> InstitutionLift? {
    for value in values {
      if case .lifts(let level, let higher, route) = value.effect {
        return InstitutionLift(level: level, to: higher, by: value)
      }
    }
    return nil
  }
}

/// What is asked for instead of what the file says.
public struct AssessmentOptions: Sendable, Hashable {
  /// Another tier than the file's; it is then judged as a new application.
  public var tier: Tier?
  /// Another edition than the one in force.
  public var edition: String?
  /// Paths of facts whose required paper was found missing: `facts.revenue.2024`, `facts.titles`. They do not count where
  /// the province takes I-7 so.
  public var unevidenced: Set<String>

  /// What is left out is taken from the file and the day of submission.
  public init(tier: Tier? = nil, edition: String? = nil, unevidenced: Set<String> = []) {
    self.tier = tier
    self.edition = edition
    self.unevidenced = unevidenced
  }
}

extension Standard {
  /// The plan for an application.
  ///
  /// - Parameter trying: an unconfirmed value that is taken as if it were confirmed.
  /// - Throws: when no edition is in force, or the edition asked for has no such tier.
  func plan(
    _ application: Application, _ options: AssessmentOptions, trying: RuleValue? = nil
  ) throws(EditionError) -> Plan {
    let tier = options.tier ?? application.tier
    let type = tier == application.tier ? application.type : .new
    let submitted = application.submitted
    let id: String
    if let edition = options.edition {
      id = edition
    } else {
      id = try editionFor(tier: tier, type: type, submitted: submitted)
    }
    guard let edition = edition(id), let rules = edition[tier] else {
      throw EditionError(tier: tier, submitted: submitted, nearest: id, nearestFrom: submitted, asked: id)
    }
    var values = self.values(of: .confirmed, application, edition: id, tier: tier, type: type)
    if let trying { values.append(trying) }
    var readings = Readings()
    var overlay: String?
    for value in values {
      if case .reading(let id, let key) = value.effect { _ = readings.set(id, to: key) }
      if case .province = value.layer { overlay = application.authority }
    }
    return Plan(
      edition: edition, rules: rules, tier: tier, type: type, overlay: overlay, readings: readings, values: values)
  }

  /// What the province and then the yearly notices say of an application's scoring, of one standing.
  func values(
    of standing: RuleValue.Standing, _ application: Application, edition: String, tier: Tier, type: ApplicationType
  ) -> [RuleValue] {
    var values: [RuleValue] = []
    func add(_ value: RuleValue) {
      if value.applies(
        edition: edition, tier: tier, type: type, batch: application.batch, submitted: application.submitted)
      {
        values.append(value)
      }
    }
    if let overlay = overlay(authority: application.authority) {
      for value in (standing == .confirmed ? overlay.deciding : overlay.open)[tier.rank] { add(value) }
    }
    for notice in Embedded.circulars where notice.applies(tier, application.submitted) {
      for value in notice.values where value.standing == standing && value.scores { add(value) }
    }
    return values
  }
}
