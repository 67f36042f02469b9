package import Casework
package import ScoringCore

/// A page to print, in the program's own plain style, of HTML without anything from elsewhere.
package struct PrintedPage {
  package var title: String
  package var language: Language
  /// HTML.
  package var body: String
  /// Set as a letter is, not as a form.
  package var isLetter = false

  package init(title: String, _ language: Language, body: String, isLetter: Bool = false) {
    self.title = title
    self.language = language
    self.body = body
    self.isLetter = isLetter
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

  /// A paragraph of lines.
  /// - Parameter style: `number`, `to`, `more`, `signature`; empty for none.
  package static func lines(_ lines: [String], style: String = "") -> String {
    guard !lines.isEmpty else { return "" }
    let named = style.isEmpty ? "" : #" class="\#(style)""#
    return "<p\(named)>" + lines.map(escaped).joined(separator: "<br>") + "</p>\n"
  }

  /// A table of text; a cell without any is room to write in.
  package static func table(_ headings: [String], _ rows: [[String]]) -> String {
    "<table>\n<thead>" + row(headings, "th") + "</thead>\n" + rows.map { row($0, "td") }.joined() + "</table>\n"
  }

  private static func row(_ cells: [String], _ tag: String) -> String {
    "<tr>" + cells.map { "<\(tag)>\(escaped($0))</\(tag)>" }.joined() + "</tr>\n"
  }

  /// A list by its layout: the city of each group over its rows, and the lines to sign on.
  package static func list(_ list: LaidOutList) -> String {
    let groups = list.groups.map { group -> String in
      let city =
        group.name.isEmpty
        ? "" : #"<tr class="city"><th colspan="\#(list.headings.count)">\#(escaped(group.name))</th></tr>"# + "\n"
      return city + group.rows.map { row($0, "td") }.joined()
    }
    return "<table>\n<thead>" + row(list.headings, "th") + "</thead>\n" + groups.joined() + "</table>\n"
  }

  /// A line to sign on for each, with room for the day.
  package static func signatures(_ names: [String], _ language: Language) -> String {
    let day = language == .zh ? "日期" : "Date"
    return names.map { #"<p class="sign">\#(escaped($0))<span></span>\#(day)<span></span></p>"# + "\n" }.joined()
  }

  /// The page as lines of text, as it is seen before it is printed.
  package var text: String {
    var lines = body.replacing("</td><td>", with: "  ").replacing("</th><th>", with: "  ").replacing("<br>", with: "\n")
      .replacing("<span></span>", with: " ________ ")
    for end in ["</p>", "</tr>", "</h2>"] { lines = lines.replacing(end + "\n", with: end).replacing(end, with: "\n") }
    let plain = lines.replacing(/<[^>]*>/, with: "")
    return title + "\n\n"
      + plain.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  /// Latin letters of an English page are not set in the half-width ones of a Chinese font.
  private var fonts: String {
    (language == .zh ? "" : #""Times New Roman", "Noto Serif", "#)
      + #""FangSong", "STFangsong", "Noto Serif CJK SC", serif"#
  }

  private var style: String {
    isLetter
      ? """
      body { font: 16pt/1.8 \(fonts) }
      h1 { font-size: 22pt; text-align: center; text-wrap: balance; font-weight: normal; margin: 8mm 0 }
      p { margin: 0; text-indent: 2em } .to, .number, .signature, .more { text-indent: 0 }
      .number { text-align: center; margin-bottom: 6mm } .more { padding-left: 3.2em } .to { margin-bottom: 4mm } .signature { text-align: right; margin: 10mm 2em 0 0 }
      .signature { break-inside: avoid; break-before: avoid } table { width: 100%; margin: 6mm 0 } td:first-child { width: 3em }
      """
      : """
      body { font: 10.5pt/1.6 \(fonts) }
      h1 { text-align: center } pre { font: inherit; white-space: pre-wrap } table { width: 100% }
      """
  }

  package var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(language == .zh ? "zh-CN" : "en")"><head><meta charset="utf-8"><title>\(Self.escaped(title))</title><style>
    @page { size: A4; margin: \(isLetter ? 25 : 20)mm; @bottom-center { content: counter(page) " / " counter(pages) } }
    \(style)
    table { border-collapse: collapse } th, td { border: 1px solid #888; padding: 2pt 5pt; text-align: left }
    td { mso-number-format: "\\@" } .city th { background: #eee } .city { break-after: avoid }
    thead { display: table-header-group } tr, .sign { break-inside: avoid }
    .sign { margin-top: 16pt } .sign span { display: inline-block; width: 35mm; border-bottom: 1px solid; margin: 0 5mm }
    </style></head><body><h1>\(Self.escaped(title))</h1>
    \(body)
    </body></html>

    """
  }
}
