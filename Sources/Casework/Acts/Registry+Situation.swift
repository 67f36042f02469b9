package import ScoringCore
import StrictJSON

extension Registry {
  /// Judged by the acts that this program knows.
  ///
  /// - Parameters:
  ///   - events: whole, canonical and signed by the keys they name, in any order.
  ///   - store: the id that `store.json` names.
  ///   - cutoffs: ids in the files that ends name as their cuts, by the file's hash; one that has not arrived is absent.
  package init(_ events: some Sequence<Event>, store: String, cutoffs: [String: Set<String>] = [:]) {
    self.init(events, store: store, cutoffs: cutoffs, acts: ActTable.judged)
  }

  /// The registry as an officer acts in it.
  package func situation(of officer: String, today: Day) -> Situation {
    Situation(.registry(self), officer: officer, today: today)
  }

  /// Every requirement that an act in the registry does not meet. One without fields asks only whether the officer could
  /// begin it.
  package func permitted(_ action: Action, by officer: String, today: Day) -> [UnmetRequirement] {
    situation(of: officer, today: today).permitted(action)
  }

  /// The same for a body, as every reader will judge it.
  func requirements(_ act: any Act, _ body: JSONValue, by officer: String, parents: [String]) -> [UnmetRequirement] {
    guard body.members?.isEmpty == false else {
      return act.who.isEmpty || now.holdsAnywhere(officer, act.who) ? [] : [.role(act.who)]
    }
    let key = now.keys.filter { $0.value == officer }.keys.min() ?? ""
    let event = Event(
      id: String(repeating: "0", count: 64), key: key, at: "", author: officer, body: body,
      folder: "registry", kind: act.name.rawValue, parents: parents, registry: [], seq: 1, store: store)
    if case .rejected(let unmet) = verdict(ofNext: event) { return unmet }
    return []
  }
}

extension Situation {
  /// Whether an officer could still sign without a key.
  func hasOtherKey(_ officer: String, than ended: Event) -> Bool {
    let sign = ended.body.text("sign") ?? ended.body["key"]?.text("sign")
    return rights.keys.contains { $0.value == officer && $0.key != sign }
  }

  /// What keeps a supervisor from going: nobody could give a right afterwards.
  func leavesNobody(without officer: String) -> [UnmetRequirement] {
    guard rights.supervisors.contains(officer) else { return [] }
    let others = rights.supervisors.filter { $0 != officer && rights.keys.values.contains($0) }
    let everywhere = [Scope(authority: Scope.everywhere)]
    guard others.isEmpty || (rights.covers(officer, everywhere) && !others.contains { rights.covers($0, everywhere) })
    else { return [] }
    return [
      .requirement(
        "lastSupervisor", "\(officer) 是最后一名管辖全部机关的主管：请先登记接任的主管并经批准",
        "\(officer) is the last supervisor of the whole: enter and approve a successor first")
    ]
  }
}
