import Casework
import ScoringCore

/// What the preview shows of a case once it was read: worked out then, not while drawing.
struct PreviewFacts: Sendable {
  /// What decides, most telling first.
  var deciding: [Explanation]
  /// What a machine noticed by itself.
  var findings: [Phrase]
  /// How many papers are in each state; none of a state that no paper has.
  var papers: [(state: DocumentRow.State, count: Int)] = []
  /// When the enterprise was registered.
  var registered: Day?

  init(deciding: [Explanation], findings: [Phrase]) {
    self.deciding = deciding
    self.findings = findings
  }

  init(_ opened: OpenedCase) throws(EditionError) {
    let explanation = try opened.standard.explain(opened.current, verified: opened.verified)
    deciding = Array(explanation.deciding.prefix(12))
    let found = opened.file?.findings ?? opened.current.findings(by: opened.standard, explanation)
    findings = found.prefix(12).map(\.message)
    registered = opened.current.enterprise.registered
    let states = opened.file?.papers.map(\.state) ?? []
    papers = DocumentRow.State.allCases.compactMap { state in
      let count = states.count { $0 == state }
      return count == 0 ? nil : (state, count)
    }
  }
}

/// The case under the cursor beside the list: where it stands, what decides it, what was noticed of it and of its
/// papers, as far as the height goes.
struct QueuePreview {
  private let row: CaseSummary
  private let facts: PreviewFacts?
  private let context: Context

  init(_ row: CaseSummary, _ facts: PreviewFacts?, _ context: Context) {
    self.row = row
    self.facts = facts
    self.context = context
  }

  /// - Parameter named: with the enterprise's whole name, which the list had to cut.
  func draw(_ grid: inout Grid, _ area: Rect, named: Bool) {
    var pane = PaneLines(area)
    if named { pane.wrap(row.name, .text, &grid) }
    pane.wrap(joined(kind), .muted, &grid)
    pane.wrap(joined(standing), .muted, &grid)
    pane.skip()
    drawDeciding(&grid, &pane)
    guard let facts else { return }
    if !facts.findings.isEmpty {
      pane.skip()
      pane.wrap(context("提示 \(facts.findings.count)", "Noticed: \(facts.findings.count)"), .heading, &grid)
      for finding in facts.findings { pane.wrap(context(finding), .text, &grid, indent: 1) }
    }
    guard !facts.papers.isEmpty else { return }
    pane.skip()
    pane.wrap(context("材料", "Papers"), .heading, &grid)
    let papers = facts.papers.map { context($0.state.name) + " \($0.count)" }
    pane.wrap(papers.joined(separator: "  "), .text, &grid, indent: 1)
  }

  private func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: "  ") }

  private var kind: [String] {
    [
      context(row.tierName(by: context.session.standard)), context(row.type.word),
      context(row.editionWord(by: context.session.standard)),
      row.overlay.map { CaseWords.shortAuthority($0, context.language) + context("细则", " rules") } ?? "",
      row.industryCode,
      facts?.registered.map { context("成立 ", "registered ") + $0.description } ?? "",
    ]
  }

  private var standing: [String] {
    [
      context(row.stateWord), row.assignee.map(context.session.name) ?? "",
      row.received.map { context("收件 ", "received ") + Format.short($0) } ?? "",
      row.awaited(by: context.session.clocks).map {
        context("到期 ", "due ") + Format.short($0.day) + context(CaseWords.provisional($0))
      } ?? "",
      row.visitDay.map { context("抽查 ", "visit ") + Format.short($0) } ?? "",
    ]
  }

  private func drawDeciding(_ grid: inout Grid, _ pane: inout PaneLines) {
    pane.wrap(context("起决定作用的指标", "What decides"), .heading, &grid)
    guard !row.deciding.isEmpty else {
      pane.wrap(context("没有单独起决定作用的指标", "Nothing decides alone"), .muted, &grid, indent: 1)
      return
    }
    let cells = BreakdownCells(language: context.language, glyphs: context.glyphs)
    let isWide = pane.area.width >= 60
    let shown = pane.fitting(row.deciding.count, of: isWide ? 1 : 2)
    for id in row.deciding.prefix(shown) {
      let node = facts?.deciding.first { $0.id == id }
      let name =
        node?.name
        ?? RuleNames.name(id, edition: row.edition, tier: row.tier, overlay: row.overlay)
      guard isWide else {
        pane.wrap(context(name), .text, &grid, indent: 1)
        guard let node else { continue }
        let parts = [cells.value(node), cells.result(node), cells.distance(node)].filter { !$0.isEmpty }
        pane.wrap(parts.joined(separator: "  "), node.outcome?.role ?? .muted, &grid, indent: 3)
        continue
      }
      guard let y = pane.next() else { return }
      guard let node else {
        grid.put(context(name), pane.area.x + 1, y, .text, width: pane.area.width - 1)
        continue
      }
      for place in QueuePreview.columns(pane.area).placed {
        switch place.column.id {
        case "name": grid.put(context(name), y, in: place, .text)
        case "value": grid.put(cells.value(node), y, in: place, .text)
        case "points": grid.put(cells.result(node), y, in: place, node.outcome?.role ?? .text)
        default: grid.put(cells.distance(node), y, in: place, .muted)
        }
      }
    }
    if row.deciding.count > shown {
      let rest = row.deciding.count - shown
      pane.wrap(context("另 \(rest) 项", "\(rest) more"), .muted, &grid, indent: 1)
    }
  }

  private static func columns(_ area: Rect) -> Columns {
    Columns(
      [
        Column("name", Phrase("", ""), 10, flexible: true), Column("value", Phrase("", ""), 10, right: true),
        Column("points", Phrase("", ""), 8, right: true), Column("gap", Phrase("", ""), 14, maximum: 22),
      ], x: area.x + 1, width: area.width - 1)
  }
}
