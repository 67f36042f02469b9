import ScoringCore
import StrictJSON

extension Rules {
  /// Spot checks: two officers, each line ticked, closed by one and then by the other.
  var visiting: [Unmet] {
    switch kind.name {
    case "plan": return planning
    case "finding":
      guard let visit = body.text("visit") else { return needsOpenVisit }
      return mustBeOpen(visit) + mustVisit(visit)
    case "closeVisit":
      guard let visit = body.text("visit") else { return needsOpenVisit }
      return mustBeOpen(visit) + mustVisit(visit)
    default: return cosigning
    }
  }

  private var needsOpenVisit: [Unmet] { fold.openVisits.isEmpty ? [.noVisit] : [] }

  private func mustBeOpen(_ id: String) -> [Unmet] {
    guard let visit = fold.visit(id) else { return [.noVisit] }
    return visit.phase == .closed && !fold.isContested("visit:" + id)
      ? [.requirement("visitClosed", "这次抽查已经办结", "This visit is closed")] : []
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
    for officer in officers {
      if !rights.holds(officer, [.spotCheck], in: place) {
        unmet.append(
          .requirement(
            "visitorRole", "\(officer) 不是管辖本案的抽查员", "\(officer) is no spot-check officer for this case"))
      }
      if fold.isBarred(officer) {
        unmet.append(
          .requirement("visitorConflict", "\(officer) 与本案有利害关系", "\(officer) has a conflict of interest"))
      }
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
