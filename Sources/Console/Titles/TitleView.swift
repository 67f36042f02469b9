import Casework
import ScoringCore

extension TitleScreen {
  func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    var y = area.y + 1
    for line in facts(context) where y < area.bottom {
      let x = grid.put(context(line.label), area.x + 2, y, .muted, width: 14)
      grid.put(line.text, max(x + 2, area.x + 18), y, line.role, width: area.width - 19)
      y += 1
    }
    y += 1
    grid.put(context("可办的事", "What may be done"), area.x + 2, y, .heading)
    y += 1
    for (index, act) in acts.enumerated() where y < area.bottom {
      drawAct(act, index, &grid, y, area.width, context)
      y += 1
    }
    y += 1
    guard y + 1 < area.bottom else { return }
    grid.put(context("经过", "What happened"), area.x + 2, y, .heading)
    if !isRead { grid.put(context("正在读入…", "Reading…"), area.x + 18, y, .muted) }
    drawEvents(&grid, Rect(x: area.x, y: y + 1, width: area.width, height: area.bottom - y - 1), context)
    if events.count > area.bottom - y - 1 {
      grid.putRight("PgUp/PgDn  \(top + 1) / \(events.count)", before: area.right - 1, y, .muted, width: 24)
    }
  }

  private func facts(_ context: Context) -> [(label: Phrase, text: String, role: Role)] {
    let place = [
      CaseWords.shortAuthority(row.authority, context.language), CaseWords.division(row.division),
    ].filter { !$0.isEmpty }.joined(separator: " ")
    let term =
      "\(row.from) \(context("至", "to")) \(row.until)"
      + (row.isAssumed ? context("（按三年计）", " (taken as three years)") : "")
    var lines: [(label: Phrase, text: String, role: Role)] = [
      (Phrase("信用代码", "Credit code"), "\(SafeText.clean(row.creditCode, limit: 40))   \(place)", .text),
      (
        Phrase("有效期", "Term"),
        term + (row.number.map { "   " + SafeText.clean($0, limit: 40) } ?? ""), .text
      ),
      (Phrase("状态", "State"), context(row.status.name), TitlesScreen.role(row.status)),
    ]
    let dues = TitleRow(row, today: context.today).dues
    let due = dues.map { ($0.day.map { "\($0) " } ?? "") + context($0.text) }.joined(separator: context("；", "; "))
    lines.append((Phrase("到期事项", "Falls due"), due.isEmpty ? context("无", "nothing") : due, dues.first?.role ?? .muted))
    let updates = row.updates.filter { $0.state != nil }.map { update in
      "\(update.year) " + context(update.state == "done" ? Phrase("已更新", "done") : Phrase("未更新", "missed"))
    }
    if !updates.isEmpty { lines.append((Phrase("年度更新", "Updates"), updates.joined(separator: "   "), .text)) }
    if !row.formerNames.isEmpty {
      let names = row.formerNames.map { SafeText.clean($0, limit: 80) }.joined(separator: context("、", ", "))
      lines.append((Phrase("原名", "Formerly"), names, .text))
    }
    if let bar = row.barUntil {
      lines.append((Phrase("禁止申报至", "Barred until"), bar.description, .fail))
    }
    return lines
  }

  private func drawAct(
    _ act: TitleScreen.Offer, _ index: Int, _ grid: inout Grid, _ y: Int, _ width: Int, _ context: Context
  ) {
    let isHere = index == window.cursor
    if isHere { grid.put(grid.glyphs.cursor, 0, y, .accent) }
    grid.put("\(index + 1)", 2, y, .key)
    let role: Role = !act.unmet.isEmpty ? .muted : isHere ? .selection : .text
    grid.put(context(act.act.verb), 5, y, role, width: 18)
    let text =
      act.unmet.isEmpty
      ? context(act.act.act.wording.summary)
      : act.unmet.map(context.callAsFunction).joined(separator: context("；", "; "))
    grid.put(text, 25, y, act.unmet.isEmpty ? .muted : .undetermined, width: width - 26)
  }

  private func drawEvents(_ grid: inout Grid, _ area: Rect, _ context: Context) {
    for (line, event) in events.dropFirst(top).prefix(area.height).enumerated() {
      let y = area.y + line
      grid.put(event.on?.description ?? grid.glyphs.none, 2, y, .muted, width: 10)
      let isValid = event.standing == .valid
      let author = context.session.name(of: event.author)
      let authorWidth = min(14, Width.of(author, grid.glyphs.ambiguity))
      grid.put(context(event.text), 14, y, isValid ? .text : .fail, width: area.width - 17 - authorWidth)
      grid.putRight(author, before: area.right - 1, y, .muted, width: authorWidth)
    }
  }
}
