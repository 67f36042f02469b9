import ScoringCore
import StrictJSON

extension Rules {
  /// Signature, notice, decision.
  var deciding: [Unmet] {
    switch kind.name {
    case "sign", "challenge": return signing
    case "enterNotice": return entering
    case "extendNotice":
      guard let last = fold.stage?.noticeLast, let later = body.day("last"), later <= last else { return [] }
      return [
        .requirement("notLater", "公示不能缩短，现到 \(last)", "A notice is never shortened; it runs to \(last)")
      ]
    case "closeNotice": return closing
    case "decide": return conclusion(of: .littleGiant, isWanted: false)
    case "forward": return conclusion(of: .littleGiant, isWanted: true) + unvisited
    case "ministry": return fold.state == .ministryOutcome ? titleIsOver(unless: "recognised") : []
    case "reopen": return reopening
    default: return []
    }
  }

  private var recommender: String? {
    fold.stage?.recommendation.flatMap(fold.event)?.author
  }

  private var signing: [Unmet] {
    var unmet: [Unmet] = []
    if let of = body.text("of") {
      if of != fold.stage?.recommendation { unmet.append(.notLive) }
    }
    if let recommender, recommender == author {
      unmet.append(
        .sameOfficer(Phrase("提出建议的人不能自己签批", "Who recommended the case cannot sign or challenge it")))
    }
    guard kind.name == "sign", body["of"] != nil, let outcome = named?.body.text("outcome") else {
      return unmet
    }
    let next = body.text("next")
    let fits =
      outcome == "refuse"
      ? next == nil : next == "draw" || next == "notice" || (next == "recommend" && fold.published == .readyToRecommend)
    if !fits {
      unmet.append(
        .requirement("next", "下一步与建议或层级不符", "The next step does not fit the recommendation or the tier"))
    }
    return unmet
  }

  private var entering: [Unmet] {
    guard let first = body.day("first"), let last = body.day("last") else { return unvisited }
    return (body.number("length") ?? 1) < 1 || last < first
      ? unvisited + [.requirement("noticeDays", "公示天数不合规定", "The notice's days do not fit")] : unvisited
  }

  /// A review 复核 always has a visit (casework, section 1).
  private var unvisited: [Unmet] {
    fold.receipt?.body.text("type") == ApplicationType.review.rawValue && !fold.wasVisited
      ? [.requirement("reviewVisit", "复核须有实地抽查", "A review needs a visit first")] : []
  }

  private var closing: [Unmet] {
    var unmet: [Unmet] = []
    if let last = fold.stage?.noticeLast, fold.state == .inNotice, let on = body.day("on"), on <= last {
      unmet.append(
        .requirement("noticeRuns", "公示到 \(last) 当日结束后才能关闭", "The notice runs to the end of \(last)"))
    }
    if !fold.openVisits.isEmpty {
      unmet.append(.requirement("openVisit", "还有未办结的抽查", "A visit is still open"))
    }
    return unmet + openObjections
  }

  private var openObjections: [Unmet] {
    let open = fold.open("objection")
    return open.isEmpty
      ? []
      : [
        .requirement(
          "openObjection", "还有 \(open.count) 件异议没有答复", "Objections not answered yet: \(open.count)")
      ]
  }

  private func conclusion(of tier: Tier, isWanted: Bool) -> [Unmet] {
    var unmet: [Unmet] = []
    if let recommender, recommender == author {
      unmet.append(
        .sameOfficer(Phrase("提出建议的人不能作决定", "Who recommended the case cannot decide it")))
    }
    if fold.receipt != nil, (fold.receipt?.body.text("tier") == tier.rawValue) != isWanted {
      unmet.append(
        isWanted
          ? .requirement("tier", "只有小巨人由省级推荐到部里", "Only a little giant is forwarded to the ministry")
          : .requirement(
            "tier", "小巨人由部里认定，省级只推荐", "The ministry decides a little giant; the province forwards it"))
    }
    return unmet + openObjections
  }

  private var reopening: [Unmet] {
    fold.state == .decided || fold.state == .ministryOutcome ? titleIsOver(unless: nil) : []
  }

  private func titleIsOver(unless outcome: String?) -> [Unmet] {
    guard let title = fold.title, title.phase != .ended else { return [] }
    if let outcome, body.text("outcome") == outcome || body.text("outcome") == nil { return [] }
    return [.requirement("titleRuns", "须先终止称号", "The title must be ended first")]
  }
}

extension Unmet {
  static let notLive = requirement(
    "notLive", "所指的已不是现行的结论", "What it names is no longer the live answer")
}
