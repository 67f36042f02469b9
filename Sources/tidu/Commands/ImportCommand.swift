internal import ArgumentParser
internal import CaseStore
internal import Office
internal import ScoringCore
internal import StrictJSON

/// `tidu import FILE|DIR|-`: takes applications into a store.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: localized("导入申报", "Take applications in"),
    discussion: localized(
      "接收单份申报（JSON）、一行一份的 NDJSON、表格（CSV，UTF-8 或 GB 18030，--template 打印表头）和整个文件夹。\n有错的一份报出行号、位置和改法，其余照常导入；有错时退出状态为 3。",
      "Takes single applications (JSON), one a line (NDJSON), tables (CSV in UTF-8 or GB 18030; --template prints the header) and whole folders.\nA bad one is reported with line, place and remedy, the rest goes in, and the status is 3."
    ))

  @OptionGroup var common: CommonOptions

  @OptionGroup var answers: AnswerOption

  @Flag(help: ArgumentHelp(localized("打印表格模板后结束", "Print the table's template and end")))
  var template = false

  @Flag(
    help: ArgumentHelp(
      localized(
        "表格是称号登记册（CSV，一行一个称号），由签批人登记",
        "The tables are a register of titles (CSV, one title a row), entered by a signing officer")))
  var titles = false

  @Argument(
    help: ArgumentHelp(localized("文件或文件夹；- 为标准输入", "Files or folders; - is standard input"), valueName: "file"),
    completion: .file())
  var files: [String] = []

  func validate() throws {
    guard template || !files.isEmpty else {
      throw ValidationError(localized("请给出要导入的文件或文件夹，- 为标准输入", "name files or folders to import; - is standard input"))
    }
    try StandardInput.once(in: files)
  }

  func run() throws {
    if template {
      let year = StoreAccess.today.year
      Output.write(
        CSVTable.template(
          titles ? .titles : .applications, language: OutputLanguage.language, years: [year - 3, year - 2, year - 1]))
      return
    }
    let store = try StoreAccess.open(common)
    var batch = StoreAccess.batch(store, common, answers)
    let key = try batch.key()
    let standard = try StoreAccess.standard(of: store)
    let now = StoreAccess.now
    guard !titles else {
      let tables = try files.map { (bytes: try InputFile.contents($0), name: $0) }
      return try finish(store.enterTitles(tables, by: key, standard, today: StoreAccess.today, at: now))
    }
    let inputs = try files.map { name in
      name == StandardInput.name ? ImportInput.bytes(try StandardInput.read(), name: name) : .path(name)
    }
    let report = store.receive(
      inputs, by: key, reader: ApplicationReader(standard: standard), at: { _ in now },
      progress: { report in
        guard StandardStreams.errorIsTerminal else { return }
        Output.printProgress("\r\(report.received.count) ")
      })
    if StandardStreams.errorIsTerminal { Output.printProgress("\r") }
    try finish(report)
  }

  private func finish(_ report: ImportReport) throws {
    tell(report)
    if let stopped = report.stopped {
      throw CommandError(stopped)
    }
    if !report.problems.isEmpty { throw Status.badInput.code }
  }

  private func tell(_ report: ImportReport) {
    let language = OutputLanguage.language
    switch common.format(whenPiped: .text) {
    case .text:
      for problem in report.problems {
        let place = [shown(problem.file), problem.line.map(String.init), problem.column.map(String.init)]
          .compactMap(\.self).joined(separator: ":")
        let path = problem.path.map { $0.isEmpty ? "" : shown($0) + ": " } ?? ""
        Output.printError("\(place): \(path)\(shown(problem.message(language)))")
      }
      var parts = [
        titles
          ? localized("登记称号 \(report.titles.count) 个", "\(report.titles.count) titles entered")
          : localized("导入 \(report.received.count) 件", "\(report.received.count) imported")
      ]
      if report.alreadyThere > 0 {
        parts.append(localized("已有 \(report.alreadyThere)", "\(report.alreadyThere) already there"))
      }
      if !report.problems.isEmpty {
        parts.append(localized("有错 \(report.problems.count) 处", "\(report.problems.count) problems"))
      }
      Output.line(parts.joined(separator: localized("，", ", ")))
    case .json:
      for problem in report.problems {
        var members: [JSONValue.Member] = [
          JSONValue.Member("file", .string(problem.file)),
          JSONValue.Member("kind", .string(problem.kind.rawValue)),
          JSONValue.Member("message", .string(problem.message(language))),
        ]
        if let number = problem.line { members.append(JSONValue.Member("line", .integer(Int64(number)))) }
        if let column = problem.column { members.append(JSONValue.Member("column", .integer(Int64(column)))) }
        if let path = problem.path { members.append(JSONValue.Member("path", .string(path))) }
        Output.object(.object(members))
      }
      Output.object([
        "received": .integer(Int64(titles ? report.titles.count : report.received.count)),
        "alreadyThere": .integer(Int64(report.alreadyThere)),
        "problems": .integer(Int64(report.problems.count)),
      ])
    }
  }
}
