import ScoringCore

extension Command {
  /// The commands of an open paper.
  static let paper: [Command] =
    moves(.paper, "paper") + [
      Command(
        "paper.verify", .paper, Phrase("核实", "Verify"), keys: [.letter("m")], undo: .undoable,
        Phrase("填写在这里读到的值和页码", "Enter the value read here, and its page")),
      Command(
        "paper.nextFact", .paper, Phrase("下一个数", "Next fact"), keys: [.right], quiet: true,
        Phrase("到这份材料证明的下一个事实", "Go to the next fact that the document proves")),
      Command(
        "paper.previousFact", .paper, Phrase("上一个数", "Fact before"), keys: [.left], quiet: true,
        Phrase("到这份材料证明的上一个事实", "Go to the fact before")),
      Command(
        "paper.open", .paper, Phrase("打开", "Open"), keys: [.letter("o"), .enter],
        Phrase("用系统的查看器打开这份材料", "Open the document in the system's viewer")),
    ]
}
