import ScoringCore
import StrictJSON

/// 撤销: a live answer that nothing live rests on is taken back, and what stood before it stands again.
struct Undo: Act {
  let name = ActName.undo
  let wording = ActWording(
    done: ("撤销", "Undone"), verb: ("撤销", "Undo"), "撤销最近的一步，写明理由", "Take back the newest step, with a reason")
  let alsoIn: [ActPlace] = [.titles, .rounds]
  let fields: [Field] = [
    .id("of", "撤销哪一步", "Which step", .undoable).workedOut.compared.deciding, .text("reason", "理由", "Reason"),
  ]
  let offer: ActOffer? = ActOffer(.anyTab, "u")

  /// The states in which the newest answer to `stage` is undone (Casework §4.4).
  static let stages: Set<CaseState> = [
    .inReview, .returned, .held, .toSign, .awaitingDraw, .spotCheck, .readyForNotice, .readyToForward, .refused,
    .withdrawn,
  ]

  func roles(_ act: ActRequirements) -> [OfficerRole] { Self.isOwn(act) ? [] : [.supervisor] }

  /// The author undoes alone while no other officer has acted on the case since.
  private static func isOwn(_ act: ActRequirements) -> Bool {
    guard let of = act.named, of.author == act.author, let at = act.fold.byID[of.id] else {
      return act.body["of"] == nil
    }
    let past = act.fold.log[at].past
    return !act.fold.log.contains { $0.event.author != act.author && !past.contains($0.place) }
  }

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let of = act.body.text("of") else { return [] }
    guard let event = act.fold.event(of) else { return [.unknown] }
    if event.act?.act.traits.contains(.final) == true {
      return [.requirement("final", "这一步已经生效在外，不能撤销", "This step took effect outside and cannot be undone")]
    }
    guard let given = act.fold.answers[of], !given.isEmpty,
      given.allSatisfy({ question, answer in act.fold.liveAnswers(question).contains { $0.id == answer.id } })
    else { return [.notLive] }
    var unmet = act.needsText("reason")
    if given.contains(where: { $0.question == .stage }), let state = act.fold.state, !Self.stages.contains(state) {
      unmet.append(.notFromThisState(state))
    }
    if let resting = act.fold.resting(on: event, given.map(\.question)) {
      let name = resting.title
      unmet.append(
        .requirement(
          "restedOn", "后来的“\(name.zh)”以它为据，须先撤销", "A later step (\(name.en)) rests on it and must be undone first"))
    }
    return unmet
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    (past.answers[event.body.text("of") ?? ""] ?? []).map { ($0.question, $0.answer.before) }
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    action.setting("of", place.undoable.first { $0.unmet.isEmpty }.map { .string($0.event.id) })
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    let reason = event.body.text("reason") ?? ""
    guard let undone = fold.event(event.body.text("of") ?? "") else { return .same(reason) }
    return Phrase("\(undone.title.zh)（\(reason)）", "\(undone.title.en) (\(reason))")
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.stage)] }
}
