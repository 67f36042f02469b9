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
  /// Case folders without a readable application, with the reason.
  package var unreadable: [(key: CaseKey, message: Phrase)] = []
  /// One line for the officer: the index was made again, or could not be kept; `nil` where all is as usual.
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
      load(&state, context(standard))
    }
  }

  private func decodedIndex() -> IndexState.Ahead {
    let bytes: [UInt8]?
    do throws(StoreError) {
      bytes = try disk.readIfPresent(".tidu/\(IndexFile.name)", limit: IndexFile.limit)
    } catch { bytes = [] }
    guard let bytes else { return .none }
    return (try? IndexFile(decoding: bytes)).map { .file($0) } ?? .damaged
  }

  private func load(_ state: inout IndexState, _ context: String) {
    let ahead = state.ahead ?? decodedIndex()
    state.ahead = nil
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

  private func context(_ standard: Standard) -> String {
    let names = (try? disk.names("registry")) ?? []
    return [id, Standard.coreVersion, standard.digest, String(IndexFile.fingerprint(names), radix: 16)]
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
    let context = context(standard)
    var known = index.withLock { state in
      if state.context != context {
        state.entries = []
        state.context = context
        state.savedCount = nil
      }
      return KnownEntries(state.entries)
    }
    let keys = try caseKeys()
    var changes = IndexChanges()
    var portion: [CaseSummary] = []
    var entries: [IndexFile.Entry] = []
    entries.reserveCapacity(keys.count)
    for (number, key) in keys.enumerated() {
      if let entry = known.take(key), try fingerprint(key) == entry.fingerprint {
        entries.append(entry)
      } else {
        do throws(Unreadable) {
          let entry = try entry(key, standard)
          entries.append(entry)
          changes.changed.append(entry.summary)
          portion.append(entry.summary)
        } catch { changes.unreadable.append((key, error.message)) }
      }
      if portion.count == 500 {
        progress(portion, number + 1, keys.count)
        portion = []
      }
    }
    progress(portion, keys.count, keys.count)
    changes.removed = known.gone(from: entries)
    let (note, mustSave) = index.withLock { state in
      state.entries = entries
      defer { state.note = nil }
      let isSame = changes.changed.isEmpty && changes.removed.isEmpty && state.savedCount == entries.count
      return (state.note, !isSame)
    }
    changes.note = note
    if mustSave { save(context, entries) }
    verified.save()
    return changes
  }

  /// Takes a case into the index as it was read, after it was acted on, and gives its row.
  package func note(_ file: CaseFile) throws(StoreError) -> CaseSummary {
    let entry = IndexFile.Entry(
      summary: file.summary, fingerprint: try fingerprint(file.key), hasTitle: file.fold.title != nil)
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
    guard let entry = try? entry(key, standard) else { return nil }
    put(entry)
    return entry.summary
  }

  private func save(_ context: String, _ entries: [IndexFile.Entry]) {
    // Without a writable `.tidu` everything still reads; it only starts more slowly.
    let bytes = IndexFile(context: context, entries: entries).encoded()
    guard (try? disk.replace(bytes, in: ".tidu", name: IndexFile.name)) != nil else { return }
    index.withLock { $0.savedCount = entries.count }
  }

  private func fingerprint(_ key: CaseKey) throws(StoreError) -> UInt64 {
    IndexFile.fingerprint(try disk.names(key.path))
  }

  /// Why a case has no summary.
  private struct Unreadable: Error { var message: Phrase }

  private func entry(_ key: CaseKey, _ standard: Standard) throws(Unreadable) -> IndexFile.Entry {
    do throws(StoreError) {
      guard let stored = try storedCase(key) else {
        throw StoreError.reading(key.path, .noSuchFileOrDirectory)
      }
      // No setting of an office enters a row, so that it holds on every day.
      let file = try caseFile(
        stored, standard, try officers(), OfficeSettings())
      return IndexFile.Entry(
        summary: file.summary, fingerprint: stored.fingerprint, hasTitle: file.fold.title != nil)
    } catch { throw Unreadable(message: error.message) }
  }
}
