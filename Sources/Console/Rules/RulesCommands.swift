import ScoringCore

extension Command {
  /// The commands of the standard.
  static let rules: [Command] =
    moves(.rules, "rules") + [
      Command(
        "rules.fold", .rules, Phrase("展开", "Open"), keys: [.enter, .space],
        Phrase("展开或收起这一节", "Open or close this section")),
      Command(
        "rules.search", .rules, Phrase("查找", "Search"), keys: [.letter("/")],
        Phrase("在标准里查找，也可输入拼音首字母", "Search the standard, by initials too")),
    ]
}
