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
    .officer("officer", "人员", "Officer", .officers),
    Field("role", Phrase("职责", "Role"), .word(FieldType.roles), .one(.roles)).compared,
    .word("authority", "机关代码（* 为全部）", "Authority code (* is all)"),
    .words("divisions", "限于地市（代码）", "Only these divisions").optional,
    .tiers("tiers", "限于层级", "Only these tiers").optional,
    .words("cases", "只限这些申报件", "Only these cases").pointed.optional,
    .id("of", "代谁", "Deputy of").pointed.optional,
  ]
  let offer: ActOffer? = ActOffer(.officers, "r", footer: true)

  /// A signer's and a supervisor's count by two; a supervisor of every authority is made by the root.
  func giving(_ body: JSONValue, _ registry: RegistryState) -> Giving? {
    let (role, scope) = (body.text("role").flatMap(OfficerRole.init(rawValue:)), Scope(role: body))
    return Giving(
      officer: body.text("officer") ?? "", scopes: [scope], needsTwo: role == .signer || role == .supervisor,
      isRoots: role == .supervisor && scope.authority == Scope.everywhere)
  }

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let officer = act.body.text("officer") else { return [] }
    return act.registry.state.scopes(of: officer).isEmpty ? [.officerUnknown(officer, act.rights)] : []
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
    rights.give(
      Rights.Grant(event: event.id, officer: body.text("officer") ?? "", role: role, scope: Scope(role: body)))
  }

  func faults(_ body: JSONValue) -> [UnmetRequirement] {
    (body.text("authority") == Scope.everywhere ? [] : .unknownAuthority(body)) + .unknownDivisions(body)
      + .unknownCases(body)
  }

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
