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
    .word("officer", "编号", "Id"), .text("name", "姓名或岗位", "Name or post"),
    .word("authority", "机关代码", "Authority code"),
    .one("state", "状态", "State", "active left").usually("active").compared.deciding,
  ]
  let offer: ActOffer? = ActOffer(.officers, "n", footer: true)

  func authority(_ event: Event, _ past: Fold) -> String { event.body.text("authority") ?? "" }
  func faults(_ body: JSONValue) -> [UnmetRequirement] { .unknownAuthority(body) }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    [(.officer(event.body.text("officer") ?? ""), .event(event.id))]
  }

  func give(_ event: Event, _ rights: inout Rights, _ fold: Fold) {
    guard fold.isSettled(event), let officer = event.body.text("officer") else { return }
    rights.officers[officer] = Rights.Officer(
      id: officer, name: event.body.text("name") ?? "", authority: event.body.text("authority") ?? "",
      isActive: event.body.text("state") == "active")
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] {
    [.answer(.officer(action.fields.text("officer") ?? ""))]
  }
}
