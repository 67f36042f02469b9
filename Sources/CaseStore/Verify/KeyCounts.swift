import Casework
import ScoringCore

/// The numbers that each key gave its events: every one once, from 1.
struct KeyCounts {
  private struct Entry: Comparable {
    var number: UInt32
    /// The first eight bytes of the event's id: the digits in its name.
    var id: UInt64

    static func < (a: Entry, b: Entry) -> Bool { (a.number, a.id) < (b.number, b.id) }
  }
  private var keys: [String: (author: String, entries: [Entry])] = [:]

  mutating func take(_ event: Event) {
    guard event.seq > 0, let id = UInt64(event.id.prefix(16), radix: 16) else { return }
    keys[event.key, default: (event.author, [])].entries.append(Entry(number: UInt32(clamping: event.seq), id: id))
  }

  var findings: [StoreFinding] {
    keys.sorted { $0.key < $1.key }.flatMap { key, value in
      Self.findings(key, value.author, value.entries.sorted())
    }
  }

  private static func findings(_ key: String, _ author: String, _ entries: [Entry]) -> [StoreFinding] {
    var found: [StoreFinding] = []
    var (last, skipped): (Entry?, [ClosedRange<UInt32>]) = (nil, [])
    for entry in entries where entry != last {
      let before = last?.number ?? 0
      if entry.number == before, let last {
        let ids = [last, entry].map { digits($0.id) }.joined(separator: ", ")
        found.append(
          StoreFinding(
            .seqDoubled, nil,
            Phrase(
              "\(author) 的密钥 \(key.prefix(16)) 有两个第 \(entry.number) 号事件：\(ids)",
              "The key \(key.prefix(16)) of \(author) has two events number \(entry.number): \(ids)")))
      } else if entry.number > before + 1 {
        skipped.append(before + 1...entry.number - 1)
      }
      last = entry
    }
    if !skipped.isEmpty {
      let text = skipped.prefix(20).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
        .joined(separator: ", ")
      found.append(
        StoreFinding(
          .seqSkipped, nil,
          Phrase(
            "\(author) 的密钥 \(key.prefix(16)) 缺第 \(text) 号事件",
            "Of the key \(key.prefix(16)) of \(author) there is no event number \(text)")))
    }
    return found
  }

  private static func digits(_ id: UInt64) -> String {
    let text = String(id, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }
}
