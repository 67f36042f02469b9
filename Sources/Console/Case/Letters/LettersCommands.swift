import ScoringCore

extension Command {
  /// The commands of letters.
  static let letters: [Command] =
    moves(.letters, "letters") + [
      Command(
        "letters.scrollDown", .letters, Phrase("往下", "Scroll"), keys: [.right, .space],
        Phrase("往下看文书", "Scroll the letter down")),
      Command(
        "letters.scrollUp", .letters, Phrase("往上", "Scroll up"), keys: [.left], quiet: true,
        Phrase("往上看文书", "Scroll the letter up")),
      PrintDialog.command("letters.print", .letters, quiet: false),
    ]
}
