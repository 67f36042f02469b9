package import CaseStore
package import Casework
internal import Console
internal import ScoringCore
internal import Synchronization

/// What each officer who sits here had seen of the cases when he last looked, in the own folder.
package final class SeenSnapshotStore: Sendable {
  private static func place(_ officer: String, _ copy: String?) -> String {
    "console/look/\(officer)" + (copy.map { "/\($0)" } ?? "")
  }
  /// A copy that was taken along has some of the cases: what was seen of it is kept apart.
  private let copy: String?
  private let looks = Mutex<[String: SeenSnapshot]>([:])

  package init(_ store: Store) { copy = store.copy?.id }

  private func place(_ officer: String) -> String { Self.place(officer, copy) }

  /// What happened since; the first time nothing, and from then on everything.
  func news(_ rows: [CaseSummary], _ own: OfficerFolder?, officer: String) throws(StoreError) -> [News] {
    guard let own else { return [] }
    if let kept = looks.withLock({ $0[officer] }) { return kept.news(rows, officer: officer) }
    let bytes: [UInt8]?
    do throws(StoreError) { bytes = try own.draft(place(officer)) } catch {
      guard error.kind == .damaged else { throw error }
      try mark(rows, own, officer: officer)
      throw StoreError(
        .damaged, error.path,
        Phrase(
          "\(error.message.zh)：哪些变化已经看到不清楚，从现在重新记起",
          "\(error.message.en): what was seen last is not known, and is begun anew"))
    }
    guard let bytes else {
      guard let merged = try own.draft(Self.merged(place(officer))) else {
        try mark(rows, own, officer: officer)
        return []
      }
      // He has never looked: what a merge brought is news, and nothing else.
      var kept = SeenSnapshot(rows)
      kept.revert(to: merged)
      looks.withLock { $0[officer] = kept }
      try own.saveDraft(kept.bytes, for: place(officer))
      try own.saveDraft(nil, for: Self.merged(place(officer)))
      return kept.news(rows, officer: officer)
    }
    let kept = SeenSnapshot(reading: bytes)
    looks.withLock { $0[officer] = kept }
    return kept.news(rows, officer: officer)
  }

  private static func merged(_ place: String) -> String { "\(place)/merged" }

  /// What a merge changed is news for an officer: of one who has looked it is by itself, for another it is kept until he
  /// does.
  package func noteMerge(_ rows: [MergeReport.RowChange], _ own: OfficerFolder, officer: String) throws(StoreError) {
    guard !rows.isEmpty, try own.draft(place(officer)) == nil else { return }
    let known = try own.draft(Self.merged(place(officer))) ?? []
    try own.saveDraft(
      SeenSnapshot.reverting(rows.map { ($0.after.key, $0.before) }, known), for: Self.merged(place(officer)))
  }

  /// Everything has been seen.
  func mark(_ rows: [CaseSummary], _ own: OfficerFolder, officer: String) throws(StoreError) {
    let now = SeenSnapshot(rows)
    looks.withLock { $0[officer] = now }
    try own.saveDraft(now.bytes, for: place(officer))
  }

  /// Keeps rows as what was seen, for a demonstration that begins in the middle of the work.
  package static func keep(_ rows: [CaseSummary], _ own: OfficerFolder, officer: String) throws(StoreError) {
    try own.saveDraft(SeenSnapshot(rows).bytes, for: place(officer, nil))
  }

  /// What one has done oneself is no news.
  func note(_ rows: [CaseSummary], _ own: OfficerFolder?, officer: String) throws(StoreError) {
    let changed = looks.withLock { looks -> SeenSnapshot? in
      for row in rows { looks[officer]?.note(row) }
      return looks[officer]
    }
    if let own, let changed { try own.saveDraft(changed.bytes, for: place(officer)) }
  }
}
