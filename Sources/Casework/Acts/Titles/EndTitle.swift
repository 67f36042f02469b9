import ScoringCore
import StrictJSON

/// 终止称号: cancelled, revoked or ended by a merger after an inquiry; or given back.
struct EndTitle: Act {
  let name = ActName.endTitle
  let wording = ActWording(
    done: ("终止称号", "Title ended"), verb: ("终止称号", "End title"), "取消、撤销或因合并、放弃而终止；由另一人作出",
    "Cancel, revoke or end it; another officer than the inquirer decides")
  let place = ActPlace.titles
  let alsoIn: [ActPlace] = [.cases]
  let who: [OfficerRole] = [.signer]
  let traits: ActTraits = [.final, .second, .whole, .decisive]
  let fields: [Field] = [
    .id("of", "依据的核查", "Inquiry").pointed.workedOut.compared,
    .one("how", "方式", "How", "cancelled revoked merged surrendered").compared,
    .day("from", "自哪一天", "From").workedOut.compared.deciding,
    .day("barUntil", "禁止申报至", "Barred until", from: .today).optional.workedOut.compared.deciding,
    .text("text", "依据和理由", "Grounds"),
    .tiers("tiers", "一并终止的层级", "Tiers that end with it").workedOut.deciding,
  ]
  let offer: ActOffer? = ActOffer(.title, "X", final: true)

  func requirements(_ act: ActRequirements) -> [UnmetRequirement] {
    guard let title = act.fold.title else { return [.noTitle] }
    let isGivenBack = act.body.text("how") == "surrendered"
    var unmet: [UnmetRequirement] = []
    if title.phase != (isGivenBack ? .running : .inquiry) {
      unmet.append(
        .requirement("noInquiry", "须先核查并听取企业陈述", "An inquiry comes first, and the enterprise is heard"))
    }
    if let of = act.body.text("of") {
      if of != (isGivenBack ? title.given : title.inquiry) {
        unmet.append(.notLive)
      } else if act.named?.author == act.author {
        unmet.append(.sameOfficer(Phrase("须由另一人终止称号", "Another officer must end the title")))
      }
    }
    if !isGivenBack, let inquiry = title.inquiry,
      !act.fold.log.contains(where: { $0.event.act == .recordHearing && act.fold.saw($0.event.id, inquiry) })
    {
      unmet.append(.requirement("notHeard", "还没有听取企业陈述", "The enterprise has not been heard"))
    }
    return unmet
  }

  func answers(_ event: Event, _ past: Fold) -> [GivenAnswer] {
    past.term(event) {
      $0.phase = .ended
      $0.ended = event.body.text("how")
      $0.endedOn = event.body.day("from")
      $0.barUntil = event.body.day("barUntil")
      $0.endedTiers = event.body.texts("tiers").compactMap(Tier.init(rawValue:))
    }
  }

  func presently(_ body: JSONValue, isBegun: Bool, in place: Situation) -> [UnmetRequirement] {
    guard let day = body.day("from"), let from = place.fold.title?.from, day < from else { return [] }
    return [
      .requirement(
        "dayTooEarly", "\(day) 早于称号生效的 \(from)", "\(day) lies before the title begins, \(from)", field: "from")
    ]
  }

  func complete(_ action: Action, in place: Situation) -> Action {
    guard let title = place.fold.title else { return action }
    let of = action.fields.text("how") == "surrendered" ? title.given : title.inquiry
    let origin = place.fold.receipt ?? place.fold.event(title.given)
    let tier = origin?.body.text("tier").flatMap(Tier.init(rawValue:))
    // A term that has not begun ends on its first day.
    let soonest = max(place.today, title.from ?? place.today)
    let whole = action.setting("of", of.map { .string($0) }).setting("from", .string(soonest.description))
    guard let tier else { return whole }
    let from = whole.fields.day("from") ?? soonest
    let terms = place.standard.edition(of: tier, on: from).titles
    let cause = title.inquiry.flatMap(place.fold.event)?.body.text("cause").flatMap(TitleCause.init(rawValue:))
    // A form that opens says nothing of it yet.
    let isPenalty = ["cancelled", "revoked"].contains(action.fields.text("how") ?? "cancelled")
    let ends = cause.map { isPenalty && terms.bar.everyTier.contains($0) } ?? false
    let bars = cause.map { isPenalty && terms.bar.causes.contains($0) } ?? false
    return whole.setting("tiers", .array((ends ? Tier.allCases : [tier]).map { .string($0.rawValue) }))
      .setting("barUntil", bars ? .string(terms.bar(from: from).description) : nil)
  }

  func shown(_ action: Action, in place: Situation) -> [Shown] { [.answer(.title)] }
}
