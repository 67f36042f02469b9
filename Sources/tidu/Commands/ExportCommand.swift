internal import ArgumentParser
internal import CaseStore
internal import Casework
internal import Console
internal import ConsoleHost
internal import Foundation
internal import Office
internal import ScoringCore
internal import StrictJSON

/// `tidu export`: lists and whole cases to give away. An export is itself an event.
struct ExportCommand: ParsableCommand {
  enum Form: String, ExpressibleByArgument, CaseIterable { case csv, json, html }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: localized("导出", "Export"),
    discussion: localized(
      "cases 申报件一览、titles 称号一览，或一件的编号（归档：申报、经过、文书、说明，一页 HTML）。\nCSV 为带 BOM 的 UTF-8，只有值，供程序和“导入为文本”；要用 Excel、WPS 直接打开，导出 html。每次导出都记入 rounds/office，写明行数和文件哈希；打开过的密封件不会导出。",
      "cases, titles, or the id of a case (for the archive: application, events, letters, explanation on one page of HTML).\nCSV is UTF-8 with a byte-order mark and holds the values alone, for programs and for an import as text; for opening in a spreadsheet, export html. Every export is recorded in rounds/office with rows and file hash; nothing that was sealed is ever exported."
    ))

  @OptionGroup var common: CommonOptions
  @OptionGroup var answers: AnswerOption

  @Option(name: .customLong("as"), help: ArgumentHelp(localized("格式", "Form"), valueName: "csv|json|html"))
  var form: Form?

  @Option(
    help: ArgumentHelp(localized("写到文件，省略为标准输出", "Write to a file; standard output where left out"), valueName: "file"))
  var out: String?

  @Option(help: ArgumentHelp(localized("队列（申报件一览）", "Queue (of cases)"), valueName: "tab"))
  var tab: QueueTab = .all

  @Option(
    help: ArgumentHelp(
      localized("筛选（申报件一览），写法同 tidu queue", "Filter (of cases), as for tidu queue"), valueName: "terms")
  )
  var filter = ""

  @Argument(
    help: ArgumentHelp(localized("cases、titles 或申报编号", "cases, titles, or the id of a case"), valueName: "what"))
  var what: String

  func run() throws {
    let store = try StoreAccess.open(common)
    var batch = StoreAccess.batch(store, common, answers)
    var unread: [UncountedFile] = []
    let (bytes, count, form) = try content(of: store, today: batch.acts.today, &unread)
    try FileOutput.check(out, for: bytes)
    let sort = ["cases", "titles"].contains(what) ? what : "case"
    var request = ActRequest(
      "rounds/office", .export,
      [
        "format": .string("\(sort)-\(form.rawValue)"),
        "list": ["count": .integer(Int64(count)), "sha": .string(Store.hash(of: bytes))],
      ])
    request.unread = unread
    let report = ActReport(batch.run(request))
    // Nothing leaves that is not on file.
    guard report.status == .done else {
      throw CommandError(report.status, report.lines(OutputLanguage.language).text)
    }
    do { try FileOutput.write(bytes, to: out) } catch var error as CommandError {
      // Asked for again, it is delivered and not recorded twice.
      StoreAccess.keepUntold()
      error.sentence += localized(
        "；导出已记入 rounds/office，排除故障后重做一次即可，不会重复记入",
        "; the export is on file in rounds/office: mend that and repeat, it is not recorded twice")
      throw error
    }
    Output.printError(localized("已导出 \(count) 行，并记入 rounds/office", "exported \(count) rows, on file in rounds/office"))
  }

  /// - Parameter unread: gets what could not be read and may be lacking in it.
  private func content(of store: Store, today: Day, _ unread: inout [UncountedFile]) throws -> (
    bytes: [UInt8], count: Int, form: Form
  ) {
    switch what {
    case "cases":
      let rows = try cases(of: store, today, &unread)
      switch form ?? .csv {
      case .json:
        var writer = JSONWriter()
        let clocks = try HostSession.session(of: store, on: today, StoreAccess.officer(common)).clocks
        for row in rows {
          row.write(to: &writer, daysUsed: nil, provisional: row.awaited(by: clocks)?.provisional ?? false)
          writer.newline()
        }
        return (writer.bytes, rows.count, .json)
      case .csv: return (try table(rows, of: store, today).makeCSV(), rows.count, .csv)
      case .html: return (try table(rows, of: store, today).html, rows.count, .html)
      }
    case "titles":
      let rows = try TitlesCommand.rows(of: store, nil, nil, on: today)
      unread = store.titlesUnread
      switch form ?? .csv {
      case .json:
        var writer = JSONWriter()
        for row in rows { row.write(to: &writer, today: today, within: 180) }
        return (writer.bytes, rows.count, .json)
      case .csv: return (ExportTables.titles(rows, today: today).makeCSV(), rows.count, .csv)
      case .html: return (ExportTables.titles(rows, today: today).html, rows.count, .html)
      }
    default:
      guard form == nil || form == .html else {
        throw ValidationError(
          localized(
            "单件归档只有 html；数据用 tidu show --format json",
            "one case is exported as html; its data by tidu show --format json"))
      }
      let key = try CaseArgument.key(what, in: store)
      let archive = try SheetMaker(store: store, today: today, OutputLanguage.language)
        .sheet(PrintRequest(.archive, of: key))
      unread = archive.unread
      return (archive.bytes(.html) ?? [], 1, .html)
    }
  }

  private func table(_ rows: [CaseSummary], of store: Store, _ today: Day) throws -> Table {
    let session = try HostSession.session(of: store, on: today, StoreAccess.officer(common))
    let rights = session.rights
    return ExportTables.cases(rows, by: session.standard, session.clocks) { rights?.name(of: $0) ?? $0 }
  }

  private func cases(of store: Store, _ today: Day, _ unread: inout [UncountedFile]) throws -> [CaseSummary] {
    let standard = try StoreAccess.standard(of: store)
    let (rows, uncounted) = try StoreAccess.withStore { () throws(StoreError) in
      try store.readSummaries(standard)
    }
    for file in uncounted {
      Output.printError("\(shown(file.name)): \(shown(file.unmet.message(OutputLanguage.language)))")
    }
    // A folder that is no case lacks in no list.
    unread = uncounted.filter { $0.kind != .misplaced }
    let session = try HostSession.session(of: store, on: today, StoreAccess.officer(common))
    do throws(QueueText.Fault) {
      return try QueueText(
        rows, tab: tab, filter: filter, session: session, today: today, OutputLanguage.language
      ).rows.sorted { $0.key < $1.key }
    } catch {
      throw CommandError(.usage, "--filter: " + shown(error.message(OutputLanguage.language)))
    }
  }
}
