package import CaseStore
internal import Casework
package import Console
package import ScoringCore

/// Who sits at the console: the officer whose key is on this computer.
package enum HostSession {
  /// As commands see it.
  package static func session(of store: Store, on today: Day, _ environment: [String: String]) throws(StoreError)
    -> Session
  {
    session(of: officer(of: store, environment) ?? "", store, try store.settings(on: today), today)
  }

  /// The officer this program acts for: `TIDU_OFFICER`, else the first of those whose keys are here.
  static func officer(of store: Store, _ environment: [String: String]) -> String? {
    if let named = environment["TIDU_OFFICER"], !named.isEmpty { return named }
    return (try? store.own?.keys())?.first?.officer
  }

  /// - Parameter settings: of the offices that have adopted any, by authority; they count days by it.
  static func session(of officer: String, _ store: Store, _ settings: [String: OfficeSettings], _ today: Day)
    -> Session
  {
    let keys = (try? store.own?.keys()) ?? []
    let registry = try? store.officers()
    let rights = registry?.now
    return Session(
      officer: officer, officerName: rights?.officers[officer]?.name ?? officer, function: function(officer, rights),
      authority: nil, rights: rights, clocks: OfficeClocks(settings),
      standard: (try? store.standard(on: today)) ?? .shared,
      isReadOnly: keys.isEmpty || store.isAnother != nil,
      isTrial: store.isTrial,
      notices: registry.map { RegistryNotices($0, officer: officer, today: today) })
  }

  /// The weightiest role the officer holds anywhere.
  private static func function(_ officer: String, _ rights: Rights?) -> Phrase {
    let ranked: [OfficerRole] = [.supervisor, .administrator, .signer, .objection, .spotCheck, .reviewer]
    return ranked.first { rights?.holdsAnywhere(officer, [$0]) == true }?.name ?? Phrase("只读", "Read only")
  }
}
