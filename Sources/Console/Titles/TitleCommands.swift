import Casework
import ScoringCore

extension Command {
  /// The commands of the register of titles and of one title.
  static let titles: [Command] =
    [
      Command(
        "titles.open", .titles, Phrase("打开", "Open"), keys: [.enter],
        Phrase("打开这个称号：有效期、经过、可办的事", "Open the title: its term, what happened, what may be done")),
      Command(
        "titles.search", .titles, Phrase("查找", "Find"), keys: [.letter("/")],
        Phrase("按名称、拼音首字母、信用代码、层级、省份、地市查找", "Find by name, initials, credit code, tier, province or city")),
      Command(
        "titles.clear", .titles, Phrase("清除查找", "Clear"), keys: [.letter("\\"), .backspace], quiet: true,
        Phrase("去掉查找", "Remove what was looked for")),
      Command(
        "titles.nextTab", .titles, Phrase("下一栏", "Next part"), keys: [.tab, .right, .letter("l")],
        Phrase("换到登记的下一栏；数字键直接选", "Go to the next part of the register; digits choose one")),
      Command(
        "titles.previousTab", .titles, Phrase("上一栏", "Part before"), keys: [.backTab, .left, .letter("h")], quiet: true,
        Phrase("换到登记的上一栏", "Go to the part before")),
      PrintDialog.command("titles.print", .titles),
      Command(
        "titles.copy", .titles, Phrase("复制代码", "Copy code"), keys: [.letter("y")], quiet: true,
        Phrase("把信用代码送到剪贴板", "Send the credit code to the clipboard")),
    ] + acts(in: .titles) + moves(.titles, "titles") + [
      Command(
        "title.do", .title, Phrase("办理", "Do"), keys: [.enter, .space],
        Phrase("办光标所在的事；数字键直接办", "Do what the cursor is on; digits do it at once")),
      Command(
        "title.case", .title, Phrase("申报件", "Case"), keys: [.letter("o")],
        Phrase("打开给出这个称号的申报件", "Open the case that gave the title")),
    ] + acts(in: .title) + moves(.title, "title")
}
