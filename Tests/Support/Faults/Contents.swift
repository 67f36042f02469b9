import CaseStore
import Foundation
import StrictJSON

/// What a store has on file, so that two stores are equal that mean the same: events without their time, count and
/// parents, which differ where an event was signed anew; of a founding and of what is sealed only that it is there.
struct Contents: Equatable {
  /// Events in words, each with how often it is there.
  private(set) var events: [String: Int] = [:]
  /// All other files, by folder and content.
  private(set) var files: Set<String> = []
  /// A count of a key that two events have.
  private(set) var doubled: String?

  init(_ store: String) {
    var read: [(folder: String, id: String, event: JSONValue)] = []
    var names: [String: String] = [:]
    for path in Folder.files(store) where !path.hasPrefix(".tidu") {
      let bytes = Folder.bytes(store + "/" + path)
      let hash = Store.hash(of: bytes)
      let folder = String(path.prefix { $0 != "/" }) == path ? "" : (path as NSString).deletingLastPathComponent
      if path.hasSuffix(".event.json"), let event = try? JSONValue(parsing: bytes.prefix { $0 != 0x0A }) {
        read.append((folder, hash, event))
        names[hash] = "<\(event["kind"]?.string ?? "") in \(folder)>"
      } else if folder == "sealed" {
        names[hash] = "<sealed>"
        files.insert("sealed")
      } else {
        files.insert(path == "store.json" ? path : "\(folder)/\(hash)")
      }
    }
    var counts: Set<String> = []
    for (folder, id, event) in read {
      let kind = event["kind"]?.string ?? ""
      let count = "\(event["author"]?.string ?? "") \(event["seq"]?.integer ?? 0)"
      if !counts.insert(count).inserted { doubled = count }
      // Keys are random.
      let isOfKeys = ["found", "key"].contains(kind)
      var text = isOfKeys ? "" : String(decoding: (event["body"] ?? .null).canonicalBytes, as: UTF8.self)
      for (hash, name) in names where hash != id && text.contains(hash) { text = text.replacing(hash, with: name) }
      events["\(folder) \(kind) \(event["author"]?.string ?? "") \(text)", default: 0] += 1
    }
  }

  /// Events that are here and not there, in words.
  func beyond(_ other: Contents) -> [String] {
    events.flatMap { event, count in
      Array(repeating: event, count: max(0, count - other.events[event, default: 0]))
    }.sorted()
  }

  /// Nothing is here that is not there.
  func isWithin(_ other: Contents) -> Bool { beyond(other).isEmpty && files.isSubset(of: other.files) }
}
