import ScoringCore
import StrictJSON

/// 研究确定: a supervisor who gave none of the answers keeps one of them, or none.
struct Settle: Act {
  let name = ActName.settle
  let wording = ActWording(
    done: ("研究确定", "Contest settled"), verb: ("研究确定", "Settle"), "研究确定：两个答案并排，择一或都不采用",
    "Settle a contest: its answers side by side")
  let alsoIn: [ActPlace] = [.titles, .rounds, .registry]
  let who: [OfficerRole] = [.supervisor]
  let from: Set<CaseState>? = CaseState.all
  let traits: ActTraits = .inContest
  let fields: [Field] = [
    .line("question", "争议", "Contested").among(.contests).workedOut.deciding,
    .id("keep", "裁定", "Settle it", .answers).optional.compared, .text("reason", "理由", "Reason"),
  ]
  let offer: ActOffer? = ActOffer(.anyTab)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] { act.fold.settling(act.body, by: act.author) }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    guard let question = Question(event.body.text("question") ?? "") else { return [] }
    if let keep = event.body.text("keep") {
      return past.liveAnswers(question).filter { $0.id == keep }.map { (question, $0.result) }
    }
    guard question == .stage, var stage = past.stage else { return [(question, .nothing)] }
    stage.toReview()
    return [(question, .stage(stage))]
  }

  func authority(_ event: Event, _ past: Fold) -> String {
    guard let question = Question(event.body.text("question") ?? "") else { return "" }
    return past.liveAnswers(question).lazy.compactMap { past.event($0.id)?.body.text("authority") }.first ?? ""
  }

  /// Which answer is kept is said: leaving it out would drop them all.
  func faults(_ body: JSONValue) -> [UnmetRequirement] {
    (body.text("keep") ?? "").isEmpty
      ? [
        .requirement(
          "keep", "须写明采用哪个答案，或 none（都不采用）", "Say which answer is kept, or none", field: "keep")
      ] : []
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    let contested = place.fold.contested
    let whole = action.setting("question", contested.count == 1 ? .string(contested[0].text) : nil)
    return whole.replacing("keep") { $0.string == CodedWords.none ? .null : $0 }
  }

  /// What was seen of a fact on a visit answers two questions, item and value: both are settled alike.
  func follow(_ event: Event, in place: Situation) -> [Action] {
    guard let settled = Question(event.body.text("question") ?? "") else { return [] }
    return place.fold.contested.filter { Self.isTwin($0, settled) }.compactMap { question in
      let keep = event.body.text("keep")
      guard keep == nil || place.fold.liveAnswers(question).contains(where: { $0.id == keep }) else { return nil }
      return Action(
        .settle,
        [
          "question": .string(question.text), "keep": keep.map { .string($0) } ?? .string(CodedWords.none),
          "reason": event.body["reason"] ?? "",
        ])
    }
  }

  private static func isTwin(_ a: Question, _ b: Question) -> Bool {
    switch (a, b) {
    case (.fact(let path), .finding(_, let item)), (.finding(_, let item), .fact(let path)): path == item
    default: false
    }
  }

  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    let question = Question(event.body.text("question") ?? "").map { $0.name(fold.name) }
    let kept = event.body.text("keep").map { id in
      let author = fold.event(id).map { fold.name(of: $0.author) } ?? ""
      return Phrase("采用 \(author) 的", "\(author)'s is kept")
    }
    return Self.told([question ?? .same(nil), kept ?? Phrase("都不采用", "neither is kept")], words(event))
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] {
    Question(action.fields.text("question") ?? "").map { [.answer($0)] } ?? []
  }
}
