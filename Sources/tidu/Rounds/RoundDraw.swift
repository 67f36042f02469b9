internal import CaseStore
internal import Casework
internal import ScoringCore
internal import StrictJSON

/// The draw of a round 抽查抽签 in its three steps – the plan, the seed, the officers – for command and console alike.
struct RoundDraw {
  let round: RoundFolder
  let today: Day

  /// The cases that await the draw, as a plan freezes them.
  func population(_ rule: SampleRule, tier: Tier? = nil, doubted: Set<CaseKey> = []) throws -> Draw {
    let lines = try round.cases(in: [.awaitingDraw], tier: tier).map { row in
      rule.line(of: try round.caseFile(row.key, today: today), isDoubted: doubted.contains(row.key))
    }
    guard !lines.isEmpty else {
      throw Complaint(.notPermitted, say("没有待抽签的案件", "no case awaits the draw"))
    }
    guard let draw = Draw(lines, rate: rule.rate, least: rule.least) else {
      throw Complaint(
        .usage, say("--rate 应在 0 到 10000 之间，--least 不能为负", "--rate is 0 to 10000, --least not negative"))
    }
    return draw
  }

  /// The rule of the office's settings.
  func rule(strata: [SampleRule.Stratum] = [.division, .tier], margin: Int? = nil) throws -> SampleRule {
    let settings = try settings
    return SampleRule(rate: settings.sampleRate, least: settings.sampleLeast, strata: strata, margin: margin)
  }

  func plan(_ draw: Draw, _ rule: SampleRule, seedSource: String) throws -> ActRequest {
    round.request(
      "planDraw", draw.population.map(\.json), as: "population",
      [
        .init("rule", rule.json), .init("seedSource", .string(seedSource)),
        .init("settings", .string(try settings.sha)),
      ])
  }

  /// The plan of this very list that nobody has drawn yet, where it is asked for again.
  func waiting(_ draw: Draw, seedSource: String) throws -> Event? {
    let sha = Store.hash(of: draw.file)
    let drawn = Set(try round.events("draw").compactMap { $0.body["of"]?.string })
    return try round.events("planDraw").last {
      $0.body["population"]?["sha"]?.string == sha && !drawn.contains($0.id)
        && $0.body["seedSource"]?.string == seedSource
    }
  }

  func draw(_ plan: FrozenPlan, seed: String) -> ActRequest {
    round.request(
      "draw", plan.draw.chosen(plan: plan.event.id, seed: seed).map(\.json),
      [.init("of", .string(plan.event.id)), .init("seed", .string(seed))])
  }

  /// The draw of this plan with this seed, where it was begun before.
  func begun(_ plan: FrozenPlan, seed: String) throws -> Event? {
    try round.events("draw").last {
      $0.body["of"]?.string == plan.event.id && $0.body["seed"]?.string == seed
    }
  }

  /// What each case of the plan is told: drawn, or not.
  func entry(_ plan: FrozenPlan, _ draw: Event, seed: String) -> (CaseKey) -> ActRequest {
    let drawn = Set(plan.draw.chosen(plan: plan.event.id, seed: seed).map(\.path))
    return { key in
      ActRequest(key.path, "sampled", ["draw": .string(draw.id), "drawn": .bool(drawn.contains(key.path))])
    }
  }

  /// Two officers, drawn by the same seed, for each case drawn that nobody is sent to yet.
  func visits(on day: Day) throws -> [ActRequest] {
    try round.events("draw").flatMap { event in
      try round.keys(of: event).compactMap { key in
        let file = try round.caseFile(key, today: today)
        guard let visit = file.fold.openVisits.first, file.fold.visitors(visit.id).isEmpty else { return nil }
        let officers = Draw.officers(
          file.visitCandidates, folder: key.path, plan: event.body["of"]?.string ?? "",
          seed: event.body["seed"]?.string ?? "")
        return ActRequest(
          key.path, "plan",
          [
            "day": .string(day.description), "drawn": .string(event.id),
            "officers": .array(officers.map { .string($0) }), "visit": .string(visit.id),
          ])
      }
    }
  }

  private var settings: OfficeSettings {
    get throws {
      try StoreAccess.told { () throws(StoreError) in
        try round.store.settings(round.authority, on: today).settings
      }
    }
  }
}
