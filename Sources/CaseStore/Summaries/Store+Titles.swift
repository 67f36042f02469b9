package import Casework
package import ScoringCore
import Synchronization

extension Store {
  /// What could not be read when `titles` looked last, by path: the register may lack something.
  package var titlesUnread: [UncountedFile] { titlesCache.withLock { $0.unread } }

  /// The register of titles: those that cases here gave, and those entered under `titles/`.
  ///
  /// Looks at the folders first, as `refresh` does, and reads only what gave a title and is not as it was read before.
  package func titles(_ standard: Standard = .shared, today: Day) throws(StoreError) -> TitleRegister {
    let changes = try refresh(standard)
    let entries = index.withLock { $0.entries }
    // What a folder says depends on these too.
    let basis = try [today.description, standard.digest, officers().heads.joined(separator: " ")].joined(separator: "/")
    let known = titlesCache.withLock { $0.basis == basis ? $0.read : [:] }
    var read: [String: TitlesCache.Entry] = [:]
    func take(
      _ folder: String, _ fingerprint: UInt64?,
      _ title: () throws(StoreError) -> (record: TitleRecord?, unread: [UncountedFile])
    ) throws(StoreError) {
      if let before = known[folder], let fingerprint, before.fingerprint == fingerprint {
        read[folder] = before
      } else {
        let (record, unread) = try title()
        read[folder] = TitlesCache.Entry(
          fingerprint: unread.isEmpty ? fingerprint : nil, record: record, unread: unread)
      }
    }
    var unread = changes.unread
    unread += changes.unreadable.map { key, why in
      UncountedFile(name: key.path, UnmetRequirement(.bytes, "bytes", why), .unread)
    }
    for (key, files) in changes.incomplete { unread += files.map { $0.below(key.path) } }
    for entry in entries where entry.hasTitle {
      let key = entry.summary.key
      do throws(StoreError) {
        try take(key.path, entry.fingerprint) { () throws(StoreError) in
          (try caseFile(key, standard, today: today)?.title(today: today), [])
        }
      } catch { unread.append(UncountedFile(error)) }
    }
    var there: Set<String> = []
    for authority in try disk.folders("titles") {
      for (id, _) in try disk.entries("titles/\(authority)").filter(Store.isFolderOfOurs) {
        let folder = "titles/\(authority)/\(id)"
        there.insert(folder)
        // One that cannot be read hides no other.
        do throws(StoreError) {
          try take(folder, try disk.fingerprint(folder)) { () throws(StoreError) in
            let (history, unread) = try reading(folder)
            return (history.title(today: today), unread.map { $0.below(folder) })
          }
        } catch  where error.isGone(folder) {
          // Gone since it was listed.
          continue
        } catch { unread.append(.init(name: folder, UnmetRequirement(.bytes, "bytes", error.message), .unread)) }
      }
    }
    unread += read.values.flatMap(\.unread).sorted { $0.name < $1.name }
    for folder in verified.folders(below: "titles") where !there.contains(folder) { unread.append(.gone(folder)) }
    verified.save()
    titlesCache.withLock { $0 = TitlesCache(basis: basis, read: read, unread: unread) }
    let records = read.values.compactMap(\.record)
    let over: Set<CaseState> = [.decided, .ministryOutcome, .refused, .withdrawn]
    let reviews = entries.map(\.summary).filter { $0.type == .review && !over.contains($0.state) }.map {
      TitleRegister.Review(creditCode: $0.creditCode, tier: $0.tier, submitted: $0.submitted)
    }
    return TitleRegister(records, reviews: reviews)
  }

  /// The register and the rows as the files of the whole store say, for marks that are signed: the index is not asked.
  /// What cannot be read is told of where cases are listed.
  func registerFromFiles(_ standard: Standard = .shared, today: Day) throws(StoreError)
    -> (register: TitleRegister, rows: [CaseSummary])
  {
    openIndex(standard)
    index.withLock { state in
      state.entries = []
      state.savedCount = nil
    }
    titlesCache.withLock { $0 = TitlesCache() }
    let register = try titles(standard, today: today)
    return (register, loadSummaries(standard))
  }
}
