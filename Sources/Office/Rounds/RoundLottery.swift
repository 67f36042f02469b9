internal import CaseStore
package import Casework
package import ScoringCore
internal import StrictJSON

/// The draw of a round 抽查抽签 in its three steps – the plan, the seed, the officers – for command and console alike.
package struct RoundLottery: Sendable {
  /// Whose draw it is.
  package let round: RoundFolder
  /// The day of the step.
  package let today: Day

  /// The draw of a round, on a day.
  package init(round: RoundFolder, today: Day) {
    self.round = round
    self.today = today
  }

  // MARK: The plan

  /// The cases that await the draw, as a plan freezes them; what an earlier draw has drawn and its case was not told yet
  /// is left out.
  package func population(
    _ rule: SampleRule, tier: Tier? = nil, doubted: Set<CaseKey> = []
  ) throws(OfficeError) -> Lottery {
    let drawn = try drawn
    var lines: [Lottery.Line] = []
    for row in try round.cases(in: [.awaitingDraw], tier: tier, today: today) {
      let file = try round.caseFile(row.key, today: today)
      guard (drawn[row.key.path] ?? []).allSatisfy({ file.has(.drawResult, "draw", $0) }) else { continue }
      lines.append(rule.line(of: file, isDoubted: doubted.contains(row.key)))
    }
    guard !lines.isEmpty else { throw .nothingToDrawFrom }
    guard let draw = Lottery(lines, rate: rule.rate, minimum: rule.minimum) else {
      throw .sampleRule(rate: rule.rate, minimum: rule.minimum)
    }
    return draw
  }

  /// Draws of the round by the path of each case that they drew.
  private var drawn: [String: [String]] {
    get throws(OfficeError) {
      var drawn: [String: [String]] = [:]
      for draw in try round.events(.draw) {
        for key in try round.keys(of: draw) { drawn[key.path, default: []].append(draw.id) }
      }
      return drawn
    }
  }

  /// The rule of the office's settings.
  package func rule(
    strata: [SampleRule.Stratum] = [.division, .tier], margin: Int? = nil
  ) throws(OfficeError) -> SampleRule {
    let settings = try settings
    return SampleRule(rate: settings.sampleRate, minimum: settings.sampleMinimum, strata: strata, margin: margin)
  }

  /// The act that freezes a population.
  package func plan(_ draw: Lottery, _ rule: SampleRule, seedSource: String) throws(OfficeError) -> ActRequest {
    round.request(
      .planDraw, draw.population.map(\.json), as: "population",
      [
        .init("rule", rule.json), .init("seedSource", .string(seedSource)),
        .init("settings", .string(try settings.sha)),
      ])
  }

  /// The plan of this very list that nobody has drawn yet, where it is asked for again.
  package func waiting(_ draw: Lottery, seedSource: String) throws(OfficeError) -> Event? {
    let sha = Store.hash(of: draw.file)
    let drawn = Set(try round.events(.draw).compactMap { $0.body["of"]?.string })
    return try round.events(.planDraw).last {
      $0.body["population"]?["sha"]?.string == sha && !drawn.contains($0.id)
        && $0.body["seedSource"]?.string == seedSource
    }
  }

  private var settings: OfficeSettings {
    get throws(OfficeError) {
      try withStore { () throws(StoreError) in try round.store.settings(round.authority, on: today).settings }
    }
  }

  // MARK: The seed

  /// The newest plan, if a case of it still waits for its draw.
  package func waitingPlan() throws(OfficeError) -> FrozenPlan {
    let plan = try FrozenPlan.find(nil, in: round)
    let waiting = Set(try round.cases(in: [.awaitingDraw], today: today).map(\.key))
    guard plan.keys.contains(where: waiting.contains) else { throw .planIsDrawn }
    return plan
  }

  /// The act that draws by a seed.
  package func draw(_ plan: FrozenPlan, seed: String) -> ActRequest {
    round.request(
      .draw, plan.draw.chosen(plan: plan.event.id, seed: seed).map(\.json),
      [.init("of", .string(plan.event.id)), .init("seed", .string(seed))])
  }

  /// The draw of this plan with this seed, where it was begun before.
  package func begun(_ plan: FrozenPlan, seed: String) throws(OfficeError) -> Event? {
    try round.events(.draw).last {
      $0.body["of"]?.string == plan.event.id && $0.body["seed"]?.string == seed
    }
  }

  /// The seed that was entered for this plan last; `nil` where none was.
  package func seed(of plan: FrozenPlan) throws(OfficeError) -> String? {
    try round.events(.draw).last { $0.body["of"]?.string == plan.event.id }?.body["seed"]?.string
  }

  /// The cases that are told of a draw (`Lottery.told`).
  package func told(
    _ plan: FrozenPlan, _ draw: Event, seed: String, anotherFollows: Bool = false
  ) throws(OfficeError) -> [CaseKey] {
    var later: Set<String> = []
    for next in try round.events(.planDraw, .draw).drop(while: { $0.id != draw.id }) where next.act == .planDraw {
      later.formUnion(try round.keys(of: next).map(\.path))
    }
    return plan.draw.told(plan: plan.event.id, seed: seed, later: later, anotherFollows: anotherFollows)
      .compactMap { CaseKey(path: $0) }
  }

  /// What each case of the plan is told: drawn, or not.
  package func entry(_ plan: FrozenPlan, _ draw: Event, seed: String) -> (CaseKey) -> ActRequest {
    let drawn = Set(plan.draw.chosen(plan: plan.event.id, seed: seed).map(\.path))
    return { key in
      ActRequest(key.path, .drawResult, ["draw": .string(draw.id), "drawn": .bool(drawn.contains(key.path))])
    }
  }

  /// Draws again by what is on file: who is chosen, and whether it is the list that the event names.
  package func again(_ event: Event) throws(OfficeError) -> (plan: FrozenPlan, count: Int, agrees: Bool) {
    let plan = try FrozenPlan.find(event.body["of"]?.string, in: round)
    let chosen = plan.draw.chosen(plan: plan.event.id, seed: event.body["seed"]?.string ?? "")
    return (plan, chosen.count, Store.hash(of: Lottery.file(chosen)) == event.body["list"]?["sha"]?.string)
  }
}
