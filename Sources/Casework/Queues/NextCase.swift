package import ScoringCore

/// Queries over the rows of an office 队列.
package enum NextCase {
  /// The case an officer should take next 取下一件 (Procedure §9): earliest deadline, then earliest receipt, then id; not
  /// held, not contested, none where he acted as second person or has a conflict.
  package static func next(
    _ rows: some Sequence<CaseSummary>, for officer: String, rights: Rights, today: Day,
    settings: (_ authority: String) -> OfficeSettings
  ) -> CaseSummary? {
    var best: (row: CaseSummary, deadline: Day)?
    func offer(_ row: CaseSummary) {
      guard let received = row.received else { return }
      let settings = settings(row.key.authority)
      // Without stops the deadline only grows with the day of receipt: most rows need no counting.
      if let (first, _) = best, row.stops.isEmpty, first.stops.isEmpty, let other = first.received,
        (other, first.key) < (received, row.key), first.key.authority == row.key.authority
      {
        return
      }
      let clock = ReviewClock(
        received: received, stops: row.stops, today: today, limit: settings.reviewDays,
        margin: settings.nearMargin, calendar: settings.calendar)
      if let (first, deadline) = best,
        (deadline, first.received ?? deadline, first.key) < (clock.deadline, received, row.key)
      {
        return
      }
      best = (row, clock.deadline)
    }
    for row in rows where canTake(row, officer, rights) { offer(row) }
    return best?.row
  }

  /// Whether an officer may take a case that nobody has.
  package static func canTake(_ row: CaseSummary, _ officer: String, _ rights: Rights) -> Bool {
    (row.state == .received || row.state == .inReview) && row.assignee == nil && !row.contested
      && !row.seconded.contains(officer)
      && rights.holds(
        officer, [.reviewer],
        in: Jurisdiction(
          folder: row.key.path, authority: row.key.authority, division: row.division, tiers: [row.tier]))
  }
}
