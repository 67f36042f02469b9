package import ScoringCore
import StrictJSON

extension CaseFile {
  /// The case as an officer acts in it.
  package func situation(of officer: String, today: Day) -> Situation {
    Situation(.file(self), officer: officer, today: today)
  }

  /// Every requirement that an action, completed or without any fields, does not meet.
  package func permitted(_ action: Action, by officer: String, today: Day) -> [UnmetRequirement] {
    situation(of: officer, today: today).permitted(action)
  }

  /// The action with what the program knows filled in.
  package func complete(_ action: Action, by officer: String, today: Day) -> Action {
    situation(of: officer, today: today).complete(action)
  }

  /// Spot-check officers with jurisdiction over the case, each with what keeps him from its visits, by id.
  package var visitors: [(officer: Rights.Officer, unmet: [UnmetRequirement])] {
    let judging = ActRequirements(
      act: ActName.plan.act, body: [:], author: "", folder: key.path, fold: fold, rights: registry.now)
    return registry.now.officers.values
      .filter { registry.now.holds($0.id, [.spotCheck], in: judging.place) }
      .map { (officer: $0, unmet: judging.unfit($0.id)) }
      .sorted { $0.officer.id < $1.officer.id }
  }

  /// What stands in the way of taking a file as the next revision (Casework §4.2).
  package func resubmission(_ next: Application) -> [UnmetRequirement] {
    let named = fold.applications.last { $0.act != .resubmit }?.body.text("application")
    guard let first = revisions.first(where: { $0.sha == named })?.application else { return [] }
    return otherCase(next.differences(fromFirst: first))
  }

  /// What stands in the way of putting a file right that was keyed wrongly at intake (Casework §4.2).
  func amendment(_ next: Application) -> [UnmetRequirement] {
    otherCase(next.differences(from: key, tier: revision.application.tier))
  }

  /// The number of the next revision.
  package var nextNumber: Int { fold.applications.count + 1 }

  private func otherCase(_ changed: [String]) -> [UnmetRequirement] {
    changed.isEmpty
      ? []
      : [
        .requirement(
          "anotherCase", "\(changed.joined(separator: "、"))与首次申请不同，这是另一申报件：请撤回本件，另行收件",
          "Another \(changed.joined(separator: ", ")): another case; withdraw this one and receive that one")
      ]
  }

  /// Events that wait for something and are signed by a key that the registry knows, where the act should be asked about
  /// once more: `sign`, `decide`, `forward`, `endTitle`.
  package func waiting(before act: ActName) -> [JudgedEvent] {
    guard act.act.traits.contains(.decisive) else { return [] }
    return history.entries.filter { entry in
      guard case .pending = entry.verdict else { return false }
      return registry.now.keys[entry.event.key] != nil
    }
  }
}
