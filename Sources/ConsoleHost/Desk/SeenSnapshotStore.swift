package import CaseStore
package import Casework
internal import Console
internal import ScoringCore
internal import Synchronization

/// What the officer had seen of the cases when he last looked, in his own folder.
package final class SeenSnapshotStore: Sendable {
  private static let place = "console/look"
  private let look = Mutex<SeenSnapshot?>(nil)

  /// What happened since; the first time nothing, and from then on everything.
  func news(_ rows: [CaseSummary], _ own: OfficerFolder?, officer: String) throws(StoreError) -> [News] {
    guard let own else { return [] }
    if let kept = look.withLock({ $0 }) { return kept.news(rows, officer: officer) }
    let bytes: [UInt8]?
    do throws(StoreError) { bytes = try own.draft(Self.place) } catch {
      guard error.kind == .damaged else { throw error }
      try mark(rows, own)
      throw StoreError(
        .damaged, error.path,
        Phrase(
          "\(error.message.zh)：哪些变化已经看到不清楚，从现在重新记起",
          "\(error.message.en): what was seen last is not known, and is begun anew"))
    }
    guard let bytes else {
      try mark(rows, own)
      return []
    }
    let kept = SeenSnapshot(reading: bytes)
    look.withLock { $0 = kept }
    return kept.news(rows, officer: officer)
  }

  /// Everything has been seen.
  func mark(_ rows: [CaseSummary], _ own: OfficerFolder) throws(StoreError) {
    let now = SeenSnapshot(rows)
    look.withLock { $0 = now }
    try own.saveDraft(now.bytes, for: Self.place)
  }

  /// Keeps rows as what was seen, for a demonstration that begins in the middle of the work.
  package static func keep(_ rows: [CaseSummary], _ own: OfficerFolder) throws(StoreError) {
    try own.saveDraft(SeenSnapshot(rows).bytes, for: place)
  }

  /// What one has done oneself is no news.
  func note(_ rows: [CaseSummary], _ own: OfficerFolder?) throws(StoreError) {
    let changed = look.withLock { look -> SeenSnapshot? in
      for row in rows { look?.note(row) }
      return look
    }
    if let own, let changed { try own.saveDraft(changed.bytes, for: Self.place) }
  }
}
