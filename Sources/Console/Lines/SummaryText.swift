package import Casework
package import ScoringCore

/// A summary as lines of text: a row a group with a bar, the total, and the scores of each where groups are few.
package struct SummaryText: Sendable {
  private let table: SummaryTable
  private let total: CaseGroup
  private let language: Language
  private let glyphs = Glyphs.line

  /// Groups of which the scores are shown at length.
  private static let atLength = 4

  /// - Parameter hasCrossing: whether other rules than those in force were asked for.
  package init(_ groups: CaseGroups, hasCrossing: Bool, _ language: Language) {
    table = SummaryTable(groups, hasCrossing: hasCrossing)
    total = groups.total
    self.language = language
  }

  package func lines(columns width: Int) -> [String] {
    guard !table.entries.isEmpty else { return [Phrase("没有可汇总的申报件。", "There are no cases to sum up.")(language)] }
    let columns = table.columns(x: 0, width: max(60, width), language)
    var lines = [line(columns) { $0.column.head(language) }]
    lines += table.entries.map { row($0, columns) }
    if table.entries.count > 1 {
      let all = CaseGroups.Entry(values: table.keys.map { _ in nil }, group: total)
      lines.append(
        line(columns) { place in
          let isName = Int(place.column.id) != nil
          if isName { return place.column.id == "0" ? Phrase("合计", "Total")(language) : "" }
          return table.text(place.column.id, all, glyphs, language)
        })
    }
    let shown = table.entries.filter { !$0.group.histogram.isEmpty }
    guard shown.count <= Self.atLength else { return lines }
    for entry in shown { lines += [""] + histogram(entry, width: max(60, width)) }
    return lines
  }

  private func row(_ entry: CaseGroups.Entry, _ columns: Columns) -> String {
    line(columns) { place in
      guard place.column.id == "bar" else { return table.text(place.column.id, entry, glyphs, language) }
      let bar = table.bar(entry, width: place.width, glyphs)
      return bar.meets + bar.rest
    }
  }

  private func line(_ columns: Columns, _ cell: (Columns.Placed) -> String) -> String {
    var text = ""
    for place in columns.placed {
      text += String(repeating: " ", count: max(0, place.x - Width.of(text)))
      text += TextColumns.fit(cell(place), place.width, right: place.column.isRight)
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  private func histogram(_ entry: CaseGroups.Entry, width: Int) -> [String] {
    let counts = entry.group.histogram.counts
    let most = counts.max() ?? 0
    let bar = min(60, width - 18)
    let title = table.title(entry)(language)
    return [Phrase("得分  ", "Scores  ")(language) + title]
      + HistogramLine.lines(of: entry.group).map { line in
        switch line {
        case .pass(let passes):
          "        " + String(repeating: "─", count: 8) + " " + HistogramLine.passName(passes)(language)
        case .bins(let bins):
          TextColumns.fit(HistogramLine.label(bins, glyphs), 7, right: true)
            + figure(counts[bins].reduce(0, +), of: most, width: bar)
        }
      }
  }

  /// A count and its bar; nothing where it is none.
  private func figure(_ count: Int, of most: Int, width: Int) -> String {
    guard count > 0 else { return "" }
    return TextColumns.fit(Format.grouped(count), 8, right: true) + "  "
      + ScoreBar.share(count, of: most, width: width, glyphs)
  }
}
