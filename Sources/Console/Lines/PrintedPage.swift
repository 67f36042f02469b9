package import ScoringCore

/// A page to print, in the program's own plain style, of HTML without anything from elsewhere.
package struct PrintedPage {
  package var title: String
  package var language: Language
  /// HTML.
  package var body: String

  package init(title: String, _ language: Language, body: String) {
    self.title = title
    self.language = language
    self.body = body
  }

  /// Text from wherever, as HTML shows it.
  package static func escaped(_ text: String) -> String {
    SafeText.clean(text, limit: .max).map { (character: Character) -> String in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }

  /// A heading and lines under it, which are never cut.
  package static func section(_ heading: String, _ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    return "<h2>\(escaped(heading))</h2>\n<pre>\(lines.map(escaped).joined(separator: "\n"))</pre>\n"
  }

  /// A table of text; a cell without any is room to write in.
  package static func table(_ headings: [String], _ rows: [[String]]) -> String {
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\(escaped($0))</\(tag)>" }.joined() + "</tr>\n"
    }
    return "<table>\n<thead>" + row(headings, "th") + "</thead>\n" + rows.map { row($0, "td") }.joined() + "</table>\n"
  }

  /// A line to sign on for each, with room for the day.
  package static func signatures(_ names: [String], day: String) -> String {
    names.map { #"<p class="sign">\#(escaped($0))<span></span>\#(escaped(day))<span></span></p>"# + "\n" }.joined()
  }

  package var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(Self.escaped(title))</title><style>
    @page { size: A4; margin: 20mm }
    body { font: 10.5pt/1.6 "FangSong", "Noto Serif CJK SC", serif }
    pre { font: inherit; white-space: pre-wrap }
    table { border-collapse: collapse } th, td { border: 1px solid #888; padding: 2pt 5pt; text-align: left }
    td { mso-number-format: "\\@" }
    thead { display: table-header-group } tr, .sign { break-inside: avoid }
    .sign { margin-top: 16pt } .sign span { display: inline-block; width: 35mm; border-bottom: 1px solid; margin: 0 5mm }
    </style></head><body><h1>\(Self.escaped(title))</h1>
    \(body)
    </body></html>

    """
  }
}
