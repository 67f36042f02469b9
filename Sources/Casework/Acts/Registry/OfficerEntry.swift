import ScoringCore
import StrictJSON

/// 人员: an officer is known, or has left.
struct OfficerEntry: Act {
  let name = ActName.officer
  let wording = ActWording(
    done: ("人员", "Officer"), verb: ("登记人员", "Officer"), "登记人员，或改为离任", "Enter an officer, or that one has left")
  let place = ActPlace.registry
  let who: [OfficerRole] = [.supervisor, .administrator]
  let fields: [Field] = [
    .word("officer", "编号", "Id"), .line("name", "姓名或岗位", "Name or post"),
    .word("authority", "机关代码", "Authority code"),
    .one("state", "状态", "State", "active left").usually("active").compared.deciding,
  ]
  let offer: ActOffer? = ActOffer(.officers, "n", footer: true)

  func giving(_ body: JSONValue, _ registry: RegistryState) -> Giving? {
    let officer = body.text("officer") ?? ""
    let isLeaving = body.text("state") == "left"
    let held = registry.scopes(of: officer)
    return Giving(
      officer: officer,
      scopes: isLeaving ? Array(held.prefix(1)) : [Scope(authority: body.text("authority") ?? "")] + held,
      needsTwo: !isLeaving, isLeaving: isLeaving)
  }

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard act.body.text("state") == "left", act.registry.state.scopes(of: act.body.text("officer") ?? "").isEmpty else {
      return []
    }
    return [.officerUnknown(act.body.text("officer") ?? "", act.rights)]
  }

  func faults(_ body: JSONValue) -> [UnmetRequirement] {
    let isReserved = DeviceName.isReserved((body.text("officer") ?? "").utf8)
    return .unknownAuthority(body)
      + (isReserved
        ? [
          .requirement(
            "deviceName", "编号不能是 con、nul、com1 等设备名", "no name of a device such as con, nul or com1", field: "officer")
        ] : [])
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    [(.officer(event.body.text("officer") ?? ""), .event(event.id))]
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase { Self.told([.same(event.body.text("name"))] + chosen(event)) }

  func give(_ event: Event, _ rights: inout Rights, _ fold: Fold) {
    guard let officer = event.body.text("officer") else { return }
    rights.officers[officer] = Rights.Officer(
      id: officer, name: event.body.text("name") ?? "", authority: event.body.text("authority") ?? "",
      isActive: event.body.text("state") == "active")
  }

  /// Who has left holds nothing any more: all that he held ends with it.
  func follow(_ event: Event, in place: Situation) -> [Action] {
    guard event.body.text("state") == "left", let registry = place.registry else { return [] }
    let officer = event.body.text("officer") ?? ""
    let keys = registry.now.keys.filter { $0.value == officer }.keys.sorted()
    let held =
      registry.now.grants(of: officer).map(\.event).filter { $0 != registry.store }
      + keys.compactMap { registry.keyEvent($0)?.id } + [event.id]
    return held.map { Action(.end, ["of": .string($0), "why": "left"]) }
  }

  /// The registry stays with somebody who can go on.
  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    body.text("state") == "left" ? place.leavesNobody(without: body.text("officer") ?? "") : []
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] {
    [.answer(.officer(action.fields.text("officer") ?? ""))]
  }
}
