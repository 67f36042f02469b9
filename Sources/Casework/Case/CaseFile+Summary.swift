package import ScoringCore

extension CaseFile {
  /// The row of the queues.
  package var summary: CaseSummary {
    let application = revision.application
    let fold = fold
    let stage = fold.stage
    var summary = CaseSummary(
      key: key, tier: application.tier, type: application.type, division: application.division,
      name: application.enterprise.name, creditCode: application.enterprise.creditCode,
      industryCode: application.enterprise.industryCode, submitted: application.submitted,
      revision: revision.number, edition: assessment?.edition ?? "", overlay: assessment?.overlay,
      outcome: assessment?.outcome ?? .undetermined, score: assessment?.score?.points,
      pass: assessment?.score?.pass, shortfall: assessment?.shortfall, unsettled: explanation?.unsettled.count ?? 0,
      deciding: explanation?.deciding.map(\.id) ?? [])
    summary.findings = findings.map(\.kind)
    summary.state = fold.state ?? .notReceived
    summary.received = fold.receipt?.on
    summary.assignee = fold.assignee
    summary.seconded = fold.authors(.second).union(fold.barred).sorted()
    summary.contested = !fold.disputes.isEmpty
    summary.stale = fold.isStale
    summary.pending = history.entries.count { if case .pending = $0.verdict { true } else { false } }
    summary.openObjections = fold.open("objection").count + fold.open("report").count
    summary.openLeads = fold.open("lead").count
    summary.stops = stage?.stops ?? []
    summary.due = fold.awaited
    summary.countedSince = fold.countedSince
    summary.otherNames = otherNames
    summary.incomplete = incomplete.map(\.name)
    summary.recommendation = fold.recommendation?.body.text("outcome")
    if let visit = fold.openVisits.last {
      summary.visitors = fold.visitors(visit.id)
      summary.visitDay = fold.body(.visitPlan(visit.id))?.body.day("day")
    }
    summary.changed = fold.log.last?.event.on
    return summary
  }

  /// Names that changes of the title give its holder, other than the one that was declared.
  private var otherNames: [String] {
    guard fold.title != nil else { return [] }
    let declared = revision.application.enterprise.name
    let names = fold.log.filter { $0.event.act == .change }.compactMap { $0.event.body.text("name") }
    return Set(names).subtracting([declared, ""]).sorted()
  }

  /// The review clock as of a day; `nil` before receipt, and once the case has ended: then nothing runs.
  package func clock(today: Day) -> ReviewClock? {
    guard let received = fold.receipt?.on, fold.state?.isOpen == true else { return nil }
    return ReviewClock(
      received: received, stops: fold.stage?.stops ?? [], today: today, limit: settings.reviewDays,
      margin: settings.nearMargin, calendar: settings.calendar)
  }
}
