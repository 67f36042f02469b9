package import Casework
package import ScoringCore
import Synchronization
import SystemPackage

extension Store {
  /// What could not be read when `titles` looked last, by path: the register may lack something.
  package var titlesUnread: [UncountedFile] { titlesUncounted.filter { $0.kind != .setAside } }

  /// The same, and what lies among the titles and does not count, or not as its name says.
  package var titlesUncounted: [UncountedFile] { titlesCache.withLock { $0.uncounted } }

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
      _ title: () throws(StoreError) -> (record: TitleRecord?, uncounted: [UncountedFile])
    ) throws(StoreError) {
      if let before = known[folder], let fingerprint, before.fingerprint == fingerprint {
        read[folder] = before
      } else {
        let (record, uncounted) = try title()
        read[folder] = TitlesCache.Entry(
          fingerprint: uncounted.allSatisfy { $0.kind == .setAside } ? fingerprint : nil, record: record,
          uncounted: uncounted)
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
          guard let file = try caseFile(key, standard, today: today) else {
            throw .reading(key.path, .noSuchFileOrDirectory)
          }
          return (
            file.title(today: today), file.incomplete.filter { !$0.isOfSettings }.map { $0.below(key.path) }
          )
        }
      } catch { unread.append(UncountedFile(error)) }
    }
    let (folders, failures) = try titleFolders()
    unread += failures.map { UncountedFile($0) }
    for folder in folders {
      // One that cannot be read hides no other.
      do throws(StoreError) {
        try take(folder, try disk.fingerprint(folder)) { () throws(StoreError) in
          let (history, files) = try reading(folder)
          let uncounted = files + history.withoutEffect.map { $0.below(folder) }
          let isRead = !uncounted.contains { $0.kind == .unread }
          return (
            isRead ? history.title(standard, today: today) : nil,
            uncounted + (history.isElsewhere ? [.otherTitle(folder)] : [])
          )
        }
      } catch  where error.isGone(folder) {
        // Since it was listed.
        continue
      } catch { unread.append(.init(name: folder, UnmetRequirement(.bytes, "bytes", error.message), .unread)) }
    }
    unread += goneTitles(folders, failures) + read.values.flatMap(\.uncounted).sorted { $0.name < $1.name }
    titlesCache.withLock { $0 = TitlesCache(basis: basis, read: read, uncounted: unread) }
    remember()
    let records = read.values.compactMap(\.record)
    let over: Set<CaseState> = [.decided, .ministryOutcome, .refused, .withdrawn]
    let reviews = entries.map(\.summary).filter { $0.type == .review && !over.contains($0.state) }.map {
      TitleRegister.Review(creditCode: $0.creditCode, tier: $0.tier, submitted: $0.submitted)
    }
    return TitleRegister(records, reviews: reviews)
  }

  /// The folders under `titles/`, and what of those above them cannot be read: it stops nothing else.
  private func titleFolders() throws(StoreError) -> (found: [String], failures: [StoreError]) {
    var (found, failures) = ([String](), [StoreError]())
    for (authority, kind) in try disk.entries("titles") where !authority.hasPrefix(".") {
      let above = "titles/\(authority)"
      guard kind == .folder else {
        // An office that became a link hides its titles; anything else was never one.
        if kind != .file, Authorities.shared[authority] != nil { failures.append(.unsafe(above)) }
        continue
      }
      do throws(StoreError) {
        found += try disk.entries(above).filter(Store.isFolderOfOurs).map { "\(above)/\($0.name)" }
      } catch { failures.append(error) }
    }
    return (found, failures)
  }

  /// Titles that this officer has seen and of which the folder is gone.
  private func goneTitles(_ folders: [String], _ failures: [StoreError]) -> [UncountedFile] {
    let there = Set(folders)
    return verified.folders(below: "titles").filter { path in
      !there.contains(path) && !failures.contains { path == $0.path || path.hasPrefix($0.path + "/") }
    }.map { UncountedFile(.gone($0)) }
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

extension UncountedFile {
  /// Of a title that counts and lies under another name than its facts give it.
  fileprivate static func otherTitle(_ folder: String) -> Self {
    Self(
      name: folder,
      UnmetRequirement(
        .requirement, "otherTitle",
        Phrase(
          "文件夹名与登记的代码、层级或起始日不符，以登记为准；请核对是否另有登记",
          "Its name is not that of the code, tier and first day that were entered, which count; see whether it is entered twice"
        )), .setAside)
  }
}
