import Casework
import ScoringCore

extension TitlesScreen {
  func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    guard let list else {
      grid.put(context("正在读取称号登记…", "Reading the register …"), area.x + 2, area.y + 1, .muted)
      return
    }
    let tabs = TitleTab.allCases
    TabLine(
      labels: tabs.map { "\(context($0.name)) \(Format.grouped(list.counts[$0] ?? 0))" },
      here: tabs.firstIndex(of: tab) ?? 0
    ).draw(&grid, area.y, area.width)
    let columns = Self.columns(area.width)
    for place in columns.placed { grid.put(context(place.column.head), area.y + 2, in: place, .heading) }
    let rows = Rect(x: 0, y: area.y + 3, width: area.width, height: Self.height(context.size))
    for (line, index) in window.visible(shown.count, height: rows.height).enumerated() {
      drawRow(list.rows[shown[index]], index == window.cursor, &grid, rows.y + line, columns, context)
    }
    if shown.isEmpty { drawEmpty(list, &grid, rows, context) }
    drawFoot(&grid, area, context)
  }

  private static func columns(_ width: Int) -> Columns {
    Columns(
      [
        Column("name", Phrase("企业", "Enterprise"), 24, maximum: 40),
        Column("tier", Phrase("层级", "Tier"), 12), Column("place", Phrase("属地", "Place"), 8, drop: 3),
        Column("number", Phrase("证书", "Number"), 18, drop: 5),
        Column("from", Phrase("自", "From"), 10, drop: 4), Column("until", Phrase("至", "Until"), 10),
        Column("state", Phrase("状态", "State"), 14, drop: 2),
        Column("due", Phrase("到期事项", "Falls due"), 22, flexible: true),
      ], x: 3, width: width - 4)
  }

  private func drawRow(
    _ row: TitleRow, _ isHere: Bool, _ grid: inout Grid, _ y: Int, _ columns: Columns, _ context: Context
  ) {
    let record = row.record
    if isHere { grid.put(grid.glyphs.cursor, 0, y, .accent) }
    for place in columns.placed {
      switch place.column.id {
      case "name": grid.put(record.name, y, in: place, isHere ? .selection : .text)
      case "tier": grid.put(context(record.tierName), y, in: place, .muted)
      case "place":
        let division = CaseWords.division(record.division)
        let text = division.isEmpty ? CaseWords.shortAuthority(record.authority, context.language) : division
        grid.put(text, y, in: place, .muted)
      case "number": grid.put(record.number ?? grid.glyphs.none, y, in: place, .muted)
      case "from": grid.put(record.from.description, y, in: place, .muted)
      case "until": grid.put(record.until.description, y, in: place)
      case "state": grid.put(context(record.status.name), y, in: place, Self.role(record.status))
      default:
        guard let due = row.dues.first else { continue }
        let day = due.day.map { "\($0) " } ?? ""
        let more = row.dues.count > 1 ? " +\(row.dues.count - 1)" : ""
        grid.put(day + context(due.text) + more, y, in: place, due.role)
      }
    }
  }

  static func role(_ status: TitleRecord.Status) -> Role {
    switch status {
    case .running: .text
    case .inquiry, .reviewPending: .undetermined
    case .cancelled, .revoked: .fail
    case .merged, .surrendered, .expired, .succeeded, .upcoming: .muted
    }
  }

  private func drawEmpty(_ list: TitleList, _ grid: inout Grid, _ area: Rect, _ context: Context) {
    let lines: [Phrase]
    if list.rows.isEmpty {
      lines = [
        Phrase("还没有称号。认定之后自动列入。", "There are no titles yet; a recognition enters them.")
      ]
    } else if !editor.isEmpty {
      lines = [
        Phrase("没有符合“\(SafeText.clean(editor.text, limit: 40))”的称号。", "No title here fits what was typed."),
        Phrase("退格去掉查找，左右键换一栏。", "Backspace clears it; Left and Right go to another part."),
      ]
    } else {
      lines = [
        Phrase("这一栏没有称号。", "There is no title in this part."),
        Phrase("左右键换一栏。", "Left and Right go to another part."),
      ]
    }
    for (line, text) in lines.enumerated() {
      grid.put(context(text), area.x + 3, area.y + 1 + line, .muted, width: area.width - 4)
    }
  }

  /// Above the keys: what is looked for, and where in the list the cursor is.
  private func drawFoot(_ grid: inout Grid, _ area: Rect, _ context: Context) {
    let y = area.bottom - 1
    if !shown.isEmpty {
      grid.put("\(Format.grouped(window.cursor + 1)) / \(Format.grouped(shown.count))", 3, y, .muted)
    }
    guard isTyping || !editor.isEmpty else { return }
    let width = min(40, area.width / 2)
    let x = area.width - width - 2
    grid.putRight(context("查找", "Find"), before: x - 1, y, .muted, width: 10)
    editor.draw(&grid, x, y, width: width, .input, isActive: isTyping)
  }
}
