import ScoringCore
import StrictJSON
import Testing

@Suite struct ShortfallTests {
  @Test(arguments: try TableFile.all())
  func `What does not meet is short of its line, unless score or route are not in the way`(_ table: TableFile) throws {
    for row in table.rows {
      var value = table.base
      for (path, fact) in row.set { value = value.setting(path.split(separator: ".")[...], fact) }
      let standard = try table.standard(row.values)
      guard let application = try? ApplicationReader(standard: standard).read(value.canonicalBytes) else { continue }
      let assessment = try standard.assess(application)
      let line = assessment.conditions.first { $0.id == "scoreOrRoute" }?.outcome
      let place = "\(table.name):\(row.line)"
      #expect((assessment.shortfall == nil) == (assessment.outcome == .meets || line == .meets), "\(place)")
      guard let short = assessment.shortfall else { continue }
      #expect(0 <= short.minimum && short.minimum <= short.maximum && short.maximum > 0, "\(place)")
      guard let score = assessment.score else {
        // What settles every open fact for the best leaves only what fails.
        let all = assessment.basics.map(\.outcome) + assessment.conditions.map(\.outcome)
        #expect(short.minimum == all.filter { $0 == .fails }.count, "\(place)")
        #expect(short.maximum == all.filter { $0 != .meets }.count, "\(place)")
        continue
      }
      // So many points, put where they are lacking, and the line is reached; with one fewer it is not.
      func reaches(_ more: Int, _ points: (Points) -> Int) -> Bool {
        let lacking = assessment.classes.map { max(0, ($0.minimum ?? 0) - points($0.points)) }.reduce(0, +)
        return lacking <= more && points(score.points) + more >= score.pass
      }
      #expect(
        reaches(short.minimum, \.maximum) && !(short.minimum > 0 && reaches(short.minimum - 1, \.maximum)), "\(place)")
      #expect(reaches(short.maximum, \.minimum) && !reaches(short.maximum - 1, \.minimum), "\(place)")
    }
  }

  /// Table, what is set, and how far short that is.
  static let table: [(String, [(String, JSONValue)], ClosedRange<Int>?)] = [
    ("little-giant-2022.yaml", [], nil),
    ("little-giant-2022.yaml", [("facts.totalLiabilities.2024", 7200)], 1...1),
    ("little-giant-2022.yaml", [("facts.totalLiabilities.2024", 7200), ("facts.ownBrand", false)], 2...2),
    ("little-giant-2022.yaml", [("facts.totalLiabilities.2024", 7200), ("facts.ownBrand", .null)], 1...2),
    ("little-giant-2022.yaml", [("facts.majorIncident", true)], 1...1),
    // 39 … 54 of 60, of which 15 are the province's.
    ("specialized-2022.yaml", [("facts.rdExpense.2023", 999)], 6...21),
    // Nothing but the title fails: the route stands for the score.
    ("specialized-2022.yaml", [("facts.titles", .array([]))], nil),
  ]

  @Test(arguments: table) func `A distance is in points, or in conditions`(
    table: String, set: [(String, JSONValue)], short: ClosedRange<Int>?
  ) throws {
    let assessment = try Standard.shared.assess(ExplanationTests.application(table, set))
    let found = assessment.shortfall.map { $0.minimum...$0.maximum }
    #expect(found == short, "\(assessment.outcome) \(String(describing: assessment.score))")
  }
}
