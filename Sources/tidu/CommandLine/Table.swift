internal import CaseStore
internal import Console
internal import ScoringCore

/// A table to give away: CSV that Excel in China opens right, or a page to print.
struct Table {
  var title: String
  var headings: [String]
  var rows: [[String]]

  /// UTF-8 with a byte-order mark, lines ended by CR LF. A cell that a spreadsheet would take for a formula gets an
  /// apostrophe before it; every other is the value and nothing else, for programs read it too. What a spreadsheet would
  /// change in them is told on standard error.
  func makeCSV() -> [UInt8] {
    let changed = headings.indices.filter { column in rows.contains { Self.isMistaken(shown($0[column])) } }
    if !changed.isEmpty {
      let names = changed.map { headings[$0] }.joined(separator: localized("、", ", "))
      Output.printError(
        localized(
          "表格软件直接打开 CSV 会把“\(names)”当作数字或日期改掉：导入时选“文本”，或导出 html 再打开",
          "a spreadsheet that opens the CSV takes “\(names)” for numbers or dates: import as text, or export html and open that"
        ))
    }

    let lines = ([headings] + rows).map { $0.map(Self.cell).joined(separator: ",") }
    return [0xEF, 0xBB, 0xBF] + Array(lines.map { $0 + "\r\n" }.joined().utf8)
  }

  private static func cell(_ text: String) -> String {
    var text = shown(text)
    if let first = text.first, "=+-@\t\r＝＋－＠".contains(first) {
      text = "'" + text
    }
    guard text.contains(where: { ",\"\n\r\t".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
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
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\(Page.escaped($0))</\(tag)>" }.joined() + "</tr>\n"
    }
    return Page(
      title: title, body: "<table>\n" + row(headings, "th") + rows.map { row($0, "td") }.joined() + "</table>"
    )
    .bytes
  }
}

/// A page to print, in the program's own plain style.
struct Page {
  var title: String
  var body: String

  static func escaped(_ text: String) -> String { Letter.escaped(shown(text)) }

  /// A heading and lines under it, which are never cut.
  static func section(_ heading: String, _ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    let whole = lines.map { Letter.escaped(SafeText.clean($0, limit: .max)) }
    return "<h2>\(escaped(heading))</h2>\n<pre>\(whole.joined(separator: "\n"))</pre>\n"
  }

  var bytes: [UInt8] {
    Array(
      """
      <!DOCTYPE html>
      <html lang="\(OutputLanguage.language.rawValue)"><head><meta charset="utf-8"><title>\(Self.escaped(title))</title><style>
      @page { size: A4; margin: 20mm }
      body { font: 10.5pt/1.6 "FangSong", "Noto Serif CJK SC", serif }
      pre { font: inherit; white-space: pre-wrap }
      table { border-collapse: collapse } th, td { border: 1px solid #888; padding: 2pt 5pt; text-align: left }
      td { mso-number-format: "\\@" }
      </style></head><body><h1>\(Self.escaped(title))</h1>
      \(body)
      </body></html>

      """.utf8)
  }
}
