import ScoringCore
import StrictJSON

/// 推荐到工信部: a little giant goes to the ministry, on a list.
struct Forward: Act {
  let name = ActName.forward
  let wording = ActWording(
    done: ("推荐到工信部", "Forwarded to the ministry"), verb: ("推荐上报", "Forward"), "推荐上报工业和信息化部",
    "Forward it to the ministry")
  let who: [OfficerRole] = [.signer]
  let from: Set<CaseState>? = [.noticeClosed, .readyToForward]
  let traits: ActTraits = [.final, .second, .review, .whole, .fresh, .decisive]
  let fields: [Field] = [.id("list", "名单", "List").pointed.compared, .line("document", "文号", "Document")]
  let offer: ActOffer? = ActOffer(.anyTab, final: true, many: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    act.conclusion(of: .littleGiant, isWanted: true) + act.unvisited
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { past.stage { $0.state = .forwarded } }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.stage), .assessment, .objections] }
}
