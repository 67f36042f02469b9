package import Casework
package import ScoringCore

/// What a look at the folders brought.
package struct IndexChanges: Sendable {
  /// New, or other than the index said.
  package var changed: [CaseSummary] = []
  /// In the index and no longer there.
  package var removed: [CaseKey] = []
  /// Case folders that give no row, with the reason: they stand in no count.
  package var unreadable: [(key: CaseKey, message: Phrase)] = []
  /// Rows of cases of which something does not count as what its name says, with all of it: the row may be wrong.
  package var incomplete: [(key: CaseKey, files: [UncountedFile])] = []
  /// Folders of offices and batches that could not be read, files of the registry and settings in force.
  package var unread: [UncountedFile] = []
  /// One line for the officer: the index was made again, or could not be kept; `nil` where all is as usual.
  package var note: Phrase?
}

extension IndexChanges {
  /// Says anew what cases have in common, and takes those of which it has changed as changed.
  /// - Returns: their rows.
  mutating func link(_ entries: inout [IndexFile.Entry]) -> [CaseSummary] {
    let links = CaseLinks.find(
      entries.map { entry in
        let row = entry.summary
        return CaseLinks.Row(
          key: row.key, name: row.name, creditCode: row.creditCode, isOpen: row.state.isOpen, marks: entry.marks)
      })
    let places = Dictionary(changed.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { $1 })
    var linked: [CaseSummary] = []
    for index in entries.indices {
      let now = links[entries[index].summary.key] ?? []
      guard entries[index].summary.links != now else { continue }
      entries[index].summary.links = now
      let row = entries[index].summary
      linked.append(row)
      if let place = places[row.key] { changed[place] = row } else { changed.append(row) }
    }
    return linked
  }

  /// Nothing is wrong.
  package var isWhole: Bool { unreadable.isEmpty && incomplete.isEmpty && unread.isEmpty }

  /// All that is wrong, a sentence each, what concerns every case first; what is said of many folders is said once.
  package var sentences: [Phrase] {
    unread.map(\.sentence) + incomplete.flatMap { key, files in files.map { $0.below(key.path).sentence } } + noRows
  }

  private var noRows: [Phrase] {
    var sorts: [Phrase: [String]] = [:]
    var sentences: [Phrase] = []
    for (key, why) in unreadable {
      guard why.zh.hasPrefix(key.path), why.en.hasPrefix(key.path) else {
        sentences.append(
          UncountedFile(name: key.path, UnmetRequirement(.bytes, "bytes", why)).sentence)
        continue
      }
      let count = key.path.utf8.count
      let rest = Phrase(
        String(decoding: why.zh.utf8.dropFirst(count), as: UTF8.self),
        String(decoding: why.en.utf8.dropFirst(count), as: UTF8.self))
      sorts[rest, default: []].append(key.path)
    }
    for (rest, paths) in sorts.sorted(by: { $0.value[0] < $1.value[0] }) {
      guard paths.count > Self.named else {
        sentences += paths.map { Phrase($0 + rest.zh, $0 + rest.en) }
        continue
      }
      let some = paths.prefix(Self.named)
      sentences.append(
        Phrase(
          "\(some.joined(separator: "、"))等 \(paths.count) 个文件夹\(rest.zh)",
          "\(some.joined(separator: ", ")) and others, \(paths.count) folders, of which each\(rest.en)"))
    }
    return sentences
  }

  /// Folders that are named one by one.
  private static let named = 3
}
