package import Casework
package import ScoringCore
import Synchronization

extension Store {
  /// Cases that this officer has seen and of which the folder is gone.
  /// - Parameter unread: why folders above could not be listed: what is in them is not known.
  func gone(_ keys: [CaseKey], below place: String = "cases", unread: [StoreError] = [])
    -> [(key: CaseKey, message: Phrase)]
  {
    let there = Set(keys.map(\.path))
    // A read that fails is no absence.
    return verified.folders(below: place).filter { path in
      !there.contains(path) && !unread.contains { path.hasPrefix($0.path + "/") }
    }.compactMap { path in CaseKey(path: path).map { ($0, StoreError.gone(path).message) } }
  }

  /// Cases as their files say, for what rests on them: lists, draws, exports. The index is not asked; where it says
  /// otherwise it is told of and made anew.
  /// - Parameter batch: only those of an office's batch; `nil` is the whole store.
  /// - Returns: the rows in the order of the keys, and what gives none or cannot be read whole.
  package func readSummaries(in batch: (authority: String, batch: String)? = nil, _ standard: Standard)
    throws(StoreError)
    -> (rows: [CaseSummary], unread: [UncountedFile])
  {
    let registry = try registryState()
    var unread = registry.incomplete
    var entries: [IndexFile.Entry] = []
    var (keys, place) = ([CaseKey](), "cases")
    if let batch {
      keys = try caseKeys(authority: batch.authority, batch: batch.batch).sorted()
      place = "cases/\(batch.authority)/\(batch.batch)"
    } else {
      keys = try caseKeys()
    }
    var vanished: Set<CaseKey> = []
    for key in keys {
      do throws(StoreError) {
        let (entry, unreadable) = try entry(key, standard, registry)
        entries.append(entry)
        unread += unreadable.map { file in
          var file = file
          file.name = "\(key.path)/\(file.name)"
          return file
        }
      } catch {
        guard !error.isGone(key.path) else {
          vanished.insert(key)
          continue
        }
        var file = UncountedFile(error)
        if error.kind == .noCase { file.kind = .misplaced }
        unread.append(file)
      }
    }
    unread += gone(keys.filter { !vanished.contains($0) }, below: place).map { key, why in
      UncountedFile(name: key.path, UnmetRequirement(.bytes, "missing", why), .missing)
    }
    if !agrees(entries) { forgetIndex() }
    return (entries.map(\.summary), unread)
  }

  /// Whether the index says of these cases what their files say, as far as it claims to.
  private func agrees(_ entries: [IndexFile.Entry]) -> Bool {
    index.withLock { state in
      guard !state.entries.isEmpty else { return true }
      let known = Dictionary(state.entries.map { ($0.summary.key, $0) }, uniquingKeysWith: { $1 })
      return entries.allSatisfy { entry in
        guard let before = known[entry.summary.key], let fingerprint = before.fingerprint else { return true }
        var entry = entry
        // What cases have in common is no part of their files.
        entry.summary.links = before.summary.links
        return fingerprint != entry.fingerprint || before == entry
      }
    }
  }

  private func forgetIndex() {
    index.withLock { state in
      state.entries = []
      state.savedCount = nil
      state.note = Phrase("索引与档案不符，已重新生成", "The index was at odds with the files and was made again")
    }
  }
}
