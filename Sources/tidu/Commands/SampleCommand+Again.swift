internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Foundation
internal import Office
internal import ScoringCore
internal import StrictJSON

extension SampleCommand {
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: localized(
        "重新抽签，与记录核对；不符时退出状态为 1", "Draw again and compare with what is on file; status 1 where it differs")
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var place: RoundArgument

    func run() throws {
      let round = try RoundRun(place.round, common, nil)
      var differs = false
      for event in try round.round.events(.draw) {
        let (plan, count, agrees) = try round.draw.again(event)
        differs = differs || !agrees
        if round.format == .json {
          Output.object([
            "agrees": .bool(agrees), "count": .integer(Int64(count)), "draw": .string(event.id),
            "plan": .string(plan.event.id),
          ])
        } else {
          let word = agrees ? localized("相符", "agrees") : localized("不符", "differs")
          Output.line(
            localized(
              "抽签 \(event.id.prefix(12))：\(count) 件，\(word)",
              "draw \(event.id.prefix(12)): \(count) cases, \(word)"))
        }
      }
      try round.leaveRead()
      if differs { throw Status.no.code }
    }
  }

  struct Again: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "again",
      abstract: localized(
        "用名单文件、方案和种子重抽，不需要档案库", "Draw from a population file, a plan's id and a seed, without a store"))

    @OptionGroup var common: CommonOptions

    @Option(
      help: ArgumentHelp(
        localized("方案的事件编号，64 个十六进制数字", "Event id of the plan, 64 hexadecimal digits"), valueName: "id"))
    var plan: String

    @Option(help: ArgumentHelp(localized("种子", "The seed"), valueName: "seed"))
    var seed: String

    @Option(help: ArgumentHelp(localized("抽取比例，万分之几", "Rate in ten-thousandths"), valueName: "n"))
    var rate: Int

    @Option(name: .customLong("least"), help: ArgumentHelp(localized("最少件数", "Least number"), valueName: "n"))
    var minimum: Int

    @Argument(
      help: ArgumentHelp(localized("名单文件，- 为标准输入", "The population file; - is standard input"), valueName: "file"))
    var file: String

    func run() throws {
      guard Lottery.isSeed(seed) else {
        throw ValidationError(localized("种子为 1 至 64 个数字或字母", "a seed is 1 to 64 ASCII digits or letters"))
      }
      guard let draw = Lottery(file: try InputFile.contents(file), rate: rate, minimum: minimum) else {
        throw CommandError(
          .badInput,
          localized(
            "\(shown(file)) 不是抽签名单，或者比例、件数不对", "\(shown(file)) is no population file, or rate or least is out of range")
        )
      }
      Output.write(Lottery.file(draw.chosen(plan: plan, seed: seed)))
    }
  }
}
