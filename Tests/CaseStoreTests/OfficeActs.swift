import Casework
import ScoringCore
import StrictJSON

@testable import CaseStore
@testable import Office

/// Acts that bring a file, as an office does them.
extension Store {
  func propose(
    _ what: String, _ bytes: [UInt8], authority: String, from day: Day, by key: OfficerKey, today: Day,
    at moment: Timestamp
  ) throws(Refusal) -> Event {
    let sha = Store.hash(of: bytes)
    return try act(
      ActRequest(
        "registry", .settings,
        [
          "authority": .string(authority), "file": .string(sha), "from": .string(day.description),
          "what": .string(what),
        ], files: [sha: bytes]), by: key, today: today, at: moment)
  }

  func resubmit(
    _ bytes: [UInt8], of key: CaseKey, by officer: OfficerKey, today: Day, at moment: Timestamp
  ) throws(Refusal) -> Event {
    let sha = Store.hash(of: bytes)
    return try act(
      ActRequest(key.path, .resubmit, ["application": .string(sha)], files: [sha: bytes]), by: officer, today: today,
      at: moment)
  }

  private func act(
    _ request: ActRequest, by key: OfficerKey, today: Day, at moment: Timestamp
  ) throws(Refusal) -> Event {
    do throws(OfficeError) {
      return try ActService(store: self, today: today).perform(request, by: key, at: moment).event
    } catch { throw error.refusal }
  }
}

/// What a folder holds, by the registry as it is.
extension Store {
  func events(in folder: String) throws(StoreError) -> EventFolder {
    try events(in: folder, folder == "registry" ? nil : officers())
  }

  func storedCase(_ key: CaseKey) throws(StoreError) -> StoredCase? { try storedCase(key, officers()) }
}

extension EventFolder {
  /// Ids that no event here names as a parent, sorted.
  var heads: [String] {
    let seen = Set(events.flatMap(\.parents))
    return events.map(\.id).filter { !seen.contains($0) }.sorted()
  }
}
