import ScoringCore

extension Model.OpenDialog {
  func hints(_ context: Context) -> [(String, String)] {
    var hints = [("Enter", context(dialog.confirm))]
    let form = dialog.form
    if form.fields.count > 1 { hints.append(("Tab", context("下一项", "Next"))) }
    if form.fields.indices.contains(form.focus) {
      switch form.fields[form.focus].kind {
      case .many:
        hints.append((context("空格", "Space"), context("选", "Select")))
        if form.fields[form.focus].isNumbered { hints.append(("1-9", context("选", "Select"))) }
      case .one:
        hints.append(
          form.fields[form.focus].isNumbered
            ? ("1-9", context("选", "Choose")) : (context("打字", "Type"), context("查找", "Find")))
      default: break
      }
    }
    if form.fields.indices.contains(form.focus), form.fields[form.focus].keepsLines {
      hints.append(("Ctrl-N", context("换行", "New line")))
      if form.editable != nil { hints.append(("F8", context("编辑器", "Editor"))) }
    }
    if dialog.isLow { hints.append(("PgUp/PgDn", context("翻材料", "Document"))) }
    if preview != nil { hints.append(("PgDn", context("看文书", "Letter"))) }
    let leaves =
      dialog.confirm == Dialog.understood
      ? context("关闭", "Close")
      : slot != nil && dialog.form.answers != initial ? context("留作草稿", "Keep as draft") : context("取消", "Cancel")
    hints.append(("Esc", leaves))
    // Where there is no room for all, Esc stays.
    if form.fields.indices.contains(form.focus), case .many = form.fields[form.focus].kind {
      hints.append(("*", context("全选", "All")))
    }
    return hints
  }

  /// Scrolls what is longer than its place: the preview, else the lines above the form.
  mutating func scroll(_ lines: Int) {
    if preview == nil {
      // Drawing knows the width, and stops at the last line.
      top = max(0, min(dialog.body.reduce(0) { $0 + 1 + $1.text.count / 20 }, top + lines))
    } else {
      previewTop = max(0, previewTop + lines)
    }
  }

  /// From this width a preview stands beside the form, else below it.
  private static let besideColumns = 110
  /// Rows that a preview below the form has at least, with the line above it.
  private static let leastPreview = 5

  /// Where the form stands on a screen, and whether what will go out stands beside it.
  private func place(_ size: Size) -> (width: Int, form: Int, isBeside: Bool) {
    let isBeside = wanted != nil && size.columns >= Self.besideColumns
    let width = isBeside ? min(size.columns - 4, 150) : Dialog.width(size)
    return (width, isBeside ? max(54, (width - 4) * 9 / 20) : width - 4, isBeside)
  }

  /// The form as it is drawn.
  private func fields(_ context: Context) -> FormView {
    let (_, form, isBeside) = place(context.size)
    return FormView(dialog.form, context, width: isBeside ? form - 1 : form)
  }

  /// Tells long texts how wide they are drawn: their arrows move by rows.
  mutating func fit(_ context: Context) {
    let width = fields(context).textWidth
    for index in dialog.form.fields.indices { dialog.form.fields[index].editor.width = width }
  }

  /// Lines of what is wrong that a form shows until Enter shows all.
  private static let shownFaults = 2

  /// There is more to be said of what is wrong than is shown.
  var hidesFaults: Bool { !showsAllFaults && faults.count > Self.shownFaults }

  /// What stands above the form: why it was refused, that a draft was put back, and what the dialog says.
  private func lines(_ context: Context) -> [Dialog.Line] {
    let shown = hidesFaults ? Array(faults.prefix(Self.shownFaults)) : faults
    var lines: [Dialog.Line] = shown.flatMap {
      context($0).split(separator: "\n").map { Dialog.Line(String($0), .error) }
    }
    if hidesFaults {
      let more = faults.count - shown.count
      lines.append(Dialog.Line(context("另有 \(more) 项，Enter 看全部", "+\(more) more; Enter shows all"), .error))
    }
    if let restoredFrom {
      lines.append(Dialog.Line(context("已填回草稿 \(restoredFrom)", "your draft is put back \(restoredFrom)"), .muted))
    }
    return lines + dialog.body
  }

  func draw(_ grid: inout Grid, _ context: Context) {
    let size = grid.size
    let (width, form, isBeside) = place(size)
    let isBelow = wanted != nil && !isBeside
    let body = lines(context).flatMap { line in
      TextWrap.lines(line.text, width: form - 1, grid.glyphs.ambiguity).map { Dialog.Line($0, line.role) }
    }
    let fields = fields(context)
    let needed = body.count + fields.height + (body.isEmpty ? 3 : 4)
    let height = min(size.rows - 2, wanted != nil ? max(needed, 30) : max(5, needed))
    let rect = Rect(
      x: (size.columns - width) / 2, y: dialog.isLow ? size.rows - height - 1 : max(1, (size.rows - height) / 3),
      width: width, height: height)
    grid.frame(rect)
    grid.put(" \(context(dialog.title)) ", rect.x + 2, rect.y, .heading, width: width - 4)
    if isRefused { grid.putRight(context(" 没有办理 ", " not done "), before: rect.right - 2, rect.y, .error, width: 12) }
    var inside = rect.inset(left: 2, top: 1, right: 2, bottom: 1)
    if isBeside {
      drawPreview(&grid, inside.inset(left: form + 2), context)
      grid.divider(inside.x + form, inside.y, height: inside.height)
      inside = inside.inset(right: inside.width - form + 1)
    }
    let room = max(1, inside.height - fields.height - 1 - (isBelow ? Self.leastPreview : 0))
    var y = inside.y
    if !body.isEmpty {
      let first = min(top, max(0, body.count - room))
      for line in body[first...].prefix(room) {
        grid.put(line.text, inside.x, y, line.role, width: inside.width)
        y += 1
      }
      if body.count > room {
        grid.putRight(
          "PgUp/PgDn \(first + 1)-\(min(body.count, first + room))/\(body.count)",
          before: rect.right - 2, rect.bottom - 1, .muted, width: 30)
      }
      y += 1
    }
    fields.draw(&grid, Rect(x: inside.x, y: y, width: inside.width, height: inside.bottom - y))
    y += fields.height
    guard isBelow, y + 2 < inside.bottom else { return }
    grid.rule(inside.x, y, width: inside.width)
    drawPreview(&grid, Rect(x: inside.x, y: y + 1, width: inside.width, height: inside.bottom - y - 1), context)
  }

  /// What will go out, as it will read.
  private func drawPreview(_ grid: inout Grid, _ area: Rect, _ context: Context) {
    guard let preview else {
      grid.put(context("正在生成文书…", "Making the letter …"), area.x, area.y, .muted, width: area.width)
      return
    }
    let lines = TextWrap.lines(preview, width: area.width, grid.glyphs.ambiguity)
    let first = max(0, min(previewTop, lines.count - area.height))
    for (row, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
      grid.put(line, area.x, area.y + row, .text, width: area.width)
    }
    if lines.count > area.height {
      grid.putRight(
        " \(first + 1)-\(min(lines.count, first + area.height))/\(lines.count) PgDn ", before: area.right,
        area.bottom, .muted, width: 24)
    }
  }
}
