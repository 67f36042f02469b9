internal import CaseStore
internal import Casework
internal import Console
internal import Foundation
internal import ScoringCore
internal import StrictJSON

/// Who sits at the console: the officer whose key is on this computer.
struct HostSession {
  private let store: Store

  init(_ store: Store) { self.store = store }

  /// The officer this program acts for: `TIDU_OFFICER`, else the first of those whose keys are here.
  static func officer(of store: Store) -> String? {
    if let named = ProcessInfo.processInfo.environment["TIDU_OFFICER"], !named.isEmpty { return named }
    return (try? store.own?.keys())?.first?.officer
  }

  var session: Session {
    let keys = (try? store.own?.keys()) ?? []
    let officer = Self.officer(of: store) ?? ""
    let entry = registered(officer)
    return Session(
      officer: officer, officerName: entry?["name"]?.string ?? officer, function: function(entry),
      authority: nil, rights: (try? store.officers())?.now, isReadOnly: keys.isEmpty)
  }

  /// What the registry says of the officer, in the newest event that names him.
  private func registered(_ officer: String) -> JSONValue? {
    guard let events = try? store.registry().events else { return nil }
    return events.last {
      $0.payload["body"]?["officer"]?.string == officer && $0.payload["body"]?["name"] != nil
    }?
    .payload["body"]
  }

  private func function(_ entry: JSONValue?) -> Phrase {
    let roles = (entry?["roles"]?.array ?? []).compactMap(\.string)
    if roles.contains("supervisor") { return Phrase("主管", "supervisor") }
    if roles.contains("signer") { return Phrase("签核员", "signing officer") }
    return roles.isEmpty ? Phrase("只读", "read only") : Phrase("审核员", "reviewer")
  }
}
