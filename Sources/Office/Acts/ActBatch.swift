package import CaseStore
internal import Casework
package import ScoringCore

/// Does acts one after another for the officers whose keys are here, each key opened once.
package struct ActBatch {
  /// What does them.
  package let acts: ActService
  private let officer: String?
  private let passphrase: PassphraseSource
  private let now: @Sendable () -> Timestamp
  private let yes: Set<String>
  private var keys: [String: OfficerKey] = [:]

  /// - Parameters:
  ///   - now: asked once for each act.
  ///   - officer: who acts where an act does not say; `nil` is the only one whose key is here.
  ///   - passphrase: opens a key that is protected.
  ///   - yes: codes of questions that are answered for all acts: each is done all the same.
  package init(
    _ store: Store, today: Day, now: @escaping @Sendable () -> Timestamp, officer: String?,
    passphrase: PassphraseSource,
    yes: Set<String> = []
  ) {
    acts = ActService(store: store, today: today)
    self.officer = officer
    self.passphrase = passphrase
    self.now = now
    self.yes = yes
  }

  /// Where it acts.
  package var store: Store { acts.store }

  /// Does an act, or only looks what stands in the way.
  package mutating func run(_ request: ActRequest, by officer: String? = nil, isDry: Bool = false) -> ActResult {
    var result = ActResult(
      place: request.key?.id ?? request.folder, act: request.action.name, outcome: .refused([]))
    do throws(OfficeError) {
      if isDry {
        let (dry, unmet) = try acts.dryRun(answered(request), by: try actor(officer))
        result.outcome = unmet.isEmpty ? .permitted(dry) : .refused(unmet)
      } else {
        result.outcome = .done(try perform(request, by: officer))
      }
    } catch {
      if case .unmet(let unmet) = error { result.outcome = .refused(unmet) } else { result.outcome = .failed(error) }
    }
    return result
  }

  /// Does an act without which nothing else can be done.
  package mutating func perform(_ request: ActRequest, by officer: String? = nil) throws(OfficeError) -> ActDone {
    try acts.perform(answered(request), by: try key(of: officer), at: now())
  }

  private func answered(_ request: ActRequest) -> ActRequest {
    var request = request
    request.yes.formUnion(yes)
    return request
  }

  /// The id of who acts: the officer named, else the batch's, else the only one whose key is here.
  package mutating func actor(_ named: String? = nil) throws(OfficeError) -> String {
    if let named = named ?? officer { return named }
    return try key().officer
  }

  /// The key of who acts.
  package mutating func key(of named: String? = nil) throws(OfficeError) -> OfficerKey {
    let officer = named ?? officer
    if let key = keys[officer ?? ""] { return key }
    let key = try withStore { () throws(StoreError) in
      try store.openKey(of: officer, passphrase)
    }
    keys[officer ?? ""] = key
    keys[key.officer] = key
    return key
  }
}
