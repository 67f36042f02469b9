package import ScoringCore

/// The full explanation of a row: deciding first, folded and unfolded, scrolled by line.
package struct ExplainScreen: Screen {
  let caseName: String
  let root: Explanation
  let edition: String
  let tier: Tier
  let sources: [String: Phrase]
  private var folds: Set<String> = []
  private var window = ListWindow()

  package init(
    caseName: String, root: Explanation, edition: String, tier: Tier, sources: [String: Phrase]
  ) {
    self.caseName = caseName
    self.root = root
    self.edition = edition
    self.tier = tier
    self.sources = sources
  }

  package var scopes: [Command.Scope] { [.explanation] }

  package func crumbs(_ context: Context) -> [String] {
    [caseName, context("解释", "Explanation"), root.name(context.language)]
  }

  package func availability(_ command: Command.ID, _ context: Context) -> Availability {
    guard command == "explanation.fold" else { return .yes }
    let all = rows(context)
    return all.indices.contains(window.cursor) && !all[window.cursor].isFoldable
      ? .no(Phrase("这一行没有可以展开的", "this line has nothing to open")) : .yes
  }

  package mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    let all = rows(context)
    window.fit(count: all.count, height: max(1, context.size.rows - 3))
    switch command {
    case "explanation.fold":
      if all.indices.contains(window.cursor) { folds.formSymmetricDifference([all[window.cursor].id]) }
    case "explanation.rule":
      if all.indices.contains(window.cursor) {
        return [.push(RulesScreen(at: all[window.cursor].id, edition: edition, tier: tier))]
      }
    default: if let key = Key.movement(command) { _ = window.move(key, count: all.count) }
    }
    return []
  }

  package func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    let all = rows(context)
    for (y, index) in window.visible(all.count, height: area.height).enumerated() {
      let row = all[index]
      let line = area.y + y
      let indent = min(row.depth * 2, area.width / 3)
      let split = area.x + max(24, area.width * 2 / 5)
      let mark = row.isFoldable ? (row.isOpen ? context.glyphs.unfolded : context.glyphs.folded) + " " : "  "
      grid.put(
        mark + row.text, area.x + 1 + indent, line, row.kind == .node ? .heading : .muted,
        width: split - area.x - indent - 2)
      grid.put(row.detail, split, line, row.role, width: area.right - split - 1)
      if index == window.cursor { grid.select(area.x, line, width: area.width) }
    }
  }

  private func rows(_ context: Context) -> [ExplainRow] {
    ExplainRows(
      cells: BreakdownCells(language: context.language, glyphs: context.glyphs), sources: sources,
      folds: folds
    ).rows(root)
  }
}
