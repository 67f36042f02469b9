public import ScoringCore
import StrictJSON

extension Registry {
  /// Every requirement that an act in the registry does not meet; none: it is permitted. One without fields asks only
  /// whether the officer could begin it.
  public func permitted(_ action: Action, by officer: String, today: Day) -> [Unmet] {
    guard let kind = Kind.named(action.kind), kind.place == .registry, kind.name != "found" else {
      return [.schema("kind")]
    }
    guard action.fields.members?.isEmpty == false else {
      return now.holdsAnywhere(officer, kind.roles) ? [] : [.role(kind.roles)]
    }
    let on = action.fields.day("on") ?? today
    let faults = kind.unmet(in: action.body(on: on))
    guard faults.isEmpty else { return faults }
    let key = now.keys.filter { $0.value == officer }.keys.min() ?? ""
    let event = Event(
      id: String(repeating: "0", count: 64), key: key, at: "", author: officer, body: action.body(on: on),
      folder: "registry", kind: kind.name, parents: heads, registry: [], seq: 1, store: store ?? "")
    var unmet: [Unmet] = []
    if case .rejected(let found)? = Registry(entries.map(\.event) + [event]).entries.last(where: { $0.id == event.id })?
      .verdict
    {
      unmet = found
    }
    return on > today ? unmet + [.inFuture(on)] : unmet
  }
}
