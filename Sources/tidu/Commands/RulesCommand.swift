internal import ArgumentParser
internal import Console
internal import ScoringCore
internal import StrictJSON

/// `tidu rules [PLACE]`: the standard itself, as the console's Rules screen has it.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: localized("评价标准全文", "The standard itself"),
    discussion: localized(
      "可给出位置的开头或编号，例如 \(Standard.editionNames[0])/specialized、overlays、indicator.mainGrowth、I-2。",
      "A place may be named by its beginning or its id: \(Standard.editionNames[0])/specialized, overlays, indicator.mainGrowth, I-2."
    ))

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp(localized("版本、层级或编号", "Edition, tier or id"), valueName: "place"))
  var place: String?

  @Argument(
    help: ArgumentHelp(
      localized(
        "codes 之后：authorities 主管部门、divisions 市州、facts 申报事实、choices 各项可选的代码",
        "After codes: authorities, divisions, facts, or choices, what may be chosen where"), valueName: "list"))
  var list: RuleCodes.List?

  func validate() throws {
    guard (place == RuleCodes.word) != (list == nil) else {
      throw ValidationError(
        localized(
          "写作 tidu rules codes authorities|divisions|facts|choices",
          "this is written tidu rules codes authorities|divisions|facts|choices"))
    }
  }

  func run() throws {
    if let list { return RuleCodes(list: list).print(common.format(whenPiped: .text)) }
    let standard = common.store == nil ? .shared : try StoreAccess.standard(of: StoreAccess.open(common))
    let lines = RuleBook(standard).lines.filter { line in
      guard let place else { return true }
      let parts = line.path.split(separator: "/")
      return (line.path + "/").hasPrefix(place + "/")
        || parts.contains { $0 == place || $0.hasSuffix("." + place) }
    }
    guard !lines.isEmpty else {
      throw CommandError(
        .badInput,
        localized(
          "标准里没有 \(shown(place ?? ""))；tidu rules 列出全文",
          "the standard has no \(shown(place ?? "")); tidu rules lists all of it"))
    }
    let language = OutputLanguage.language
    switch common.format(whenPiped: .text) {
    case .text:
      let top = lines.map(\.depth).min() ?? 0
      var path = ""
      Output.line(
        lines.map { line in
          let detail = line.detail(language)
          // The id that an overlay or a filter names it by stands once.
          let last = line.path.split(separator: "/").last.map(String.init) ?? ""
          let id = line.path != path && last.contains(".") ? "  [\(last.drop { $0 != "." }.dropFirst())]" : ""
          path = line.path
          return String(repeating: "  ", count: line.depth - top) + line.text(language) + id
            + (detail.isEmpty ? "" : "  " + detail)
        }.joined(separator: "\n"))
    case .json:
      var writer = JSONWriter()
      for line in lines {
        writer.beginObject()
        writer.text("path", line.path)
        writer.number("depth", line.depth)
        writer.text("text", line.text(language))
        let detail = line.detail(language)
        if !detail.isEmpty { writer.text("detail", detail) }
        writer.endObject()
        writer.newline()
      }
      Output.write(writer.bytes)
    }
  }
}
