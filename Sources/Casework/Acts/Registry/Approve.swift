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
    past.event(event.body.text("of") ?? "")?.body.text("authority") ?? ""
  }

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let proposal = act.fold.event(act.body.text("of") ?? "") else { return [.unknown] }
    return proposal.author == act.author
      ? [.sameOfficer(Phrase("提出者不能自己批准", "Who proposed it cannot approve it"))] : []
  }

  /// The newest proposal that waits for him.
  func complete(_ action: Action, in place: Situation) -> Action {
    let waiting = (place.registry?.awaiting ?? []).filter { $0.author != place.officer }
    return action.setting("of", waiting.last.map { .string($0.id) })
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.proposal(action.fields.text("of") ?? "")] }
}
