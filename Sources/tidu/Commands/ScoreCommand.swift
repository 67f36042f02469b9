internal import ArgumentParser
internal import ScoringCore
internal import StrictJSON

/// `tidu score FILE…|-`: what the rules say of each application, an assessment a line, in the order given.
struct ScoreCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "score",
      abstract: say("按评价标准打分", "Score applications by the standard"),
      discussion: say(
        "每份申报一行结果，顺序与输入相同；文件可以是一份申报，也可以一行一份（NDJSON）。\n读不了的一份给出与 check 相同的一行，其余照常；有这样的一份时退出状态为 3。",
        "A line an application, in the order given; a file holds one application, or one a line (NDJSON).\nOne that cannot be read gives the line of check, the rest still run, and the status is 3."
      ))
  }

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      say("按这一天提交来算（版本与近 N 年由此决定）", "As if submitted on this day, which settles edition and windows"),
      valueName: "yyyy-mm-dd"))
  var asOf: Day?

  @Argument(help: ArgumentHelp(say("申报文件；- 为标准输入", "Application files; - is standard input"), valueName: "file"))
  var files: [String] = []

  func run() throws {
    let run = ScoreRun(
      standard: .shared, asOf: asOf, format: common.format(whenPiped: .json), language: Speech.language)
    guard !files.isEmpty else {
      throw ValidationError(say("请给出申报文件，- 为标准输入", "name application files; - is standard input"))
    }
    var allGood = true
    for name in files {
      do throws(Complaint) {
        if !run.score(try InputFile(name)) { allGood = false }
      } catch {
        Output.complain(error.sentence)
        allGood = false
      }
    }
    if !allGood { throw Status.badInput.code }
  }
}
