import ScoringCore

extension Command {
  static let queue: [Command] = [
    Command(
      "queue.open", .queue, Phrase("打开", "Open"), keys: [.enter],
      Phrase("打开光标所在的申报件，先看起决定作用的指标", "Open the case under the cursor at what decides it")),
    Command(
      "queue.select", .queue, Phrase("选", "Select"), keys: [.space],
      Phrase("选中或取消光标所在的申报件，并下移", "Select or unselect the case under the cursor and go down")),
    Command(
      "queue.filter", .queue, Phrase("筛选", "Filter"), keys: [.letter("/")],
      Phrase(
        "输入条件或名称、拼音首字母：小巨人 山东 逾期 得分<65；前面加 - 表示除外",
        "Type conditions, a name or its initials: little-giant Shandong late score<65; - before one excludes")
    ),
    Command(
      "queue.words", .queue, Phrase("筛选用语", "Filter words"), keys: [.function(7)], quiet: true,
      Phrase("列出筛选能用的条件和词", "List the conditions and words a filter knows")),
    Command(
      "queue.take", .queue, Phrase("取下一件", "Take next"), keys: [.letter("n")], undo: .undoable,
      Phrase(
        "取期限最近的未分配申报件，打开起决定作用的指标；取件即声明没有利害关系",
        "Take the unassigned case with the earliest deadline; taking it states that there is no conflict"
      )),
    Command(
      "queue.bulk", .queue, Phrase("批量", "Bulk"), keys: [.letter("b")], undo: .undoable,
      Phrase(
        "对选中的申报件做同一件事：先列出能做的和不能做的原因，再逐件执行",
        "Do one thing to every selected case: first see which can and why others cannot, then one by one")),
    Command(
      "queue.assign", .queue, Assigning.word, keys: [.letter("F")], quiet: true, undo: .undoable,
      Phrase(
        "把选中的、没有选的把光标所在的分给一名审核员；列出各人手上的件数",
        "Give the selected cases, or the one under the cursor, to a reviewer; lists what each has")),
    Command(
      "queue.sort", .queue, Phrase("排序", "Sort"), keys: [.letter("s")],
      Phrase(
        "按任一栏排序并回到第一行；再选同一栏换方向；可回到原来的顺序",
        "Sort by any column and go to the first row; the same column again turns round; the original order is there too"
      )),
    Command(
      "queue.views", .queue, Phrase("视图", "Views"), keys: [.letter("v")],
      Phrase("用一个保存的视图，或保存现在的", "Use a saved view, or save this one")),
    Command(
      "queue.compare", .queue, Phrase("比较", "Compare"), keys: [.letter("=")], quiet: true,
      Phrase("并排比较选中的 2 至 4 件", "Compare the 2 to 4 selected cases side by side")),
    Command(
      "queue.columns", .queue, Phrase("栏目", "Columns"), keys: [.letter("c")], quiet: true,
      Phrase("选择要显示的栏目", "Choose the columns shown")),
    Command(
      "queue.range", .queue, Phrase("选到此处", "Range"), keys: [.letter("V")], quiet: true,
      Phrase("从上次选中的申报件一直选到光标", "Select from the case last selected to the cursor")),
    Command(
      "queue.all", .queue, Phrase("全选所列", "All shown"), keys: [.letter("A")], quiet: true,
      Phrase("选中现在列出的全部申报件", "Select every case listed now")),
    Command(
      "queue.clear", .queue, Phrase("清除选中", "Unselect"), keys: [.letter("X")], quiet: true,
      Phrase("清除全部选中", "Clear the selection")),
    Command(
      "queue.clearFilter", .queue, Phrase("清除筛选", "No filter"), keys: [.letter("\\"), .backspace],
      quiet: true, Phrase("去掉筛选条件", "Remove the filter")),
    Command(
      "queue.nextTab", .queue, Phrase("下一队列", "Next queue"), keys: [.tab, .right, .letter("l")],
      quiet: true, Phrase("换到下一个队列", "Go to the next queue")),
    Command(
      "queue.previousTab", .queue, Phrase("上一队列", "Previous queue"),
      keys: [.backTab, .left, .letter("h")], quiet: true,
      Phrase("换到上一个队列", "Go to the previous queue")),
    Command(
      "queue.preview", .queue, Phrase("预览", "Preview"), keys: [.letter("p")], quiet: true,
      Phrase("显示或收起右边的预览", "Show or hide the preview on the right")),
    Command(
      "queue.printed", .queue, Phrase("看名单", "List"), keys: [.letter("L")], quiet: true,
      Phrase("看光标所在申报件的公示或推荐名单，和印出来的一样", "See the published list of the case under the cursor, as it is printed")),
    PrintDialog.command("queue.print", .queue),
    Command(
      "queue.copy", .queue, Phrase("复制编号", "Copy id"), keys: [.letter("y")], quiet: true,
      Phrase("把申报编号送到剪贴板", "Send the case's id to the clipboard")),
  ]
}
