import ScoringCore

extension Command {
  static let overview: [Command] = [
    Command(
      "overview.open", .overview, Phrase("打开", "Open"), keys: [.enter],
      Phrase("打开光标所在格子的申报件", "Open the cases counted under the cursor")),
    Command(
      "overview.take", .overview, Phrase("取下一件", "Take next"), keys: [.letter("n")], undo: .undoable,
      Phrase(
        "取期限最近的未分配申报件，打开起决定作用的指标；取件即声明没有利害关系",
        "Take the unassigned case with the earliest deadline; taking it states that there is no conflict"
      )),
    Command(
      "overview.next", .overview, Phrase("换一块", "Next block"), keys: [.tab],
      Phrase("在提醒、层级、地方和变化之间移动", "Move between the reminders, the tiers, the places and what is new")),
    Command(
      "overview.previous", .overview, Phrase("上一块", "Block before"), keys: [.backTab], quiet: true,
      Phrase("往回移动一块", "Move back by one block")),
    Command(
      "overview.filter", .overview, Phrase("筛选", "Filter"), keys: [.letter("/")],
      Phrase("打开队列并输入筛选条件或名称", "Open the queue and type conditions or a name")),
    Command(
      "overview.all", .overview, Phrase("全国/本省", "All/one"), keys: [.letter("v")], quiet: true,
      Phrase("在全部省份和一个省份之间切换", "Change between all authorities and one")),
    Command(
      "overview.seen", .overview, Phrase("已阅", "Seen"), keys: [.letter("x")], quiet: true,
      Phrase("把上次退出以来的变化记为已阅", "Take what happened since as seen")),
  ]
}
