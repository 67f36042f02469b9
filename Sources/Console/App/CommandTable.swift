import ScoringCore

extension Command {
  /// The table: every command there is, in the order help and guide list them.
  package static let table: [Command] = [
    everywhere, queues, registers, overview, queue, draws, summary, caseFile, breakdown, explanation, compare, rules,
    materials,
    paper, timeline, event, objections, letters, spotCheck, files, acts, titles, officers,
  ].flatMap(\.self)

  /// Commands by id.
  package static let byID: [ID: Command] = Dictionary(
    table.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  static let everywhere: [Command] = [
    Command(
      "app.help", .everywhere, Phrase("帮助", "Help"), keys: [.letter("?"), .function(1)], quiet: true,
      Phrase("列出这里能做的事，可输入文字查找，回车执行", "List what can be done here; type to search, Enter runs it")),
    Command(
      "app.palette", .everywhere, Phrase("命令", "Commands"), keys: [.letter(":"), .function(2)],
      quiet: true, Phrase("按名称或拼音首字母执行命令", "Run a command by its name or initials")),
    Command(
      "app.menu", .everywhere, Phrase("前往", "Go to"), keys: [.letter("g"), .function(3)],
      quiet: true, Phrase("前往总览、各队列和其他页面", "Go to the overview, a queue or another screen")),
    Command(
      "app.back", .everywhere, Phrase("返回", "Back"), keys: [.escape], quiet: true,
      Phrase("回到上一页", "Go back to the screen before")),
    Command(
      "app.find", .everywhere, Phrase("查找企业", "Find"), keys: [.function(4)], quiet: true,
      Phrase("在全部申报件中按名称、拼音首字母或条件查找", "Find among all cases by name, initials or condition")),
    Command(
      "go.overview", .everywhere, Phrase("总览", "Overview"), quiet: true,
      Phrase("回到总览", "Go to the overview")),
    Command(
      "app.officer", .everywhere, Phrase("换人", "Change officer"), quiet: true,
      Phrase(
        "换一位密钥在本机的人员来办理；前一位打开的密封内容和口令都不留下",
        "Let another officer whose key is here sit down; nothing the former opened stays")),
    Command(
      "app.language", .everywhere, Phrase("中文/English", "English/Chinese"), keys: [.function(9)],
      quiet: true, Phrase("换用另一种语言", "Use the other language")),
    Command(
      "app.theme", .everywhere, Phrase("主题", "Theme"), quiet: true,
      Phrase("选一套颜色：深色、浅色、高对比度、单色或自己的", "Choose the colours: dark, light, high contrast, monochrome or your own")),
    Command(
      "app.mouse", .everywhere, Phrase("鼠标", "Mouse"), keys: [.function(8)], quiet: true,
      Phrase(
        "打开或关闭鼠标；打开时终端自己的选择和复制要按住 Shift",
        "Turn the mouse on or off; while it is on, hold Shift to select text")),
    Command(
      "app.repaint", .everywhere, Phrase("重画", "Repaint"), keys: [.control("l")], quiet: true,
      Phrase("重画整个屏幕", "Paint the whole screen anew")),
    Command(
      "app.drafts", .everywhere, Phrase("草稿", "Drafts"), quiet: true,
      Phrase("填了没有提交的表单：查看、去填完、删除", "Forms begun and not sent: read, finish or delete them")),
    Command(
      "app.reload", .everywhere, Phrase("刷新", "Reload"), keys: [.function(5)], quiet: true,
      Phrase("重新读取申报件", "Read the cases again")),
    Command(
      "app.suspend", .everywhere, Phrase("挂起", "Suspend"), keys: [.control("z")], quiet: true,
      Phrase("回到命令行，用 fg 返回", "Go to the shell; fg comes back")),
    Command(
      "app.quit", .everywhere, Phrase("退出", "Quit"), keys: [.letter("q"), .function(10)], quiet: true,
      Phrase("退出程序，问一次；已保存的不会丢失", "Leave the program after asking once; nothing saved is lost")),
  ]
  /// A place to go to: the menu lists these, and the help does not repeat them.
  var isPlace: Bool { id.rawValue.hasPrefix("go.") }

  /// Each queue, for the menu and the palette.
  static let queues: [Command] = QueueTab.allCases.map { tab in
    Command(
      tab.command, .everywhere, tab.name, quiet: true,
      Phrase("打开队列：\(tab.name.zh)", "Open the queue: \(tab.name.en)"))
  }

  /// What is no case: in the menu after the overview and the queues, which have its digits.
  static let registers: [Command] = [
    Command(
      "go.summary", .everywhere, Phrase("汇总", "Summary"), quiet: true,
      Phrase("分组件数、得分分布、换版本后谁越线", "Counts by group, where the scores lie, who crosses under another edition")),
    Command(
      "go.titles", .everywhere, Phrase("称号", "Titles"), quiet: true,
      Phrase("称号登记：谁持有什么、到何时、有什么到期", "The register of titles: who holds what, until when, what falls due")),
    Command(
      "go.officers", .everywhere, Phrase("人员", "Officers"), quiet: true,
      Phrase("谁能做什么：人员、密钥、职责、待批准的事项", "Who may do what: officers, keys, roles, what awaits approval")),
    Command(
      "go.rules", .everywhere, Phrase("标准", "Rules"), keys: [.function(6)], quiet: true,
      Phrase(
        "阅读标准：版本、指标、细则、通知、划型、日历",
        "Read the standard: editions, rules, provinces, notices, sizes, calendar")),
  ]
}

extension QueueTab {
  /// The command that opens it.
  var command: Command.ID { Command.ID(rawValue: "go.\(rawValue)") }
}
