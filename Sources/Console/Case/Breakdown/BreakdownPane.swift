import ScoringCore

/// The explanation of the chosen row beside the breakdown, where the screen has room: what is asked, what was stated,
/// where it is proved, and how far the next band is.
struct BreakdownPane {
  let node: Explanation
  let dossier: CaseDossier
  let cells: BreakdownCells

  /// Columns of the pane on a screen so wide; 0 where there is no room for it.
  static func width(_ width: Int) -> Int { width < 160 ? 0 : min(64, width - 114) }

  func draw(_ grid: inout Grid, _ area: Rect) {
    var pane = PaneLines(area)
    // One level is open: the whole tree is a screen of its own.
    let rows = ExplainRows(cells: cells, sources: dossier.sources, folds: []).rows(node)
    for row in rows {
      let indent = min(row.depth, 6)
      guard row.kind != .node else {
        if row.depth > 0 { pane.skip() }
        let text = [row.text, row.detail].filter { !$0.isEmpty }.joined(separator: "   ")
        pane.wrap(text, row.depth == 0 ? .heading : row.role, &grid, indent: indent)
        continue
      }
      pane.wrap(row.text + Phrase("：", ": ")(cells.language) + row.detail, row.role, &grid, indent: indent)
    }
    let papers = papers
    guard !papers.isEmpty else { return }
    pane.skip()
    pane.wrap(Phrase("佐证", "Evidence")(cells.language), .heading, &grid)
    for paper in papers { pane.wrap(paper, .text, &grid, indent: 1) }
  }

  /// Each paper that proves a fact of the row, once.
  private var papers: [String] {
    var seen: [String] = []
    func walk(_ node: Explanation) {
      for fact in node.facts {
        for paper in dossier.evidence[fact.path] ?? [] where !seen.contains(paper(cells.language)) {
          seen.append(paper(cells.language))
        }
      }
      node.children.forEach(walk)
    }
    walk(node)
    return seen
  }
}
