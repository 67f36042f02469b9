import Casework
import ScoringCore

/// What the preview shows of a case once it was read: worked out then, not while drawing.
struct PreviewFacts: Sendable {
  /// What decides, most telling first.
  var deciding: [Explanation]
  /// What a machine noticed by itself.
  var findings: [Phrase]

  init(deciding: [Explanation], findings: [Phrase]) {
    self.deciding = deciding
    self.findings = findings
  }

  init(_ opened: OpenedCase) throws(EditionError) {
    let explanation = try opened.standard.explain(opened.current, verified: opened.verified)
    deciding = Array(explanation.deciding.prefix(12))
    let found = opened.file?.findings ?? opened.current.findings(by: opened.standard, explanation)
    findings = found.prefix(6).map(\.message)
  }
}

/// The case under the cursor beside the list: what decides it, and little else, so that moving repaints little.
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
    let head = [
      context(row.tierName(by: context.session.standard)), context(row.type.word),
      context(row.editionWord(by: context.session.standard)),
      row.overlay.map { CaseWords.shortAuthority($0, context.language) + context("细则", " rules") } ?? "",
      row.received.map { context("收件 ", "received ") + Format.short($0) } ?? "",
    ]
    grid.put(
      head.filter { !$0.isEmpty }.joined(separator: "  "), area.x, area.y, .muted, width: area.width)
    if named { grid.put(row.name, area.x, area.y + 1, .text, width: area.width) }
    // Wide enough for two columns: what decides on the left, what was noticed on the right.
    let isWide = area.width >= 90
    let left = isWide ? area.width * 3 / 5 - 2 : area.width
    let end = drawDeciding(
      isWide, &grid, Rect(x: area.x, y: area.y + 2, width: left, height: area.height - 2))
    if isWide {
      drawFindings(
        &grid,
        Rect(
          x: area.x + left + 4, y: area.y + 2, width: area.width - left - 4, height: area.height - 2))
    } else if let count = facts?.findings.count, count > 0 {
      grid.put(
        context("提示 \(count) 条", count == 1 ? "1 notice" : "\(count) notices"), area.x, end + 1,
        .undetermined, width: area.width)
    }
  }

  private func drawDeciding(_ isWide: Bool, _ grid: inout Grid, _ area: Rect) -> Int {
    grid.put(context("起决定作用的指标", "What decides"), area.x, area.y, .heading)
    var y = area.y + 1
    if row.deciding.isEmpty {
      grid.put(
        context("没有单独起决定作用的指标", "Nothing decides alone"), area.x + 1, y, .muted, width: area.width - 1)
      return y + 1
    }
    let columns = Columns(
      [
        Column("name", Phrase("", ""), isWide ? 22 : 10, flexible: true),
        Column("value", Phrase("", ""), 10, right: true),
        Column("points", Phrase("", ""), 8, right: true, drop: 1),
        Column("gap", Phrase("", ""), 14, drop: 2),
      ], x: area.x + 1, width: area.width - 1)
    let cells = BreakdownCells(language: context.language, glyphs: context.glyphs)
    // Beside a list of usual width no more than a few lines: a move of the cursor repaints them all.
    let maximum = isWide ? area.height - 2 : 3
    for id in row.deciding.prefix(maximum) {
      let node = facts?.deciding.first { $0.id == id }
      let name =
        node?.name
        ?? RuleNames.name(id, edition: row.edition, tier: row.tier, overlay: row.overlay)
      for place in columns.placed {
        switch place.column.id {
        case "name": grid.put(context(name), y, in: place, .text)
        case "value": if node != nil { grid.put(cells.value(node), y, in: place, .text) }
        case "points":
          if node != nil { grid.put(cells.result(node), y, in: place, node?.outcome?.role ?? .text) }
        default: grid.put(cells.distance(node), y, in: place, .muted)
        }
      }
      y += 1
    }
    if row.deciding.count > maximum {
      let rest = row.deciding.count - maximum
      grid.put(context("另 \(rest) 项", "\(rest) more"), area.x + 1, y, .muted, width: area.width - 1)
      y += 1
    }
    return y
  }

  private func drawFindings(_ grid: inout Grid, _ area: Rect) {
    guard let findings = facts?.findings, !findings.isEmpty, area.height > 1 else { return }
    grid.put(context("提示", "Noticed"), area.x, area.y, .heading)
    for (line, finding) in findings.prefix(area.height - 2).enumerated() {
      grid.put(context(finding), area.x + 1, area.y + 1 + line, .text, width: area.width - 1)
    }
  }
}
