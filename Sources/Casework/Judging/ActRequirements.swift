import ScoringCore
import StrictJSON

/// What an act in a folder needs, from the fold of its own causal past and the registry it names, and from nothing else.
///
/// Judging an event and offering an action ask the same questions here; what only the present can answer
/// (calendar, settings, papers, the assessment) an act is asked by `Situation`.
package struct ActRequirements {
  let act: any JudgedAct
  let body: JSONValue
  let author: String
  /// The signing key; empty where an action is only offered.
  var key = ""
  let folder: String
  let fold: Fold
  let rights: Rights
  /// The registry as the author knew it, for acts in it.
  var registry = RegistryPast()

  /// Every requirement that is not met.
  var unmet: [UnmetRequirement] { entitled + standing + act.requirements(self) }

  var place: Jurisdiction {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let origin =
      act.name == .receive || act.name == .registerTitle
      ? body : (fold.receipt ?? fold.log.first { $0.event.act == .registerTitle }?.event)?.body
    return Jurisdiction(
      folder: folder, authority: parts.count > 1 ? parts[1] : "", division: origin?.text("division"),
      tiers: origin?.text("tier").flatMap(Tier.init(rawValue:)).map { [$0] } ?? [])
  }

  /// The event that `of` names, if its author had seen it.
  var named: Event? { body.text("of").flatMap(fold.event) }

  /// The act of another that this one seconds; `nil` for an act that needs no second person.
  var seconded: Event? {
    guard !act.traits.isDisjoint(with: [.second, .another]) else { return nil }
    return act.traits.contains(.second) ? named ?? fold.recommendation : named
  }

  /// Roles that would do.
  var roles: [OfficerRole] { act.roles(self) }

  var entitled: [UnmetRequirement] {
    var unmet: [UnmetRequirement] = []
    let roles = roles
    if !roles.isEmpty {
      if !rights.holdsAnywhere(author, roles) {
        unmet.append(.role(roles))
      } else if !rights.holds(author, roles, in: place, whole: act.traits.contains(.whole)) {
        unmet.append(.jurisdiction)
      }
    }
    if fold.isBarred(author), act.name != .conflict {
      unmet.append(
        .requirement("conflict", "你已声明与本件有利害关系", "You have a conflict of interest in this case"))
    }
    return unmet
  }

  // MARK: where the case stands

  private var standing: [UnmetRequirement] {
    var unmet: [UnmetRequirement] = []
    let disputed = fold.disputes.filter { !$0.isHarmless }
    if act.name == .receive {
      return fold.everyApplication.isEmpty ? [] : [.requirement("received", "申报件已经收件", "The case is received already")]
    }
    let answersAnew = act.answersAnew(body).map(disputed.contains) ?? false
    if act.place == .cases, folder.hasPrefix("cases/") {
      guard let state = fold.state else {
        return [.requirement("notReceived", "申报件还没有收件", "The case is not received yet")]
      }
      if let states = act.from, !states.contains(state), !answersAnew {
        unmet.append(.notFromThisState(state))
      }
    }
    if act.place != .rounds, !disputed.isEmpty, !act.traits.contains(.inContest), !answersAnew {
      unmet.append(
        .requirement("contested", "申报件有争议，须先由主管研究确定", "The case is contested and must be settled first"))
    }
    if act.traits.contains(.fresh), fold.isStale {
      unmet.append(
        .requirement("stale", "提出审核意见之后情况有变，须重新审核", "What the recommendation rests on has changed since"))
    }
    return unmet
  }

  // MARK: what several acts ask

  /// A sentence that must not be empty; an action whose fields are not filled in yet is not asked for it.
  func needsText(_ field: String) -> [UnmetRequirement] {
    guard body.members?.isEmpty == false else { return [] }
    return (body.text(field) ?? "").isEmpty
      ? [.requirement("text", "须写明一句理由", "Needs a sentence that says why", field: field)] : []
  }

  var recommender: String? { fold.recommendation?.author }

  var openObjections: [UnmetRequirement] {
    let open = fold.open("objection")
    return open.isEmpty
      ? []
      : [
        .requirement(
          "openObjection", "还有 \(open.count) 件异议没有答复", "Objections not answered yet: \(open.count)")
      ]
  }

  /// A review 复核 always has a visit (Procedure §5).
  var unvisited: [UnmetRequirement] {
    fold.receipt?.body.text("type") == ApplicationType.review.rawValue && !fold.wasVisited
      ? [.requirement("reviewVisit", "复核须有实地抽查", "A review needs a visit first")] : []
  }

  /// What a decision and a forwarding ask alike.
  /// - Parameter isWanted: whether the act is for this tier, or for all others.
  func conclusion(of tier: Tier, isWanted: Bool) -> [UnmetRequirement] {
    var unmet: [UnmetRequirement] = []
    if let recommender, recommender == author {
      unmet.append(
        .sameOfficer(Phrase("提出审核意见的人不能作决定", "Who recommended the case cannot decide it")))
    }
    if fold.receipt != nil, (fold.receipt?.body.text("tier") == tier.rawValue) != isWanted {
      unmet.append(
        isWanted
          ? .requirement("tier", "只有小巨人由省级推荐到工信部", "Only a little giant is forwarded to the ministry")
          : .requirement(
            "tier", "小巨人由工信部认定，省级只推荐", "The ministry decides a little giant; the province forwards it"))
    }
    return unmet + openObjections
  }

  func titleIsOver(unless outcome: String?) -> [UnmetRequirement] {
    guard let title = fold.title, title.phase != .ended else { return [] }
    if let outcome, body.text("outcome") == outcome || body.text("outcome") == nil { return [] }
    return [.requirement("titleRuns", "须先终止称号", "The title must be ended first")]
  }

  /// The object that an act on an objection, report or lead is about.
  var lodgedObject: [UnmetRequirement] {
    guard let of = body.text("of") else {
      return fold.lodged.isEmpty ? [.requirement("noObject", "没有异议或举报", "Nothing was lodged here")] : []
    }
    return fold.lodged.contains(of) ? [] : [.unknown]
  }

  // MARK: visits

  var needsOpenVisit: [UnmetRequirement] { fold.openVisits.isEmpty ? [.noVisit] : [] }

  /// - Parameter phase: the only phase that will do; `nil` asks only that the visit is not over.
  func mustBeOpen(_ id: String, _ phase: Visit.Phase? = nil) -> [UnmetRequirement] {
    guard let visit = fold.visit(id) else { return [.noVisit] }
    if fold.isContested(.visit(id)) { return [] }
    if visit.phase == .closed { return [.requirement("visitClosed", "这次抽查已经办结", "This visit is closed")] }
    return phase.map { $0 == visit.phase } ?? true
      ? []
      : [
        .requirement(
          "visitClosing", "这次抽查正待另一名抽查员会签", "The visit waits for the other officer to countersign")
      ]
  }

  func mustVisit(_ id: String) -> [UnmetRequirement] {
    fold.visitors(id).contains(author)
      ? []
      : [.requirement("visitor", "只有安排的两名抽查员可以记录", "Only the two officers of the visit record it")]
  }

  /// Why an officer may not be one of the two of a visit; nothing where he may.
  func unfit(_ officer: String) -> [UnmetRequirement] {
    let name = rights.name(of: officer)
    var unmet: [UnmetRequirement] = []
    if !rights.holds(officer, [.spotCheck], in: place) {
      unmet.append(
        .requirement(
          "visitorRole", "\(name) 不是管辖本件的抽查员", "\(name) is no spot-check officer for this case"))
    }
    if fold.isBarred(officer) {
      unmet.append(
        .requirement("visitorConflict", "\(name) 与本件有利害关系", "\(name) has a conflict of interest"))
    }
    if fold.reviewers.contains(officer) {
      unmet.append(
        .requirement("visitorReviewed", "\(name) 审核过本件，不能参加抽查", "\(name) reviewed the case and does not visit"))
    }
    return unmet
  }
}
