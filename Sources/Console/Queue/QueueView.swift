import Casework
import ScoringCore

extension QueueScreen {
  func draw(_ grid: inout Grid, in area: Rect, _ context: Context) {
    drawFilter(&grid, context)
    drawTabs(&grid, area.y, area.width, context)
    let hasPreview = showsPreview && area.width >= QueueScreen.previewColumns
    let layouts = self.columns.map {
      $0.layout(context.language, names: context.cases.widestName, width: area.width)
    }
    let listWidth = hasPreview ? QueueScreen.listWidth(layouts, area.width) : area.width
    let columns = Columns(layouts, x: 3, width: listWidth - 4)
    let head = area.y + 2
    for place in columns.placed {
      let column = QueueColumn(rawValue: place.column.id) ?? .name
      let arrow = column == sort ? (isDescending ? grid.glyphs.descending : grid.glyphs.ascending) : ""
      let text =
        column == .days
        ? "\(context(column.name))\(arrow.isEmpty ? " " : arrow)" : context(column.name) + arrow
      grid.put(text, head, in: place, .heading)
    }
    let rows = Rect(x: 0, y: head + 1, width: listWidth, height: area.bottom - head - 2)
    if list.count == 0 {
      drawEmpty(&grid, rows, context)
    }
    for (line, index) in window.visible(list.count, height: rows.height).enumerated() {
      drawRow(index, &grid, rows.y + line, columns, context)
    }
    drawCounts(&grid, area, context)
    guard hasPreview else { return }
    grid.divider(listWidth, head, height: area.bottom - head)
    if let row = current(context) {
      let preview = Rect(
        x: listWidth + 2, y: head, width: area.width - listWidth - 3, height: area.bottom - head)
      let isCut = Width.of(row.name, grid.glyphs.ambiguity) > (columns["name"]?.width ?? 0)
      QueuePreview(row, previews[row.key], context).draw(&grid, preview, named: isCut)
    }
  }

  /// Columns of the list beside a preview: what its columns can use, as far as the preview keeps enough to be read.
  private static func listWidth(_ columns: [Column], _ width: Int) -> Int {
    let usable = columns.reduce(2) { $0 + max($1.minimum, $1.maximum ?? $1.minimum) + 2 }
    return min(usable, width - (width >= 160 ? 50 : 34))
  }

  private func drawFilter(_ grid: inout Grid, _ context: Context) {
    let isEditing = filterBefore != nil
    guard isEditing || !editor.isEmpty else { return }
    let columns = context.size.columns
    let width = max(20, columns * 2 / 5)
    let label = context("筛选", "Filter")
    let x = columns - width - 1
    let labelWidth = Width.of(label)
    grid.clear(Rect(x: x - labelWidth - 3, y: 0, width: columns - x + labelWidth + 3, height: 1))
    grid.put(label, x - labelWidth - 1, 0, .muted)
    editor.draw(&grid, x, 0, width: width, .input, isActive: isEditing)
    guard let fault = filter.fault(isTyping: isEditing), !isEditing || fault.range.upperBound <= editor.caret else {
      return
    }
    let before = Width.of(String(editor.characters[..<fault.range.lowerBound]), context.glyphs.ambiguity)
    let length = Width.of(String(editor.characters[fault.range]), context.glyphs.ambiguity)
    if before + length < width {
      grid.paint(Rect(x: x + before, y: 0, width: length, height: 1), .error)
    }
  }

  private func drawTabs(_ grid: inout Grid, _ y: Int, _ width: Int, _ context: Context) {
    let tally = tally(context)
    let shown = shownTabs(context)
    let labels = shown.map { tab in "\(context(tab.name)) \(Format.grouped(tally.count(tab)))" }
    TabLine(labels: labels, here: shown.firstIndex(of: tab) ?? 0).draw(&grid, y, width)
  }

  private func drawRow(
    _ index: Int, _ grid: inout Grid, _ y: Int, _ columns: Columns, _ context: Context
  ) {
    let place = list[index]
    let row = context.cases.rows[place]
    let facts = context.cases.facts[place]
    let isHere = index == window.cursor
    if isHere { grid.put(grid.glyphs.cursor, 0, y, .text) }
    if marks.contains(row.key) { grid.put(grid.glyphs.marked, 1, y, .accent) }
    for cell in columns.placed {
      guard let column = QueueColumn(rawValue: cell.column.id) else { continue }
      if column == .bar {
        if let score = row.score, let pass = row.pass {
          grid.put(
            ScoreBar.text(score, pass: pass, width: cell.width, grid.glyphs), cell.x, y, .bar,
            width: cell.width)
        }
        continue
      }
      let role = isHere && column == .name ? .selection : column.role(row, facts)
      var place = cell
      if column == .name, let mark = row.mark.map({ context($0) }) {
        grid.putRight(mark, before: cell.x + cell.width, y, .undetermined, width: 10)
        place.width -= Width.of(mark) + 1
      }
      grid.put(column.text(row, facts, context), y, in: place, role)
    }
  }

  private func drawEmpty(_ grid: inout Grid, _ area: Rect, _ context: Context) {
    var lines: [Phrase] = []
    if !context.cases.isComplete {
      lines = [Phrase("正在读取申报件…", "Reading the cases …")]
    } else if context.cases.rows.isEmpty {
      lines = [QueueTab.all.emptyReason]
    } else if !filter.terms.isEmpty {
      lines = [
        Phrase("这个队列里没有符合筛选的申报件。", "No case in this queue passes the filter."),
        Phrase(
          "按 / 修改筛选，退格去掉筛选，左右键换队列。",
          "/ edits the filter, Backspace removes it, Left and Right change the queue."),
      ]
    } else {
      lines = [tab.emptyReason]
      if tab != .all { lines.append(Phrase("左右键换到别的队列。", "Left and Right go to another queue.")) }
    }
    for (line, phrase) in lines.enumerated() {
      grid.put(context(phrase), area.x + 3, area.y + 1 + line, .muted, width: area.width - 4)
    }
  }

  /// Above the keys: what is wrong with the filter, or what is selected and in which order the rows are.
  private func drawCounts(_ grid: inout Grid, _ area: Rect, _ context: Context) {
    let y = area.bottom - 1
    if let fault = filter.fault(isTyping: filterBefore != nil) {
      grid.put(context(fault.message), 1, y, .error, width: area.width - 2)
      return
    }
    var parts: [String] = []
    if !marks.isEmpty { parts.append(context("已选 \(marks.count)", "\(marks.count) selected")) }
    if list.count > 0 {
      parts.append("\(Format.grouped(window.cursor + 1)) / \(Format.grouped(list.count))")
    }
    let incomplete = context.cases.rows.count { !$0.isWhole }
    if incomplete > 0 { parts.append(context("\(incomplete) 件不完整", "\(incomplete) incomplete")) }
    if context.cases.uncounted > 0 {
      parts.append(context("另有 \(context.cases.uncounted) 个读不出", "\(context.cases.uncounted) unreadable"))
    }
    grid.put(parts.joined(separator: "    "), 3, y, marks.isEmpty ? .text : .accent, width: area.width / 2)
  }
}
