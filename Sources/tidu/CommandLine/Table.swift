internal import Console
internal import ScoringCore

/// A table to give away: CSV that Excel in China opens right, or a page to print.
struct Table {
  var title: String
  var headings: [String]
  var rows: [[String]]

  /// The CSV, for giving away: what a spreadsheet that opens it would change is told on standard error.
  func makeCSV() -> [UInt8] {
    let changed = headings.indices.filter { column in rows.contains { Self.isMistaken(shown($0[column])) } }
    guard !changed.isEmpty else { return TableCSV.bytes(headings, rows) }
    let names = changed.map { headings[$0] }.joined(separator: localized("、", ", "))
    Output.printError(
      localized(
        "表格软件直接打开 CSV 会把“\(names)”当作数字或日期改掉：导入时选“文本”，或导出 html 再打开",
        "a spreadsheet that opens the CSV takes “\(names)” for numbers or dates: import as text, or export html and open that"
      ))
    return TableCSV.bytes(headings, rows)
  }

  /// Whether a spreadsheet would change a code: long digits, digits after a zero, `2026-1`, `1E5`.
  private static func isMistaken(_ text: String) -> Bool {
    guard let first = text.first, first.isASCII, first.isNumber, Day(text) == nil else { return false }
    let digits = text.filter(\.isNumber).count
    if digits == text.count { return digits > 11 || (digits > 1 && first == "0") }
    return text.allSatisfy { $0.isASCII && ($0.isNumber || "-/.:Ee".contains($0)) } && digits < text.count
  }

  /// A page of HTML without anything from elsewhere; a spreadsheet that opens it takes every cell for text.
  var html: [UInt8] {
    Array(PrintedPage(title: title, OutputLanguage.language, body: PrintedPage.table(headings, rows)).html.utf8)
  }
}
