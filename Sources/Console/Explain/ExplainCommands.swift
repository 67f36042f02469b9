import ScoringCore

extension Command {
  /// The commands of an explanation and of what is missing.
  static let explanation: [Command] =
    moves(.explanation, "explanation") + [
      Command(
        "explanation.fold", .explanation, Phrase("展开", "Open"), keys: [.enter, .space],
        Phrase("展开或收起这一项", "Open or close this item")),
      Command(
        "explanation.rule", .explanation, Phrase("规则", "Rule"), keys: [.letter("R")],
        Phrase("到标准里看这条规则", "Read this rule in the standard")),
    ]
}
