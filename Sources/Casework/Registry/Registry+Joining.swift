package import ScoringCore
import StrictJSON

/// What the registry says of a request to join 加入 (Casework §6.7).
extension Registry {
  /// The request that an entry of a key came by: what another supervisor compares before he approves. `nil` for any other
  /// entry.
  package func request(of entry: Event) -> JoinRequest? {
    let body = entry.body
    guard entry.act == .key, let officer = body.text("officer"), let known = entered(officer),
      let device = body.text("device"), let sign = body.text("sign"), let seal = body.text("seal"),
      let proof = body.text("proof")
    else { return nil }
    return JoinRequest(
      store: store, officer: officer, name: known.name, authority: known.authority, device: device, sign: sign,
      seal: seal, proof: proof.lowercased())
  }

  /// Name and authority of an officer, as an entry that waits or the registry has them; `nil` for one that nobody entered.
  package func entered(_ officer: String) -> (name: String, authority: String)? {
    if let waiting = awaiting.last(where: { $0.act == .officer && $0.body.text("officer") == officer }) {
      return (waiting.body.text("name") ?? "", waiting.body.text("authority") ?? "")
    }
    guard let known = now.officers[officer] else { return nil }
    return (known.name, known.authority.isEmpty ? Scope.everywhere : known.authority)
  }

  /// Ids of officers of this name, known or entered and waiting.
  package func officers(named name: String) -> [String] {
    let waiting = awaiting.filter { $0.act == .officer }.compactMap { $0.body.text("officer") }
    return Set(Array(now.officers.keys) + waiting).sorted().filter {
      entered($0).map { JoinRequest.isSameName($0.name, name) } ?? false
    }
  }

  /// Why a request is not gone by here; `nil` where it can be proposed.
  package func refusal(of request: JoinRequest) -> UnmetRequirement? {
    guard request.store == store else {
      return .request(
        "otherStore",
        "加入请求是为另一个档案库（\(request.store.prefix(12))）做的，这里是 \(store.prefix(12))：请对方从这个库的副本运行 tidu join",
        "the request is for another store (\(request.store.prefix(12))); this is \(store.prefix(12)): tidu join is to be run there on a copy of this one"
      )
    }
    if let refusal = refusal(ofKey: request) { return refusal }
    if let known = entered(request.officer) {
      guard request.isNamed(known.name), request.authority == known.authority else {
        let place = { (code: String) in Authorities.shared[code]?.short ?? Phrase(code, code) }
        let (here, there) = (place(known.authority), place(request.authority))
        return .request(
          "otherOfficer",
          "编号 \(request.officer) 登记的是“\(known.name)”（\(here.zh)），请求写的是“\(request.name)”（\(there.zh)）：同一个人请照登记的姓名重做请求，不是同一个人请另用编号",
          "the id \(request.officer) is that of \(known.name) (\(here.en)); the request says \(request.name) (\(there.en)): the same person asks again by the name entered, another takes another id"
        )
      }
      return nil
    }
    return .authorityUnknown(request.authority)
  }

  private func refusal(ofKey request: JoinRequest) -> UnmetRequirement? {
    if now.keys[request.sign] != nil {
      return .request(
        "keyInForce", "这把密钥已经登记，不用再登记（\(request.officer)，\(request.device)）",
        "this key is admitted already (\(request.officer), \(request.device)): nothing is to be done")
    }
    if awaiting.contains(where: { $0.act == .key && $0.body.text("sign") == request.sign }) {
      return .request(
        "keyWaits", "这把密钥已经提出，等待批准：另一名主管运行 tidu officers approve \(request.officer)",
        "this key is proposed already and waits: another supervisor runs tidu officers approve \(request.officer)")
    }
    if now.knows(request.sign) {
      return .request(
        "keyEnded", "这把密钥已经终止，不能再登记：请对方再运行一次 tidu join，会另生成一把",
        "this key has ended and is not admitted again: tidu join run there once more makes another")
    }
    guard devices(of: request.officer).contains(request.device) else { return nil }
    return .request(
      "device", "\(request.officer) 已有一把叫“\(request.device)”的密钥：请对方用 --device 另取名重做请求",
      "\(request.officer) has a key called “\(request.device)” already: it is to be asked for by another name (--device)"
    )
  }

  /// What the devices of an officer are called whose keys are in force or wait.
  package func devices(of officer: String) -> [String] {
    let inForce = now.keys.filter { $0.value == officer }.keys.sorted().compactMap(keyEvent)
    let waiting = awaiting.filter { $0.act == .key && $0.body.text("officer") == officer }
    return (inForce + waiting).compactMap { $0.body.text("device") }
  }

  /// The acts that a request asks for: the officer, where nobody entered him or he has left, and the key.
  package func acts(for request: JoinRequest) -> [Action] {
    let isEntered =
      now.isInOffice(request.officer)
      || awaiting.contains { $0.act == .officer && $0.body.text("officer") == request.officer }
    let officer = Action(
      .officer,
      [
        "authority": .string(request.authority), "name": .string(request.name), "officer": .string(request.officer),
        "state": "active",
      ])
    let key = Action(
      .key,
      [
        "device": .string(request.device), "officer": .string(request.officer), "proof": .string(request.proof),
        "seal": .string(request.seal), "sign": .string(request.sign),
      ])
    return (isEntered ? [] : [officer]) + [key]
  }

  /// What a request of this computer waits for, and what has to be done by whom; `nil` once its key is in force.
  /// - Parameter from: where the copy came from; `nil` where it is the store that the others work in.
  package func awaited(_ request: JoinRequest, from: String?, today: Day) -> Phrase? {
    guard now.keys[request.sign] != request.officer else { return nil }
    let back = from.map {
      Phrase("，之后在这里运行 tidu merge \($0)", "; then run tidu merge \($0) here")
    }
    let (zh, en) = (back?.zh ?? "", back?.en ?? "")
    let print = request.fingerprint
    func list(_ ids: [String], _ separator: String) -> String {
      ids.map { now.name(of: $0) }.joined(separator: separator)
    }
    if let entry = awaiting.last(where: { $0.act == .key && $0.body.text("sign") == request.sign }) {
      let approvers = approvers(of: entry, today: today)
      let by = now.name(of: entry.author)
      let (whoZh, whoEn) =
        approvers.isEmpty ? ("另一名主管", "another supervisor") : (list(approvers, "、"), list(approvers, ", "))
      return Phrase(
        "“\(request.name)”的密钥已由\(by)提出，等待批准，只能查看：请\(whoZh)核对 \(print) 后运行 tidu officers approve \(request.officer)\(zh)",
        "The key of \(request.name) is proposed by \(by) and waits, read-only until then: \(whoEn) compares \(print) and runs tidu officers approve \(request.officer)\(en)"
      )
    }
    guard !now.knows(request.sign) else {
      return Phrase(
        "“\(request.name)”在本机的密钥已经终止，只能查看：要继续办理，再运行一次 tidu join",
        "The key of \(request.name) on this computer has ended, read-only: to go on, run tidu join once more")
    }
    let supervisors = now.officers.keys.sorted().filter { now.holdsAnywhere($0, [.supervisor]) }
    let (whoZh, whoEn) = (list(supervisors, "、"), list(supervisors, ", "))
    let own =
      devices(of: request.officer).isEmpty
      ? Phrase("", "") : Phrase("，或本人在原来的电脑上", " or the officer at his other computer")
    return Phrase(
      "“\(request.name)”的密钥还没有登记，只能查看：把加入请求发给主管（\(whoZh)），在电话里念核对码 \(print)；主管\(own.zh)用 tidu officers add --request 提出，另一名主管批准\(zh)",
      "The key of \(request.name) is not admitted yet, read-only until then: send the request to a supervisor (\(whoEn)) and read out \(print) by telephone; he\(own.en) proposes it with tidu officers add --request, another supervisor approves\(en)"
    )
  }
}

extension UnmetRequirement {
  fileprivate static func request(_ code: String, _ zh: String, _ en: String) -> UnmetRequirement {
    .requirement(code, zh, en, field: "request")
  }
}
