import Casework
import ScoringCore

/// What the index said before a look at the folders. They come in the order in which the index has them, so that a key
/// is looked up only where something came or went.
struct KnownEntries {
  private let entries: [IndexFile.Entry]
  private var next = 0
  private lazy var places = Dictionary(
    entries.indices.map { (entries[$0].summary.key, $0) }, uniquingKeysWith: { $1 })

  init(_ entries: [IndexFile.Entry]) { self.entries = entries }

  /// What the index said of a case.
  mutating func take(_ key: CaseKey) -> IndexFile.Entry? {
    let isNext = next < entries.count && entries[next].summary.key == key
    guard let place = isNext ? next : places[key] else { return nil }
    next = place + 1
    return entries[place]
  }

  /// Cases that are no longer listed, in their order.
  func gone(from now: [IndexFile.Entry]) -> [CaseKey] {
    guard !entries.elementsEqual(now, by: { $0.summary.key == $1.summary.key }) else { return [] }
    let there = Set(now.map(\.summary.key))
    return entries.map(\.summary.key).filter { !there.contains($0) }.sorted()
  }
}

/// What is in memory of the index.
struct IndexState: Sendable {
  /// What is on disk, read ahead.
  enum Ahead { case none, damaged, file(IndexFile) }

  var isLoaded = false
  var ahead: Ahead?
  var context = ""
  /// In the order of the folders; what arrived since the last look at them comes last.
  var entries: [IndexFile.Entry] = []
  /// Cases that were read since all were last compared with each other.
  var uncompared: Set<CaseKey> = []
  /// Folders that are no cases.
  var noCases: [CaseKey: IndexFile.NoCase] = [:]
  /// Rows of the file on disk where it says the same as the memory; `nil` where it does not.
  var savedCount: Int?
  var note: Phrase?
  /// The officer was told that the index cannot be kept.
  var toldOfMemory = false

  static let inMemory = Phrase(
    "没有可写的本人目录，索引只在内存里，每次都要重新读取",
    "There is no folder of your own to write to: the index is in memory alone, and made anew each time")
}
