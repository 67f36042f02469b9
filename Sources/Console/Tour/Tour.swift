package import ScoringCore

/// Whose desk a tour shows, and on which day.
package struct Persona: Sendable, Hashable {
  /// Officer id.
  package var officer: String
  package var day: Day
}

/// One step of a guided tour: what it shows, in words, and the keys that show it.
package struct TourStep: Sendable, Hashable {
  package var caption: Phrase
  /// Pressed one after the other while the caption stands.
  package var keys: [Key]
  /// `nil` for the visitor's own desk.
  package var seat: Persona?

  package init(_ caption: Phrase, _ keys: Key...) {
    self.caption = caption
    self.keys = keys
  }

  init(_ caption: Phrase, keys: [Key]) {
    self.caption = caption
    self.keys = keys
  }
}

/// A guided tour of the real console: presses its keys and says what they do, in lines below the screen.
///
/// Goes on when the visitor presses a key, or by itself; ends at once with Esc and leaves him the console as it stands.
package struct Tour: Sendable {
  private let steps: [TourStep]
  private let isAuto: Bool
  /// How long pauses are, in percent.
  private let pace: Int
  private var index = 0
  private var pressed = 0
  private var isLeft = false

  /// Rows that the captions take at the bottom.
  package static let rows = 4
  /// A console with fewer rows than this has no room for them.
  package static let leastRows = Model.minimum.rows + rows
  /// Longer than the time for which a dialog that has opened takes no key.
  package static let keyPause = Model.dialogGuardTime + 60
  /// Before Enter, so that what it confirms can be seen.
  private static let lookPause = 1_200

  package init(_ steps: [TourStep] = TourStep.script(), isAuto: Bool, pace: Int = 100) {
    self.steps = steps
    self.isAuto = isAuto
    self.pace = pace
  }

  package var isOver: Bool { isLeft || index >= steps.count }

  /// Whose desk it is now; the visitor's own again once the tour is over.
  package var seat: Persona? { isOver ? nil : steps[index].seat }

  private var isWaiting: Bool { !isOver && pressed >= steps[index].keys.count }

  /// Milliseconds after which to ask for the `next` key; `nil` while only the visitor's key goes on.
  package func pause(_ language: Language) -> Int? {
    guard !isOver else { return nil }
    guard isWaiting else {
      return (steps[index].keys[pressed] == .enter ? Self.lookPause : Self.keyPause) * pace / 100
    }
    guard isAuto else { return nil }
    // About the time it takes to read the caption.
    let letters = steps[index].caption(language).count
    return (1_500 + letters * (language == .zh ? 140 : 45)) * pace / 100
  }

  /// The pause is over: the key to press now, `nil` where the next caption begins.
  package mutating func next() -> Key? {
    guard !isOver else { return nil }
    guard !isWaiting else {
      index += 1
      pressed = 0
      return nil
    }
    pressed += 1
    return steps[index].keys[pressed - 1]
  }

  /// The visitor pressed a key: the keys to press at once, so that the next caption can begin.
  package mutating func goOn(_ key: Key) -> [Key] {
    guard !isOver else { return [] }
    switch key.folded {
    case .escape, .character("q"), .function(10), .control("c"):
      isLeft = true
      return []
    default:
      let rest = Array(steps[index].keys.dropFirst(pressed))
      index += 1
      pressed = 0
      return rest
    }
  }

  /// The screen with the caption below it. `screen` has `rows` fewer rows than `size`.
  package func frame(_ screen: Grid, _ size: Size, _ language: Language) -> Grid {
    var grid = Grid(size, glyphs: screen.glyphs)
    grid.takeRows(of: screen)
    guard !isOver else { return grid }
    let top = size.rows - Self.rows
    let width = size.columns
    grid.put(String(repeating: grid.glyphs.rule, count: width), 0, top, .accent)
    // On a walk, whose desk it is and which day.
    let seat = seat.map { "  \($0.officer)  \($0.day) " } ?? ""
    let place = " \(index + 1)/\(steps.count) \(seat)"
    grid.put(Phrase(" 导览\(place)", " Tour\(place)")(language), 2, top, .accent)
    grid.putRight(hint(language), before: width - 2, top, .accent, width: width / 2)
    let lines = TextWrap.lines(steps[index].caption(language), width: width - 4, grid.glyphs.ambiguity)
    for (row, line) in lines.prefix(Self.rows - 1).enumerated() { grid.put(line, 2, top + 1 + row, .text) }
    return grid
  }

  private func hint(_ language: Language) -> String {
    let word =
      isAuto
      ? Phrase("自动播放，空格跳过，Esc 结束", "plays by itself, Space skips, Esc ends")
      : Phrase("空格继续，Esc 结束", "Space goes on, Esc ends")
    return " " + word(language) + " "
  }
}
