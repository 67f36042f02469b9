import ScoringCore
import StrictJSON

/// 设置: settings, calendar, letters or an overlay of an office, in force from a day once approved.
struct SettingsEntry: Act {
  let name = ActName.settings
  let wording = ActWording(
    done: ("设置", "Settings"), verb: ("提出设置", "Settings"), "提出新的设置、文书模板或细则文件",
    "Propose new settings, letters or an overlay")
  let place = ActPlace.registry
  let who: [OfficerRole] = [.administrator]
  let fields: [Field] = [
    .one("what", "哪一种", "What", "settings calendar letters overlay").usually("settings").deciding,
    .word("authority", "机关代码", "Authority code"),
    .day("from", "自哪一天", "From").workedOut.compared.deciding, .sha("file", "文件路径", "Path of the file").compared,
  ]
  let offer: ActOffer? = ActOffer(.officers, "S")

  func authority(_ event: Event, _ past: Fold) -> String { event.body.text("authority") ?? "" }
  func faults(_ body: JSONValue) -> [UnmetRequirement] { .unknownAuthority(body) }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    let body = event.body
    return [
      (
        .settings("\(body.text("authority") ?? ""):\(body.text("what") ?? ""):\(body.text("from") ?? "")"),
        .event(event.id)
      )
    ]
  }

  func give(_ event: Event, _ rights: inout Rights, _ fold: Fold) {
    guard let from = event.body.day("from") else { return }
    rights.settings.append(
      Rights.InForce(
        event: event.id, authority: event.body.text("authority") ?? "", what: event.body.text("what") ?? "",
        from: from, sha: event.body.text("file") ?? ""))
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    action.setting("from", .string(place.today.description))
  }
}
