import Casework
import ScoringCore

/// Draws objections, reports and leads, and the steps of the chosen one.
struct ObjectionsView {
  let record: CaseRecord
  let state: ObjectionsState
  let language: Language

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
    detail(chosen, &grid, area.inset(top: height))
  }

  private func detail(_ object: Objection, _ grid: inout Grid, _ area: Rect) {
    guard area.height > 3 else { return }
    grid.rule(area.x + 1, area.y, width: area.width - 2)
    var y = area.y + 1
    for line in TextWrap.lines(object.text(language), width: area.width - 4, grid.glyphs.ambiguity)
    where y < area.bottom {
      grid.put(line, area.x + 2, y, width: area.width - 3)
      y += 1
    }
    y += 1
    let seal = Phrase(
      "原文和身份密封，只有异议处理员可以打开，打开即留记录",
      "Text and identity are sealed; objection officers may open them, and that is recorded")
    for text in object.opened.isEmpty ? [seal(language)] : object.opened {
      for line in TextWrap.lines(text, width: area.width - 4, grid.glyphs.ambiguity) where y < area.bottom {
        grid.put(line, area.x + 2, y, object.opened.isEmpty ? .muted : .notice, width: area.width - 3)
        y += 1
      }
    }
    for step in object.steps where y < area.bottom {
      grid.put(step(language), area.x + 4, y, width: area.width - 5)
      y += 1
    }
  }

  static func word(_ kind: Objection.Kind) -> Phrase { CodedWords.word(kind.rawValue) }
}
