package import ScoringCore

/// Scores in bins of ten points, with the full hundred apart, so that the pass lines of 60 and 70 begin a bin.
package struct ScoreHistogram: Sendable, Hashable {
  /// By bin.
  package private(set) var counts = [Int](repeating: 0, count: 11)

  package init() {}

  /// Points of a bin, both included.
  package static func points(of bin: Int) -> ClosedRange<Int> { bin == 10 ? 100...100 : bin * 10...bin * 10 + 9 }

  /// An interval counts by what is certain, its least.
  package mutating func add(_ score: Points) { counts[max(0, min(score.minimum / 10, 10))] += 1 }

  /// Takes in another.
  package mutating func add(_ other: ScoreHistogram) {
    for bin in counts.indices { counts[bin] += other.counts[bin] }
  }

  package var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }
}

/// The figures of a group of cases.
package struct CaseGroup: Sendable, Hashable {
  package private(set) var count = 0
  package private(set) var meets = 0
  package private(set) var fails = 0
  package private(set) var undetermined = 0
  /// Of those that have a score.
  package private(set) var histogram = ScoreHistogram()
  /// Lines that their scores are held against.
  package private(set) var passes: Set<Int> = []
  /// Cases that other rules than those in force take across, by the outcome they come to.
  package private(set) var toMeets = 0
  package private(set) var toFails = 0
  package private(set) var toUndetermined = 0

  package init() {}

  package mutating func add(_ counted: CountedCase) {
    count += 1
    switch counted.outcome {
    case .meets: meets += 1
    case .fails: fails += 1
    case .undetermined: undetermined += 1
    }
    if let score = counted.score { histogram.add(score) }
    if let pass = counted.pass, !passes.contains(pass) { passes.insert(pass) }
    switch counted.crossing {
    case .meets: toMeets += 1
    case .fails: toFails += 1
    case .undetermined: toUndetermined += 1
    case nil: break
    }
  }

  /// Takes in another group.
  package mutating func add(_ other: CaseGroup) {
    count += other.count
    meets += other.meets
    fails += other.fails
    undetermined += other.undetermined
    histogram.add(other.histogram)
    passes.formUnion(other.passes)
    toMeets += other.toMeets
    toFails += other.toFails
    toUndetermined += other.toUndetermined
  }
}

/// Cases counted by what they are grouped by: only the groups are kept, however many cases there are.
package struct CaseGroups: Sendable {
  /// A group with what it is grouped under, in the order of the keys; `nil` where its cases have none.
  package struct Entry: Sendable, Hashable {
    package var values: [String?]
    package var group: CaseGroup

    package init(values: [String?], group: CaseGroup) {
      self.values = values
      self.group = group
    }
  }

  package let keys: [GroupKey]
  private var groups: [[String?]: CaseGroup] = [:]

  /// - Parameter keys: none puts all cases into one group.
  package init(by keys: [GroupKey]) { self.keys = keys }

  package mutating func add(_ counted: CountedCase) {
    groups[keys.map(counted.value), default: CaseGroup()].add(counted)
  }

  /// Takes in what was counted elsewhere by the same keys.
  package mutating func add(_ other: CaseGroups) {
    for (values, group) in other.groups { groups[values, default: CaseGroup()].add(group) }
  }

  /// All cases together.
  package var total: CaseGroup { groups.values.reduce(into: CaseGroup()) { $0.add($1) } }

  /// In the order of the keys: what has an order of its own in that, all else by code, and last what has none.
  package var entries: [Entry] {
    groups.map { Entry(values: $0.key, group: $0.value) }.sorted { a, b in
      for (index, key) in keys.enumerated() where a.values[index] != b.values[index] {
        guard let one = a.values[index] else { return false }
        guard let other = b.values[index] else { return true }
        let places = (key.place(of: one), key.place(of: other))
        return places.0 == places.1 ? one < other : places.0 < places.1
      }
      return false
    }
  }
}

extension GroupKey {
  /// Where a value stands among those of a key that has an order of its own.
  fileprivate func place(of value: String) -> Int {
    switch self {
    case .tier: Tier.allCases.firstIndex { $0.rawValue == value } ?? 0
    case .type: ApplicationType.allCases.firstIndex { $0.rawValue == value } ?? 0
    case .outcome: Outcome.allCases.firstIndex { $0.rawValue == value } ?? 0
    default: 0
    }
  }
}
