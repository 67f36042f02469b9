internal import ArgumentParser
internal import Console
internal import ScoringCore
internal import StrictJSON

/// `tidu explain FILE|CASE`: every point down to the clause, the fact and the comparison.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: localized("逐条说明一件的评价结果", "Explain a result down to the clause"),
    discussion: localized(
      "先是测算结果，再是每一项：依据的条款、用到的事实、比较、得分和距上一档差额，起决定作用的指标在前，标 *。\n最后是缺什么、补上会怎样，以及差距最小的单项。\n档案库中的申报件按核实值和采用的细则，申报值与按申报值的结论列在旁边。",
      "The verdict first, then every item: its clause, the facts used, the comparison, the points and the distance to the next band; what decides comes first, marked *.\nAt the end what is missing and what it would change, and the cheapest single moves.\nA case of the store goes by verified values and adopted overlays, with declared values and their verdict beside them."
    ))

  @OptionGroup var common: CommonOptions

  @Flag(help: ArgumentHelp(localized("只说明起决定作用的指标", "Only what decides")))
  var deciding = false

  @Argument(
    help: ArgumentHelp(
      localized("申报文件，或档案库中申报件的编号", "An application file, or a case of the store by its id"), valueName: "case"),
    completion: .file())
  var name: String

  func run() throws {
    let argument = try CaseArgument(name, common)
    do throws(EditionError) {
      switch common.format(whenPiped: .text) {
      case .text:
        let text = try CaseText(argument.opened, by: argument.standard, OutputLanguage.language)
        var lines = text.verdict
        if !text.verified.isEmpty { lines += [""] + text.verified }
        lines += [""] + text.explanation(onlyDeciding: deciding)
        if !deciding { lines += [""] + text.advice }
        Output.line(lines.joined(separator: "\n"))
      case .json: try write(argument.opened, argument.standard)
      }
    } catch {
      throw error.complaint
    }
    try CaseArgument.leave(argument.unread)
  }

  private func write(_ opened: OpenedCase, _ standard: Standard) throws(EditionError) {
    let language = OutputLanguage.language
    let assessment = try standard.assess(opened.current)
    let tree = try standard.explain(opened.current, verified: opened.verified)
    var json = JSONWriter()
    json.beginObject()
    assessment.write(members: &json)
    json.rules(standard, assessment)
    if let file = opened.file { json.members(of: file, declared: try standard.assess(opened.declared)) }
    json.key("explanation")
    tree.write(to: &json, language)
    json.key("missing")
    json.beginArray()
    for fact in try standard.whatIsMissing(opened.current) { fact.write(to: &json, language) }
    json.endArray()
    json.key("moves")
    json.beginArray()
    for move in try standard.cheapestMoves(opened.current) { move.write(to: &json, language) }
    json.endArray()
    json.endObject()
    json.newline()
    Output.write(json.bytes)
  }
}
