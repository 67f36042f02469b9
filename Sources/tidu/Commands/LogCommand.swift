internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Console
internal import Office
internal import ScoringCore
internal import StrictJSON

/// `tidu log`: who did what, over the whole store.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: localized("谁办了什么", "Who did what"),
    discussion: localized(
      "--officer 只看一人（编号或姓名）。全库每一件办理一行：日期、人员、申报件、办了什么，按先后排列；没有效力的写明原因，不算数的文件另行列出。\nJSON 一行一件：on、at、by、name、place、case、kind、text、id、verdict，没有效力的另有 reason。",
      "--officer is whose acts, by id or name. A line an act of the whole store: day, officer, case, what, in order; what has no effect says why, files that do not count are named apart.\nJSON, one an object: on, at, by, name, place, case, kind, text, id, verdict, and reason where it has no effect."
    ))

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp(localized("自这一天", "From this day on"), valueName: "day"))
  var since: Day?

  @Option(help: ArgumentHelp(localized("到这一天", "Through this day"), valueName: "day"))
  var until: Day?

  func run() throws {
    let store = try StoreAccess.open(common)
    let registry = try StoreAccess.withStore { () throws(StoreError) in try store.officers() }
    let officer = try common.officer.map { try RegistryNames(registry).officer($0) }
    let (lines, uncounted) = try StoreAccess.withStore { () throws(StoreError) in try store.log() }
    let asked = lines.filter { line in
      let event = line.line.entry.event
      guard officer == nil || event.author == officer else { return false }
      guard since != nil || until != nil else { return true }
      guard let on = event.on else { return false }
      return on >= (since ?? on) && on <= (until ?? on)
    }
    switch common.format(whenPiped: .text) {
    case .text:
      for line in asked { Output.line(text(line, registry)) }
      Output.tell(uncounted)
    case .json:
      var json = JSONWriter()
      for line in asked { write(line, registry, to: &json) }
      Output.write(json.bytes)
      Output.writeLast(uncounted)
    }
    if uncounted.contains(where: { !$0.kind.isWhole }) { throw Status.storeTrouble.code }
  }

  private func text(_ line: LogLine, _ registry: Registry) -> String {
    let (language, event) = (OutputLanguage.language, line.line.entry.event)
    var parts = [
      event.on?.description ?? "----------", registry.now.name(of: event.author), place(line),
      line.line.line(language),
    ]
    if let why = line.line.entry.verdict.word(language) { parts.append(why) }
    return parts.map { SafeText.clean($0.split(separator: "\n").joined(separator: " "), limit: .max) }
      .joined(separator: "  ")
  }

  /// The id of a case, elsewhere the folder.
  private func place(_ line: LogLine) -> String { CaseKey(path: line.folder)?.id ?? line.folder }

  private func write(_ line: LogLine, _ registry: Registry, to json: inout JSONWriter) {
    let (language, event) = (OutputLanguage.language, line.line.entry.event)
    json.beginObject()
    json.text("on", event.on?.description)
    json.text("at", event.at)
    json.text("by", event.author)
    json.text("name", registry.now.name(of: event.author))
    json.text("place", line.folder)
    json.text("case", CaseKey(path: line.folder)?.id)
    json.text("kind", event.kind)
    json.text("text", line.line.line(language))
    json.text("id", event.id)
    switch line.line.entry.verdict {
    case .valid: json.text("verdict", "valid")
    case .pending: json.text("verdict", "pending")
    case .rejected: json.text("verdict", "rejected")
    }
    json.text("reason", line.line.entry.verdict.word(language))
    json.endObject()
    json.newline()
  }
}
