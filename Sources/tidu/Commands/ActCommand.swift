internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Foundation
internal import Office
internal import ScoringCore
internal import StrictJSON

/// `tidu act CASE ACTION [FIELD=VALUE …]`: everything a key does.
struct ActCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "act",
    abstract: localized("办理一件", "Act on a case"),
    usage: localized(
      "tidu act CASE ACTION [名称=值 …]\ntidu act CASE\ntidu act - < acts.ndjson",
      "tidu act CASE ACTION [FIELD=VALUE …]\ntidu act CASE\ntidu act - < acts.ndjson"),
    discussion: ActHelp.text)

  @OptionGroup var common: CommonOptions
  @OptionGroup var answers: AnswerOption

  @Flag(help: ArgumentHelp(localized("只看缺什么，不办理", "Only say what is missing; do nothing")))
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      localized("各项内容的 JSON 文件，- 为标准输入", "JSON object with the fields; - is standard input"), valueName: "file"))
  var body: String?

  @Option(help: ArgumentHelp(localized("补正后重报的申报文件", "The new application, for resubmit"), valueName: "file"))
  var application: String?

  @Option(
    help: ArgumentHelp(
      localized(
        "办理时看到的是什么：事件编号，或列出的 seen；可写多次", "What was before you: an event's id, or what is listed as seen; repeatable"),
      valueName: "id"))
  var seen: [String] = []

  @Argument(
    help: ArgumentHelp(
      localized(
        "申报编号，或 cases/…、titles/…、rounds/…、registry；- 为标准输入里一行一件",
        "Id of a case, or cases/…, titles/…, rounds/…, registry; - is one act a line on standard input"),
      valueName: "case"))
  var place: String

  @Argument(
    help: ArgumentHelp(
      localized("办理什么；省略则列出可以办理的", "What to do; without it, what could be done is listed"), valueName: "action"),
    completion: .list(ActName.allCases.map(\.rawValue)))
  var action: String?

  @Argument(help: ArgumentHelp(localized("各项内容", "Fields"), valueName: "field=value"))
  var words: [String] = []

  func run() throws {
    let store = try StoreAccess.open(common)
    var (batch, reader) = (StoreAccess.batch(store, common, answers), ActReader(store))
    var status = Status.done
    if place == "-" {
      try read(&reader, &batch, &status)
    } else if let action {
      var line = ActLine(
        place: place, act: action, words: words, application: application, seen: seen, isTyped: true)
      if let body { line.fields = try object(body) }
      let report = ActReport(batch.run(try reader.request(line), isDry: dryRun))
      report.tell(in: common.format(whenPiped: .text))
      status = report.status
    } else {
      try list(try reader.folder(place), &batch)
    }
    if status != .done { throw status.code }
  }

  /// One act a line of standard input.
  private func read(_ reader: inout ActReader, _ batch: inout ActBatch, _ status: inout Status) throws {
    guard action == nil else {
      throw ValidationError(localized("- 之后不再写办理内容", "nothing follows -"))
    }
    let format = common.format(whenPiped: .json)
    let input = try InputFile("-")
    defer { withExtendedLifetime(input) {} }
    for (number, bytes) in JSONLines(input.bytes).enumerated() where !bytes.isEmpty {
      let report: ActReport
      do {
        let line = try ActLine(Array(bytes))
        report = ActReport(batch.run(try reader.request(line), by: line.officer, isDry: dryRun))
      } catch {
        guard var complaint = CommandError(error) else { throw error }
        complaint.sentence = localized("第 \(number + 1) 行：", "line \(number + 1): ") + complaint.sentence
        report = ActReport(complaint)
      }
      status.note(report.status)
      report.tell(in: format)
    }
  }

  private func object(_ file: String) throws -> JSONValue {
    let input = try InputFile.contents(file)
    let value: JSONValue
    do throws(JSONError) { value = try JSONValue(parsing: input) } catch {
      throw CommandError(.badInput, localized("\(shown(file)) 不是合法的 JSON", "\(shown(file)) is not valid JSON"))
    }
    guard value.members != nil else {
      throw CommandError(.badInput, localized("\(shown(file)) 应为一个 JSON 对象", "\(shown(file)) should be a JSON object"))
    }
    return value
  }

  /// Every act of this folder with whether it is permitted, and why not.
  private func list(_ folder: String, _ batch: inout ActBatch) throws {
    let officer = try batch.actor()
    let situation = try batch.acts.situation(folder, of: officer)
    for act in ActTable.all where act.isOffered(in: folder) {
      // For himself or, where that does not suit him, for another.
      let own = situation.unmetToBegin(act.name)
      let unmet = own.isEmpty || situation.permitted(Action(act.name)).isEmpty ? [] : own
      switch common.format(whenPiped: .text) {
      case .json:
        let whole = situation.complete(Action(act.name))
        let dry = DryRunResult(action: Action(act.name), seen: situation.seen(whole))
        ActReport(
          ActResult(place: place, act: act.name, outcome: unmet.isEmpty ? .permitted(dry) : .refused(unmet))
        ).tell(in: .json)
      case .text:
        let why = unmet.map { shown($0.message(OutputLanguage.language)) }.joined(separator: localized("；", "; "))
        Output.line(
          "\(act.name.rawValue)  \(act.wording.done(OutputLanguage.language))  "
            + (unmet.isEmpty ? localized("可以办理", "permitted") : why))
      }
    }
    try CaseArgument.leave(situation.unread)
  }
}
