import ScoringCore
import StrictJSON

/// 签批: another officer agrees with the proposal and says where the case goes.
struct Sign: Act {
  let name = ActName.sign
  let wording = ActWording(
    done: ("签批", "Signed"), verb: ("签批", "Sign"), "签批别人的意见", "Sign another officer's proposal")
  let who: [OfficerRole] = [.signer]
  let from: Set<CaseState>? = [.toSign]
  let step: OfficeSettings.Step? = .signing
  let traits: ActTraits = [.second, .review, .fresh, .decisive]
  let fields: [Field] = [
    .id("of", "审核意见", "Proposal").pointed.workedOut.compared,
    .one("next", "下一步", "Next", "draw notice recommend").optional.workedOut.compared.deciding,
    .sha("settings", "设置", "Settings").program.workedOut,
  ]
  let offer: ActOffer? = ActOffer(.anyTab, "s", footer: true, final: true, many: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    let unmet = Self.seconding(act)
    guard act.body["of"] != nil, let outcome = act.named?.body.text("outcome") else { return unmet }
    let next = act.body.text("next")
    let fits =
      outcome == "refuse"
      ? next == nil
      : next == "draw" || next == "notice" || (next == "recommend" && act.fold.published == .readyToForward)
    return fits
      ? unmet
      : unmet + [
        .requirement(
          "next", "下一步与审核意见或层级不符", "The next step does not fit the recommendation or the tier", field: "next")
      ]
  }

  /// What a signature and a challenge ask alike.
  static func seconding(_ act: ActRequirements) -> [UnmetRequirement] {
    var unmet: [UnmetRequirement] = []
    if let of = act.body.text("of"), of != act.fold.stage?.recommendation { unmet.append(.notLive) }
    if let recommender = act.recommender, recommender == act.author {
      unmet.append(
        .sameOfficer(Phrase("提出审核意见的人不能自己签批", "Who recommended the case cannot sign or challenge it")))
    }
    return unmet
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    past.stage {
      $0.signature = event.id
      if past.event(event.body.text("of") ?? "")?.body.text("outcome") == "refuse" {
        $0.state = .refused
        return
      }
      switch event.body.text("next") {
      case "draw": $0.state = .awaitingDraw
      case "recommend": $0.state = .readyToForward
      default: $0.state = .readyForNotice
      }
    }
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    guard let file = place.file else { return action }
    let passes = place.fold.recommendation?.body.text("outcome") == "pass"
    return action.setting("of", place.fold.recommendation.map { .string($0.id) })
      .setting("next", passes ? .string(Self.next(place.fold, file.settings)) : nil)
      .setting("settings", .string(file.settings.sha))
  }

  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    guard let next = body.text("next"), next == "draw", !place.mayGo(to: next) else { return [] }
    return [
      .requirement(
        "next", "已抽查过，不再进入抽签；需要再查的用“决定抽查”", "It was visited already and is not drawn again; Order visit sends another",
        field: "next")
    ]
  }

  /// Every tier is spot-checked by sample (Procedure §1); a case that was visited, or an office that draws
  /// nothing, goes on without.
  static func next(_ fold: Fold, _ settings: OfficeSettings) -> String {
    if !fold.wasVisited, settings.sampleRate > 0 || settings.sampleMinimum > 0 { return "draw" }
    return fold.published == .readyToForward ? "recommend" : "notice"
  }

  /// Where it led: a refusal goes nowhere from there.
  func detail(_ event: Event, _ fold: Fold) -> Phrase {
    let refused = fold.event(event.body.text("of") ?? "")?.body.text("outcome") == "refuse"
    return Self.told(refused ? [CodedWords.word("refuse")] : [], Self.told(chosen(event)))
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.stage), .assessment] }
}

extension Situation {
  /// Whether a signed case could go there next, as `next` of a signature names it: what its form offers.
  package func mayGo(to next: String) -> Bool {
    switch next {
    case "draw": !fold.wasVisited
    case "recommend": fold.published == .readyToForward
    default: true
    }
  }
}
