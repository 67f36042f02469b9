import ScoringCore
import StrictJSON

/// 查看密封件: an objection officer opens what is sealed; that is recorded.
struct View: Act {
  let name = ActName.view
  let wording = ActWording(
    done: ("查看密封件", "Sealed file viewed"), verb: ("打开密封件", "Open sealed"), "打开密封的原文和身份；打开即留记录",
    "Open the sealed text and identity; that is recorded")
  let alsoIn: [ActPlace] = [.titles, .rounds]
  let who: [OfficerRole] = [.objection]
  let from: Set<CaseState>? = CaseState.all
  let traits: ActTraits = .everyday
  let fields: [Field] = [.sha("sealed", "密封件", "Sealed file", .line).pointed]
  let offer: ActOffer? = ActOffer(.objections, "o", footer: true)

  func shown(_ action: Action, in place: Situation) -> [Shown] { [] }
}
