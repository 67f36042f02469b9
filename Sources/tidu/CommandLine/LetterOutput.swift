internal import ArgumentParser
internal import Casework
internal import Console
internal import ConsoleHost
internal import Foundation
internal import ScoringCore

/// Where a letter goes, and as what.
struct LetterOutput: ParsableArguments {
  @Flag(help: ArgumentHelp(localized("可打印的网页（A4），省略为文本", "A page to print (A4); text where left out")))
  var html = false

  @Flag(help: ArgumentHelp(localized("表格（CSV），仅名单和汇总表", "A table (CSV), of lists and summaries alone")))
  var csv = false

  @Option(
    help: ArgumentHelp(localized("写到文件，省略为标准输出", "Write to a file; standard output where left out"), valueName: "file"))
  var out: String?

  @Option(
    help: ArgumentHelp(localized("文号，印在标题下，省略则不印", "Number of the paper, under its heading"), valueName: "text"))
  var number: String?

  func validate() throws {
    if html, csv { throw ValidationError(localized("--html 和 --csv 只能选一个", "--html or --csv, not both")) }
  }

  /// Writes a paper; where it is no text, a summary is a table and a form a page.
  func write(_ sheet: MadeSheet) throws {
    try FileOutput.check(out)
    if csv, let table = sheet.table {
      return try FileOutput.write(
        Table(title: table.title, headings: table.headings, rows: table.rows).makeCSV(), to: out)
    }
    guard !csv else { throw ValidationError(localized("这一种没有表格（CSV）", "there is no table (CSV) of it")) }
    try FileOutput.write(Array((html ? sheet.page.html : sheet.text ?? sheet.page.html).utf8), to: out)
  }
}
