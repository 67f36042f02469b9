import ScoringCore
import StrictJSON

/// 重大变更: a new name, a merger, a move or the like, and when it was reported.
struct Change: Act {
  let name = ActName.change
  let wording = ActWording(
    done: ("重大变更", "Major change"), "登记更名、合并、迁移等重大变更", "Enter a new name, merger, move or the like")
  let place = ActPlace.titles
  let alsoIn: [ActPlace] = [.cases]
  let who: [OfficerRole] = [.reviewer]
  let fields: [Field] = [
    .code("what", "变更事项", "What changed", "name merger moved jointVenture business other"),
    .day("occurred", "发生日期", "Day it happened", to: .today),
    .day("reported", "报告日期", "Day it was reported", to: .today),
    .one("effect", "影响", "Effect", "keeps inquiry").usually("keeps").compared.deciding,
    .line("name", "新名称", "New name").optional, .line("creditCode", "新信用代码", "New credit code").optional,
  ]
  let offer: ActOffer? = ActOffer(.title, "c")

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] { TitleTerm.running(act.fold) }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.title)] }
}
