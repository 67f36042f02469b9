import ScoringCore
import StrictJSON

/// 批准: another supervisor agrees to a proposal.
struct Approve: Act {
  let name = ActName.approve
  let wording = ActWording(
    done: ("批准", "Approved"), verb: ("批准", "Approve"), "批准别人提出的事项", "Approve what another proposed")
  let place = ActPlace.registry
  let who: [OfficerRole] = [.supervisor]
  let fields: [Field] = [.id("of", "批准哪一项", "Proposal").pointed.workedOut.compared.deciding]
  let offer: ActOffer? = ActOffer(.officers, "y", footer: true, final: true)

  func authority(_ event: Event, _ past: Fold) -> String {
    guard let of = past.event(event.body.text("of") ?? ""), of.act == .settings else { return "" }
    return of.body.text("authority") ?? ""
  }

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    let registry = act.registry
    guard let of = act.body.text("of"), let proposal = registry.entry(of) else { return [.unknown] }
    var unmet: [UnmetRequirement] = []
    if proposal.author == act.author {
      unmet.append(.sameOfficer(Phrase("提出者不能自己批准", "Who proposed it cannot approve it")))
    }
    let isOpen =
      proposal.act == .root
      ? registry.state.approvers[of]?.contains(act.author) != true
      : registry.isWaiting(proposal) || act.rights.byOne.contains(of)
    if !isOpen { unmet.append(.notLive) }
    if let giving = proposal.act?.act.giving(proposal.body, registry.state),
      !registry.state.mayApprove(act.author, giving, author: proposal.author)
    {
      unmet.append(.jurisdiction)
    }
    return unmet
  }

  /// What it lets count.
  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    guard let of = past.event(event.body.text("of") ?? ""), of.act != .root, let act = past.entry(of.id)?.act else {
      return []
    }
    return act.answers(of, past)
  }

  /// The newest proposal that waits for him.
  func complete(_ action: Action, in place: Situation) -> Action {
    let waiting = (place.registry?.awaiting ?? []).filter { $0.author != place.officer }
    return action.setting("of", waiting.last.map { .string($0.id) })
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.proposal(action.fields.text("of") ?? "")] }
}
