/// A table as CSV: UTF-8 with a byte-order mark, lines ended by CR LF. A cell that a spreadsheet would take for a formula
/// gets an apostrophe before it; every other is the value and nothing else, for programs read it too.
package enum TableCSV {
  package static func bytes(_ headings: [String], _ rows: [[String]]) -> [UInt8] {
    let lines = ([headings] + rows).map { $0.map(cell).joined(separator: ",") }
    return [0xEF, 0xBB, 0xBF] + Array(lines.map { $0 + "\r\n" }.joined().utf8)
  }

  private static func cell(_ text: String) -> String {
    var text = SafeText.clean(text, limit: .max)
    if let first = text.first, "=+-@\t\r＝＋－＠".contains(first) {
      text = "'" + text
    }
    guard text.contains(where: { ",\"\n\r\t".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
