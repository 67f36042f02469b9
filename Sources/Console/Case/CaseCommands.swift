import ScoringCore

extension Command {
  /// Moving in a list; each scope has its own so that help and palette can name them.
  static func moves(_ scope: Scope, _ prefix: String) -> [Command] {
    func command(_ name: String, _ title: Phrase, _ keys: [Key], _ summary: Phrase) -> Command {
      Command(Command.ID(rawValue: prefix + "." + name), scope, title, keys: keys, quiet: true, summary)
    }
    return [
      command("up", Phrase("上一行", "Up"), [.up], Phrase("到上一行", "Go up a line")),
      command("down", Phrase("下一行", "Down"), [.down], Phrase("到下一行", "Go down a line")),
      command("pageUp", Phrase("上一页", "Page up"), [.pageUp], Phrase("上翻一页", "Go up a page")),
      command("pageDown", Phrase("下一页", "Page down"), [.pageDown], Phrase("下翻一页", "Go down a page")),
      command("first", Phrase("开头", "First"), [.home], Phrase("到开头", "Go to the first line")),
      command("last", Phrase("末尾", "Last"), [.end], Phrase("到末尾", "Go to the last line")),
    ]
  }

  /// The commands of the case screens: a part of the one table.
  static let caseFile: [Command] =
    [
      Command(
        "case.nextTab", .caseFile, Phrase("下一栏", "Next part"), keys: [.tab],
        Phrase("到案件的下一部分", "Go to the next part of the case")),
      Command(
        "case.previousTab", .caseFile, Phrase("上一栏", "Previous part"), keys: [.backTab], quiet: true,
        Phrase("到案件的上一部分", "Go to the previous part of the case")),
    ] + moves(.breakdown, "breakdown") + [
      Command(
        "breakdown.right", .breakdown, Phrase("右栏", "Right column"), keys: [.right],
        Phrase("右栏换成下一项：核实、上一层级、另一版标准、上一版、另一件", "Show the next choice in the right column")),
      Command(
        "breakdown.left", .breakdown, Phrase("右栏退回", "Column back"), keys: [.left], quiet: true,
        Phrase("右栏换成上一项", "Show the previous choice in the right column")),
      Command(
        "breakdown.open", .breakdown, Phrase("解释", "Explain"), keys: [.enter, .letter("e")],
        Phrase("打开这一行的完整解释；在标题上折叠或展开", "Open the full explanation of the row; on a heading, fold it")),
      Command(
        "breakdown.whole", .breakdown, Phrase("全部解释", "Explain all"), keys: [.letter("E")], quiet: true,
        Phrase("打开整个结论的解释", "Open the explanation of the whole result")),
      Command(
        "breakdown.verify", .breakdown, Phrase("核实", "Verify"), keys: [.letter("m")], undo: .undoable,
        Phrase("核实这一行所用的数据：填写从材料读到的值和页码", "Verify a fact of this row: the value read from its paper, and the page")),
      Command(
        "breakdown.evidence", .breakdown, Phrase("证据", "Evidence"), keys: [.letter("p")],
        Phrase("打开证明这一行的材料", "Open the paper that proves this row")),
      Command(
        "breakdown.missing", .breakdown, Phrase("缺什么", "Missing"), keys: [.letter("w")],
        Phrase("缺什么、补上会怎样、最省的单项改变", "What is missing, what it would change, the cheapest moves")),
      Command(
        "breakdown.rule", .breakdown, Phrase("规则", "Rule"), keys: [.letter("R")],
        Phrase("到标准里看这一行的规则", "Read this row's rule in the standard")),
      Command(
        "breakdown.compare", .breakdown, Phrase("比较", "Compare"), keys: [.letter("c")],
        Phrase("与右栏的另一件、另一版并排比较", "Compare with the right column side by side")),
      Command(
        "breakdown.another", .breakdown, Phrase("另一件", "Another case"), keys: [.letter("o")], quiet: true,
        Phrase("把另一件放到右栏", "Put another case in the right column")),
      Command(
        "breakdown.fold", .breakdown, Phrase("折叠", "Fold"), keys: [.space], quiet: true,
        Phrase("折叠或展开这一组", "Fold or unfold this group")),
      Command(
        "breakdown.foldAll", .breakdown, Phrase("全部折叠", "Fold all"), keys: [.letter("z")], quiet: true,
        Phrase("折叠或展开所有的组", "Fold or unfold all groups")),
    ] + moves(.explanation, "explanation") + [
      Command(
        "explanation.fold", .explanation, Phrase("展开", "Open"), keys: [.enter, .space],
        Phrase("展开或收起这一项", "Open or close this item")),
      Command(
        "explanation.rule", .explanation, Phrase("规则", "Rule"), keys: [.letter("R")],
        Phrase("到标准里看这条规则", "Read this rule in the standard")),
    ] + moves(.compare, "compare") + [
      Command(
        "compare.open", .compare, Phrase("解释", "Explain"), keys: [.enter, .letter("e")],
        Phrase("打开这一行的完整解释", "Open the full explanation of the row"))
    ] + moves(.rules, "rules") + [
      Command(
        "rules.fold", .rules, Phrase("展开", "Open"), keys: [.enter, .space],
        Phrase("展开或收起这一节", "Open or close this section")),
      Command(
        "rules.search", .rules, Phrase("查找", "Search"), keys: [.letter("/")],
        Phrase("在标准里查找，也可输入拼音首字母", "Search the standard, by initials too")),
    ] + moves(.materials, "materials") + [
      Command(
        "materials.text", .materials, Phrase("看材料", "Read"), keys: [.enter, .letter("v")],
        Phrase(
          "在这里看这份材料的文字，旁边是它证明的数据；不是文字的用系统的查看器打开",
          "Read the paper's text here, beside the facts it proves; what is no text opens in the system's viewer")),
      Command(
        "materials.open", .materials, Phrase("打开", "Open"), keys: [.letter("o")],
        Phrase("用系统的查看器打开这份材料", "Open the paper in the system's viewer")),
      Command(
        "materials.ok", .materials, Phrase("齐备", "In order"), keys: [.letter("y")], undo: .undoable,
        Phrase("这份材料齐备，到下一份待查的", "The paper is in order; go to the next to check")),
      Command(
        "materials.defect", .materials, Phrase("缺陷", "Defect"), keys: [.letter("d")], undo: .undoable,
        Phrase("记下缺陷：选编码的理由", "Note defects as coded reasons")),
      Command(
        "materials.notRequired", .materials, Phrase("不要求", "Not asked"), keys: [.letter("x")], undo: .undoable,
        Phrase("这一件不要求这份材料，写明理由", "This case does not need the paper, with a reason")),
      Command(
        "materials.verify", .materials, Phrase("核实", "Verify"), keys: [.letter("m")], undo: .undoable,
        Phrase("填写从材料读到的值和页码", "Enter the value read from the paper, and its page")),
      Command(
        "materials.nextFact", .materials, Phrase("下一个数", "Next fact"), keys: [.right], quiet: true,
        Phrase("到这份材料证明的下一个事实", "Go to the next fact that the paper proves")),
      Command(
        "materials.previousFact", .materials, Phrase("上一个数", "Fact before"), keys: [.left], quiet: true,
        Phrase("到这份材料证明的上一个事实", "Go to the fact before")),
    ] + moves(.paper, "paper") + [
      Command(
        "paper.verify", .paper, Phrase("核实", "Verify"), keys: [.letter("m")], undo: .undoable,
        Phrase("填写在这里读到的值和页码", "Enter the value read here, and its page")),
      Command(
        "paper.nextFact", .paper, Phrase("下一个数", "Next fact"), keys: [.right], quiet: true,
        Phrase("到这份材料证明的下一个事实", "Go to the next fact that the paper proves")),
      Command(
        "paper.previousFact", .paper, Phrase("上一个数", "Fact before"), keys: [.left], quiet: true,
        Phrase("到这份材料证明的上一个事实", "Go to the fact before")),
      Command(
        "paper.open", .paper, Phrase("打开", "Open"), keys: [.letter("o"), .enter],
        Phrase("用系统的查看器打开这份材料", "Open the paper in the system's viewer")),
    ] + moves(.timeline, "timeline") + [
      Command(
        "timeline.open", .timeline, Phrase("全文", "In full"), keys: [.enter, .letter("v")],
        Phrase("看这一条的全部：谁、哪一天、是否生效、每一栏的全文", "Read this event in full: who, when, whether it stands, every field")),
      Command(
        "timeline.filter", .timeline, Phrase("筛选", "Filter"), keys: [.letter("f")],
        Phrase("换着看：全部、上次看过之后、只看步骤、未生效的", "Show all, what is new, steps only, or what has no effect")),
    ] + moves(.event, "event") + moves(.objections, "objections") + moves(.letters, "letters") + [
      Command(
        "letters.scrollDown", .letters, Phrase("往下", "Scroll"), keys: [.right, .space],
        Phrase("往下看文书", "Scroll the letter down")),
      Command(
        "letters.scrollUp", .letters, Phrase("往上", "Scroll up"), keys: [.left], quiet: true,
        Phrase("往上看文书", "Scroll the letter up")),
    ] + moves(.spotCheck, "spot") + [
      Command(
        "spot.same", .spotCheck, Phrase("一致", "As declared"), keys: [.letter("1")], undo: .undoable,
        Phrase("现场与申报一致，到下一项", "It is as declared; go to the next item")),
      Command(
        "spot.differs", .spotCheck, Phrase("不一致", "Differs"), keys: [.letter("2")], undo: .undoable,
        Phrase("现场与申报不一致，填写现场的值", "It differs; enter what was found")),
      Command(
        "spot.notSeen", .spotCheck, Phrase("未见到", "Not seen"), keys: [.letter("3")], undo: .undoable,
        Phrase("没有见到，到下一项", "It was not seen; go to the next item")),
    ]
}
