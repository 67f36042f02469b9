import ScoringCore
import StrictJSON

/// 密钥: a key of an officer, one a device, with its own proof.
struct KeyEntry: Act {
  let name = ActName.key
  let wording = ActWording(
    done: ("密钥", "Key"), verb: ("登记密钥", "Admit key"), "登记人员的密钥", "Admit an officer's key")
  let place = ActPlace.registry
  let fields: [Field] = [
    .line("request", "密钥登记内容", "Request").made.optional, .officer("officer", "人员", "Officer").pointed.workedOut,
    .line("device", "设备", "Device").pointed.workedOut,
    .sha("sign", "签名公钥", "Signing key", .line).pointed.workedOut,
    .sha("seal", "加密公钥", "Sealing key", .line).pointed.workedOut, .line("proof", "自证签名", "Proof").pointed.workedOut,
  ]
  let offer: ActOffer? = ActOffer(.officers, "K")

  static let parts = ["officer", "device", "sign", "seal", "proof"]

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    var unmet: [UnmetRequirement] = []
    if act.registry.state.scopes(of: act.body.text("officer") ?? "").isEmpty {
      unmet.append(.officerUnknown(act.body.text("officer") ?? "", act.rights))
    }
    if !KeyProof.holds(act.body) {
      unmet.append(UnmetRequirement(.signature, "proof", Phrase("密钥的自证签名不符", "The key's own proof does not hold")))
    }
    return unmet
  }

  func giving(_ body: JSONValue, _ registry: RegistryState) -> Giving? {
    let officer = body.text("officer") ?? ""
    return Giving(officer: officer, scopes: registry.scopes(of: officer), needsTwo: true, isKey: true)
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    [(.key(event.body.text("sign") ?? ""), .event(event.id))]
  }

  func give(_ event: Event, _ rights: inout Rights, _ fold: Fold) {
    rights.give(key: event.body.text("sign") ?? "", to: event.body.text("officer") ?? "")
  }

  func faults(_ body: JSONValue) -> [UnmetRequirement] {
    if body["request"] == nil, Self.parts.contains(where: { body[$0] != nil }) { return [] }
    return Self.request(body) == nil
      ? [
        .requirement(
          "request", "不是 tidu keys make 打印的内容", "not what tidu keys make prints", field: "request")
      ] : []
  }

  /// The public halves and the proof, as the officer sent them; `nil` for a text that is none.
  private static func request(_ body: JSONValue) -> JSONValue? {
    guard let value = body.text("request").flatMap({ try? JSONValue(parsing: Array($0.utf8)) }),
      parts.allSatisfy({ value[$0] != nil })
    else { return nil }
    return value
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    guard let request = Self.request(action.fields) else { return action }
    return Self.parts.reduce(action) { $0.setting($1, request[$1]) }
  }
}
