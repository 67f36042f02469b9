import ScoringCore
import StrictJSON

/// 密钥: a key of an officer, one a device, with its own proof. What a request to join states is what it states
/// (`JoinRequest`).
struct KeyEntry: Act {
  let name = ActName.key
  let wording = ActWording(
    done: ("密钥", "Key"), verb: ("登记密钥", "Admit key"), "登记人员的密钥", "Admit an officer's key")
  let place = ActPlace.registry
  let fields: [Field] = [
    .officer("officer", "人员", "Officer").pointed, .line("device", "设备", "Device").pointed,
    .sha("sign", "签名公钥", "Signing key", .line).pointed, .sha("seal", "加密公钥", "Sealing key", .line).pointed,
    .line("proof", "自证签名", "Proof").pointed,
  ]
  let offer: ActOffer? = ActOffer(.officers, "K")

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
}
