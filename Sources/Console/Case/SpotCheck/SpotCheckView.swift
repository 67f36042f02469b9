import Casework
import ScoringCore

/// Draws a visit: its list, and the chosen item large, for a laptop on a workbench.
struct SpotCheckView {
  let record: CaseRecord
  let state: SpotCheckState
  let language: Language

  func draw(_ grid: inout Grid, in area: Rect) {
    guard let visit = state.visit(record) else {
      grid.put(
        Phrase(
          "没有抽查。有疑点的，用命令“决定抽查”写明理由。", "No visit. Where there is doubt, the command Order visit states the ground.")(
            language),
        area.x + 2, area.y, .muted, width: area.width - 3)
      return
    }
    head(visit, &grid, area)
    guard !visit.items.isEmpty else { return }
    let large = 6
    let list = Rect(x: area.x, y: area.y + 2, width: area.width, height: max(1, area.height - 2 - large))
    var window = state.window
    window.fit(count: visit.items.count, height: list.height)
    for (y, index) in window.visible(visit.items.count, height: list.height).enumerated() {
      let item = visit.items[index]
      let line = list.y + y
      grid.put(item.name(language), area.x + 2, line, width: area.width / 2 - 3)
      grid.put(
        item.declared(language), area.x + area.width / 2, line, .muted, width: area.width / 4 - 1)
      let found = Self.word(item.state)(language) + (item.found.map { " " + $0(language) } ?? "")
      grid.put(found, area.x + area.width * 3 / 4, line, Self.role(item.state), width: area.width / 4 - 1)
      if index == window.cursor { grid.select(area.x, line, width: area.width) }
    }
    if visit.items.indices.contains(window.cursor) {
      chosen(visit.items[window.cursor], window.cursor, visit, &grid, area, list.bottom)
    }
  }

  private func head(_ visit: VisitRecord, _ grid: inout Grid, _ area: Rect) {
    let done = visit.items.filter { $0.state != .open }.count
    var parts = [visit.ground(language)]
    if let day = visit.day { parts.append(day.description) }
    if !visit.officers.isEmpty { parts.append(visit.officers.joined(separator: " ")) }
    parts.append(Phrase("已记 \(done)/\(visit.items.count)", "recorded \(done)/\(visit.items.count)")(language))
    parts.append(Self.phase(visit.phase)(language))
    if let result = visit.result { parts.append(result(language)) }
    grid.put(parts.joined(separator: "   "), area.x + 2, area.y, .heading, width: area.width - 3)
  }

  private func chosen(
    _ item: VisitRecord.Item, _ index: Int, _ visit: VisitRecord, _ grid: inout Grid, _ area: Rect, _ y: Int
  ) {
    grid.rule(area.x + 1, y, width: area.width - 2)
    grid.put("\(index + 1)/\(visit.items.count)", area.x + 2, y + 1, .muted)
    grid.putCentred(item.name(language), area.x, y + 2, .title, width: area.width)
    grid.putCentred(
      Phrase("申报 ", "declared ")(language) + item.declared(language), area.x, y + 3, .text, width: area.width)
    let keys = Phrase("1 一致    2 不一致    3 未能查见", "1 as declared    2 differs    3 not seen")
    let found = Self.word(item.state)(language) + (item.found.map { "  " + $0(language) } ?? "")
    grid.putCentred(
      item.state == .open ? keys(language) : found, area.x, y + 4, Self.role(item.state), width: area.width)
  }

  static func word(_ state: VisitRecord.Item.State) -> Phrase {
    state == .open ? Phrase("待查", "to check") : CodedWords.word(state.rawValue)
  }

  static func role(_ state: VisitRecord.Item.State) -> Role {
    switch state {
    case .open: .undetermined
    case .differs: .fail
    case .notSeen: .near
    case .asDeclared: .text
    }
  }

  static func phase(_ phase: VisitRecord.Phase) -> Phrase {
    switch phase {
    case .ordered: Phrase("待派员", "officers to be sent")
    case .planned: Phrase("进行中", "going on")
    case .closing: Phrase("待会签", "to be cosigned")
    case .closed: Phrase("已结束", "closed")
    }
  }
}
