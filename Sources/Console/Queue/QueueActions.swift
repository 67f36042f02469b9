import Casework
import ScoringCore

extension QueueScreen {
  func availability(_ command: Command.ID, _ context: Context) -> Availability {
    switch command {
    case "queue.open", "queue.select", "queue.range", "queue.all", "queue.copy", "queue.printed", "queue.print":
      list.count == 0
        ? .no(Phrase("这里没有申报件", "there is no case here")) : .yes
    case "queue.compare":
      (2...4).contains(marks.count)
        ? .yes : .no(Phrase("先用空格选中 2 至 4 件", "select 2 to 4 cases with Space first"))
    case "queue.take": TakeNext.availability(context)
    case "queue.bulk":
      context.session.isReadOnly
        ? .readOnly(context.session)
        : marks.isEmpty ? .no(Phrase("先用空格选中申报件", "select cases with Space first")) : .yes
    case "queue.assign":
      list.count == 0 && marks.isEmpty
        ? .no(Phrase("这里没有申报件", "there is no case here")) : Assigning.availability(context)
    case "queue.clear":
      marks.isEmpty ? .no(Phrase("没有选中的申报件", "no case is selected")) : .yes
    case "queue.clearFilter": editor.isEmpty ? .hidden : .yes
    case "queue.preview":
      context.size.columns < QueueScreen.previewColumns
        ? .no(Phrase("窗口至少 100 列才有预览", "a preview needs a window of 100 columns")) : .yes
    default: LotteryStep(command).map { drawAvailability($0, context) } ?? .yes
    }
  }

  mutating func perform(_ command: Command.ID, _ context: Context) -> [Step] {
    window.fit(count: list.count, height: QueueScreen.listHeight(context.size))
    switch command {
    case "queue.open": return open()
    case "queue.select":
      if let cursor {
        if marks.remove(cursor) == nil { marks.insert(cursor) }
        lastMark = cursor
      }
      _ = window.move(.down, count: list.count)
      takeCursor(context)
      return wantPreview(context)
    case "queue.range": markRange(context)
    case "queue.all": for index in 0..<list.count { marks.insert(context.cases.rows[list[index]].key) }
    case "queue.clear":
      marks = []
      lastMark = nil
    case "queue.filter": startFilter()
    case "queue.clearFilter":
      editor.set("")
      return refilter(context)
    case "queue.words": return [.ask(FilterWords.dialog(context))]
    case "queue.take": return TakeNext.steps(takeable(context), context)
    case "queue.bulk": return [.ask(BulkAct.menu(marks.count))]
    case "queue.assign": return askAssigning(context)
    case "queue.sort": return [.ask(sortDialog)]
    case "queue.columns": return [.ask(columnsDialog)]
    case "queue.views": return [.ask(viewsDialog(context))]
    case "queue.nextTab", "queue.previousTab":
      let tabs = shownTabs(context)
      let here = tabs.firstIndex(of: tab) ?? 0
      let next = command == "queue.nextTab" ? here + 1 : here + tabs.count - 1
      return turn(to: tabs[next % tabs.count], context)
    case "queue.preview":
      showsPreview.toggle()
      return wantPreview(context)
    case "queue.compare":
      let chosen = (0..<list.count).map { context.cases.rows[list[$0]].key }.filter(marks.contains)
      return CompareScreen.open(chosen.isEmpty ? [] : Array(chosen.prefix(4)))
    case "queue.printed":
      guard let cursor else { return [] }
      return [
        .ask(
          Dialog(
            id: "queue.printed", title: Phrase("名单", "The list as printed"),
            body: [.init(cursor.id, .muted)], confirm: Dialog.understood))
      ]
    case "queue.print": return [.ask(printDialog(context))]
    case "queue.copy":
      if let cursor { return [.effect(.copy(cursor.id))] }
    default: if let step = LotteryStep(command) { return previewLottery(step, context) }
    }
    return []
  }

  /// Rows in view that nobody has. Where only one's own are shown, those that nobody has and that fit otherwise.
  private func takeable(_ context: Context) -> [CaseSummary] {
    var shown = wanted
    if tab == .mine { shown.tab = .unassigned }
    var list = QueueList()
    while list.goOn(context.cases, shown) {}
    return list.order.map { context.cases.rows[Int($0)] }
  }

  private func open() -> [Step] {
    let opened: CaseTab = tab == .spotCheck ? .spotCheck : tab == .objections ? .objections : .breakdown
    return cursor.map { CaseScreen.open($0, at: opened) } ?? []
  }

  private mutating func markRange(_ context: Context) {
    guard let from = lastMark.flatMap({ context.cases.place(of: $0) }).flatMap(list.index) else {
      if let cursor { marks.insert(cursor) }
      lastMark = cursor
      return
    }
    for index in min(from, window.cursor)...max(from, window.cursor) {
      marks.insert(context.cases.rows[list[index]].key)
    }
    lastMark = cursor
  }

  // MARK: Dialogs

  private var sortDialog: Dialog {
    let options =
      columns.filter { $0 != .bar }.map { Form.Option($0.rawValue, $0.name) }
      + QueueColumn.allCases.filter { $0 != .bar && !columns.contains($0) }
      .map { Form.Option($0.rawValue, $0.name) }
    return .menu(
      id: "queue.sort", title: Phrase("按什么排序", "Sort by"),
      [Form.Option("", Phrase("原来的顺序", "The original order"))] + options,
      chosen: sort?.rawValue ?? "")
  }

  private var columnsDialog: Dialog {
    Dialog(
      id: "queue.columns", title: Phrase("显示哪些栏目", "Columns to show"),
      form: Form([
        Form.Field(
          "columns", Phrase("", ""),
          .many(QueueColumn.allCases.map { Form.Option($0.rawValue, $0.longName) }),
          codes: columns.map(\.rawValue))
      ]), confirm: Phrase("显示", "Show"))
  }

  private func viewsDialog(_ context: Context) -> Dialog {
    let saved = context.views.enumerated().map { index, view in
      Form.Option(
        "\(index)", Phrase(SafeText.clean(view.name, limit: 40), SafeText.clean(view.name, limit: 40)))
    }
    return .menu(
      id: "queue.views", title: Phrase("视图", "Views"),
      saved + [
        Form.Option("save", Phrase("保存现在的视图…", "Save this view …")),
        Form.Option(
          "forget", Phrase("删除一个视图…", "Delete a view …"),
          whyNot: saved.isEmpty ? Phrase("还没有保存的视图", "no view is saved yet") : nil),
      ])
  }

  mutating func answer(_ answer: Dialog.Answer, _ context: Context) -> [Step] {
    if answer.id.hasPrefix(BulkAct.prefix) { return answerBulk(answer, context) }
    if let steps = TakeNext.answer(answer) { return steps }
    guard let form = answer.form else { return [] }
    if answer.id == PrintDialog.id {
      return cursor.flatMap { PrintDialog.request(form, $0) }.map { [.effect(.print($0))] } ?? []
    }
    if let step = LotteryStep(Command.ID(rawValue: answer.id)) { return answerLottery(step, form, context) }
    switch answer.id {
    case "queue.sort":
      if let chosen = form.code("choice").flatMap(QueueColumn.init(rawValue:)) {
        isDescending = chosen == sort ? !isDescending : chosen == .days
        sort = chosen
      } else {
        // As the queue was come upon.
        (sort, isDescending) = tab == .spotCheck ? (.visit, false) : (.days, true)
      }
      list.sort(context.cases, wanted)
      // Whoever sorts wants to see what comes first.
      window = ListWindow(leaps: true)
      takeCursor(context)
      return wantPreview(context)
    case "queue.columns":
      let chosen = form.codes("columns").compactMap(QueueColumn.init(rawValue:))
      let kept = columns.filter(chosen.contains)
      columns = kept + chosen.filter { !kept.contains($0) }
      if !columns.contains(.name) { columns.insert(.name, at: 0) }
    case "queue.views": return chooseView(form.code("choice") ?? "", context)
    case "queue.saveView":
      let view = SavedView(
        name: form.text("name"), tab: tab.rawValue, filter: editor.text,
        columns: columns.map(\.rawValue), sort: sort?.rawValue, isDescending: isDescending)
      let views = context.views.filter { $0.name != view.name } + [view]
      return [.effect(.saveViews(views))]
    case "queue.forgetView":
      var views = context.views
      if let index = form.code("choice").flatMap({ Int($0) }), views.indices.contains(index) {
        views.remove(at: index)
      }
      return [.effect(.saveViews(views))]
    default: break
    }
    return []
  }

  private mutating func chooseView(_ choice: String, _ context: Context) -> [Step] {
    if choice == "save" {
      let names = Set(context.views.map(\.name))
      return [
        .ask(
          Dialog(
            id: "queue.saveView", title: Phrase("保存视图", "Save the view"),
            form: Form([Form.Field("name", Phrase("名称", "Name"), .text(limit: 24))]) { form in
              names.contains(form.text("name"))
                ? ["name": Phrase("已有同名的视图：换一个名称，或先删除它", "there is such a view: take another name, or delete it first")]
                : [:]
            },
            confirm: Phrase("保存", "Save")))
      ]
    }
    if choice == "forget" {
      let saved = context.views.enumerated().map { index, view in
        Form.Option("\(index)", Phrase(view.name, view.name))
      }
      return [
        .ask(
          .menu(id: "queue.forgetView", title: Phrase("删除哪个视图", "Delete which view"), saved))
      ]
    }
    guard let index = Int(choice), context.views.indices.contains(index) else { return [] }
    let view = context.views[index]
    tab = QueueTab(rawValue: view.tab) ?? .all
    columns = view.columns.compactMap(QueueColumn.init(rawValue:))
    if !columns.contains(.name) { columns.insert(.name, at: 0) }
    sort = view.sort.flatMap(QueueColumn.init(rawValue:))
    isDescending = view.isDescending
    editor.set(view.filter)
    only = nil
    onlyName = nil
    return refilter(context)
  }
}
