import ScoringCore

extension Command {
  /// The commands of the checklist.
  static let materials: [Command] =
    moves(.materials, "materials") + [
      Command(
        "materials.ok", .materials, Phrase("齐备", "In order"), keys: [.letter("y")], undo: .undoable,
        Phrase("这份材料齐备，到下一份待查的", "The document is in order; go to the next to check")),
      Command(
        "materials.defect", .materials, Phrase("缺陷", "Defect"), keys: [.letter("d")], undo: .undoable,
        Phrase("记下缺陷：选编码的理由", "Note defects as coded reasons")),
      Command(
        "materials.notRequired", .materials, Phrase("不要求", "Not asked"), keys: [.letter("x")], undo: .undoable,
        Phrase("这一件不要求这份材料，写明理由", "This case does not need the document, with a reason")),
      Command(
        "materials.verify", .materials, Phrase("核实", "Verify"), keys: [.letter("m")], undo: .undoable,
        Phrase("填写从材料读到的值和页码", "Enter the value read from the document, and its page")),
      Command(
        "materials.text", .materials, Phrase("看材料", "Read"), keys: [.enter, .letter("v")],
        Phrase(
          "在这里看这份材料的文字，旁边是它证明的数据；不是文字的用系统的查看器打开",
          "Read the document's text here, beside the facts it proves; what is no text opens in the system's viewer")),
      Command(
        "materials.record", .materials, Phrase("记录", "Record"), keys: [.letter("i")], quiet: true,
        Phrase(
          "看这份材料的全部记录：缺陷和说明、谁核对的、证明什么、核实了什么",
          "Read all that is on file of the document: defects and notes, who checked it, what it proves and what was verified"
        )
      ),
      Command(
        "materials.open", .materials, Phrase("打开", "Open"), keys: [.letter("o")], quiet: true,
        Phrase("用系统的查看器打开这份材料", "Open the document in the system's viewer")),
      Command(
        "materials.nextFact", .materials, Phrase("下一个数", "Next fact"), keys: [.right], quiet: true,
        Phrase("到这份材料证明的下一个事实", "Go to the next fact that the document proves")),
      Command(
        "materials.previousFact", .materials, Phrase("上一个数", "Fact before"), keys: [.left], quiet: true,
        Phrase("到这份材料证明的上一个事实", "Go to the fact before")),
    ]
}
