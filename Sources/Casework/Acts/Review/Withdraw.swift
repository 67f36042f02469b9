import ScoringCore
import StrictJSON

/// 撤回: the application is withdrawn; at the enterprise's request with its paper, else by a supervisor.
struct Withdraw: Act {
  let name = ActName.withdraw
  let wording = ActWording(
    done: ("撤回", "Withdrawn"), verb: ("撤回", "Withdraw"), "撤回申报", "Withdraw the application")
  let from: Set<CaseState>? = CaseState.open
  let fields: [Field] = [
    .one("cause", "原因", "Cause", "request misdirected duplicate ineligible").compared,
    .text("reason", "说明", "Reason"),
    .sha("paper", "企业的申请书（文件）", "Its request (a file)").optional.hint(
      "企业申请撤回而附申请书的，审核员可办；其他由主管办", "With it the reviewer can; all else is the supervisor's"),
  ]
  let offer: ActOffer? = ActOffer(.anyTab, final: true)

  func roles(_ act: ActRequirements) -> [OfficerRole] {
    act.body.text("cause") == "request" && act.body["paper"] != nil ? [.reviewer, .supervisor] : [.supervisor]
  }

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] { act.needsText("reason") }

  /// A reviewer withdraws at the enterprise's request, with its paper.
  func begun(by officer: String) -> Action {
    Action(name, ["cause": "request", "reason": "?", "paper": .string(String(repeating: "0", count: 64))])
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    past.stage {
      $0.goOn(event.on)
      $0.state = .withdrawn
    }
  }
}
