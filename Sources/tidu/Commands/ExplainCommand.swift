internal import ArgumentParser
internal import Console
internal import ScoringCore
internal import StrictJSON

/// `tidu explain FILE|CASE`: every point down to the clause, the fact and the comparison.
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: say("逐条说明一件的评价结果", "Explain a result down to the clause"),
      discussion: say(
        "先是结论，再是每一项：依据的条款、用到的事实、比较、得分和距上一档的差距，决定结论的在前，标 *。\n最后是缺什么、补上会怎样，以及最省的单项改变。",
        "The verdict first, then every item: its clause, the facts used, the comparison, the points and the distance to the next band; what decides comes first, marked *.\nAt the end what is missing and what it would change, and the cheapest single moves."
      ))
  }

  @OptionGroup var common: CommonOptions

  @Flag(help: ArgumentHelp(say("只说明决定结论的", "Only what decides")))
  var deciding = false

  @Argument(
    help: ArgumentHelp(
      say("申报文件，或档案库中案件的编号", "An application file, or a case of the store by its id"), valueName: "case"))
  var name: String

  func run() throws {
    let opened = try CaseArgument.open(name, common)
    do throws(EditionError) {
      switch common.format(whenPiped: .text) {
      case .text:
        let text = try CaseText(opened, by: .shared, Speech.language)
        var lines = text.verdict + [""] + text.explanation(onlyDeciding: deciding)
        if !deciding { lines += [""] + text.advice }
        Output.line(lines.joined(separator: "\n"))
      case .json:
        let tree = try Standard.shared.explain(opened.current, verified: opened.verified)
        var writer = JSONWriter()
        writer.beginObject()
        try Standard.shared.assess(opened.current).write(members: &writer)
        writer.key("digest")
        writer.string(Standard.shared.digest)
        writer.key("explanation")
        tree.write(to: &writer, Speech.language)
        writer.key("missing")
        writer.beginArray()
        for fact in try Standard.shared.whatIsMissing(opened.current) {
          fact.write(to: &writer, Speech.language)
        }
        writer.endArray()
        writer.key("moves")
        writer.beginArray()
        for move in try Standard.shared.cheapestMoves(opened.current) {
          move.write(to: &writer, Speech.language)
        }
        writer.endArray()
        writer.endObject()
        writer.newline()
        Output.write(writer.bytes)
      }
    } catch {
      throw error.complaint
    }
  }
}
