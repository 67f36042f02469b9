import ScoringCore

/// Draws the breakdown: verdict, column heads, rows.
struct BreakdownView {
  let dossier: CaseDossier
  let state: BreakdownState
  let language: Language
  let glyphs: Glyphs

  private var cells: BreakdownCells { BreakdownCells(language: language, glyphs: glyphs) }

  func draw(_ grid: inout Grid, in area: Rect) {
    let verdict = VerdictLine(current: dossier.current, language: language, glyphs: glyphs)
    let used = verdict.draw(&grid, in: area)
    let head = area.y + used + 1
    let pane = BreakdownPane.width(area.width)
    let tableWidth = area.width - pane
    let columns = BreakdownColumns(width: tableWidth, comparing: !isVerified)
    heads(&grid, area.x, head, columns)
    let list = Rect(x: area.x, y: head + 1, width: tableWidth, height: area.bottom - head - 1)
    let rows = state.rows(dossier).rows
    guard !rows.isEmpty, list.height > 0 else { return }
    let chosen = state.index(in: rows)
    var window = state.window
    window.fit(count: rows.count, height: list.height)
    window.move(to: chosen, count: rows.count)
    for (y, index) in window.visible(rows.count, height: list.height).enumerated() {
      row(rows[index], &grid, list.x, list.y + y, columns)
      if index == chosen { grid.select(list.x, list.y + y, width: list.width) }
    }
    guard pane > 0, let node = rows[chosen].node else { return }
    grid.divider(tableWidth, head, height: area.bottom - head)
    BreakdownPane(node: node, dossier: dossier, cells: cells).draw(
      &grid, Rect(x: tableWidth + 2, y: head, width: pane - 3, height: area.bottom - head))
  }

  /// Rows of the list at a screen of this size: what paging goes by.
  static func listHeight(_ size: Size) -> Int { max(1, size.rows - 9) }

  private var isVerified: Bool { state.column(dossier)?.kind == .verified }

  private func heads(_ grid: inout Grid, _ x: Int, _ y: Int, _ columns: BreakdownColumns) {
    func put(_ phrase: Phrase, _ span: BreakdownColumns.Span?) {
      guard let span else { return }
      grid.put(phrase(language), x + span.x, y, .heading, width: span.width)
    }
    let title = state.column(dossier)?.title ?? Phrase("", "")
    put(Phrase("指标", "Rule"), columns.name)
    put(isVerified ? Phrase("申报", "declared") : Phrase("本件", "this case"), columns.value)
    put(Phrase("分档/门槛", "band"), columns.bar)
    put(title, columns.other)
    grid.putRight(
      Phrase("得分", "points")(language), before: x + columns.points.right - 2, y, .heading,
      width: columns.points.width)
    put(Phrase("距上一档差额", "to next band"), columns.distance)
    put(Phrase("依据", "clause"), columns.clause)
  }

  private func row(
    _ row: BreakdownRow, _ grid: inout Grid, _ x: Int, _ y: Int, _ columns: BreakdownColumns
  ) {
    switch row.kind {
    case .heading(let title, let open): heading(row, title, open, &grid, x, y, columns)
    case .rule: rule(row, &grid, x, y, columns)
    }
  }

  private func heading(
    _ row: BreakdownRow, _ title: Phrase, _ open: Bool, _ grid: inout Grid, _ x: Int, _ y: Int,
    _ columns: BreakdownColumns
  ) {
    let mark = row.id == BreakdownRows.decidingID ? "" : (open ? glyphs.unfolded : glyphs.folded) + " "
    let isLong = row.left?.points != nil || row.left == nil
    grid.put(
      mark + title(language), x + columns.name.x, y, .heading,
      width: isLong ? columns.points.x - columns.name.x : columns.name.width)
    guard let node = row.left else { return }
    if node.points != nil {
      grid.putRight(
        cells.result(node), before: x + columns.points.right - 2, y, cells.role(node),
        width: columns.points.width)
      if let minimum = node.comparisons.first {
        let text = Phrase("至少 ", "at least ")(language) + Figures.bound(minimum.bound, language)
        grid.put(
          text, x + columns.distance.x, y, minimum.outcome.role, width: columns.distance.width)
      }
    } else if node.kind == .routes {
      let open = node.children.contains { $0.outcome == .meets }
      grid.put(
        open ? Outcome.meets.word(language) : Phrase("无", "none")(language), x + columns.value.x, y,
        .muted, width: columns.value.width)
    } else {
      let leaves = BreakdownRows.leaves(of: node)
      let met = leaves.filter { $0.outcome == .meets }.count
      grid.put(
        Outcome.meets.word(language) + " \(met)/\(leaves.count)", x + columns.value.x, y,
        met == leaves.count ? .muted : (node.outcome?.role ?? .text), width: columns.value.width)
    }
  }

  private func rule(_ row: BreakdownRow, _ grid: inout Grid, _ x: Int, _ y: Int, _ columns: BreakdownColumns) {
    guard let node = row.node else { return }
    let indent = 1
    grid.put(node.name(language), x + columns.name.x + indent, y, width: columns.name.width - indent)
    let first = isVerified ? row.right ?? row.left : row.left
    let role = cells.role(first)
    var value = cells.value(first)
    let bound = cells.bound(first)
    if columns.bar == nil, !bound.isEmpty, Width.of(value + " " + bound, glyphs.ambiguity) <= columns.value.width {
      value += " " + bound
    }
    grid.put(value, x + columns.value.x, y, role, width: columns.value.width)
    if let span = columns.bar {
      if let bar = row.left.flatMap(BandBar.init) {
        bar.draw(into: &grid, x + span.x, y, width: span.width)
      } else {
        grid.put(bound, x + span.x, y, .muted, width: span.width)
      }
    }
    let (other, otherRole) = otherCell(row, isNarrow: columns.bar == nil)
    grid.put(other, x + columns.other.x, y, otherRole, width: columns.other.width)
    let points =
      isVerified && row.left != nil
      ? cells.change(from: row.right, to: node) : cells.result(row.left)
    grid.putRight(
      points, before: x + columns.points.right - 2, y, cells.role(row.left), width: columns.points.width)
    grid.put(cells.distance(row.left), x + columns.distance.x, y, .muted, width: columns.distance.width)
    if let span = columns.clause {
      let long = cells.clause(node, long: true)
      let fits = Width.of(long, glyphs.ambiguity) <= span.width
      grid.put(fits ? long : cells.clause(node, long: false), x + span.x, y, .muted, width: span.width)
    }
  }

  /// The right column's text: a verified value with its mark and source, or the other result's value and points.
  private func otherCell(_ row: BreakdownRow, isNarrow: Bool) -> (String, Role) {
    guard isVerified else {
      guard let node = row.right else { return (glyphs.none, .muted) }
      let bound = cells.bound(node)
      let result = cells.result(node)
      let value = cells.value(node)
      return (
        [value, bound, value == result ? "" : result].filter { !$0.isEmpty }.joined(separator: " "),
        cells.role(node)
      )
    }
    guard let node = row.left,
      let mark = VerifiedMark(node, declared: row.right, differing: Set(dossier.differing.keys))
    else { return (glyphs.none, .muted) }
    let source =
      isNarrow ? "" : verifiedFact(node).flatMap { dossier.sources[$0.path] }.map { " " + $0(language) } ?? ""
    let role: Role = if case .differs(let change) = mark, change != .rises { .fail } else { cells.role(node) }
    return (cells.value(node) + " " + mark.text(glyphs) + source, role)
  }

  private func verifiedFact(_ node: Explanation) -> FactUsed? {
    node.facts.first { $0.source == .verified } ?? node.children.lazy.compactMap(verifiedFact).first
  }
}
