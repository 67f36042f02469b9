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
        hints.append(("1-9", context("选", "Select")))
      case .one: hints.append(("1-9", context("选", "Choose")))
      default: break
      }
    }
    hints.append(("Esc", context("取消", "Cancel")))
    return hints
  }

  func draw(_ grid: inout Grid, _ context: Context) {
    let size = grid.size
    let fields = FormView(dialog.form, context)
    let width = Dialog.width(size)
    let wanted = dialog.body.count + fields.height + (dialog.body.isEmpty ? 3 : 4)
    let height = min(size.rows - 2, max(5, wanted))
    let rect = Rect(
      x: (size.columns - width) / 2, y: max(1, (size.rows - height) / 3), width: width, height: height)
    grid.frame(rect)
    grid.put(" \(context(dialog.title)) ", rect.x + 2, rect.y, .heading, width: width - 4)
    let inside = rect.inset(left: 2, top: 1, right: 2, bottom: 1)
    let room = max(1, inside.height - fields.height - 1)
    var y = inside.y
    if !dialog.body.isEmpty {
      let first = min(top, max(0, dialog.body.count - room))
      for line in dialog.body[first...].prefix(room) {
        grid.put(line.text, inside.x, y, line.role, width: inside.width)
        y += 1
      }
      if dialog.body.count > room {
        grid.putRight(
          "PgUp/PgDn \(first + 1)-\(min(dialog.body.count, first + room))/\(dialog.body.count)",
          before: rect.right - 2, rect.bottom - 1, .muted, width: 30)
      }
      y += 1
    }
    fields.draw(&grid, Rect(x: inside.x, y: y, width: inside.width, height: inside.bottom - y))
  }
}
