import ScoringCore

/// Where the officer is among the letters, and how far down the chosen one.
struct LettersState: Sendable, Hashable {
  var window = ListWindow()
  /// First line shown of the letter's text.
  var top = 0

  /// The draft under the cursor: a letter not on file yet. A return sends its own.
  func draft(_ record: CaseRecord) -> LetterRecord? {
    guard record.letters.indices.contains(window.cursor) else { return nil }
    let letter = record.letters[window.cursor]
    return letter.on == nil && letter.code != "return" ? letter : nil
  }

  func availability(_ command: Command.ID, _ record: CaseRecord?) -> Availability {
    switch command {
    case "letters.scrollDown", "letters.scrollUp":
      record?.letters.isEmpty == false ? .yes : .no(Phrase("还没有文书", "there is no letter"))
    default: .yes
    }
  }

  mutating func perform(_ command: Command.ID, _ shown: CaseContext, _ context: Context) {
    let height = max(1, context.size.rows - 6)
    switch command {
    case "letters.scrollDown": top += height / 2
    case "letters.scrollUp": top = max(0, top - height / 2)
    default:
      guard let key = Key.movement(command) else { return }
      window.fit(count: shown.record.letters.count, height: height)
      _ = window.move(key, count: shown.record.letters.count)
      top = 0
    }
  }
}
