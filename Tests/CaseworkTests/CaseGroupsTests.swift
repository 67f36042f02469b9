import ScoringCore
import Testing

@testable import Casework

@Suite struct CaseGroupsTests {
  /// Cases that differ in everything, some of it missing.
  static let cases: [CountedCase] = (0..<500).map { number in
    let key = CaseKey(
      authority: ["370000", "440000", "110000"][number % 3], batch: "2026-\(number % 2)", id: "C\(number)")
    let score = number % 4 == 3 ? nil : Points(number % 101, min(100, number % 101 + number % 7))
    let summary = CaseSummary(
      key: key, tier: Tier.allCases[number % 3], type: number % 5 == 0 ? .review : .new,
      division: number % 6 == 0 ? nil : "37010\(number % 6)", name: "示例", creditCode: "",
      industryCode: ["C35", "I65", "M73"][number % 3], submitted: Day(number: 20_000), revision: 1,
      edition: ["2022-63", "2026-2"][number % 2], overlay: nil, outcome: Outcome.allCases[number % 7 % 3],
      score: score, pass: score == nil ? nil : 60 + number % 2 * 10, unsettled: 0,
      deciding: number % 8 == 0 ? [] : ["indicator.\(number % 8)", "condition.rd"])
    var counted = CountedCase(summary)
    counted.before = number % 9 == 0 ? nil : Outcome.allCases[number % 3]
    return counted
  }

  private static func groups(_ keys: [GroupKey], _ cases: some Sequence<CountedCase>) -> CaseGroups {
    cases.reduce(into: CaseGroups(by: keys)) { $0.add($1) }
  }

  @Test(arguments: GroupKey.allCases.map { [$0] } + [[], [.tier, .outcome], [.division, .decides, .type]])
  func `Each group holds the figures of its cases, and all cases are in one`(keys: [GroupKey]) {
    let groups = Self.groups(keys, Self.cases)
    #expect(groups.total.count == Self.cases.count)
    #expect(Set(groups.entries.map(\.values)).count == groups.entries.count)
    for entry in groups.entries {
      let own = Self.cases.filter { one in keys.map(one.value) == entry.values }
      let group = entry.group
      #expect(group.count == own.count && !own.isEmpty)
      #expect(
        [group.meets, group.fails, group.undetermined] == Outcome.allCases.map { o in own.count { $0.outcome == o } })
      #expect(group.meets + group.fails + group.undetermined == group.count)
      #expect(group.histogram.counts.reduce(0, +) == own.count { $0.score != nil })
      #expect(group.passes == Set(own.compactMap(\.pass)))
      let crossed = [group.toMeets, group.toFails, group.toUndetermined]
      #expect(
        crossed == Outcome.allCases.map { o in own.count { $0.outcome == o && $0.before != nil && $0.before != o } })
    }
  }

  @Test func `What is counted in parts and put together is the same`() {
    for keys in [[GroupKey.tier, .division], [.decides], []] {
      var whole = CaseGroups(by: keys)
      for part in [Self.cases[..<7], Self.cases[7..<300], Self.cases[300...]] { whole.add(Self.groups(keys, part)) }
      #expect(whole.entries == Self.groups(keys, Self.cases).entries)
    }
  }

  @Test func `Groups stand in the standard's order, then by code, and last what has none`() {
    func order(_ key: GroupKey) -> [String?] { Self.groups([key], Self.cases.reversed()).entries.map { $0.values[0] } }
    #expect(order(.tier) == ["innovative", "specialized", "little-giant"])
    #expect(order(.type) == ["new", "review"] && order(.outcome) == ["meets", "fails", "undetermined"])
    #expect(order(.authority) == ["110000", "370000", "440000"] && order(.industry) == ["C", "I", "M"])
    #expect(order(.division).last == .some(nil) && order(.decides).last == .some(nil))
    let two = Self.groups([.outcome, .tier], Self.cases).entries.map { $0.values.map { $0 ?? "" } }
    let expected = Outcome.allCases.flatMap { outcome in Tier.allCases.map { [outcome.rawValue, $0.rawValue] } }
    #expect(two == expected)
  }

  @Test func `Every score is in the bin whose points hold it`() {
    for points in 0...100 {
      var histogram = ScoreHistogram()
      // By what is certain, however far the interval goes.
      histogram.add(Points(points, 100))
      let bin = histogram.counts.firstIndex(of: 1)
      #expect(bin.map { ScoreHistogram.points(of: $0).contains(points) } == true)
    }
    let ends = (0..<11).flatMap {
      [ScoreHistogram.points(of: $0).lowerBound, ScoreHistogram.points(of: $0).upperBound]
    }
    #expect(ends.first == 0 && ends.last == 100)
    for bin in 1..<11 { #expect(ends[bin * 2] == ends[bin * 2 - 1] + 1) }
  }
}
