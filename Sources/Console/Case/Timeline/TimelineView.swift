import ScoringCore

/// Draws the events of a case, newest first.
struct TimelineView {
  let record: CaseRecord
  let state: TimelineState
  let language: Language
  let glyphs: Glyphs

  func draw(_ grid: inout Grid, in area: Rect) {
    let entries = state.entries(record)
    grid.put(
      state.title(language) + "  \(entries.count)", area.x + 2, area.y, .heading, width: area.width - 3)
    guard !entries.isEmpty else {
      grid.put(
        Phrase("没有这样的记录，f 换别的看", "nothing of that sort; f shows others")(language), area.x + 2, area.y + 2, .muted,
        width: area.width - 3)
      return
    }
    let layout = TimelineLayout(area.inset(top: 1), count: entries.count)
    drawList(&grid, entries, layout)
    guard let pane = layout.pane, let event = state.event(record) else { return }
    if layout.isBeside {
      grid.divider(layout.list.right, pane.y, height: pane.height)
    } else {
      grid.rule(area.x + 1, layout.list.bottom, width: area.width - 2)
    }
    Reading(title: event.title, events: [event]).draw(&grid, pane, language, glyphs)
  }

  private func drawList(_ grid: inout Grid, _ entries: [TimelineRow], _ layout: TimelineLayout) {
    let list = layout.list
    // Beside the pane, which names the author, the words need the room more.
    let authors = list.width >= 110 ? 14...30 : layout.isBeside ? 12...12 : 14...14
    let columns = Columns(
      [
        Column("on", Phrase("", ""), 10),
        Column("text", Phrase("", ""), 24, flexible: true),
        Column("author", Phrase("", ""), authors.lowerBound, maximum: authors.upperBound, drop: 1),
      ], x: list.x + 3, width: list.width - 4)
    var window = state.window
    window.fit(count: entries.count, height: list.height)
    for (y, index) in window.visible(entries.count, height: list.height).enumerated() {
      let entry = entries[index]
      let line = list.y + y
      let isValid = entry.standing == .valid
      if entry.isNew { grid.put("*", list.x + 1, line, .accent) }
      if let place = columns["on"] { grid.put(entry.on?.description ?? glyphs.none, line, in: place, .muted) }
      if let place = columns["text"] {
        let reason = entry.reason.map { "  " + Self.word(entry.standing)(language) + " " + $0(language) } ?? ""
        let remarks = entry.remarks.map { "  " + $0(language) }.joined()
        grid.put(
          entry.text(language) + reason + remarks, line, in: place,
          !entry.remarks.isEmpty
            ? .undetermined
            : isValid ? (entry.isLive ? .text : .muted) : entry.standing == .pending ? .undetermined : .fail)
      }
      if let place = columns["author"] { grid.put(entry.name, line, in: place, .muted) }
      if index == window.cursor { grid.select(list.x, line, width: list.width) }
    }
  }

  static func word(_ standing: TimelineRow.Standing) -> Phrase {
    switch standing {
    case .valid: Phrase("", "")
    case .pending: Phrase("待定：", "pending:")
    case .rejected: Phrase("不生效：", "rejected:")
    }
  }
}
