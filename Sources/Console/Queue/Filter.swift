import Casework
import ScoringCore

/// The queue's little language: words and `key:value` terms that must all hold.
///
/// `tier:little-giant 山东 late score<65`. A bare word is a tier, an outcome, a state, a place, a mark, or else part of a
/// name, its initials, a credit code or an id. `-` before a term turns it round. A score or gap that is still an interval
/// satisfies a bound only when all of it does; what is not short of its line has no gap.
struct Filter: Sendable, Hashable {
  /// What is wrong, and where in the text (in characters).
  struct Fault: Sendable, Hashable {
    var range: Range<Int>
    var message: Phrase
    /// More may be typed: passed over until the filter is given.
    var isUnfinished = false
  }

  enum Number: Sendable, Hashable { case score, gap, days, unsettled, objections, revision }
  enum DayField: Sendable, Hashable { case submitted, received, due, changed }
  enum Comparison: Sendable, Hashable { case less, atMost, equal, atLeast, more }
  enum Flag: String, Sendable, Hashable, CaseIterable {
    case late, near, contested, stale, objection, mine, unassigned, incomplete, unsettled, noticed
  }

  enum Test: Sendable, Hashable {
    case tiers([Tier]), outcomes([Outcome]), states([CaseState]), types([ApplicationType])
    case editions([String]), divisions([String]), authorities([String])
    case number(Number, Comparison, Int), day(DayField, Comparison, Day)
    case flag(Flag), assignee(String), industry(String), findings([Finding.Kind])
    /// Ids of what may decide, as rows carry them.
    case decides([String])
    case text(SearchIndex.Needle)
  }

  struct Term: Sendable, Hashable {
    var test: Test
    var isTurned: Bool
  }

  var text: String
  var terms: [Term]
  var faults: [Fault]

  /// The most characters that are read.
  static let limit = 400

  /// What is to be told of it, while it is typed or once it is given.
  func fault(isTyping: Bool) -> Fault? { faults.first { !isTyping || !$0.isUnfinished } }

  static let none = Filter(text: "", terms: [], faults: [])

  func matches(_ place: Int, _ table: CaseTable) -> Bool {
    for term in terms where term.isTurned == holds(term.test, place, table) { return false }
    return true
  }

  private func holds(_ test: Test, _ place: Int, _ table: CaseTable) -> Bool {
    if case .text(let needle) = test { return table.matches(place, needle) }
    let row = table.rows[place]
    switch test {
    case .tiers(let wanted): return wanted.contains(row.tier)
    case .outcomes(let wanted): return wanted.contains(row.outcome)
    case .states(let wanted): return wanted.contains(row.state)
    case .types(let wanted): return wanted.contains(row.type)
    case .editions(let wanted): return wanted.contains(row.edition)
    case .divisions(let wanted): return row.division.map(wanted.contains) ?? false
    case .authorities(let wanted): return wanted.contains(row.key.authority)
    case .number(let number, let comparison, let bound):
      return holds(number, comparison, bound, row, table.facts[place])
    case .day(let field, let comparison, let bound):
      guard let day = day(field, row) else { return false }
      return comparison.holds(Int(day.number), Int(bound.number))
    case .flag(let flag): return holds(flag, row, table.facts[place])
    case .assignee(let officer):
      guard let assignee = row.assignee else { return false }
      return assignee == officer || table.basis.names[assignee] == officer
    case .industry(let code): return row.industryCode.hasPrefix(code)
    case .decides(let ids): return row.deciding.contains { id in ids.contains { RuleNames.isSame($0, id) } }
    case .findings(let kinds): return row.noticed.contains(where: kinds.contains)
    case .text: return true
    }
  }

  private func holds(
    _ number: Number, _ comparison: Comparison, _ bound: Int, _ row: CaseSummary, _ facts: RowFacts
  ) -> Bool {
    switch number {
    case .score:
      guard let score = row.score else { return false }
      return comparison.holds(score.minimum, bound) && comparison.holds(score.maximum, bound)
    case .gap:
      guard let short = row.shortfall else { return false }
      return comparison.holds(short.minimum, bound) && comparison.holds(short.maximum, bound)
    case .days: return facts.used.map { comparison.holds(Int($0), bound) } ?? false
    case .unsettled: return comparison.holds(row.unsettled, bound)
    case .objections: return comparison.holds(row.openObjections, bound)
    case .revision: return comparison.holds(row.revision, bound)
    }
  }

  private func day(_ field: DayField, _ row: CaseSummary) -> Day? {
    switch field {
    case .submitted: row.submitted
    case .received: row.received
    case .due: row.due
    case .changed: row.changed
    }
  }

  private func holds(_ flag: Flag, _ row: CaseSummary, _ facts: RowFacts) -> Bool {
    switch flag {
    case .late: facts.urgency == .late
    case .near: facts.urgency == .near
    case .contested: row.contested
    case .stale: row.stale
    case .objection: row.openObjections + row.openLeads > 0
    case .mine: facts.tabs.contains(QueueTab.mine.bit)
    case .unassigned: facts.tabs.contains(QueueTab.unassigned.bit)
    case .incomplete: !row.isWhole
    case .unsettled: row.unsettled > 0
    case .noticed: !row.noticed.isEmpty
    }
  }
}

extension Filter.Comparison {
  func holds(_ value: Int, _ bound: Int) -> Bool {
    switch self {
    case .less: value < bound
    case .atMost: value <= bound
    case .equal: value == bound
    case .atLeast: value >= bound
    case .more: value > bound
    }
  }
}

extension CaseTable {
  /// Whether a row's name, initials, credit code or id holds the needle.
  func matches(_ place: Int, _ needle: SearchIndex.Needle) -> Bool {
    if place < search.count { return search.matches(place, needle) }
    var one = SearchIndex()
    _ = one.extend([rows[place]], by: 1)
    return one.matches(0, needle)
  }
}
