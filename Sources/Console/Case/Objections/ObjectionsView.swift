import Casework
import ScoringCore

/// Draws objections, reports and leads, and the chosen one with its steps and its answer.
struct ObjectionsView {
  let record: CaseRecord
  let state: ObjectionsState
  let language: Language
  let glyphs: Glyphs

  func draw(_ grid: inout Grid, in area: Rect) {
    guard !record.objections.isEmpty else {
      grid.put(
        Phrase(
          "没有异议、举报或线索。收到的按 n 登记：原文和身份当场密封。",
          "No objection, report or lead. n lodges what arrives: text and identity are sealed at once.")(language),
        area.x + 2, area.y, .muted,
        width: area.width - 3)
      return
    }
    let height = min(record.objections.count, max(1, area.height / 3))
    var window = state.window
    window.fit(count: record.objections.count, height: height)
    for (y, index) in window.visible(record.objections.count, height: height).enumerated() {
      let object = record.objections[index]
      let line = area.y + y
      grid.put(Self.word(object.kind)(language), area.x + 2, line, .text, width: 10)
      grid.put(object.arrived.description, area.x + 13, line, .muted, width: 10)
      let state =
        object.answer.map { $0(language) }
        ?? Phrase("未答复  \(object.days) 个工作日", "open  day \(object.days)")(language)
      grid.put(state, area.x + 25, line, object.answer == nil ? .late : .text, width: area.width - 26)
      if index == window.cursor { grid.select(area.x, line, width: area.width) }
    }
    let chosen = record.objections[min(window.cursor, record.objections.count - 1)]
    let below = area.inset(top: height)
    guard below.height > 2 else { return }
    grid.rule(below.x + 1, below.y, width: below.width - 2)
    record.reading(.objection(chosen.id))?.draw(
      &grid, Rect(x: below.x + 2, y: below.y + 1, width: below.width - 4, height: below.height - 1), language, glyphs)
  }

  static func word(_ kind: Objection.Kind) -> Phrase { CodedWords.word(kind.rawValue) }
}
