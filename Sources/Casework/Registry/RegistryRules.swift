import ScoringCore
import StrictJSON

/// What a registry event needs, from the fold of its own parents.
struct RegistryRules {
  var act: any JudgedAct
  var event: Event
  var past: Fold
  /// Roles that these events gave do not count.
  var without: Set<String> = []

  var unmet: [UnmetRequirement] {
    let rights = Rights(past).without(without)
    let judging = ActRequirements(
      act: act, body: event.body, author: event.author, key: event.key, folder: "registry", fold: past, rights: rights)
    // The first event of all brings the first key.
    if act.name == .found {
      return event.parents.isEmpty
        ? act.requirements(judging) : [.requirement("founded", "登记册已经建立", "The registry is founded already")]
    }
    guard rights.keys[event.key] == event.author, rights.officers[event.author]?.isActive == true else {
      return [.key]
    }
    guard rights.holdsAnywhere(event.author, act.who) else { return [.role(act.who)] }
    let authority = act.authority(event, past)
    let place = Jurisdiction(folder: "registry", authority: authority)
    let isCovered = authority.isEmpty || rights.holds(event.author, act.who, in: place)
    return (isCovered ? [] : [.jurisdiction]) + act.requirements(judging)
  }

  static func isSupervisor(_ officer: String, _ authority: String, _ fold: Fold) -> Bool {
    let supervisor = OfficerRole.supervisor.rawValue
    return fold.log.contains { entry in
      let body = entry.event.body
      guard body.text("officer") == officer else { return false }
      if entry.event.act == .found { return body.texts("roles").contains(supervisor) }
      return entry.event.act == .role && body.text("role") == supervisor
        && ["*", authority].contains(body.text("authority"))
    }
  }
}
