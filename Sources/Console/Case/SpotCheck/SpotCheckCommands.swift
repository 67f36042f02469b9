import ScoringCore

extension Command {
  /// The commands of a visit.
  static let spotCheck: [Command] =
    moves(.spotCheck, "spot") + [
      Command(
        "spot.same", .spotCheck, Phrase("一致", "As declared"), keys: [.letter("1")], undo: .undoable,
        Phrase("现场与申报一致，到下一项", "It is as declared; go to the next item")),
      Command(
        "spot.differs", .spotCheck, Phrase("不一致", "Differs"), keys: [.letter("2")], undo: .undoable,
        Phrase("现场与申报不一致，填写现场核实数", "It differs; enter what was found")),
      Command(
        "spot.notSeen", .spotCheck, Phrase("未能查见", "Not seen"), keys: [.letter("3")], undo: .undoable,
        Phrase("没有见到，到下一项", "It was not seen; go to the next item")),
      Command(
        "spot.add", .spotCheck, Phrase("添照片", "Add photos"), keys: [.letter("f")], undo: .undoable,
        Phrase(
          "从本机的文件夹添照片和材料，可一次添多份；照片里的地点和时间先去掉",
          "Add photographs and papers of this computer; place and time are taken out of a photograph")),
      Command(
        "spot.open", .spotCheck, Phrase("全文", "In full"), keys: [.enter],
        Phrase("看这一项的全部：申报、现场情况、说明、谁记的、带来的变化", "Read the item in full: declared, seen, note, by whom, what followed")),
      Command(
        "spot.show", .spotCheck, Phrase("看照片", "See photos"), keys: [.letter("o")],
        Phrase("看这一项的照片和材料", "Open the photographs and papers of the item")),
    ]
}
