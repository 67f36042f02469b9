import Casework
import ScoringCore
import StrictJSON

/// The next case to take 取下一件: earliest deadline, then earliest receipt, then id; not held, not contested, none
/// where the officer acted as second person. Whether the officer may take it is asked where it is written.
enum TakeNext {
  static func key(_ context: Context) -> CaseKey? {
    let cases = context.cases
    var best: (used: Int16, received: Int32, key: CaseKey)?
    for place in cases.rows.indices
    where cases.facts[place].tabs.contains(QueueTab.unassigned.bit) {
      let row = cases.rows[place]
      guard !row.contested, !row.seconded.contains(context.session.officer),
        context.session.authority == nil || row.key.authority == context.session.authority
      else { continue }
      // The more days are used, the nearer the deadline.
      let used = -cases.facts[place].used
      let received = row.received?.number ?? Int32.max
      if let best, (best.used, best.received, best.key) <= (used, received, row.key) { continue }
      best = (used, received, row.key)
    }
    return best?.key
  }

  static func availability(_ context: Context) -> Availability {
    if context.session.isReadOnly {
      return .no(Phrase("只读：这里没有你的密钥", "read only: no key of yours is here"))
    }
    return context.cases.tally.count(.unassigned) == 0
      ? .no(Phrase("没有等待分配的案件", "no case waits for a reviewer")) : .yes
  }

  /// Takes it and shows what decides it.
  static func steps(_ context: Context) -> [Step] {
    guard let key = key(context) else {
      return [.toast(Toast(.refused, Phrase("没有你可以取的案件", "There is no case that you may take")))]
    }
    return Destinations.open(key) + [.effect(.act(key, kind: "assign", fields: [:]))]
  }
}
