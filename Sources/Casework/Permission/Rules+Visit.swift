import ScoringCore
import StrictJSON

extension Rules {
  /// Spot checks: two officers, each line ticked, closed by one and then by the other.
  var visiting: [Unmet] {
    switch kind.name {
    case "plan": return planning
    case "finding":
      guard let visit = body.text("visit") else { return needsOpenVisit }
      return mustBeOpen(visit, .open) + mustVisit(visit)
    case "closeVisit":
      guard let visit = body.text("visit") else { return needsOpenVisit }
      return mustBeOpen(visit, .open) + mustVisit(visit)
    default: return cosigning
    }
  }

  private var needsOpenVisit: [Unmet] { fold.openVisits.isEmpty ? [.noVisit] : [] }

  /// - Parameter phase: the only phase that will do; `nil` asks only that the visit is not over.
  private func mustBeOpen(_ id: String, _ phase: Visit.Phase? = nil) -> [Unmet] {
    guard let visit = fold.visit(id) else { return [.noVisit] }
    if fold.isContested("visit:" + id) { return [] }
    if visit.phase == .closed { return [.requirement("visitClosed", "这次抽查已经办结", "This visit is closed")] }
    return phase.map { $0 == visit.phase } ?? true
      ? []
      : [
        .requirement(
          "visitClosing", "这次抽查正待另一名抽查员会签", "The visit waits for the other officer to countersign")
      ]
  }

  private func mustVisit(_ id: String) -> [Unmet] {
    fold.visitors(id).contains(author)
      ? []
      : [.requirement("visitor", "只有安排的两名抽查员可以记录", "Only the two officers of the visit record it")]
  }

  private var planning: [Unmet] {
    guard let visit = body.text("visit") else { return needsOpenVisit }
    var unmet = mustBeOpen(visit)
    let officers = body.texts("officers")
    if Set(officers).count != 2 || officers.count != 2 {
      unmet.append(.requirement("twoOfficers", "须有两名不同的抽查员", "A visit has two different officers"))
    }
    return unmet + officers.flatMap(unfit)
  }

  /// Why an officer may not be one of the two of a visit; nothing where he may.
  func unfit(_ officer: String) -> [Unmet] {
    var unmet: [Unmet] = []
    if !rights.holds(officer, [.spotCheck], in: place) {
      unmet.append(
        .requirement(
          "visitorRole", "\(officer) 不是管辖本案的抽查员", "\(officer) is no spot-check officer for this case"))
    }
    if fold.isBarred(officer) {
      unmet.append(
        .requirement("visitorConflict", "\(officer) 与本案有利害关系", "\(officer) has a conflict of interest"))
    }
    if fold.reviewers.contains(officer) {
      unmet.append(
        .requirement("visitorReviewed", "\(officer) 审核过本案，不能参加抽查", "\(officer) reviewed the case and does not visit"))
    }
    return unmet
  }

  private var cosigning: [Unmet] {
    guard let of = body.text("of") else { return needsOpenVisit }
    guard let closing = fold.event(of), closing.kind == "closeVisit", let id = closing.body.text("visit")
    else {
      return [.unknown]
    }
    guard let visit = fold.visit(id), visit.phase == .closing, visit.closing == of else { return [.notLive] }
    if closing.author == author {
      return [.sameOfficer(Phrase("须由另一名抽查员会签", "The other officer of the visit must sign"))]
    }
    return mustVisit(id)
  }
}

extension Fold {
  /// Officers who took the case, or judged, returned, proposed or signed it: they do not visit (procedure, section 5).
  var reviewers: Set<String> {
    let acts: Set = ["judge", "return", "recommend", "sign", "challenge", "decide", "forward"]
    return Set(
      log.lazy.map(\.event).filter {
        acts.contains($0.kind) || ($0.kind == "assign" && $0.body.text("to") == $0.author)
      }
      .map(\.author))
  }

  /// Whether two officers have closed a visit of this case.
  var wasVisited: Bool {
    visits.contains { visit($0)?.phase == .closed }
  }
}
