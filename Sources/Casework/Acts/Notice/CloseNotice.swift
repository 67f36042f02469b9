import ScoringCore
import StrictJSON

/// 公示期满: the last day is over and every objection is answered.
struct CloseNotice: Act {
  let name = ActName.closeNotice
  let wording = ActWording(
    done: ("结束公示", "Notice closed"), verb: ("结束公示", "Close notice"), "公示期满，结束公示",
    "Close the notice after its last day")
  let who: [OfficerRole] = [.signer]
  let from: Set<CaseState>? = [.inNotice]
  let step: OfficeSettings.Step? = .notice
  let traits: ActTraits = .final
  let offer: ActOffer? = ActOffer(.anyTab, final: true, many: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    var unmet: [UnmetRequirement] = []
    if let last = act.fold.stage?.noticeLast, act.fold.state == .inNotice, let on = act.body.day("on"), on <= last {
      unmet.append(
        .requirement("noticeRuns", "公示到 \(last) 当日结束后才能关闭", "The notice runs to the end of \(last)"))
    }
    if !act.fold.openVisits.isEmpty {
      unmet.append(.requirement("openVisit", "还有未办结的抽查", "A visit is still open"))
    }
    return unmet + act.openObjections
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    past.stage { if past.isStale || past.hasUpheld { $0.toReview() } else { $0.state = .noticeClosed } }
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.stage), .objections] }
}
