import Casework
import ScoringCore
import StrictJSON

/// What offices stated that they held 存证: ids of events with their folders, `<id> <folder>` a line, sorted.
struct CheckpointLists {
  private struct Line {
    var folder: String
    /// Of the earliest checkpoint that holds it.
    var on: Day?
    var office: String
  }
  /// What is not seen yet.
  private var expected: [String: Line] = [:]
  private var late: [StoreFinding] = []

  /// Reads the list of a checkpoint.
  /// - Returns: how many events it names.
  mutating func read(_ bytes: [UInt8], of event: Event) -> Int {
    var count = 0
    let office = event.body["office"]?.string ?? ""
    for line in bytes.split(separator: 0x0A) {
      let parts = line.split(separator: 0x20, maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
      guard let id = parts.first, Hexadecimal.isDigest(id) else { continue }
      count += 1
      let folder = parts.count > 1 ? parts[1] : ""
      if expected[id] == nil { expected[id] = Line(folder: folder, on: event.on, office: office) }
    }
    return count
  }

  /// An event that is here.
  mutating func take(_ event: Event, _ file: String?) {
    guard let line = expected.removeValue(forKey: event.id), let held = line.on, let on = event.on, on > held else {
      return
    }
    late.append(
      StoreFinding(
        .checkpointDay, file,
        Phrase(
          "写明的日期 \(on) 晚于 \(held) 的存证，那时已有这个事件",
          "It states \(on), and the checkpoint of \(held) held it already")))
  }

  /// - Parameter folders: only what was in these; `nil` is everywhere.
  func findings(in folders: Set<String>?) -> [StoreFinding] {
    let gone = expected.filter { folders?.contains($0.value.folder) ?? true }
      .sorted { ($0.value.folder, $0.key) < ($1.value.folder, $1.key) }
    return late
      + gone.map { id, line in
        let day = line.on.map { "\($0) " } ?? ""
        return StoreFinding(
          .gone, line.folder.isEmpty ? nil : line.folder,
          Phrase(
            "\(line.office) \(day)存证时有事件 \(id)，现在没有了",
            "The event \(id), which \(line.office) held \(day)by its checkpoint, is not here"))
      }
  }

  /// The list of a checkpoint.
  static func bytes(_ held: [String: String]) -> [UInt8] {
    Array(held.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined().utf8)
  }
}
