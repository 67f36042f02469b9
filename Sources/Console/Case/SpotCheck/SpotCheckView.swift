import Casework
import ScoringCore

/// Draws a visit: its list, and the chosen item large, for a laptop on a workbench.
struct SpotCheckView {
  let record: CaseRecord
  let state: SpotCheckState
  let language: Language

  /// Rows of the chosen item at least, and at most, its photographs and its note among them.
  private static let large = (least: 5, most: 9)

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
    let above = max(2, 1 + asks(visit, grid, area.width - 3).count)
    let list = Rect(
      x: area.x, y: area.y + above, width: area.width, height: max(1, area.height - above - large(visit, grid, area)))
    let window = state.shown(visit.items, height: list.height)
    let marked = visit.items.contains(where: \.isPlanned)
    for (y, index) in window.visible(visit.items.count, height: list.height).enumerated() {
      line(visit.items[index], marked ? 6 : 0, &grid, Rect(x: area.x, y: list.y + y, width: area.width, height: 1))
      if index == window.cursor { grid.select(area.x, list.y + y, width: area.width) }
    }
    if visit.items.indices.contains(window.cursor) {
      let below = Rect(x: area.x, y: list.bottom, width: area.width, height: area.bottom - list.bottom)
      chosen(visit.items[window.cursor], window.cursor, visit, &grid, below)
    }
  }

  private func large(_ visit: VisitRecord, _ grid: Grid, _ area: Rect) -> Int {
    let index = state.index(in: visit.items)
    guard visit.items.indices.contains(index) else { return Self.large.least }
    let item = visit.items[index]
    let note = item.note.map { $0.isEmpty ? 0 : TextWrap.lines($0, width: area.width - 4, grid.glyphs.ambiguity).count }
    return min(Self.large.most, Self.large.least + (item.files.isEmpty ? 0 : 1) + (note ?? 0))
  }

  /// - Parameter indent: columns that say whether the plan asks for it.
  private func line(_ item: VisitRecord.Item, _ indent: Int, _ grid: inout Grid, _ area: Rect) {
    if item.isPlanned { grid.put(Phrase("必查", "asked")(language), area.x + 2, area.y, .accent, width: indent) }
    grid.put(item.name(language), area.x + 2 + indent, area.y, width: area.width / 2 - 3 - indent)
    grid.put(item.declared(language), area.x + area.width / 2, area.y, .muted, width: area.width / 4 - 1)
    var found = Self.word(item.state)(language) + (item.found.map { " " + $0(language) } ?? "")
    if !item.files.isEmpty { found += "  " + Self.photographs(item)(language) }
    grid.put(found, area.x + area.width * 3 / 4, area.y, Self.role(item.state), width: area.width / 4 - 1)
  }

  private func head(_ visit: VisitRecord, _ grid: inout Grid, _ area: Rect) {
    func done(_ items: [VisitRecord.Item]) -> String { "\(items.count { $0.state != .open })/\(items.count)" }
    var parts = [visit.ground(language)]
    if let day = visit.day { parts.append(day.description) }
    if !visit.officers.isEmpty { parts.append(visit.officers.joined(separator: Phrase("、", ", ")(language))) }
    let planned = visit.items.filter(\.isPlanned)
    if !planned.isEmpty { parts.append(Phrase("必查 ", "asked ")(language) + done(planned)) }
    parts.append(Phrase("已记 ", "recorded ")(language) + done(visit.items))
    parts.append(Self.phase(visit.phase)(language))
    if let result = visit.result { parts.append(result(language)) }
    grid.put(parts.joined(separator: "   "), area.x + 2, area.y, .heading, width: area.width - 3)
    for (row, line) in asks(visit, grid, area.width - 3).enumerated() {
      grid.put(line, area.x + 2, area.y + 1 + row, .muted, width: area.width - 3)
    }
  }

  /// What its order says is to be looked at, over at most two lines; the reader has it whole.
  private func asks(_ visit: VisitRecord, _ grid: Grid, _ width: Int) -> [String] {
    guard let asks = visit.asks else { return [] }
    let lines = TextWrap.lines(
      Phrase("要查什么：", "to look at: ")(language) + asks.replacing("\n", with: " "), width: width,
      grid.glyphs.ambiguity)
    return lines.count < 3 ? lines : [lines[0], lines.dropFirst().joined()]
  }

  private func chosen(_ item: VisitRecord.Item, _ index: Int, _ visit: VisitRecord, _ grid: inout Grid, _ area: Rect) {
    grid.rule(area.x + 1, area.y, width: area.width - 2)
    let place = "\(index + 1)/\(visit.items.count)"
    grid.put(place, area.x + 2, area.y + 1, .muted)
    grid.putCentred(item.name(language), area.x, area.y + 1, .title, width: area.width)
    grid.putCentred(
      Phrase("申报 ", "declared ")(language) + item.declared(language), area.x, area.y + 2, .text, width: area.width)
    let keys = Phrase("1 一致    2 不一致    3 未能查见", "1 as declared    2 differs    3 not seen")
    let found = Self.word(item.state)(language) + (item.found.map { "  " + $0(language) } ?? "")
    grid.putCentred(
      item.state == .open ? keys(language) : found, area.x, area.y + 3, Self.role(item.state), width: area.width)
    var y = area.y + 4
    if !item.files.isEmpty {
      grid.putCentred(Self.photographs(item)(language), area.x, y, .accent, width: area.width)
      y += 1
    }
    guard let note = item.note, !note.isEmpty else { return }
    for text in TextWrap.lines(note, width: area.width - 4, grid.glyphs.ambiguity).prefix(max(0, area.bottom - y)) {
      grid.put(text, area.x + 2, y, .text, width: area.width - 4)
      y += 1
    }
  }

  private static func photographs(_ item: VisitRecord.Item) -> Phrase {
    Phrase("附件 \(item.files.count)", item.files.count == 1 ? "1 file" : "\(item.files.count) files")
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
