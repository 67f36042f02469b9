import ScoringCore

/// The line under the first: the parts of the case, and at its end the clock, which never goes.
struct CaseTabLine {
  /// Papers settled, of those asked for; `nil` where that is not known.
  let papers: (settled: Int, asked: Int)?
  /// Events of others since the officer last looked.
  let news: Int
  let current: CaseTab
  let clock: (text: Phrase, role: Role)?
  let language: Language

  func draw(_ grid: inout Grid, in area: Rect) {
    var right = area.right
    if let clock {
      let text = clock.text(language)
      grid.putRight(
        text, before: right - 1, area.y, clock.role, width: area.width / 2)
      right -= 2 + Width.of(text, grid.glyphs.ambiguity)
    }
    var x = area.x + 2
    for tab in CaseTab.allCases {
      var title = tab.title(language)
      if tab == .materials, let papers = papers { title += " \(papers.settled)/\(papers.asked)" }
      if tab == .timeline, news > 0 { title += " +\(news)" }
      guard x < right else { return }
      x = grid.put(title, x, area.y, tab == current ? .accent : .muted, width: right - x)
      x += area.width < 100 ? 2 : 3
    }
  }
}
