import Casework
import ScoringCore

/// What the queues ask of every row, worked out once when the row arrives.
struct RowFacts: Sendable, Hashable {
  enum Urgency: UInt8, Sendable, Hashable { case none, near, late }

  var tabs: QueueTabs
  /// Working days of review used up, stops taken out; `nil` where no clock runs: before receipt, and once the case has
  /// ended.
  var used: Int16?
  var urgency: Urgency

  init(_ row: borrowing CaseSummary, _ basis: borrowing Basis) {
    tabs = QueueTabs(of: row, officer: basis.officer)
    let clock = basis.clocks[row.key.authority]
    let days = clock.days
    var count = 0
    let runs = row.received != nil && row.state.isOpen
    if runs, let received = row.received {
      count = days.count(after: received, through: basis.today)
      // Stops that overlap count once.
      var counted = received
      for stop in row.stops.sorted(by: { $0.after < $1.after }) {
        let end = min(stop.through ?? basis.today, basis.today)
        count -= days.count(after: max(stop.after, counted), through: end)
        counted = max(counted, end)
      }
    }
    used = runs ? Int16(clamping: count) : nil
    urgency = .none
    if row.state.isReview {
      if count > clock.limit {
        urgency = .late
      } else if clock.limit - count <= clock.margin {
        urgency = .near
      }
    } else if let due = row.due, row.state == .returned || row.state == .inNotice {
      if due < basis.today { urgency = .late }
    }
  }

  /// What the facts depend on besides the row.
  struct Basis: Sendable, Hashable {
    var today: Day
    var officer: String
    var clocks: OfficeClocks
    /// What officers are called, by id.
    var names: [String: String]

    init(today: Day, session: Session) {
      self.today = today
      officer = session.officer
      clocks = session.clocks
      names = session.rights?.officers.mapValues { SafeText.clean($0.name, limit: 60) } ?? [:]
    }
  }
}
