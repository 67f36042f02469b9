import ScoringCore
import StrictJSON

extension Rights {
  /// What a set of valid registry events gives. A contested answer gives nothing; an ended one neither.
  init(_ fold: Fold) {
    self.init()
    for question in fold.live.keys {
      guard let entry = fold.body(question).flatMap({ fold.entry($0.id) }) else { continue }
      entry.act.give(entry.event, &self, fold)
    }
    readRoot(fold)
    let order = { (grant: Grant) in grant.officer + " " + grant.role.rawValue + " " + grant.event }
    grants.sort { order($0) < order($1) }
    settings.sort { $0.event < $1.event }
  }

  /// The founder's office lasts until the former threshold has approved another.
  private mutating func readRoot(_ fold: Fold) {
    let dropped = fold.droppedRoots
    for entry in fold.log where !dropped.contains(entry.event.id) {
      let body = entry.event.body
      if entry.event.act == .found {
        root = [body.text("officer") ?? ""]
        threshold = max(1, body.number("threshold") ?? 1)
        continue
      }
      guard entry.event.act == .root else { continue }
      let agreed = fold.approvers(entry.event.id).union([entry.event.author]).intersection(root)
      if agreed.count >= threshold, !fold.isContested(.root) {
        root = body.texts("supervisors")
        threshold = max(1, body.number("threshold") ?? 1)
      }
    }
    // The founding event answers `root` as well as bringing a key: its key and roles outlast a later root.
    if let founding = fold.log.first(where: { $0.event.act == .found }),
      fold.body(.root)?.id != founding.event.id
    {
      founding.act.give(founding.event, &self, fold)
    }
  }
}

extension Fold {
  /// Changes of the root that did not see each other and that a settlement did not keep.
  fileprivate var droppedRoots: Set<String> {
    let roots = log.map(\.event).filter { $0.act == .root }.map(\.id)
    let settled = log.map(\.event).filter { $0.act == .settle && $0.body.text("question") == Question.root.text }
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
    Set(log.lazy.filter { $0.event.act == .approve && $0.event.body.text("of") == id }.map(\.event.author))
  }

  /// Whether a proposal counts: one of a supervisor's at once, an administrator's after a supervisor's approval.
  func isSettled(_ event: Event) -> Bool {
    switch event.act {
    case .settings: !approvers(event.id).subtracting([event.author]).isEmpty
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
      switch event.act {
      case .officer, .settings: return !isSettled(event)
      case .root: return Rights(self).root != event.body.texts("supervisors")
      default: return false
      }
    }
  }
}
