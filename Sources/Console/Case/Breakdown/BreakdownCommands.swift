import ScoringCore

extension Command {
  /// The commands of the breakdown.
  static let breakdown: [Command] =
    moves(.breakdown, "breakdown") + [
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
        Phrase("打开整个测算结果的解释", "Open the explanation of the whole result")),
      Command(
        "breakdown.verify", .breakdown, Phrase("核实", "Verify"), keys: [.letter("m")], undo: .undoable,
        Phrase("核实这一行所用的数据：填写从材料读到的值和页码", "Verify a fact of this row: the value read from its document, and the page")),
      Command(
        "breakdown.evidence", .breakdown, Phrase("证据", "Evidence"), keys: [.letter("p")],
        Phrase("打开证明这一行的材料", "Open the document that proves this row")),
      Command(
        "breakdown.missing", .breakdown, Phrase("缺什么", "Missing"), keys: [.letter("w")],
        Phrase("缺什么、补上会怎样、差距最小的单项", "What is missing, what it would change, the cheapest moves")),
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
    ]
}
