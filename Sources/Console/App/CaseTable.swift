public import Casework

/// Every summary that has arrived, in order of arrival, and where each case is.
public struct CaseTable: Sendable {
  public private(set) var rows: [CaseSummary] = []
  private var places: [CaseKey: Int] = [:]
  /// Number expected, `nil` while unknown.
  public private(set) var expected: Int?
  public private(set) var isComplete = false
  /// Grows with every change; what was computed from the rows is good while it stays.
  public private(set) var version = 0

  public init(_ rows: [CaseSummary] = []) {
    append(rows, expected: rows.count, done: true)
  }

  public var count: Int { rows.count }

  public subscript(key: CaseKey) -> CaseSummary? {
    guard let place = places[key] else { return nil }
    return rows[place]
  }

  public func place(of key: CaseKey) -> Int? { places[key] }

  mutating func begin() {
    self = CaseTable()
    isComplete = false
  }

  mutating func append(_ batch: [CaseSummary], expected: Int?, done: Bool) {
    version += 1
    self.expected = expected ?? self.expected
    isComplete = done
    rows.reserveCapacity(max(rows.count + batch.count, expected ?? 0))
    for row in batch {
      if let place = places[row.key] {
        rows[place] = row
      } else {
        places[row.key] = rows.count
        rows.append(row)
      }
    }
  }

  mutating func change(_ changed: [CaseSummary], gone: [CaseKey]) {
    append(changed, expected: expected, done: isComplete)
    guard !gone.isEmpty else { return }
    let lost = Set(gone)
    rows.removeAll { lost.contains($0.key) }
    places = [:]
    for (place, row) in rows.enumerated() { places[row.key] = place }
  }
}
