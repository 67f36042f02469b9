package import ScoringCore
import StrictJSON

/// How far two supervisors watch each other here, in what screens and commands say.
extension Registry {
  /// The supervisor of the whole who can give every right by himself, there being nobody to agree (Casework §6.3);
  /// `nil` where there is a second.
  package var soleSupervisor: String? {
    let whole = Giving(officer: "", scopes: [Scope(authority: Scope.everywhere)], needsTwo: true)
    return now.supervisors.first { now.covers($0, whole.scopes) && state.seconds(whole, author: $0).isEmpty }
  }

  /// The only member of the root who is in office with a key in force; `nil` where there are several.
  package var soleRoot: String? {
    let keyed = Set(now.keys.values)
    let able = now.root.filter { now.isInOffice($0) && keyed.contains($0) }
    return able.count == 1 ? able[0] : nil
  }

  /// The one who is left where a supervisor goes and only two of the whole are there: what takes two then counts on
  /// his word. `nil` where more are left, or the last would go.
  package func leftAlone(without officer: String) -> String? {
    let keyed = Set(now.keys.values)
    let able = now.supervisors.filter { keyed.contains($0) && now.covers($0, [Scope(authority: Scope.everywhere)]) }
    guard able.contains(officer) else { return nil }
    let others = able.filter { $0 != officer }
    return others.count == 1 ? others[0] : nil
  }

  /// Entries in force that count by one person 一人登记 until another approves them, in causal order.
  package var byOne: [Event] {
    guard !now.byOne.isEmpty else { return [] }
    return entries.map(\.event).filter { event in
      let officer = event.body.text("officer") ?? ""
      guard now.byOne.contains(event.id), now.isInOffice(officer) else { return false }
      switch event.act {
      case .officer: return officerEvent(officer)?.id == event.id
      case .key: return event.body.text("sign").map { now.keys[$0] == officer && keyEvent($0)?.id == event.id } ?? false
      case .role: return now.grants(of: officer).contains { $0.event == event.id }
      default: return false
      }
    }
  }

  /// Who may approve a proposal, or what counts by one person, as things stand.
  package func approvers(of event: Event, today: Day) -> [String] {
    let keyed = Set(now.keys.values)
    let able = event.act == .root ? now.root : now.supervisors
    return able.filter { officer in
      keyed.contains(officer)
        && permitted(Action(.approve, ["of": .string(event.id)]), by: officer, today: today).isEmpty
    }
  }
}

extension Rights {
  /// What counts by one person is called wherever it is shown.
  package static let byOneWord = Phrase("一人登记", "by one person")
}
