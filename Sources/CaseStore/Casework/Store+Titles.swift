public import Casework
public import ScoringCore
import Synchronization

extension Store {
  /// The register of titles: those that cases here gave, and those entered under `titles/`.
  ///
  /// Looks at the folders first, as `refresh` does, and reads only the cases that gave a title.
  public func titles(_ standard: Standard = .shared, today: Day) throws(StoreError) -> TitleRegister {
    _ = try refresh(standard)
    let entries = index.withLock { state in state.order.compactMap { state.entries[$0] } }
    var records: [TitleRecord] = []
    for entry in entries where entry.hasTitle {
      // One that cannot be read any more is told of where cases are listed.
      if let title = try? caseFile(entry.summary.key, standard, today: today)?.title(today: today) {
        records.append(title)
      }
    }
    for authority in try disk.names("titles") {
      for id in try disk.names("titles/\(authority)") {
        if let title = try history("titles/\(authority)/\(id)").title(today: today) { records.append(title) }
      }
    }
    let over: Set<CaseState> = [.decided, .ministryOutcome, .refused, .withdrawn]
    let reviews = entries.map(\.summary).filter { $0.type == .review && !over.contains($0.state) }.map {
      TitleRegister.Review(creditCode: $0.creditCode, tier: $0.tier, submitted: $0.submitted)
    }
    return TitleRegister(records, reviews: reviews)
  }
}
