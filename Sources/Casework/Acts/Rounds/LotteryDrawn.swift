import ScoringCore
import StrictJSON

/// 抽签: another person than the planner enters the seed; the list follows from it.
struct LotteryDrawn: Act {
  let name = ActName.draw
  let wording = ActWording(done: ("抽签", "Draw"))
  let place = ActPlace.rounds
  let who: [OfficerRole] = [.supervisor, .signer]
  let traits: ActTraits = .another
  let fields: [Field] = [
    .id("of", "方案", "Plan").compared, .line("seed", "种子", "Seed").compared,
    .object("list", "名单", "List", FileList.fields).compared,
  ]

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let of = act.body.text("of") else { return [] }
    guard let plan = act.fold.event(of), plan.act == .planDraw else { return [.unknown] }
    var unmet: [UnmetRequirement] = []
    if plan.author == act.author {
      unmet.append(
        .sameOfficer(Phrase("种子须由制定方案以外的人录入", "Another person than the planner enters the seed")))
    }
    if !Lottery.isSeed(act.body.text("seed") ?? "") {
      unmet.append(
        .requirement("seed", "种子为 1 至 64 个数字或字母", "A seed is 1 to 64 ASCII digits or letters", field: "seed"))
    }
    return unmet
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    [(.draw(event.body.text("of") ?? ""), .event(event.id))]
  }
}
