import ScoringCore

extension Command {
  /// The commands of objections.
  static let objections: [Command] =
    moves(.objections, "objections") + [
      Command(
        "objections.open", .objections, Phrase("全文", "In full"), keys: [.enter],
        Phrase("看这一件的全部：文本、每一步、答复和理由", "Read it in full: the text, every step, the answer and its reasons"))
    ]
}

/// Where the officer is among the objections, reports and leads.
struct ObjectionsState: Sendable, Hashable {
  var window = ListWindow()

  /// The one under the cursor.
  func chosen(_ record: CaseRecord) -> Objection? {
    record.objections.indices.contains(window.cursor) ? record.objections[window.cursor] : nil
  }

  func availability(_ command: Command.ID, _ record: CaseRecord?) -> Availability {
    command == "objections.open" && record.flatMap(chosen) == nil
      ? .no(Phrase("没有选中的异议", "no objection is chosen")) : .yes
  }

  mutating func perform(_ command: Command.ID, _ shown: CaseContext, _ context: Context) -> [Step] {
    if command == "objections.open" {
      return chosen(shown.record).flatMap { ReadingScreen(.objection($0.id), shown) }.map { [.push($0)] } ?? []
    }
    guard let key = Key.movement(command) else { return [] }
    let count = shown.record.objections.count
    window.fit(count: count, height: max(1, context.size.rows - 6) / 3)
    _ = window.move(key, count: count)
    return []
  }
}
