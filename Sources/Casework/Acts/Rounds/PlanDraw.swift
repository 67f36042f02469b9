import ScoringCore
import StrictJSON

/// 抽签方案: population, rule and source of the seed, frozen before anybody knows the seed.
struct PlanDraw: Act {
  let name = ActName.planDraw
  let wording = ActWording(done: ("抽签方案", "Draw planned"))
  let place = ActPlace.rounds
  let who: [OfficerRole] = [.supervisor, .reviewer]
  let fields: [Field] = [
    .object(
      "rule", "规则", "Rule",
      [
        .whole("rate", "比例（万分之）", "Rate (ten-thousandths)"), .whole("least", "最少件数", "At least"),
        .words("strata", "分层", "Strata"), .words("grounds", "必抽情形", "Grounds"),
        .decimal("margin", "距合格线", "Margin").optional,
      ]), .object("population", "抽签名单", "Population", FileList.fields), .line("seedSource", "种子取自", "Seed comes from"),
    .sha("settings", "设置", "Settings"),
  ]

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    act.fold.body(.round) == nil ? [.requirement("noRound", "本批次还没有开启", "The round is not open")] : []
  }
}
