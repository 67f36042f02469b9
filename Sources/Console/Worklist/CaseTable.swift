package import Casework
import ScoringCore

/// Every summary that has arrived, in order of arrival, with what queues and overview need of each.
package struct CaseTable: Sendable {
  package private(set) var rows: [CaseSummary] = []
  /// Case folders and files that cannot be read at all: they stand in no row.
  package var uncounted = 0
  private(set) var facts: [RowFacts] = []
  /// Over all rows, by province.
  private(set) var tally = Tally()
  /// Of one province, by division.
  private(set) var byAuthority: [String: Tally] = [:]
  private(set) var search = SearchIndex()
  /// Columns of the longest name, about, up to `widestMeasured`.
  private(set) var widestName = 0
  private var places: [CaseKey: Int] = [:]
  private(set) var basis: RowFacts.Basis
  /// Number expected, `nil` while unknown.
  package private(set) var expected: Int?
  package private(set) var isComplete = false
  /// Grows when rows that were there change, not when rows are added.
  private(set) var edition = 0

  init(_ basis: RowFacts.Basis) {
    self.basis = basis
  }

  package var count: Int { rows.count }

  package subscript(key: CaseKey) -> CaseSummary? {
    guard let place = places[key] else { return nil }
    return rows[place]
  }

  func place(of key: CaseKey) -> Int? { places[key] }

  mutating func append(_ batch: [CaseSummary], expected: Int?, done: Bool) {
    self.expected = expected ?? self.expected
    isComplete = done
    let wanted = max(rows.count + batch.count, expected ?? 0)
    if rows.capacity < wanted {
      rows.reserveCapacity(wanted)
      facts.reserveCapacity(wanted)
      places.reserveCapacity(wanted)
    }
    var replaced = false
    for row in batch {
      if let place = places.updateValue(rows.count, forKey: row.key) {
        places[row.key] = place
        rows[place] = row
        replaced = true
      } else {
        rows.append(row)
        count(row)
      }
    }
    if replaced { recount() }
  }

  mutating func change(_ changed: [CaseSummary], gone: [CaseKey]) {
    if !gone.isEmpty {
      let lost = Set(gone)
      rows.removeAll { lost.contains($0.key) }
      places = [:]
      for (place, row) in rows.enumerated() { places[row.key] = place }
    }
    append(changed, expected: expected, done: isComplete)
    recount()
  }

  mutating func rest(on basis: RowFacts.Basis) {
    guard basis != self.basis else { return }
    self.basis = basis
    recount()
  }

  /// Makes some more names ready for search; false when all are.
  mutating func prepareSearch(_ count: Int) -> Bool { search.extend(rows, by: count) }

  private mutating func recount() {
    edition += 1
    facts.removeAll(keepingCapacity: true)
    tally = Tally()
    byAuthority = [:]
    search = SearchIndex()
    for row in rows { count(row) }
  }

  /// Longer names are cut in lists.
  static let widestMeasured = 44

  private mutating func count(_ row: CaseSummary) {
    if widestName < Self.widestMeasured {
      // Every letter above the Latin ones is taken for a wide one.
      let columns = row.name.utf8.reduce(0) { $0 + ($1 < 0x80 ? 1 : $1 < 0xC0 ? 0 : $1 < 0xE2 ? 1 : 2) }
      widestName = min(Self.widestMeasured, max(widestName, columns))
    }
    let fact = RowFacts(row, basis)
    facts.append(fact)
    tally.add(row, fact, place: row.key.authority, today: basis.today)
    byAuthority[row.key.authority, default: Tally()]
      .add(row, fact, place: row.division ?? "", today: basis.today)
  }
}
