import ScoringCore
import StrictJSON

/// 终止: an office, a role or a key ends; the acts that stand are listed by hash.
struct End: Act {
  let name = ActName.end
  let wording = ActWording(done: ("终止", "Ended"), verb: ("终止", "End"), "终止任职、职责或密钥", "End an office, a role or a key")
  let place = ActPlace.registry
  let who: [OfficerRole] = [.supervisor]
  let fields: [Field] = [
    .id("of", "终止什么", "What ends", .ends).compared, .one("why", "原因", "Why", "left changed stolen lost").compared,
    .object("cut", "截止清单", "Acts that stand", FileList.fields).program.optional.workedOut,
  ]
  let offer: ActOffer? = ActOffer(.officers, "x", final: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let ended = act.fold.event(act.body.text("of") ?? "") else { return [.unknown] }
    let isStolen = act.body.text("why") == "stolen"
    return !isStolen && ended.body.text("officer") == act.author
      ? [.sameOfficer(Phrase("不能终止自己的职责", "Nobody ends his own office"))] : []
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    (past.answers[event.body.text("of") ?? ""] ?? []).map { ($0.question, .event(event.id)) }
  }
}
