import Foundation
import ScoringCore
import Testing

@testable import Casework

/// `Documentation/Placeholders.md` is made from the table of placeholders; `RECORD=1` with the filter
/// `PlaceholderPageTests` writes it anew.
@Suite struct PlaceholderPageTests {
  private static var page: String {
    let head = """
      # 占位符 Placeholders

      What a template of a letter may name in `{{ }}`. A sample of any template: `tidu letter --template CODE`, with CODE one
      of \(LetterModel.Code.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")); of a layout, with CODE one of
      \(ListLayout.Code.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")). `{{name}}` prints a value;
      `{{#name}} … {{/name}}` prints what is between only where there is a value, and of rows once for each.

      | placeholder | 含义 | meaning | where |
      |---|---|---|---|

      """
    let rows = LetterPlaceholder.allCases.map { placeholder in
      "| `\(placeholder.rawValue)` | \(placeholder.meaning.zh) | \(placeholder.meaning.en) | \(place(placeholder)) |\n"
    }
    let layouts = ListLayout.Code.allCases.map { code in
      "| `\(code.rawValue)` | \(code.fields.map { "`\($0.rawValue)`" }.joined(separator: ", ")) |\n"
    }
    return head + rows.joined() + """

      ## 版式 Layouts

      A letters file may hold `layouts` as well: for each its `title`, `columns` in order (heading in both languages, and the
      `field` that is shown; without one the cell is left to write in), `by: city` to group by city, `cities` for their order,
      and `sign`, lines to sign on. Print and CSV read the same layout.

      | layout | fields |
      |---|---|

      """ + layouts.joined()
  }

  private static func place(_ placeholder: LetterPlaceholder) -> String {
    switch placeholder.place {
    case .everywhere: "every letter and list"
    case .aboutOne: "letters about one enterprise"
    case .letters(let codes): codes.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    case .rows(let rows): "rows " + rows.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    }
  }

  @Test func `The page names every placeholder and every layout as the table has them`() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Documentation/Placeholders.md")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Self.page.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(
      try String(contentsOf: url, encoding: .utf8) == Self.page,
      "RECORD=1 with the filter PlaceholderPageTests writes it")
  }
}
