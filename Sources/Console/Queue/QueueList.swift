import Casework
import ScoringCore

/// Which rows of the table a queue holds, in which order. Works in slices, so that a million rows never hold up a key.
struct QueueList: Sendable {
  /// Rows looked at within one key press; the rest follow while no key waits.
  static let slice = 120_000

  private(set) var order: [Int32] = []
  /// Rows of the table looked at so far.
  private(set) var scanned = 0
  private var isSorted = true

  var count: Int { order.count }
  subscript(index: Int) -> Int { Int(order[index]) }

  struct Wanted: Sendable, Hashable {
    var tab: QueueTab
    var filter: Filter
    var authority: String?
    /// Only these cases, where a list of them was asked for.
    var only: Set<CaseKey>?
    var sort: QueueColumn?
    var isDescending: Bool
  }

  mutating func restart() {
    order.removeAll(keepingCapacity: true)
    scanned = 0
    isSorted = false
  }

  /// Takes in more rows; true while some are left.
  mutating func goOn(_ table: CaseTable, _ wanted: Wanted) -> Bool {
    let end = min(table.count, scanned + QueueList.slice)
    let bit = wanted.tab.bit
    for place in scanned..<end where table.facts[place].tabs.contains(bit) {
      if let authority = wanted.authority, table.rows[place].key.authority != authority { continue }
      if let only = wanted.only, !only.contains(table.rows[place].key) { continue }
      guard wanted.filter.matches(place, table) else { continue }
      order.append(Int32(place))
      isSorted = false
    }
    scanned = end
    if scanned < table.count { return true }
    // Until all have come, rows stay in the order in which they come: nothing jumps under the cursor.
    if table.isComplete, !isSorted { sort(table, wanted) }
    return false
  }

  mutating func sort(_ table: CaseTable, _ wanted: Wanted) {
    isSorted = true
    guard let column = wanted.sort else {
      order.sort()
      return
    }
    let keyed = order.map { place in
      (key: column.sortKey(table.rows[Int(place)], table.facts[Int(place)]), place: place)
    }
    let sorted =
      wanted.isDescending
      ? keyed.sorted { $0.key == $1.key ? $0.place < $1.place : $0.key > $1.key }
      : keyed.sorted { $0.key == $1.key ? $0.place < $1.place : $0.key < $1.key }
    order = sorted.map(\.place)
  }

  func index(of place: Int) -> Int? { order.firstIndex(of: Int32(place)) }
}
