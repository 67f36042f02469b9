import ScoringCore
import StrictJSON

/// What an act in a case needs, from the fold of its own causal past and the registry it names, and from nothing else.
///
/// Judging an event and offering an action ask the same questions here; what only the present can answer
/// (calendar, settings, papers, the assessment) is asked by `Permission`.
struct Rules {
  let kind: Kind
  let body: JSONValue
  let author: String
  let folder: String
  let fold: Fold
  let rights: Rights

  /// Every requirement that is not met.
  var unmet: [Unmet] {
    entitled + standing + special
  }

  var place: Jurisdiction {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let origin =
      kind.name == "receive" || kind.name == "registerTitle"
      ? body : (fold.receipt ?? fold.log.first { $0.event.kind == "registerTitle" }?.event)?.body
    return Jurisdiction(
      folder: folder, authority: parts.count > 1 ? parts[1] : "", division: origin?.text("division"),
      tiers: origin?.text("tier").flatMap(Tier.init(rawValue:)).map { [$0] } ?? [])
  }

  /// The event that `of` names, if its author had seen it.
  var named: Event? { body.text("of").flatMap(fold.event) }

  // MARK: who

  /// Roles that would do, after the rules that look at the body.
  var roles: [OfficerRole] {
    switch kind.name {
    case "assign": body.text("to") == author ? [.reviewer] : [.supervisor]
    case "release": fold.assignee == author ? [] : [.supervisor]
    case "conflict": body.text("officer") == author ? [] : [.supervisor]
    case "withdraw":
      body.text("cause") == "request" && body["paper"] != nil ? [.reviewer, .supervisor] : [.supervisor]
    case "undo": isOwnUndo ? [] : [.supervisor]
    case "erase": body["of"] == nil ? [.objection] : [.supervisor]
    default: kind.roles
    }
  }

  var entitled: [Unmet] {
    var unmet: [Unmet] = []
    if !roles.isEmpty {
      let whole = ["decide", "forward", "endTitle"].contains(kind.name)
      if !rights.holdsAnywhere(author, roles) {
        unmet.append(.role(roles))
      } else if !rights.holds(author, roles, in: place, whole: whole) {
        unmet.append(.jurisdiction)
      }
    }
    if fold.isBarred(author), kind.name != "conflict" {
      unmet.append(
        .requirement("conflict", "你已声明与本案有利害关系", "You have a conflict of interest in this case"))
    }
    return unmet
  }

  // MARK: where the case stands

  /// Questions whose dispute blocks nothing.
  private static let harmless: Set<String> = ["assignee", "due"]
  private static let duringDispute: Set<String> = [
    "settle", "note", "conflict", "lodge", "redact", "acknowledge",
  ]

  private var standing: [Unmet] {
    var unmet: [Unmet] = []
    let disputed = fold.disputes.subtracting(Rules.harmless)
    if kind.name == "receive" {
      if fold.receipt != nil {
        unmet.append(.requirement("received", "案件已经收件", "The case is received already"))
      }
      return unmet
    }
    let answersAnew = question.map(disputed.contains) ?? false
    if kind.place == .cases, folder.hasPrefix("cases/") {
      guard let state = fold.state else {
        return [.requirement("notReceived", "案件还没有收件", "The case is not received yet")]
      }
      if let states = Transitions.states(kind.name), !states.contains(state), !answersAnew {
        unmet.append(.notFromThisState(state))
      }
    }
    if kind.place != .rounds, !disputed.isEmpty, !Rules.duringDispute.contains(kind.name), !answersAnew {
      unmet.append(
        .requirement("contested", "案件有争议，须先由主管裁定", "The case is contested and must be settled first"))
    }
    if ["sign", "sampled", "enterNotice", "decide", "forward"].contains(kind.name), fold.isStale {
      unmet.append(
        .requirement("stale", "建议之后情况有变，须重新审核", "What the recommendation rests on has changed since"))
    }
    return unmet
  }

  /// The question that this act would answer anew, where officers may do so without a supervisor.
  private var question: String? {
    switch kind.name {
    case "verify": "fact:" + (body.text("path") ?? "")
    case "check": Fold.paper(body)
    case "judge": "judgement:" + (body.text("condition") ?? "")
    case "finding": "finding:\(body.text("visit") ?? ""):\(body.text("item") ?? "")"
    case "plan": "visitplan:" + (body.text("visit") ?? "")
    case "redact": "redaction:" + (body.text("of") ?? "")
    case "update": "update:\(body.number("year") ?? 0)"
    default: nil
    }
  }

  // MARK: what the kind itself asks

  private var special: [Unmet] {
    switch kind.name {
    case "receive", "assign", "verify", "check", "judge", "withdraw", "return", "extend", "lapse",
      "recommend":
      reviewing
    case "sign", "challenge", "sampled", "enterNotice", "extendNotice", "closeNotice", "decide", "forward",
      "ministry", "reopen":
      deciding
    case "plan", "finding", "closeVisit", "cosign": visiting
    case "lodge", "redact", "acknowledge", "told", "investigate", "answer": objecting
    case "undo": undoing
    case "settle": settling
    case "registerTitle", "update", "change", "inquiry", "heard", "drop", "endTitle": entitling
    case "planDraw", "draw", "openRound": drawing
    case "erase": erasing
    default: []
    }
  }
}

extension Unmet {
  static func notFromThisState(_ state: CaseState) -> Unmet {
    requirement(
      "notFromThisState", "案件现为“\(state.name.zh)”，不能这样做",
      "Not from this state: the case is \(state.name.en.lowercased())")
  }
}
