package import CaseStore
package import Casework
internal import ScoringCore

/// Who asks to be let in 申请加入的人员, as he says it himself.
package struct Applicant: Sendable, Hashable {
  /// Name or post.
  package var name: String
  /// `nil` takes that of the officer of this name, else one made of the name.
  package var officer: String?
  /// `nil` takes the officer's, else the only one in the store.
  package var authority: String?
  /// What the computer is to be called; `nil` takes `host`.
  package var device: String?
  /// What the computer calls itself.
  package var host: String

  package init(name: String, officer: String? = nil, authority: String? = nil, device: String? = nil, host: String) {
    self.name = name
    self.officer = officer
    self.authority = authority
    self.device = device
    self.host = host
  }
}

/// Joining 加入: the key of this computer and the request by which it is let in (Casework §6.7).
package struct JoinService: Sendable {
  let store: Store
  let registry: Registry
  private let own: OfficerFolder

  /// - Throws: where the registry cannot be read, or there is no place for a key.
  package init(store: Store) throws(OfficeError) {
    self.store = store
    (registry, own) = try withStore { () throws(StoreError) in
      guard let own = store.own else { throw store.noPlace }
      return (try store.officers(), own)
    }
  }

  /// What is to be asked for.
  package struct Plan: Sendable, Hashable {
    package var officer: String
    package var name: String
    package var authority: String
    package var device: String
    /// The key of this computer that it is for; `nil` where one has to be made.
    package var key: KeyInfo?
    /// The same was asked for before.
    package var asked: JoinRequest?
    /// The key is in force: there is nothing to ask for.
    package var isInForce = false
  }

  /// What an applicant asks for, by what the registry and this computer know of him.
  package func plan(_ applicant: Applicant) throws(OfficeError) -> Plan {
    let name = JoinRequest.plainName(applicant.name)
    guard !name.isEmpty, name.count <= JoinRequest.limit else {
      throw bad("姓名应为 1 至 \(JoinRequest.limit) 个字", "a name has 1 to \(JoinRequest.limit) characters")
    }
    let pending = try withStore { () throws(StoreError) in try own.requests() }
    let officer = try officer(applicant, name, pending)
    let known = registry.entered(officer)
    if let known, !JoinRequest.isSameName(known.name, name) {
      throw bad(
        "编号 \(officer) 登记的是“\(known.name)”，不是“\(name)”：同一个人请用登记的姓名，不是同一个人请另给编号",
        "the id \(officer) is that of \(known.name), not of \(name): use the name entered, or give another id")
    }
    let keys = try withStore { () throws(StoreError) in try own.keys() }.filter { $0.officer == officer }
    if let key = keys.last(where: { registry.now.keys[$0.sign] == officer }) {
      return Plan(
        officer: officer, name: known?.name ?? name, authority: known?.authority ?? "", device: "", key: key,
        isInForce: true)
    }
    // One that has ended is not admitted again.
    let key = keys.last { !registry.knows($0.sign) }
    let before = pending.last { $0.request.sign == key?.sign }?.request
    let authority = try authority(applicant, known?.authority, before)
    let device = try device(applicant, officer, before)
    var plan = Plan(
      officer: officer, name: known?.name ?? name, authority: authority, device: device, key: key)
    if let before, before.isNamed(plan.name), before.authority == authority, before.device == device {
      plan.asked = before
    }
    return plan
  }

  /// Makes the request, and the key where there is none yet, and keeps both.
  /// - Parameters:
  ///   - from: where the copy came from; `nil` where its officer works in the store of the others.
  ///   - source: opens a key that is here already, where another request is made for it.
  ///   - passphrase: of a key that is made; `nil` leaves it unprotected.
  package func request(
    _ plan: Plan, from: String?, _ source: PassphraseSource, passphrase: String?, at moment: Timestamp
  ) throws(OfficeError) -> JoinRequest {
    try withStore { () throws(StoreError) in
      var request = plan.asked
      if request == nil {
        let key =
          if let known = plan.key { try own.open(officer: plan.officer, sign: known.sign, source) } else {
            try own.makeKey(officer: plan.officer, passphrase: passphrase, at: moment)
          }
        request = try key.request(
          store: store.id, name: plan.name, authority: plan.authority, device: plan.device)
      }
      guard let request, (try? JoinRequest(reading: request.text)) == request else {
        throw StoreError(
          .badInput, plan.name,
          Phrase(
            "姓名“\(plan.name)”或设备名“\(plan.device)”不能写进加入请求，请换一个",
            "the name “\(plan.name)” or the device “\(plan.device)” cannot stand in a request; use another"))
      }
      try own.keepRequest(PendingRequest(request: request, from: from))
      return request
    }
  }
}
