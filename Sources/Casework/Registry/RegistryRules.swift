import ScoringCore
import StrictJSON

/// What a registry event needs, from the fold of its own parents.
struct RegistryRules {
  var event: Event
  var past: Fold
  /// Roles that these events gave do not count.
  var without: Set<String> = []

  var unmet: [Unmet] {
    if event.kind == "found" { return founding }
    let rights = Rights(past).without(without)
    guard rights.keys[event.key] == event.author, rights.officers[event.author]?.isActive == true else {
      return [.key]
    }
    let place = Jurisdiction(folder: "registry", authority: authority)
    let roles = Kind.named(event.kind)?.roles ?? []
    guard rights.holdsAnywhere(event.author, roles) else { return [.role(roles)] }
    var unmet: [Unmet] = []
    if !authority.isEmpty, !rights.holds(event.author, roles, in: place) { unmet.append(.jurisdiction) }
    return unmet + special(rights)
  }

  /// The authority that the event is about; empty where it is about none.
  private var authority: String {
    switch event.kind {
    case "officer", "role", "settings": event.body.text("authority") ?? ""
    case "approve": past.event(event.body.text("of") ?? "")?.body.text("authority") ?? ""
    case "settle":
      past.liveAnswers(event.body.text("question") ?? "").lazy
        .compactMap { past.event($0.id)?.body.text("authority") }.first ?? ""
    default: ""
    }
  }

  private var founding: [Unmet] {
    guard past.log.isEmpty, event.parents.isEmpty else {
      return [.requirement("founded", "登记册已经建立", "The registry is founded already")]
    }
    guard event.author == event.body.text("officer"), event.key == event.body["key"]?.text("sign") else {
      return [.key]
    }
    return []
  }

  private func special(_ rights: Rights) -> [Unmet] {
    let body = event.body
    switch event.kind {
    case "key":
      var unmet: [Unmet] = []
      if rights.officers[body.text("officer") ?? ""] == nil {
        unmet.append(.requirement("officerUnknown", "登记册里没有这位人员", "The registry does not know this officer"))
      }
      if !KeyProof.holds(body) {
        unmet.append(Unmet(.signature, "proof", Phrase("密钥的自证签名不符", "The key's own proof does not hold")))
      }
      return unmet
    case "role":
      guard body.text("role") == OfficerRole.supervisor.rawValue || body.text("authority") == "*" else {
        return []
      }
      return rights.root.contains(event.author)
        ? [] : [.requirement("rootOnly", "主管的职责只能由根主管授予", "Only a root supervisor gives this role")]
    case "end":
      guard let ended = past.event(body.text("of") ?? "") else { return [.unknown] }
      let isStolen = body.text("why") == "stolen"
      return !isStolen && ended.body.text("officer") == event.author
        ? [.sameOfficer(Phrase("不能终止自己的职责", "Nobody ends his own office"))] : []
    case "approve":
      guard let proposal = past.event(body.text("of") ?? "") else { return [.unknown] }
      return proposal.author == event.author
        ? [.sameOfficer(Phrase("提出者不能自己批准", "Who proposed it cannot approve it"))] : []
    case "settle": return past.settling(body, by: event.author)
    case "root": return rights.root.contains(event.author) ? [] : [.role([.supervisor])]
    default: return []
    }
  }

  static func isSupervisor(_ officer: String, _ authority: String, _ fold: Fold) -> Bool {
    fold.log.contains { entry in
      let body = entry.event.body
      guard body.text("officer") == officer else { return false }
      if entry.event.kind == "found" { return body.texts("roles").contains("supervisor") }
      return entry.event.kind == "role" && body.text("role") == "supervisor"
        && ["*", authority].contains(body.text("authority"))
    }
  }
}
