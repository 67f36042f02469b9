internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// The draw of a round at the console: what a step is about before it is asked for, and the step itself.
extension HostActs {
  func previewLottery(_ step: LotteryStep, _ key: CaseKey, doubted: [CaseKey], _ post: (Message) -> Void) {
    var preview = LotteryPreview(step, key)
    do throws(OfficeError) {
      let request = try begin(step, key, doubted, &preview)
      preview.refusals = try dryRun(request).unmet.map(\.message)
    } catch { preview.refusals = [error.message] }
    post(.lotteryPreviewed(preview))
  }

  /// The act that the step begins with, as far as it is known, and the lines that its dialog shows.
  private func begin(
    _ step: LotteryStep, _ key: CaseKey, _ doubted: [CaseKey], _ preview: inout LotteryPreview
  ) throws(OfficeError) -> ActRequest {
    let draw = roundLottery(key)
    switch step {
    case .open:
      return opening(
        draw.round,
        ["tiers": ["specialized"], "types": ["new"], "from": "2000-01-01", "until": "2000-01-01", "document": "?"])
    case .plan:
      let rule = try draw.rule()
      let population = try draw.population(rule, doubted: Set(doubted))
      preview.lines = [
        Phrase("待抽签 \(population.population.count) 件", "\(population.population.count) cases await the draw"),
        Phrase(
          "比例 \(rule.rate)/10000，最少 \(rule.minimum) 件；抽签由另一人录入种子",
          "rate \(rule.rate)/10000, at least \(rule.minimum); another officer enters the seed"),
      ]
      preview.lines += population.population.filter { !$0.grounds.isEmpty }.map { line in
        let id = CaseKey(path: line.path)?.id ?? line.path
        let grounds = line.grounds.map(LotteryStep.ground)
        return Phrase("必抽 \(id)  ", "certain \(id)  ")
          + Phrase(grounds.map(\.zh).joined(separator: "、"), grounds.map(\.en).joined(separator: ", "))
      }
      return try draw.plan(population, rule, seedSource: "?")
    case .seed:
      let plan = try draw.waitingPlan()
      let on = plan.event.on?.description ?? ""
      let source = plan.event.body["seedSource"]?.string ?? ""
      preview.lines = [
        Phrase(
          "\(on) 由 \(name(plan.event.author)) 冻结：\(plan.keys.count) 件",
          "frozen on \(on) by \(name(plan.event.author)): \(plan.keys.count) cases"),
        Phrase("种子来源：\(source)", "the seed comes from: \(source)"),
      ]
      // One that was entered already is gone on with.
      preview.seed = try draw.seed(of: plan)
      return draw.draw(plan, seed: preview.seed ?? "0")
    case .officers:
      let visits = try draw.visits(on: today)
      guard let first = visits.first else { throw .everyVisitPlanned }
      preview.lines = visits.map { visit in
        let officers =
          visit.action.fields["officers"]?.array?.compactMap(\.string).map(name)
          .joined(separator: "、") ?? ""
        let text = (visit.key?.id ?? visit.folder) + "  " + officers
        return Phrase(text, text)
      }
      return first
    }
  }

  func performLottery(
    _ step: LotteryStep, _ key: CaseKey, _ fields: JSONValue, doubted: [CaseKey], _ post: (Message) -> Void
  ) {
    let draw = roundLottery(key)
    do throws(OfficeError) {
      switch step {
      case .open: post(.told(try open(draw.round, fields)))
      case .plan: post(.told(try freeze(draw, fields, doubted)))
      case .seed:
        let follows = fields["another"]?.string == "yes"
        try enterSeed(draw, fields["seed"]?.string ?? "", anotherFollows: follows, post)
      case .officers:
        let day = fields["day"]?.string.flatMap { Day($0) } ?? today
        let visits = try draw.visits(on: day)
        report(visits, Phrase("已派员：\(visits.count) 件", "Officers are sent: \(visits.count) cases"), post)
      }
    } catch { post(.refused(refusal(error))) }
  }

  private func opening(_ round: RoundFolder, _ fields: JSONValue) -> ActRequest {
    ActRequest(
      round.path, .openRound,
      [
        "document": fields["document"] ?? "", "tiers": fields["tiers"] ?? [], "types": fields["types"] ?? [],
        "window": ["from": fields["from"] ?? "", "until": fields["until"] ?? ""],
      ])
  }

  private func open(_ round: RoundFolder, _ fields: JSONValue) throws(OfficeError) -> Toast {
    try write(opening(round, fields))
    return Toast(
      .done, Phrase("已开启批次 \(round.authority)/\(round.batch)", "The round \(round.authority)/\(round.batch) is open"))
  }

  private func enterSeed(
    _ draw: RoundLottery, _ seed: String, anotherFollows: Bool, _ post: (Message) -> Void
  ) throws(OfficeError) {
    let plan = try draw.waitingPlan()
    let begun = try draw.begun(plan, seed: seed)
    let event = if let begun { begun } else { try write(draw.draw(plan, seed: seed)).event }
    let told = try draw.told(plan, event, seed: seed, anotherFollows: anotherFollows)
    let files = try draw.round.caseFiles(told, today: today)
    let left = files.filter { !$0.has(.drawResult, "draw", event.id) }.map(\.key)
    let drawn = plan.draw.chosen(plan: plan.event.id, seed: seed).count
    report(
      left.map(draw.entry(plan, event, seed: seed)),
      Phrase(
        "已抽签：\(plan.keys.count) 件中抽中 \(drawn) 件", "The draw is done: \(drawn) of \(plan.keys.count) cases"), post)
  }

  private func freeze(
    _ draw: RoundLottery, _ fields: JSONValue, _ doubted: [CaseKey]
  ) throws(OfficeError) -> Toast {
    let rule = try draw.rule(margin: fields["margin"]?.string.flatMap { Int($0) })
    let tier = fields["tier"]?.string.flatMap(Tier.init(rawValue:))
    let population = try draw.population(rule, tier: tier, doubted: Set(doubted))
    let source = fields["seedSource"]?.string ?? ""
    if try draw.waiting(population, seedSource: source) == nil {
      try write(try draw.plan(population, rule, seedSource: source))
    }
    let (all, certain) = (population.population.count, population.population.count { !$0.grounds.isEmpty })
    return Toast(
      .done,
      Phrase(
        "方案已冻结：共 \(all) 件，必抽 \(certain) 件，另抽 \(population.count) 件",
        "The plan is frozen: \(all) cases, \(certain) certain, \(population.count) to be drawn"))
  }

  /// Does the acts one by one; tells the sentence where all were done, else each case with why not.
  private func report(_ requests: [ActRequest], _ done: Phrase, _ post: (Message) -> Void) {
    let dryRuns = requests.compactMap { request in
      request.key.map { performOne($0, request, post) }
    }
    if let first = requests.first, !dryRuns.allSatisfy(\.refusals.isEmpty) {
      return post(.reported(first.action.name, dryRuns))
    }
    post(.told(Toast(.done, done)))
  }

  private func roundLottery(_ key: CaseKey) -> RoundLottery { RoundLottery(round: lists(of: key).round, today: today) }

  /// What an officer is called.
  private func name(_ officer: String) -> String { (try? store.officers().now.name(of: officer)) ?? officer }
}
