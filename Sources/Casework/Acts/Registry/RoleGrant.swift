import ScoringCore
import StrictJSON

/// 职责: an officer may do something within a jurisdiction.
struct RoleGrant: Act {
  let name = ActName.role
  let wording = ActWording(
    done: ("职责", "Role"), verb: ("授予职责", "Give role"), "授予职责和管辖范围", "Give a role within a jurisdiction")
  let place = ActPlace.registry
  let who: [OfficerRole] = [.supervisor]
  let fields: [Field] = [
    .word("officer", "人员", "Officer", .officers),
    Field("role", Phrase("职责", "Role"), .word(FieldType.roles), .one(.roles)).compared,
    .word("authority", "机关代码（* 为全部）", "Authority code (* is all)"),
    .words("divisions", "限于地市（代码）", "Only these divisions").optional,
    .tiers("tiers", "限于层级", "Only these tiers").optional,
    .words("cases", "只限这些申报件", "Only these cases").pointed.optional,
    .id("of", "代谁", "Deputy of").pointed.optional,
  ]
  let offer: ActOffer? = ActOffer(.officers, "r", footer: true)

  func authority(_ event: Event, _ past: Fold) -> String { event.body.text("authority") ?? "" }

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard act.body.text("role") == OfficerRole.supervisor.rawValue || act.body.text("authority") == "*" else {
      return []
    }
    return act.rights.root.contains(act.author)
      ? [] : [.requirement("rootOnly", "主管的职责只能由根主管授予", "Only a root supervisor gives this role")]
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { [(Self.question(event.body), .event(event.id))] }

  private static func question(_ body: JSONValue) -> Question {
    let scope = [body.texts("divisions"), body.texts("tiers"), body.texts("cases")]
      .map { $0.sorted().joined(separator: ",") }.joined(separator: ";")
    return .role(
      "\(body.text("officer") ?? ""):\(body.text("role") ?? ""):\(body.text("authority") ?? "");\(scope)")
  }

  func give(_ event: Event, _ rights: inout Rights, _ fold: Fold) {
    let body = event.body
    guard let role = body.text("role").flatMap(OfficerRole.init(rawValue:)) else { return }
    rights.grants.append(
      Rights.Grant(
        event: event.id, officer: body.text("officer") ?? "", role: role, authority: body.text("authority") ?? "",
        divisions: body["divisions"] == nil ? nil : body.texts("divisions"),
        tiers: body["tiers"] == nil ? nil : body.texts("tiers").compactMap(Tier.init(rawValue:)),
        cases: body["cases"] == nil ? nil : body.texts("cases")))
  }

  func faults(_ body: JSONValue) -> [UnmetRequirement] { body.text("authority") == "*" ? [] : .unknownAuthority(body) }

  /// A limit that names every tier, or none at all, is no limit.
  func complete(_ action: Action, in place: Situation) -> Action {
    ["divisions", "tiers"].reduce(action) { action, name in
      action.replacing(name) { stated in
        guard let items = stated.array else { return stated }
        return items.isEmpty || (name == "tiers" && Set(stated.arrayTexts).count == Tier.allCases.count)
          ? .null : stated
      }
    }
  }
}

extension JSONValue {
  fileprivate var arrayTexts: [String] { (array ?? []).compactMap(\.string) }
}
