import ScoringCore

extension History {
  /// What of the right of an act's second person counts by one person still: his office, his key, or every role that
  /// would do. Empty for an act that needs no second person.
  func byOne(_ entry: JudgedEvent, _ registry: Registry) -> [Phrase] {
    let event = entry.event
    guard entry.verdict.isValid, !registry.now.byOne.isEmpty, let act = event.act?.act,
      !act.traits.isDisjoint(with: [.second, .another])
    else { return [] }
    func isByOne(_ given: Event?) -> Bool { given.map { registry.now.byOne.contains($0.id) } ?? false }
    let judging = ActRequirements(
      act: act, body: event.body, author: event.author, folder: folder, fold: fold, rights: registry.now)
    let grants = registry.now.grants(of: event.author).filter {
      judging.roles.contains($0.role) && $0.covers(judging.place)
    }
    var found: [Phrase] = []
    if isByOne(registry.officerEvent(event.author)) { found.append(Phrase("任职", "office")) }
    if isByOne(registry.keyEvent(event.key)) { found.append(Phrase("密钥", "key")) }
    if !grants.isEmpty, grants.allSatisfy({ registry.now.byOne.contains($0.event) }) {
      found.append(Phrase("职责", "role"))
    }
    return found
  }
}
