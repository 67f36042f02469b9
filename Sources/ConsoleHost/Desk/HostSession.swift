package import CaseStore
internal import Casework
package import Console
package import ScoringCore

/// Who sits at the console: the officer whose key is on this computer.
package enum HostSession {
  /// As commands see it.
  /// - Parameter named: the officer named; `nil` takes the only one whose key is here.
  package static func session(of store: Store, on today: Day, _ named: String?) throws(StoreError) -> Session {
    session(of: named ?? onlySeat(of: store)?.officer ?? "", store, try store.settings(on: today), today)
  }

  /// Who can sit here where nobody is named, without a question; `nil` where several could, or nobody.
  package static func onlySeat(of store: Store) -> Seat? {
    let seats = seats(of: store, try? store.officers().now)
    return seats.count == 1 ? seats[0] : nil
  }

  /// Where it is kept who sat here last.
  private static let lastPlace = "console/officer"

  /// Keeps who sits here, to be proposed.
  static func remember(_ officer: String, in own: OfficerFolder) throws(StoreError) {
    try own.saveDraft(Array(officer.utf8), for: lastPlace)
  }

  /// The officers whose keys on this computer count in the registry, else all who have one here, by their ids.
  private static func seats(of store: Store, _ rights: Rights?) -> [Seat] {
    guard let keys = try? store.own?.keys() else { return [] }
    let counted = keys.filter { rights?.keys[$0.sign] == $0.officer && rights?.isInOffice($0.officer) == true }
    let officers = Set((counted.isEmpty ? keys : counted).map(\.officer))
    let last = (try? store.own?.draft(lastPlace)).flatMap { $0 }.map { String(decoding: $0, as: UTF8.self) }
    return officers.sorted().map { officer in
      let roles = OfficerRole.allCases.filter { rights?.holdsAnywhere(officer, [$0]) == true }.map(\.name)
      return Seat(
        officer: officer, name: rights?.name(of: officer) ?? officer,
        roles: Phrase(
          roles.map(\.zh).joined(separator: "、"), roles.map(\.en).joined(separator: ", ")), isLast: officer == last)
    }
  }

  /// - Parameter settings: of the offices that have adopted any, by authority; they count days by it.
  static func session(of officer: String, _ store: Store, _ settings: [String: OfficeSettings], _ today: Day)
    -> Session
  {
    let registry = try? store.officers()
    let rights = registry?.now
    let isHere = (try? store.own?.keys())?.contains { $0.officer == officer } ?? false
    let awaited = registry.flatMap { pending(of: officer, store, $0, today) }
    return Session(
      officer: officer, officerName: rights?.name(of: officer) ?? officer, function: function(officer, rights),
      authority: nil, rights: rights, clocks: OfficeClocks(settings),
      standard: (try? store.standard(on: today)) ?? .shared,
      isReadOnly: !isHere || store.isAnother != nil || awaited != nil, awaited: awaited,
      isTrial: store.isTrial, copy: copy(store),
      notices: registry.map { RegistryNotices($0, officer: officer, today: today) }, seats: seats(of: store, rights))
  }

  /// What an officer waits for whose key is not admitted yet; where nobody is named, what anybody here does.
  private static func pending(of officer: String, _ store: Store, _ registry: Registry, _ today: Day) -> Phrase? {
    do throws(StoreError) {
      let pending = try store.pendingRequests(of: officer.isEmpty ? nil : officer, registry)
      return pending.first.flatMap { registry.awaited($0.request, from: $0.from, today: today) }
    } catch { return error.message }
  }

  private static func copy(_ store: Store) -> TakenCopy? {
    if store.copyTrouble != nil { return TakenCopy(day: nil, isWhole: true, open: nil) }
    return store.copy.map { copy in
      TakenCopy(day: copy.day, isWhole: copy.isWhole, open: try? store.actsNotBroughtBack())
    }
  }

  /// The weightiest role the officer holds anywhere.
  private static func function(_ officer: String, _ rights: Rights?) -> Phrase {
    let ranked: [OfficerRole] = [.supervisor, .administrator, .signer, .objection, .spotCheck, .reviewer]
    return ranked.first { rights?.holdsAnywhere(officer, [$0]) == true }?.name ?? Phrase("只读", "Read only")
  }
}
