import ScoringCore

extension Command {
  /// The commands of a comparison.
  static let compare: [Command] =
    moves(.compare, "compare") + [
      Command(
        "compare.open", .compare, Phrase("解释", "Explain"), keys: [.enter, .letter("e")],
        Phrase("打开这一行的完整解释", "Open the full explanation of the row"))
    ]
}
