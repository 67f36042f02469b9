public import ScoringCore
import StrictJSON

extension Registry {
  /// Every requirement that an act in the registry does not meet; none: it is permitted. One without fields asks only
  /// whether the officer could begin it.
  public func permitted(_ action: Action, by officer: String, today: Day) -> [Unmet] {
    guard let kind = Kind.named(action.kind), kind.isWritten(in: "registry"), kind.name != "found" else {
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
    if case .rejected(let found)? = adding(event).entries.last(where: { $0.id == event.id })?
      .verdict
    {
      unmet = found
    }
    return unmet + rooting(kind.name, event.body) + (on > today ? [.inFuture(on)] : [])
  }

  /// Root supervisors are supervisors in office, and as many as must agree: nobody locks the registry by mistake.
  private func rooting(_ kind: String, _ body: JSONValue) -> [Unmet] {
    guard kind == "root" else { return [] }
    let all = body.texts("supervisors")
    var unmet = all.filter { !now.holdsAnywhere($0, [.supervisor]) }.map { officer in
      Unmet.requirement("rootSupervisor", "\(officer) 不是在任主管", "\(officer) is no supervisor in office")
    }
    if !(1...max(1, Set(all).count)).contains(body.number("threshold") ?? 0) || all.isEmpty {
      unmet.append(
        .requirement("threshold", "须同意的人数应在 1 和根主管人数之间", "Between one and all of the root supervisors must agree"))
    }
    return unmet
  }
}
