import Casework
import ScoringCore

/// What falls due on a day 到期事项.
enum DueKind: Int, Sendable, CaseIterable {
  case notice, correction, visit, title

  var name: Phrase {
    switch self {
    case .notice: Phrase("公示期满", "notices end")
    case .correction: Phrase("补正到期", "corrections due")
    case .visit: Phrase("抽查", "visits")
    case .title: Phrase("称号到期事项", "titles fall due")
    }
  }
}

/// How many of each kind fall due on each day.
struct DueDays: Sendable {
  private(set) var counts: [Day: [Int]] = [:]

  mutating func add(_ kind: DueKind, on day: Day, _ count: Int = 1) {
    counts[day, default: [Int](repeating: 0, count: DueKind.allCases.count)][kind.rawValue] += count
  }

  mutating func add(_ others: DueDays) {
    for (day, counts) in others.counts {
      for kind in DueKind.allCases { add(kind, on: day, counts[kind.rawValue]) }
    }
  }

  /// Days with anything due, the earliest first.
  var days: [Day] { counts.keys.sorted() }
}

/// Counts for the Overview, kept up as rows arrive.
struct Tally: Sendable {
  struct OfTier: Sendable {
    /// By `CaseState`, in the order of `CaseState.allCases`.
    var states = [Int](repeating: 0, count: CaseState.allCases.count)
    /// Arrivals on the last ten days, oldest first.
    var arrivals = [Int](repeating: 0, count: 10)
    /// Working days used by the case longest in review.
    var longest = 0
    var total = 0
    var late = 0
  }

  struct OfPlace: Sendable {
    var tiers = [0, 0, 0]
    var late = 0
    var total = 0

    mutating func add(_ tier: Int, isLate: Bool) {
      tiers[tier] += 1
      total += 1
      if isLate { late += 1 }
    }
  }

  var tiers = [OfTier(), OfTier(), OfTier()]
  var late = 0
  var near = 0
  /// By `QueueTab`, in the order of `QueueTab.allCases`.
  var tabs = [Int](repeating: 0, count: QueueTab.allCases.count)
  /// Earliest last day of a running notice.
  var earliestNotice: Day?
  var places: [String: OfPlace] = [:]
  /// Last days of notices and corrections, and visits.
  var dues = DueDays()
  var total = 0

  func count(_ tab: QueueTab) -> Int { tabs[QueueTab.allCases.firstIndex(of: tab) ?? 0] }

  mutating func add(_ row: CaseSummary, _ facts: RowFacts, place: String, today: Day) {
    let tier = row.tier.place
    total += 1
    tiers[tier].total += 1
    tiers[tier].states[row.state.place] += 1
    places[place, default: OfPlace()].add(tier, isLate: facts.urgency == .late)
    if row.state.isReview {
      tiers[tier].longest = max(tiers[tier].longest, Int(facts.used ?? 0))
    }
    switch facts.urgency {
    case .late:
      late += 1
      tiers[tier].late += 1
    case .near: near += 1
    case .none: break
    }
    for (index, tab) in QueueTab.allCases.enumerated() where facts.tabs.contains(tab.bit) {
      tabs[index] += 1
    }
    if let received = row.received {
      let age = Int(today.number - received.number)
      if (0..<10).contains(age) { tiers[tier].arrivals[9 - age] += 1 }
    }
    if let day = row.visitDay { dues.add(.visit, on: day) }
    if row.state == .returned, let day = row.due { dues.add(.correction, on: day) }
    if row.state == .inNotice, let last = row.due {
      dues.add(.notice, on: last)
      earliestNotice = earliestNotice.map { min($0, last) } ?? last
    }
  }
}

extension Tier {
  var place: Int { Tier.allCases.firstIndex(of: self) ?? 0 }
}

extension CaseState {
  var place: Int { CaseState.allCases.firstIndex(of: self) ?? 0 }
}
