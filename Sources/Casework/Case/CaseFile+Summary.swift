public import ScoringCore

extension CaseFile {
  /// The row of the queues.
  public var summary: CaseSummary {
    let application = revision.application
    let fold = fold
    let stage = fold.stage
    var summary = CaseSummary(
      key: key, tier: application.tier, type: application.type, division: application.division,
      name: application.enterprise.name, creditCode: application.enterprise.creditCode,
      industryCode: application.enterprise.industryCode, submitted: application.submitted,
      revision: revision.number, edition: assessment?.edition ?? "", overlay: assessment?.overlay,
      outcome: assessment?.outcome ?? .undetermined, score: assessment?.score?.points,
      pass: assessment?.score?.pass, unsettled: explanation?.unsettled.count ?? 0,
      deciding: explanation?.deciding.map(\.id) ?? [])
    summary.state = fold.state ?? .received
    summary.received = fold.receipt?.on
    summary.assignee = fold.assignee
    summary.seconded = fold.authors(.second).union(fold.barred).sorted()
    summary.contested = !fold.disputes.isEmpty
    summary.stale = fold.isStale
    summary.pending = history.entries.count { if case .pending = $0.verdict { true } else { false } }
    summary.openObjections = fold.open("objection").count + fold.open("report").count
    summary.openLeads = fold.open("lead").count
    summary.stops = stage?.stops ?? []
    summary.due = fold.state == .inNotice ? stage?.noticeLast : fold.due
    summary.recommendation = fold.recommendation?.body.text("outcome")
    summary.changed = fold.log.last?.event.on
    return summary
  }

  /// Events that wait for something and are signed by a key that the registry knows, where the act should be asked about
  /// once more: `sign`, `decide`, `forward`, `endTitle`.
  public func waiting(before act: ActName) -> [Entry] {
    guard act.act.traits.contains(.decisive) else { return [] }
    return history.entries.filter { entry in
      guard case .pending = entry.verdict else { return false }
      return registry.now.keys[entry.event.key] != nil
    }
  }

  /// The review clock as of a day; `nil` before receipt.
  public func clock(today: Day) -> ReviewClock? {
    guard let received = fold.receipt?.on else { return nil }
    return ReviewClock(
      received: received, stops: fold.stage?.stops ?? [], today: today, limit: settings.reviewDays,
      margin: settings.nearMargin, calendar: settings.calendar)
  }
}

extension Fold {
  /// Officers with a conflict of interest here.
  var barred: [String] {
    live.keys.compactMap { if case .conflict(let officer) = $0 { officer } else { nil } }.filter(isBarred)
  }

  /// The recommendation that is proposed or was signed; `nil` when there is none or it is gone.
  public var recommendation: Event? { stage?.recommendation.flatMap(event) }
}
