internal import CaseStore
internal import Casework
internal import Console
internal import Foundation
internal import ScoringCore

/// Who sits at the console: the officer whose key is on this computer.
struct HostSession {
  private let store: Store

  init(_ store: Store) { self.store = store }

  /// The officer this program acts for: `TIDU_OFFICER`, else the first of those whose keys are here.
  static func officer(of store: Store) -> String? {
    if let named = ProcessInfo.processInfo.environment["TIDU_OFFICER"], !named.isEmpty { return named }
    return (try? store.own?.keys())?.first?.officer
  }

  var session: Session { session(of: Self.officer(of: store) ?? "") }

  func session(of officer: String) -> Session {
    let keys = (try? store.own?.keys()) ?? []
    let rights = (try? store.officers())?.now
    return Session(
      officer: officer, officerName: rights?.officers[officer]?.name ?? officer, function: function(officer, rights),
      authority: nil, rights: rights, isReadOnly: keys.isEmpty)
  }

  /// The weightiest role the officer holds anywhere.
  private func function(_ officer: String, _ rights: Rights?) -> Phrase {
    let ranked: [OfficerRole] = [.supervisor, .administrator, .signer, .objection, .spotCheck, .reviewer]
    return ranked.first { rights?.holdsAnywhere(officer, [$0]) == true }?.name ?? Phrase("只读", "Read only")
  }
}
