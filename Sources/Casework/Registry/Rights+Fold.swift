import ScoringCore
import StrictJSON

extension Rights {
  /// What a set of valid registry events gives. A contested answer gives nothing; an ended one neither.
  init(_ fold: Fold) {
    self.init()
    for question in fold.live.keys {
      guard let event = fold.body(question), event.kind != "end" else { continue }
      take(event, fold)
    }
    readRoot(fold)
    let order = { (grant: Grant) in grant.officer + " " + grant.role.rawValue + " " + grant.event }
    grants.sort { order($0) < order($1) }
    settings.sort { $0.event < $1.event }
  }

  private mutating func take(_ event: Event, _ fold: Fold) {
    let body = event.body
    let officer = body.text("officer") ?? ""
    switch event.kind {
    case "found":
      if officers[officer] == nil {
        officers[officer] = Officer(id: officer, name: body.text("name") ?? "", authority: "", isActive: true)
      }
      if let sign = body["key"]?.text("sign") { keys[sign] = officer }
      grants += body.texts("roles").compactMap { OfficerRole(rawValue: $0) }.map {
        Grant(event: event.id, officer: officer, role: $0, authority: "*")
      }
    case "officer":
      guard fold.isSettled(event) else { return }
      officers[officer] = Officer(
        id: officer, name: body.text("name") ?? "", authority: body.text("authority") ?? "",
        isActive: body.text("state") == "active")
    case "key": keys[body.text("sign") ?? ""] = officer
    case "role":
      guard let role = body.text("role").flatMap(OfficerRole.init(rawValue:)) else { return }
      grants.append(
        Grant(
          event: event.id, officer: officer, role: role, authority: body.text("authority") ?? "",
          divisions: body["divisions"] == nil ? nil : body.texts("divisions"),
          tiers: body["tiers"] == nil ? nil : body.texts("tiers").compactMap(Tier.init(rawValue:)),
          cases: body["cases"] == nil ? nil : body.texts("cases")))
    case "settings":
      guard fold.isSettled(event), let from = body.day("from") else { return }
      settings.append(
        InForce(
          event: event.id, authority: body.text("authority") ?? "", what: body.text("what") ?? "",
          from: from, sha: body.text("file") ?? ""))
    default: break
    }
  }

  /// The founder's office lasts until the former threshold has approved another.
  private mutating func readRoot(_ fold: Fold) {
    let dropped = fold.droppedRoots
    for entry in fold.log where !dropped.contains(entry.event.id) {
      let body = entry.event.body
      if entry.event.kind == "found" {
        root = [body.text("officer") ?? ""]
        threshold = max(1, body.number("threshold") ?? 1)
        continue
      }
      guard entry.event.kind == "root" else { continue }
      let agreed = fold.approvers(entry.event.id).union([entry.event.author]).intersection(root)
      if agreed.count >= threshold, !fold.isContested("root") {
        root = body.texts("supervisors")
        threshold = max(1, body.number("threshold") ?? 1)
      }
    }
    // The founding event answers `root` as well as bringing a key: its key and roles outlast a later root.
    if let founding = fold.log.first(where: { $0.event.kind == "found" }),
      fold.body("root")?.id != founding.event.id
    {
      take(founding.event, fold)
    }
  }
}

extension Fold {
  /// Changes of the root that did not see each other and that a settlement did not keep.
  fileprivate var droppedRoots: Set<String> {
    let roots = log.map(\.event).filter { $0.kind == "root" }.map(\.id)
    let settled = log.map(\.event).filter { $0.kind == "settle" && $0.body.text("question") == "root" }
    return Set(
      settled.flatMap { settlement in
        let seen = roots.filter { saw(settlement.id, $0) }
        return seen.filter { root in
          root != settlement.body.text("keep")
            && seen.contains { $0 != root && !saw($0, root) && !saw(root, $0) }
        }
      })
  }

  func approvers(_ id: String) -> Set<String> {
    Set(log.lazy.filter { $0.event.kind == "approve" && $0.event.body.text("of") == id }.map(\.event.author))
  }

  /// Whether a proposal counts: one of a supervisor's at once, an administrator's after a supervisor's approval.
  fileprivate func isSettled(_ event: Event) -> Bool {
    switch event.kind {
    case "settings": !approvers(event.id).subtracting([event.author]).isEmpty
    default:
      RegistryRules.isSupervisor(event.author, event.body.text("authority") ?? "", self)
        || !approvers(event.id).isEmpty
    }
  }

  /// Live proposals of the registry that are not settled.
  var awaiting: [Event] {
    let living = Set(live.values.flatMap { $0 }.map(\.id))
    return log.map(\.event).filter { event in
      guard living.contains(event.id) else { return false }
      switch event.kind {
      case "officer", "settings": return !isSettled(event)
      case "root": return Rights(self).root != event.body.texts("supervisors")
      default: return false
      }
    }
  }
}
