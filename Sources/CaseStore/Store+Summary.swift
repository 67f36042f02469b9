import Casework
import ScoringCore

extension Store {
  /// The row of a case. No setting of an office enters it, so it holds on every day.
  func summary(of stored: StoredCase, _ standard: Standard) throws(StoreError) -> CaseSummary {
    try caseFile(
      stored, standard, try officers(), OfficeSettings(authority: stored.key.authority, standard)
    ).summary
  }
}
