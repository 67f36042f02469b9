import ScoringCore

/// Where the officer is in the timeline, and which events it shows.
struct TimelineState: Sendable, Hashable {
  enum Shown: Int, Sendable, Hashable, CaseIterable { case all, new, decisions, refused }
  var window = ListWindow()
  var shown = Shown.all

  func entries(_ record: CaseRecord) -> [TimelineRow] {
    record.timeline.reversed().filter { entry in
      switch shown {
      case .all: true
      case .new: entry.isNew
      case .decisions: !entry.isEveryday
      case .refused: entry.standing != .valid
      }
    }
  }

  var title: Phrase {
    switch shown {
    case .all: Phrase("全部", "all")
    case .new: Phrase("上次看过之后", "since I last looked")
    case .decisions: Phrase("只看步骤", "steps only")
    case .refused: Phrase("未生效的", "without effect")
    }
  }
}

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
      grid.put(Phrase("没有这样的记录", "nothing of that sort")(language), area.x + 2, area.y + 2, .muted)
      return
    }
    let list = area.inset(top: 1)
    let columns = Columns(
      [
        Column("on", Phrase("", ""), 10),
        Column("text", Phrase("", ""), 24, flexible: true),
        Column("author", Phrase("", ""), 14, most: area.width < 110 ? 14 : 30, drop: 1),
      ], x: area.x + 3, width: area.width - 4)
    var window = state.window
    window.fit(count: entries.count, height: list.height)
    for (y, index) in window.visible(entries.count, height: list.height).enumerated() {
      let entry = entries[index]
      let line = list.y + y
      let isValid = entry.standing == .valid
      if entry.isNew { grid.put("*", area.x + 1, line, .accent) }
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
      if let place = columns["author"] { grid.put(author(entry, place.width), line, in: place, .muted) }
      guard index == window.cursor else { continue }
      grid.put(glyphs.cursor, area.x, line, .accent)
      grid.paint(Rect(x: area.x, y: line, width: area.width, height: 1), .selection)
    }
  }

  /// Who it was: by name, and by id too where there is room for both.
  private func author(_ entry: TimelineRow, _ width: Int) -> String {
    entry.name == entry.author || width < 30 ? entry.name : entry.name + "  " + entry.author
  }

  static func word(_ standing: TimelineRow.Standing) -> Phrase {
    switch standing {
    case .valid: Phrase("", "")
    case .pending: Phrase("待定：", "pending:")
    case .rejected: Phrase("不生效：", "rejected:")
    }
  }
}
