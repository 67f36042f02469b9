import ScoringCore
import StrictJSON

/// What a registry event needs, from the state of the registry that its own parents give.
struct RegistryRules {
  var act: any JudgedAct
  var event: Event
  var past: RegistryPast
  /// Roles that these events gave do not count.
  var without: Set<String> = []

  private var rights: Rights { past.state.rights.without(without) }

  var unmet: [UnmetRequirement] {
    let rights = rights
    var judging = ActRequirements(
      act: act, body: event.body, author: event.author, key: event.key, folder: "registry", fold: past.state.fold,
      rights: rights)
    judging.registry = past
    // The first event of all brings the first key.
    if act.name == .found {
      return event.parents.isEmpty
        ? act.requirements(judging) : [.requirement("founded", "登记册已经建立", "The registry is founded already")]
    }
    guard rights.keys[event.key] == event.author, rights.isInOffice(event.author) else { return [.key] }
    let roles = act.roles(judging)
    if !roles.isEmpty, !rights.holdsAnywhere(event.author, roles) { return [.role(roles)] }
    if let giving = act.giving(event.body, past.state) { return self.unmet(giving, rights) + act.requirements(judging) }
    let authority = act.authority(event, past.state.fold)
    let place = Jurisdiction(folder: "registry", authority: authority)
    let isCovered = authority.isEmpty || rights.holds(event.author, roles, in: place)
    return (isCovered ? [] : [.jurisdiction]) + act.requirements(judging)
  }

  /// Rights are given within one's own: by a supervisor who covers all of it. An administrator may propose an officer,
  /// and an officer his own second key.
  private func unmet(_ giving: Giving, _ rights: Rights) -> [UnmetRequirement] {
    var unmet: [UnmetRequirement] = []
    if giving.isRoots || (rights.root.contains(giving.officer) && !giving.isLeaving),
      !rights.root.contains(event.author)
    {
      unmet.append(.requirement("rootOnly", "根主管的职责和密钥只能由根主管授予", "Only a root supervisor gives this"))
    }
    let mayPropose =
      giving.isKey && event.author == giving.officer
      || act.name == .officer && !giving.isLeaving
        && rights.holds(
          event.author, [.administrator],
          in: Jurisdiction(folder: "registry", authority: event.body.text("authority") ?? ""))
    if !mayPropose, !rights.covers(event.author, giving.scopes) { unmet.append(.jurisdiction) }
    return unmet
  }

  /// How it counts where it is permitted: an officer, a key, a signer's and a supervisor's role by two.
  var standing: RegistryState.Standing {
    let state = past.state
    if act.name == .settings { return .awaiting }
    guard let giving = act.giving(event.body, state), giving.needsTwo else { return .counts }
    guard state.rights.covers(event.author, giving.scopes), state.seconds(giving, author: event.author).isEmpty else {
      return .awaiting
    }
    return state.hasEndedSupervisor(event.author, over: giving.scopes) ? .heldBack : .byOne
  }
}
