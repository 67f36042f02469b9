package import ScoringCore
import StrictJSON

extension Registry {
  /// Judged by the acts that this program knows.
  ///
  /// - Parameters:
  ///   - events: whole, canonical and signed by the keys they name, in any order.
  ///   - cuts: ids in the files that ends name as their cuts, by the file's hash; one that has not arrived is absent.
  package init(_ events: some Sequence<Event>, cutoffs: [String: Set<String>] = [:]) {
    self.init(events, cutoffs: cutoffs, acts: ActTable.judged)
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
  func requirements(_ act: any Act, _ body: JSONValue, by officer: String) -> [UnmetRequirement] {
    guard body.members?.isEmpty == false else { return now.holdsAnywhere(officer, act.who) ? [] : [.role(act.who)] }
    let key = now.keys.filter { $0.value == officer }.keys.min() ?? ""
    let event = Event(
      id: String(repeating: "0", count: 64), key: key, at: "", author: officer, body: body,
      folder: "registry", kind: act.name.rawValue, parents: heads, registry: [], seq: 1, store: store ?? "")
    let verdict = adding(event).entries.last { $0.id == event.id }?.verdict
    if case .rejected(let unmet)? = verdict { return unmet }
    return []
  }
}
