import ScoringCore

extension Model {
  /// The whole screen. Follows from the model alone; costs what is on it.
  package func view() -> Grid {
    let size = context.size
    var grid = Grid(size, glyphs: context.glyphs)
    guard size.columns >= Model.minimum.columns, size.rows >= Model.minimum.rows else {
      drawTooSmall(&grid)
      return grid
    }
    drawFirstLine(&grid)
    top.draw(
      &grid, in: Rect(x: 0, y: 1, width: size.columns, height: size.rows - 3), context)
    if let toast { drawToast(toast, &grid) }
    drawFooter(&grid)
    if let picker {
      grid.caret = nil
      picker.draw(&grid, context)
    }
    if let dialog {
      grid.caret = nil
      dialog.draw(&grid, context)
    }
    return grid
  }

  private func drawTooSmall(_ grid: inout Grid) {
    let size = context.size
    let text = context(
      "窗口太小：需要 60 列 16 行，现为 \(size.columns) 列 \(size.rows) 行",
      "Window too small: 60 by 16 needed, now \(size.columns) by \(size.rows)")
    let width = Width.of(text, context.glyphs.ambiguity)
    grid.put(text, max(0, (size.columns - width) / 2), max(0, size.rows / 2 - (size.rows > 1 ? 1 : 0)))
  }

  private func drawFirstLine(_ grid: inout Grid) {
    let width = context.size.columns
    var x = 1
    let crumbs = top.crumbs(context)
    let status = firstLineEnd(beside: crumbs)
    let statusWidth = min(width * 2 / 3, Width.of(status, context.glyphs.ambiguity))
    let room = width - statusWidth - 4
    for mark in marks(room) { x = grid.put(mark, x, 0, .undetermined) + 1 }
    for (index, crumb) in crumbs.enumerated() where x < room {
      if index > 0 { x = grid.put(" \(context.glyphs.crumb) ", x, 0, .muted, width: room - x) }
      let isLast = index == crumbs.count - 1
      x = grid.put(crumb, x, 0, isLast ? .title : .muted, width: room - x)
    }
    if screens.count == 1, !drafts.isEmpty, x < room {
      grid.put(
        context("   草稿 \(drafts.count) 份，: 草稿", "   drafts: \(drafts.count), : drafts"), x, 0, .undetermined,
        width: room - x)
    }
    grid.putRight(status, before: width - 1, 0, .muted, width: statusWidth)
  }

  /// What every screen says of the store: for trials, a copy.
  private func marks(_ room: Int) -> [String] {
    var marks = context.session.isTrial ? [context(Session.trialStore)] : []
    if let copy = context.session.copy {
      let whole = context(copy.text)
      let isRoomy = Width.of(whole, context.glyphs.ambiguity) + 24 <= room
      marks.append(isRoomy ? whole : context(copy.short))
    }
    return marks
  }

  /// Who sits here, then what the screen says of itself. Where there is no room for all, counts give way first, then the
  /// role; the name stays.
  private func firstLineEnd(beside crumbs: [String]) -> String {
    let session = context.session
    let name = SafeText.clean(session.officerName, limit: 40)
    let role = context(session.function)
    let parts = top.status(context).split(separator: Context.statusGap).map(String.init)
    let rest = parts.count > 1 ? Array(parts.dropFirst()) : parts
    let whole = [name, role].filter { !$0.isEmpty }.joined(separator: " ")
    let (short, ambiguity) = (name.isEmpty ? role : name, context.glyphs.ambiguity)
    func line(_ who: String, _ parts: [String]) -> String { ([who] + parts).joined(separator: Context.statusGap) }
    let mark = marks(context.size.columns * 2 / 3).reduce(0) { $0 + Width.of($1, ambiguity) + 1 }
    let crumbsWidth = mark + crumbs.reduce(0) { $0 + Width.of($1, ambiguity) + 3 }
    for (end, least) in [
      (line(whole, parts), crumbsWidth), (line(whole, rest), crumbsWidth), (line(short, rest), min(crumbsWidth, 36)),
      (line(whole, []), min(crumbsWidth, 36)),
    ] where Width.of(end, ambiguity) + least + 4 <= context.size.columns { return end }
    return short
  }

  private func drawToast(_ toast: Toast, _ grid: inout Grid) {
    let size = context.size
    let role: Role
    switch toast.kind {
    case .done: role = .notice
    case .refused, .failed: role = .error
    }
    let lines = toast.shown(context)
    let top = size.rows - 1 - lines.count
    grid.clear(Rect(x: 0, y: top, width: size.columns, height: lines.count))
    for (row, line) in lines.enumerated() { grid.put(line, 1, top + row, role, width: size.columns - 2) }
  }

  /// What the keys do now, and nothing else.
  private func drawFooter(_ grid: inout Grid) {
    let size = context.size
    let y = size.rows - 1
    let hints = dialog.map { $0.hints(context) } ?? (picker == nil ? screenHints : pickerHints)
    // What is always there has its place at the end; what the screen's own keys do fills the rest.
    let fixed = dialog == nil && picker == nil ? fixedHints : []
    let gap = size.columns < 100 ? 2 : 3
    let end = fixed.reduce(size.columns - 1) { $0 - Self.width($1) - gap }
    var x = 1
    for hint in hints {
      guard x + Self.width(hint) <= end else { break }
      x = put(hint, x, y, &grid) + gap
    }
    x = end + gap
    for hint in fixed { x = put(hint, x, y, &grid) + gap }
  }

  private static func width(_ hint: (String, String)) -> Int {
    Width.of(hint.0) + (hint.0.isEmpty ? 0 : 1) + Width.of(hint.1)
  }

  private func put(_ hint: (String, String), _ x: Int, _ y: Int, _ grid: inout Grid) -> Int {
    let x = hint.0.isEmpty ? x : grid.put(hint.0, x, y, .key) + 1
    return grid.put(hint.1, x, y, .hint)
  }

  private var fixedHints: [(String, String)] {
    let help = (top.isTyping ? "F1" : "?", context("帮助", "Help"))
    guard !top.isTyping else { return [help] }
    let back = screens.count > 1 ? [("Esc", context("返回", "Back"))] : []
    return back + [(":", context("命令", "Commands")), help]
  }

  private var pickerHints: [(String, String)] {
    [
      ("Enter", context("执行", "Run")), (context("上下键", "Up/Down"), context("选择", "Choose")),
      ("Esc", context("关闭", "Close")),
    ]
  }

  private var screenHints: [(String, String)] {
    if top.isTyping {
      return [("Enter", context("完成", "Done")), ("Esc", context("取消", "Cancel"))]
    }
    var hints: [(String, String)] = []
    var next: Command.ID?
    switch top.nextStep(context) {
    case .command(let id):
      next = id
      // An act of another part of the case has no key here.
      let own = Command.byID[id].flatMap { top.scopes.contains($0.scope) ? $0.keys.first : nil }
      let key = own ?? Command.byID["case.next"]?.keys.first
      hints.append(
        (key?.label(context.language, context.glyphs) ?? "", Command.byID[id].map { context($0.name) } ?? ""))
    case .awaited(let text): hints.append(("", context(text)))
    case nil: break
    }
    for command in commands where !command.isQuiet && command.id != next && availability(command) == .yes {
      guard let key = command.keys.first else { continue }
      hints.append((key.label(context.language, context.glyphs), context(command.name)))
    }
    return hints
  }
}

extension Toast {
  /// Lines that are shown of it at the foot of the screen.
  private static let most = 2

  /// Every requirement that is not met has a line of its own.
  private func lines(_ context: Context) -> [String] {
    context(text).split(separator: "\n").flatMap {
      TextWrap.lines(String($0), width: context.size.columns - 2, context.glyphs.ambiguity)
    }
  }

  /// As it is shown: two lines, and that there are more.
  func shown(_ context: Context) -> [String] {
    let lines = lines(context)
    guard lines.count > Self.most else { return lines }
    let more = lines.count - Self.most
    return lines.prefix(Self.most) + [context("另有 \(more) 行，Enter 看全部", "+\(more) more; Enter shows all")]
  }

  /// A dialog with all of it, where it is not shown whole.
  func whole(_ context: Context) -> Dialog? {
    guard lines(context).count > Self.most else { return nil }
    let title = kind == .done ? Phrase("全部内容", "All of it") : Phrase("没有办理，原因如下", "Not done, because")
    return Dialog(
      id: "app.told", title: title,
      body: context(text).split(separator: "\n").map { .init(String($0), kind == .done ? .text : .error) },
      confirm: Dialog.understood)
  }
}
