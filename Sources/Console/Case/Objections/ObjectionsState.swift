extension Command {
  /// The commands of objections.
  static let objections: [Command] =
    moves(.objections, "objections")
}

/// Where the officer is among the objections, reports and leads.
struct ObjectionsState: Sendable, Hashable {
  var window = ListWindow()

  /// The one under the cursor.
  func chosen(_ record: CaseRecord) -> Objection? {
    record.objections.indices.contains(window.cursor) ? record.objections[window.cursor] : nil
  }

  mutating func perform(_ command: Command.ID, _ shown: CaseContext, _ context: Context) {
    guard let key = Key.movement(command) else { return }
    let count = shown.record.objections.count
    window.fit(count: count, height: max(1, context.size.rows - 6) / 3)
    _ = window.move(key, count: count)
  }
}
