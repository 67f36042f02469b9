package import ScoringCore

/// Two results side by side and why they differ, as lines of text.
package struct ComparisonText: Sendable {
  private let columns: [CompareColumn]
  private let language: Language
  /// What differs from the first to the second.
  package let changes: [AssessmentChange]

  package init(_ before: CompareColumn, _ after: CompareColumn, _ language: Language) {
    columns = [before, after]
    self.language = language
    changes = Standard.compare(before.explanation, after.explanation)
  }

  /// - Parameter all: with what is the same in both.
  package func lines(all: Bool) -> [String] {
    let cells = BreakdownCells(language: language, glyphs: .line)
    let name = language == .zh ? 30 : 48
    let width = max(30, columns.map { Width.of($0.title(language)) }.max() ?? 0)
    func line(_ first: String, _ rest: [String]) -> String {
      var text = TextColumns.fit(first, name) + rest.map { "  " + TextColumns.fit($0, width) }.joined()
      while text.last == " " { text.removeLast() }
      return text
    }
    var lines = [line("", columns.map { $0.title(language) })]
    lines.append(
      line(
        "",
        columns.map { column in
          let verdict = VerdictLine(current: column.explanation, language: language, glyphs: .line)
          let outcome = column.explanation.outcome?.word(language) ?? ""
          return outcome + (verdict.score.map { "  " + $0 } ?? "")
        }))
    for row in CompareScreen.rows(columns.map(\.explanation), changes) {
      if !all, !row.differs { continue }
      if row.isCause {
        lines.append("      " + SafeText.clean(row.title(language)))
      } else if row.nodes.isEmpty {
        lines.append(row.title(language))
      } else {
        lines.append(
          line(
            "  " + row.title(language),
            row.nodes.map { node in
              let value = cells.value(node)
              let result = cells.result(node)
              return node == nil || value == result || value == cells.glyphs.none
                ? result : value + "  " + result
            }))
      }
    }
    return lines
  }
}
