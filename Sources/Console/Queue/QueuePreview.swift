import Casework
import ScoringCore

/// The case under the cursor beside the list: what decides it, and little else, so that moving repaints little.
struct QueuePreview {
  private let row: CaseSummary
  private let context: Context

  init(_ row: CaseSummary, _ context: Context) {
    self.row = row
    self.context = context
  }

  func draw(_ grid: inout Grid, _ area: Rect) {
    let head = [
      context(row.tier.name), context(row.type.word), context(CaseWords.edition(row.edition)),
      row.overlay.map { CaseWords.shortAuthority($0, context.language) + context("细则", " rules") } ?? "",
      row.received.map { context("收件 ", "received ") + Format.short($0) } ?? "",
    ]
    grid.put(
      head.filter { !$0.isEmpty }.joined(separator: "  "), area.x, area.y, .muted, width: area.width)
    var y = area.y + 2
    grid.put(context("决定结论的", "What decides"), area.x, y, .heading)
    y += 1
    if row.deciding.isEmpty {
      grid.put(context("没有一项单独决定", "Nothing decides alone"), area.x + 1, y, .muted, width: area.width - 1)
    }
    for id in row.deciding where y < area.bottom - 2 {
      let name = RuleNames.name(id, edition: row.edition, tier: row.tier, overlay: row.overlay)
      grid.put(context(name), area.x + 1, y, .text, width: area.width - 1)
      y += 1
    }
  }
}
