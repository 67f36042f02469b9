import ScoringCore
import StrictJSON

/// 建库: the founding event, which brings the first officer and his key.
struct Found: Act {
  let name = ActName.found
  let wording = ActWording(done: ("建库", "Store founded"))
  let place = ActPlace.registry
  let fields: [Field] = [
    .word("officer", "编号", "Id"), .line("name", "姓名或岗位", "Name or post"),
    .object("key", "密钥", "Key", [.sha("sign", "签名公钥", "Signing key"), .sha("seal", "加密公钥", "Sealing key")]),
    Field("roles", Phrase("职责", "Roles"), .list(.word(FieldType.roles)), .many(.roles)),
    .whole("threshold", "更换须几人同意", "How many must agree to a change"),
    .flag("trial", "试验库", "Trial store").optional,
  ]

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard act.fold.log.isEmpty else {
      return [.requirement("founded", "登记册已经建立", "The registry is founded already")]
    }
    return act.author == act.body.text("officer") && act.key == act.body["key"]?.text("sign") ? [] : [.key]
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { [(.root, .event(event.id))] }

  func give(_ event: Event, _ rights: inout Rights, _ fold: Fold) {
    let officer = event.body.text("officer") ?? ""
    if rights.officers[officer] == nil {
      rights.officers[officer] = Rights.Officer(
        id: officer, name: event.body.text("name") ?? "", authority: "", isActive: true)
    }
    if let sign = event.body["key"]?.text("sign") { rights.give(key: sign, to: officer) }
    for role in event.body.texts("roles").compactMap(OfficerRole.init(rawValue:)) {
      rights.give(
        Rights.Grant(event: event.id, officer: officer, role: role, scope: Scope(authority: Scope.everywhere)))
    }
  }
}
