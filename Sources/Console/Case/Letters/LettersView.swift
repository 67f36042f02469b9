import ScoringCore

/// Draws the letters of a case and the text of the chosen one.
struct LettersView {
  let record: CaseRecord
  let state: LettersState
  let language: Language

  func draw(_ grid: inout Grid, in area: Rect) {
    guard !record.letters.isEmpty else {
      grid.put(
        Phrase("还没有文书；退回、不予认定和告知时生成", "No letters yet; returning, refusing and telling make them")(language),
        area.x + 2, area.y, .muted, width: area.width - 3)
      return
    }
    let width = min(36, area.width / 3)
    var window = state.window
    window.fit(count: record.letters.count, height: area.height)
    for (y, index) in window.visible(record.letters.count, height: area.height).enumerated() {
      let letter = record.letters[index]
      let line = area.y + y
      grid.put(letter.name(language), area.x + 2, line, width: width - 13)
      grid.putRight(
        letter.on?.description ?? Phrase("草稿", "draft")(language), before: area.x + width - 1, line, .muted, width: 10)
      if index == window.cursor { grid.select(area.x, line, width: width) }
    }
    grid.divider(area.x + width, area.y, height: area.height)
    let letter = record.letters[min(window.cursor, record.letters.count - 1)]
    let lines = TextWrap.lines(letter.text, width: area.width - width - 4, grid.glyphs.ambiguity)
    for (y, text) in lines.dropFirst(state.top).prefix(area.height).enumerated() {
      grid.put(text, area.x + width + 2, area.y + y, width: area.width - width - 3)
    }
  }
}
