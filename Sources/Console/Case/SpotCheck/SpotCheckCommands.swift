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
    ]
}
