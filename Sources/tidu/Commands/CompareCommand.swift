internal import ArgumentParser
internal import Console
internal import ScoringCore
internal import StrictJSON

/// `tidu compare A B`: where two results differ, and why.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: localized("比较两个结果", "Compare two results"),
    discussion: localized(
      "先列不同的，每项之下写明原因（事实、版本、细则）。\n只给一件时，用 --tier 或 --edition 与另一层级或版本下的结果比较，用 --declared 比较申报值与核实值。",
      "What differs comes first, with the reason below it (fact, edition, overlay).\nWith one case alone, --tier or --edition compares it with its own result by other rules, --declared its declared values with the verified ones."
    ))

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp(localized("第二个结果按这一层级", "The second result by this tier"), valueName: "tier"))
  var tier: Tier?

  @Option(
    help: ArgumentHelp(
      localized(
        "第二个结果按这一版本：\(Standard.editionNames.joined(separator: " 或 "))",
        "The second result by this edition: \(Standard.editionNames.joined(separator: " or "))"),
      valueName: "edition"), completion: .list(Standard.editionNames))
  var edition: String?

  @Flag(help: ArgumentHelp(localized("第一个结果按申报值，不用核实值", "The first result by declared values, not verified ones")))
  var declared = false

  @Flag(help: ArgumentHelp(localized("相同的也列出", "List what is the same too")))
  var all = false

  @Argument(
    help: ArgumentHelp(localized("申报文件或申报编号", "An application file or a case"), valueName: "a"), completion: .file())
  var first: String

  @Argument(help: ArgumentHelp(localized("另一件", "Another one"), valueName: "b"), completion: .file())
  var second: String?

  func validate() throws {
    guard second != nil || tier != nil || edition != nil || declared else {
      throw ValidationError(
        localized("请给出第二件，或 --tier、--edition、--declared", "name a second case, or --tier, --edition or --declared"))
    }
    try StandardInput.once(in: [first] + (second.map { [$0] } ?? []))
    if let edition, !Standard.editionNames.contains(edition) {
      let known = Standard.editionNames.joined(separator: ", ")
      throw ValidationError(
        localized("没有版本 \(shown(edition))，有 \(known)", "there is no edition \(shown(edition)), only \(known)"))
    }
  }

  func run() throws {
    let one = try CaseArgument(first, common)
    let other = try second.map { try CaseArgument($0, common) } ?? one
    let asked = tier ?? other.opened.declared.tier
    if let edition, let rules = other.standard.edition(edition), rules[asked] == nil {
      let name = asked.name(OutputLanguage.language)
      throw CommandError(
        .badInput, localized("版本 \(edition) 没有\(name)的标准", "edition \(edition) has no standard for \(name)"))
    }
    do throws(EditionError) {
      let options = AssessmentOptions(tier: tier, edition: edition)
      let text = ComparisonText(
        try column(one, AssessmentOptions(), declared: declared), try column(other, options), OutputLanguage.language)
      switch common.format(whenPiped: .text) {
      case .text: Output.line(text.lines(all: all).joined(separator: "\n"))
      case .json:
        var writer = JSONWriter()
        for change in text.changes {
          change.write(to: &writer, OutputLanguage.language)
          writer.newline()
        }
        Output.write(writer.bytes)
      }
    } catch {
      throw error.complaint
    }
    try CaseArgument.leave(one.unread + (second == nil ? [] : other.unread))
  }

  private func column(
    _ argument: CaseArgument, _ options: AssessmentOptions, declared: Bool = false
  ) throws(EditionError) -> CompareColumn {
    let opened = argument.opened
    let application = declared ? opened.declared : opened.current
    let explanation = try argument.standard.explain(
      application, verified: declared ? [] : opened.verified, options)
    let assessment = try argument.standard.assess(application, options)
    let values =
      declared ? localized("  申报", "  declared") : opened.verified.isEmpty ? "" : localized("  核实", "  verified")
    let title = "\(application.id)  \(assessment.edition)\(values)"
    return CompareColumn(
      Phrase(title, title), explanation, edition: assessment.edition, tier: assessment.tier)
  }
}

extension AssessmentChange {
  /// `{"id","name","before","after","causes"}`.
  fileprivate func write(to json: inout JSONWriter, _ language: Language) {
    json.beginObject()
    json.text("id", id)
    json.text("name", name(language))
    if let before {
      json.key("before")
      before.write(to: &json, language)
    }
    if let after {
      json.key("after")
      after.write(to: &json, language)
    }
    json.array("causes", causes) { $0.write(to: &$1, language) }
    json.endObject()
  }
}

extension AssessmentChange.State {
  fileprivate func write(to json: inout JSONWriter, _ language: Language) {
    json.beginObject()
    json.text("outcome", outcome?.rawValue)
    json.text("status", status?.rawValue)
    if let points {
      json.number("least", points.minimum)
      json.number("most", points.maximum)
    }
    json.quantity("value", value, language)
    json.text("valueText", valueText?(language))
    json.endObject()
  }
}

extension AssessmentChange.Cause {
  fileprivate func write(to json: inout JSONWriter, _ language: Language) {
    json.beginObject()
    switch self {
    case .fact(let path, let name, let before, let after):
      json.text("kind", "fact")
      json.text("path", path)
      json.text("name", name(language))
      json.text("before", before(language))
      json.text("after", after(language))
    case .edition(let before, let after):
      json.text("kind", "edition")
      json.text("before", before)
      json.text("after", after)
    case .notice(let id):
      json.text("kind", "notice")
      json.text("id", id)
    case .overlay(let key):
      json.text("kind", "overlay")
      json.text("authority", key)
    case .tier: json.text("kind", "tier")
    }
    json.endObject()
  }
}
