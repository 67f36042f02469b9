import ScoringCore

extension Command {
  static let summary: [Command] =
    [
      Command(
        "summary.open", .summary, Phrase("打开", "Open"), keys: [.enter],
        Phrase("打开这一组的申报件，或光标所在的越线申报件", "Open the cases of the group, or the case under the cursor that crosses")),
      Command(
        "summary.by", .summary, Phrase("分组", "Group by"), keys: [.letter("b")],
        Phrase("选择按什么分组，可选几项", "Choose what the cases are grouped by, several if need be")),
      Command(
        "summary.edition", .summary, Phrase("换版本", "Edition"), keys: [.letter("e")],
        Phrase("换一个版本测算，提交日不变，列出谁越线", "Judge each case on its own day by another edition, and list who crosses")),
      Command(
        "summary.next", .summary, Phrase("越线", "Who crosses"), keys: [.tab, .backTab],
        Phrase("在分组和越线的申报件之间移动", "Move between the groups and the cases that cross")),
    ] + moves(.summary, "summary")
}
