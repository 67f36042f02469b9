internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Foundation
internal import Office
internal import ScoringCore
internal import StrictJSON

/// `tidu sample`: the draw of a spot check, which anyone can draw again.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: localized("抽查抽签", "Draw a sample for spot checks"),
    discussion: localized(
      "先由一人冻结方案（名单、规则、种子来源），再由另一人录入种子抽签；任何人都能用 again 得出同一结果。",
      "One officer freezes the plan (list, rule, source of the seed), another enters the seed; anyone gets the same list with again."
    ),
    subcommands: [Plan.self, DrawIt.self, Verify.self, Again.self, Visits.self])

  struct RoundArgument: ParsableArguments {
    @Argument(
      help: ArgumentHelp(
        localized("批次：部门/批次，例如 370000/2026-1", "Round: AUTHORITY/BATCH, such as 370000/2026-1"), valueName: "round"))
    var round: String
  }
}

extension SampleCommand {
  struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "plan",
      abstract: localized("冻结方案：待抽签的申报件和规则", "Freeze a plan: the cases awaiting the draw, and the rule"),
      discussion: localized(
        "比例和最少件数取自本机关设置，可改；必抽理由：复核、未结的举报或线索、数据矛盾、接近合格线（--margin）、有人存疑（--doubt）。",
        "Rate and least number are those of the office's settings unless given. Always included: a review, an open report or lead, contradictory facts, a score near the pass line (--margin), a doubt (--doubt)."
      ))

    @OptionGroup var common: CommonOptions
    @OptionGroup var answers: AnswerOption
    @OptionGroup var place: RoundArgument

    @Option(help: ArgumentHelp(localized("种子取自何处", "Where the seed will come from"), valueName: "text"))
    var seedSource: String

    @Option(help: ArgumentHelp(localized("只抽这一层级", "Only this tier"), valueName: "tier"))
    var tier: Tier?

    @Option(help: ArgumentHelp(localized("抽取比例，万分之几", "Rate in ten-thousandths"), valueName: "n"))
    var rate: Int?

    @Option(name: .customLong("least"), help: ArgumentHelp(localized("最少件数", "Least number"), valueName: "n"))
    var minimum: Int?

    @Option(
      help: ArgumentHelp(localized("分层：division,tier,industry", "Strata: division,tier,industry"), valueName: "list"))
    var strata = "division,tier"

    @Option(
      help: ArgumentHelp(
        localized("距合格线几分以内必抽", "Always included within so many points of the pass line"), valueName: "points"))
    var margin: Int?

    @Option(
      help: ArgumentHelp(localized("有人存疑、必抽的申报件，可多次", "A case an officer doubts; may be repeated"), valueName: "case"))
    var doubt: [String] = []

    func run() throws {
      var round = try RoundRun(place.round, common, answers)
      let draws = round.draw
      let strata = try self.strata.split(separator: ",").map { word in
        guard let stratum = SampleRule.Stratum(rawValue: String(word)) else {
          throw ValidationError(localized("没有分层 \(shown(String(word)))", "there is no stratum \(shown(String(word)))"))
        }
        return stratum
      }
      var rule = try draws.rule(strata: strata, margin: margin)
      rule.rate = rate ?? rule.rate
      rule.minimum = minimum ?? rule.minimum
      let draw = try draws.population(rule, tier: tier, doubted: Set(try round.keys(doubt, in: [])))
      let isCertain = draw.population.count { !$0.grounds.isEmpty }
      let plan =
        try draws.waiting(draw, seedSource: seedSource)
        ?? round.must(try draws.plan(draw, rule, seedSource: seedSource))
      if round.format == .json {
        return Output.object([
          "certain": .integer(Int64(isCertain)), "drawn": .integer(Int64(draw.count)), "plan": .string(plan.id),
          "population": .integer(Int64(draw.population.count)),
        ])
      }
      Output.line(
        localized(
          "方案 \(plan.id)：共 \(draw.population.count) 件，必抽 \(isCertain) 件，另抽 \(draw.count) 件",
          "plan \(plan.id): \(draw.population.count) cases, \(isCertain) certain, \(draw.count) to be drawn"))
    }
  }

  struct DrawIt: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "draw",
      abstract: localized("录入种子，抽签并记入各案", "Enter the seed, draw, and enter the result in each case"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var answers: AnswerOption
    @OptionGroup var place: RoundArgument

    @Option(help: ArgumentHelp(localized("种子：1 至 64 个数字或字母", "The seed: 1 to 64 digits or letters"), valueName: "seed"))
    var seed: String

    @Option(help: ArgumentHelp(localized("哪个方案；省略为最近的", "Which plan; the newest where left out"), valueName: "id"))
    var plan: String?

    @Flag(
      help: ArgumentHelp(
        localized("省市各抽一次：未抽中的留待再抽", "City and province each draw: what was not drawn awaits the other's draw")))
    var anotherFollows = false

    func run() throws {
      var round = try RoundRun(place.round, common, answers)
      let draws = round.draw
      let plan = try FrozenPlan.find(self.plan, in: round.round)
      let chosen = plan.draw.chosen(plan: plan.event.id, seed: seed)
      let draw = try draws.begun(plan, seed: seed) ?? round.must(draws.draw(plan, seed: seed))
      let told = try draws.told(plan, draw, seed: seed, anotherFollows: anotherFollows)
      round.enter(draw, told, draws.entry(plan, draw, seed: seed))
      if round.format == .text { for one in chosen { Output.line(one.text) } }
      try round.leave()
    }
  }

  struct Visits: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "visits", abstract: localized("为抽中的申报件抽取两名抽查员", "Draw two officers for each case that was drawn"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var answers: AnswerOption
    @OptionGroup var place: RoundArgument

    @Option(help: ArgumentHelp(localized("抽查日期", "Day of the visits"), valueName: "day"))
    var day: Day

    func run() throws {
      var round = try RoundRun(place.round, common, answers)
      round.each(try round.draw.visits(on: day))
      try round.leave()
    }
  }
}
