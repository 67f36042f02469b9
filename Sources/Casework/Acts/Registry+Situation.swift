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
  /// - Parameter ended: what ends by the hand of another; `nil` where he leaves altogether.
  func leavesNobody(without officer: String, _ ended: ActName? = nil) -> [UnmetRequirement] {
    guard rights.supervisors.contains(officer) else { return [] }
    let others = rights.supervisors.filter { $0 != officer && rights.keys.values.contains($0) }
    let everywhere = [Scope(authority: Scope.everywhere)]
    // Whoever ends another supervisor needs a third who agrees to what he gives from then on. A key takes no office.
    if officer != self.officer, ended != .key, ended != .found, let state = registry?.state {
      let scopes = rights.grants(of: officer).filter { $0.role == .supervisor }.map(\.scope)
      let agreeing = state.seconds(Giving(officer: "", scopes: scopes, needsTwo: true), author: self.officer)
      guard agreeing.contains(where: { $0 != officer || ended == .role && rights.root.contains(officer) }) else {
        return [
          .requirement(
            "lastSupervisor",
            "此后没有人能批准你登记的事项：请先与 \(officer) 一起登记第三名主管，或由 \(officer) 自己办理离任",
            "Nobody could agree to what you give afterwards: first enter a third supervisor together with \(officer), or have \(officer) leave by an own act"
          )
        ]
      }
    }
    guard others.isEmpty || (rights.covers(officer, everywhere) && !others.contains { rights.covers($0, everywhere) })
    else { return [] }
    return [
      .requirement(
        "lastSupervisor", "\(officer) 是最后一名管辖全部机关的主管：请先登记接任的主管并经批准",
        "\(officer) is the last supervisor of the whole: enter and approve a successor first")
    ]
  }
}
