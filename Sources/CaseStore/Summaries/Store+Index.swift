package import Casework
package import ScoringCore
import StrictJSON
import Synchronization
import SystemPackage

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
      bytes = try own?.disk.readIfPresent(
        ownPlace.isEmpty ? IndexFile.name : "\(ownPlace)/\(IndexFile.name)", limit: IndexFile.limit)
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
    state.noCases = Dictionary(file.noCases.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
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
  ///   call has `done == total`, and rows again that have something in common with later ones.
  package func refresh(
    _ standard: Standard,
    progress: (_ batch: [CaseSummary], _ done: Int, _ total: Int) -> Void = { _, _, _ in }
  ) throws(StoreError) -> IndexChanges {
    openIndex(standard)
    let registry = try registryState()
    let context = context(standard, registry.fingerprint)
    var (known, noCases, isCompared) = index.withLock { state in
      if state.context != context {
        state.entries = []
        state.noCases = [:]
        state.context = context
        state.savedCount = nil
      }
      return (KnownEntries(state.entries), state.noCases, state.uncompared.isEmpty)
    }
    let (keys, failures) = try caseFolders()
    var changes = IndexChanges()
    changes.unread = registry.incomplete + failures.map { UncountedFile($0) }
    var portion: [CaseSummary] = []
    var isRenewed = false
    var nowhere: [IndexFile.NoCase] = []
    var vanished: Set<CaseKey> = []
    var entries: [IndexFile.Entry] = []
    entries.reserveCapacity(keys.count)
    var neighbours = Neighbours(disk)
    for (number, key) in keys.enumerated() {
      let before = known.take(key)
      let fingerprint = before == nil && noCases[key] == nil ? nil : try? neighbours.fingerprint(key.path)
      if let before, let fingerprint, fingerprint == before.fingerprint {
        entries.append(before)
      } else if let before = noCases[key], before.fingerprint == fingerprint {
        nowhere.append(before)
      } else {
        do throws(StoreError) {
          let (read, unreadable) = try row(key, standard, registry, &nowhere)
          guard var entry = read else { continue }
          entry.summary.links = before?.summary.links ?? []
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
          if error.isGone(key.path) { vanished.insert(key) } else { changes.unreadable.append((key, error.message)) }
        }
      }
      if portion.count == 500 {
        progress(portion, number + 1, keys.count)
        portion = []
      }
    }
    changes.unreadable = (changes.unreadable + nowhere.map { ($0.key, $0.message) }).sorted { $0.key < $1.key }
    changes.removed = known.gone(from: entries)
    if isRenewed || !isCompared || !changes.changed.isEmpty || !changes.removed.isEmpty {
      let linked = Dictionary(changes.link(&entries).map { ($0.key, $0) }, uniquingKeysWith: { $1 })
      portion = portion.map { linked[$0.key] ?? $0 }
      let last = Set(portion.map(\.key))
      portion += entries.map(\.summary).filter { linked[$0.key] != nil && !last.contains($0.key) }
    }
    progress(portion, keys.count, keys.count)
    changes.unreadable += gone(keys.filter { !vanished.contains($0) }, unread: failures)
    let mustSave = index.withLock { state in
      state.entries = entries
      state.uncompared = []
      isRenewed = isRenewed || noCases.count != nowhere.count || nowhere.contains { noCases[$0.key] != $0 }
      state.noCases = Dictionary(nowhere.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
      return isRenewed || !(changes.changed.isEmpty && changes.removed.isEmpty && state.savedCount == entries.count)
    }
    if mustSave { save(context, entries, nowhere) }
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

  /// Takes a case into the index as it was read, after it was acted on, and gives its row.
  package func note(_ file: CaseFile) throws(StoreError) -> CaseSummary {
    let registry = try registryState()
    let isWhole = file.incomplete.isEmpty && registry.failure == nil
    return put(
      IndexFile.Entry(
        summary: file.summary, fingerprint: isWhole ? try fingerprint(file.key) : nil,
        hasTitle: file.fold.title != nil, marks: CaseLinks.Marks(file.revision.application)))
  }

  /// Takes an entry into the index, with what the last look at all cases found it to have in common with others.
  private func put(_ entry: IndexFile.Entry) -> CaseSummary {
    index.withLock { state in
      var entry = entry
      state.uncompared.insert(entry.summary.key)
      if let place = state.entries.firstIndex(where: { $0.summary.key == entry.summary.key }) {
        entry.summary.links = state.entries[place].summary.links
        state.entries[place] = entry
      } else {
        state.entries.append(entry)
      }
      state.savedCount = nil
      return entry.summary
    }
  }

  /// What each case has in common with others, as of the last look at all of them. One that came since is not among them:
  /// nobody has compared it yet.
  package func links(_ standard: Standard) -> [CaseKey: [CaseLink]] {
    openIndex(standard)
    return index.withLock { state in
      Dictionary(
        state.entries.map(\.summary).filter { !state.uncompared.contains($0.key) }.map { ($0.key, $0.links) },
        uniquingKeysWith: { $1 })
    }
  }

  /// Reads one case again after it was acted on.
  package func refresh(_ key: CaseKey, _ standard: Standard) throws(StoreError) -> CaseSummary? {
    guard let entry = try? entry(key, standard, try registryState()).entry else { return nil }
    return put(entry)
  }

  private func save(_ context: String, _ entries: [IndexFile.Entry], _ noCases: [IndexFile.NoCase]) {
    // Without a writable place everything still reads; it only starts more slowly.
    guard let own else { return }
    let bytes = IndexFile(context: context, entries: entries.filter { $0.fingerprint != nil }, noCases: noCases)
      .encoded()
    let isSaved = (try? own.write(bytes, in: ownPlace, name: IndexFile.name)) != nil
    index.withLock { state in
      if isSaved { state.savedCount = entries.count } else if !state.toldOfMemory { state.note = IndexState.inMemory }
      if !isSaved { state.toldOfMemory = true }
    }
  }

  private func fingerprint(_ key: CaseKey) throws(StoreError) -> UInt64 {
    try disk.fingerprint(key.path)
  }

  func entry(_ key: CaseKey, _ standard: Standard, _ registry: RegistryReading) throws(StoreError)
    -> (entry: IndexFile.Entry, unreadable: [UncountedFile])
  {
    guard let stored = try storedCase(key, registry.registry) else { throw .reading(key.path, .noSuchFileOrDirectory) }
    return try entry(stored, standard, registry)
  }

  private func entry(_ stored: StoredCase, _ standard: Standard, _ registry: RegistryReading) throws(StoreError)
    -> (entry: IndexFile.Entry, unreadable: [UncountedFile])
  {
    // No setting of an office enters a row, so that it holds on every day.
    let file = try caseFile(stored, standard, registry.registry, OfficeSettings())
    // What is set aside counts for nothing, however often it is read.
    let isWhole = file.incomplete.isEmpty && registry.failure == nil
    let entry = IndexFile.Entry(
      summary: file.summary, fingerprint: isWhole ? stored.fingerprint : nil,
      hasTitle: file.fold.title != nil, marks: CaseLinks.Marks(file.revision.application))
    return (entry, file.incomplete)
  }

  /// The row of a folder; `nil` for one that is no case, which is remembered.
  /// - Throws: why there is none where a later look may find one.
  private func row(
    _ key: CaseKey, _ standard: Standard, _ registry: RegistryReading, _ noCases: inout [IndexFile.NoCase]
  ) throws(StoreError) -> (entry: IndexFile.Entry?, unreadable: [UncountedFile]) {
    guard let stored = try storedCase(key, registry.registry) else { throw .reading(key.path, .noSuchFileOrDirectory) }
    do throws(StoreError) {
      let (entry, unreadable) = try entry(stored, standard, registry)
      guard entry.summary.state == .notReceived else { return (entry, unreadable) }
      throw .notReceived(
        key.path, unreadable.first, isJudged: registry.incomplete.isEmpty,
        isCut: stored.events.events.isEmpty && stored.events.unreadable.isEmpty)
    } catch {
      guard error.kind == .noCase, stored.failure == nil, registry.incomplete.isEmpty,
        missed(in: key.path, stored.events, []).isEmpty
      else { throw error }
      noCases.append(IndexFile.NoCase(key: key, fingerprint: stored.fingerprint, message: error.message))
      return (nil, [])
    }
  }
}
