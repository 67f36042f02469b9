package import Casework
package import ScoringCore
import StrictJSON
import Synchronization
import SystemPackage

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
  /// One line for the officer: the index was made again or could not be kept, what was seen before is not known; `nil`
  /// where all is as usual.
  package var note: Phrase?
}

extension Store {
  /// The summaries as the index has them, at once and unchecked; empty where there is none that fits.
  ///
  /// `refresh` says afterwards what is different.
  package func loadSummaries(_ standard: Standard) -> [CaseSummary] {
    openIndex(standard)
    return index.withLock { $0.entries.map(\.summary) }
  }

  /// Reads the index ahead, before it is known by which standard it will be held against the store.
  package func readIndex() {
    index.withLock { state in
      guard !state.isLoaded, state.ahead == nil else { return }
      state.ahead = decodedIndex()
    }
  }

  /// Reads the index where that was not done before.
  package func openIndex(_ standard: Standard) {
    index.withLock { state in
      guard !state.isLoaded else { return }
      state.isLoaded = true
      if let registry = try? registryFingerprint() { load(&state, context(standard, registry)) }
    }
  }

  private func decodedIndex() -> IndexState.Ahead {
    let bytes: [UInt8]?
    do throws(StoreError) {
      bytes = try own?.disk.readIfPresent(IndexFile.name, limit: IndexFile.limit)
    } catch { bytes = [] }
    guard let bytes else { return .none }
    return (try? IndexFile(decoding: bytes)).map { .file($0) } ?? .damaged
  }

  private func load(_ state: inout IndexState, _ context: String) {
    let ahead = state.ahead ?? decodedIndex()
    state.ahead = nil
    if own == nil { state.note = IndexState.inMemory }
    guard case .file(let file) = ahead else {
      if case .damaged = ahead {
        state.note = Phrase("索引已损坏，已重新生成", "The index was damaged and was made again")
      }
      return
    }
    // Other rules, another registry or another store: what it says may no longer hold.
    guard file.context == context else { return }
    state.context = context
    state.entries = file.entries
    state.savedCount = file.entries.count
  }

  /// - Parameter registry: a look at the registry that the rows go by.
  private func context(_ standard: Standard, _ registry: UInt64) -> String {
    // Two copies of one store share an own folder.
    let root = (try? disk.files.status(disk.root))?.inode ?? 0
    return [id, Standard.coreVersion, standard.digest, String(registry, radix: 16), String(root, radix: 16)]
      .joined(separator: " ")
  }

  /// Looks at every case folder and reads those that are not as the index has them.
  ///
  /// - Parameter progress: gets what was read so far in portions, with how many of how many folders are done; the last
  ///   call has `done == total`.
  package func refresh(
    _ standard: Standard,
    progress: (_ batch: [CaseSummary], _ done: Int, _ total: Int) -> Void = { _, _, _ in }
  ) throws(StoreError) -> IndexChanges {
    openIndex(standard)
    let registry = try registryState()
    let context = context(standard, registry.fingerprint)
    var known = index.withLock { state in
      if state.context != context {
        state.entries = []
        state.context = context
        state.savedCount = nil
      }
      return KnownEntries(state.entries)
    }
    let (keys, failures) = try caseFolders()
    var changes = IndexChanges()
    changes.unread =
      failures.map { UncountedFile($0) } + registry.unreadable.filter { $0.kind != .setAside }
    var portion: [CaseSummary] = []
    var isRenewed = false
    var vanished: Set<CaseKey> = []
    var entries: [IndexFile.Entry] = []
    entries.reserveCapacity(keys.count)
    var neighbours = Neighbours(disk)
    for (number, key) in keys.enumerated() {
      let before = known.take(key)
      if let before, let fingerprint = try? neighbours.fingerprint(key.path), fingerprint == before.fingerprint {
        entries.append(before)
      } else {
        do throws(StoreError) {
          let (entry, unreadable) = try entry(key, standard, registry)
          guard entry.summary.state != .notReceived else { throw .notReceived(key.path, unreadable.first) }
          entries.append(entry)
          isRenewed = isRenewed || entry.fingerprint != before?.fingerprint
          if !unreadable.isEmpty { changes.incomplete.append((key, unreadable)) }
          // A row that is not kept is read each time, and is no news.
          if before?.summary != entry.summary {
            changes.changed.append(entry.summary)
            portion.append(entry.summary)
          }
        } catch {
          // Gone since it was listed: not there, and missed below where it counted.
          guard !error.isGone(key.path) else {
            vanished.insert(key)
            continue
          }
          changes.unreadable.append((key, error.message))
        }
      }
      if portion.count == 500 {
        progress(portion, number + 1, keys.count)
        portion = []
      }
    }
    progress(portion, keys.count, keys.count)
    changes.removed = known.gone(from: entries)
    changes.unreadable += gone(keys.filter { !vanished.contains($0) })
    let mustSave = index.withLock { state in
      state.entries = entries
      return isRenewed || !(changes.changed.isEmpty && changes.removed.isEmpty && state.savedCount == entries.count)
    }
    if mustSave { save(context, entries) }
    let note = index.withLock { state in
      defer { state.note = nil }
      return state.note
    }
    changes.note = [note, verified.takeTrouble()].compactMap(\.self).reduce(nil) { all, next in
      all.map { Phrase("\($0.zh)；\(next.zh)", "\($0.en); \(next.en)") } ?? next
    }
    verified.save()
    aside.save()
    return changes
  }

  /// Cases that this officer has seen and of which the folder is gone.
  private func gone(_ keys: [CaseKey], below place: String = "cases") -> [(key: CaseKey, message: Phrase)] {
    let there = Set(keys.map(\.path))
    return verified.folders(below: place).filter { !there.contains($0) }.compactMap { path in
      CaseKey(path: path).map { key in (key, UncountedFile.gone(path).unmet.message) }
    }
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
    var unread = registry.unreadable
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

  /// Takes a case into the index as it was read, after it was acted on, and gives its row.
  package func note(_ file: CaseFile) throws(StoreError) -> CaseSummary {
    let registry = try registryState()
    let isWhole = file.incomplete.isEmpty && registry.failure == nil
    let entry = IndexFile.Entry(
      summary: file.summary, fingerprint: isWhole ? try fingerprint(file.key) : nil,
      hasTitle: file.fold.title != nil)
    put(entry)
    return entry.summary
  }

  private func put(_ entry: IndexFile.Entry) {
    index.withLock { state in
      if let place = state.entries.firstIndex(where: { $0.summary.key == entry.summary.key }) {
        state.entries[place] = entry
      } else {
        state.entries.append(entry)
      }
      state.savedCount = nil
    }
  }

  /// Reads one case again after it was acted on.
  package func refresh(_ key: CaseKey, _ standard: Standard) throws(StoreError) -> CaseSummary? {
    guard let entry = try? entry(key, standard, try registryState()).entry else { return nil }
    put(entry)
    return entry.summary
  }

  private func save(_ context: String, _ entries: [IndexFile.Entry]) {
    // Without a writable place everything still reads; it only starts more slowly.
    guard let own else { return }
    let bytes = IndexFile(context: context, entries: entries.filter { $0.fingerprint != nil }).encoded()
    let isSaved = (try? own.write(bytes, name: IndexFile.name)) != nil
    index.withLock { state in
      if isSaved { state.savedCount = entries.count } else if !state.toldOfMemory { state.note = IndexState.inMemory }
      if !isSaved { state.toldOfMemory = true }
    }
  }

  private func fingerprint(_ key: CaseKey) throws(StoreError) -> UInt64 {
    try disk.fingerprint(key.path)
  }

  private func entry(_ key: CaseKey, _ standard: Standard, _ registry: RegistryReading) throws(StoreError)
    -> (entry: IndexFile.Entry, unreadable: [UncountedFile])
  {
    guard let stored = try storedCase(key, registry.registry) else { throw .reading(key.path, .noSuchFileOrDirectory) }
    // No setting of an office enters a row, so that it holds on every day.
    let file = try caseFile(stored, standard, registry.registry, OfficeSettings())
    // What is set aside counts for nothing, however often it is read.
    let isWhole = file.incomplete.isEmpty && registry.failure == nil
    let entry = IndexFile.Entry(
      summary: file.summary, fingerprint: isWhole ? stored.fingerprint : nil,
      hasTitle: file.fold.title != nil)
    return (entry, file.incomplete)
  }
}
