import ScoringCore
import StrictJSON

/// 开启批次: a round of applications is opened.
struct OpenRound: Act {
  let name = ActName.openRound
  let wording = ActWording(done: ("开启批次", "Round opened"))
  let place = ActPlace.rounds
  let who: [OfficerRole] = [.supervisor]
  let fields: [Field] = [
    .tiers("tiers", "层级", "Tiers"),
    Field("types", Phrase("类型", "Types"), .list(.word(["new", "review"])), .many(.codes(["new", "review"]))),
    .object("window", "申报时间", "Window", [.day("from", "起", "From"), .day("until", "止", "Until")]),
    .line("document", "文号", "Document"),
  ]

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    act.fold.body(.round) == nil ? [] : [.requirement("roundOpen", "本批次已经开启", "The round is open already")]
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] { [(.round, .event(event.id))] }
}
