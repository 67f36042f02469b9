import StrictJSON
import Testing

@testable import ScoringCore

/// The table of facts is whole, and what is written out by hand for speed agrees with it.
@Suite struct FactTableTests {
  @Test func `every fact has one row, in the order of the standard's table`() {
    #expect(FactTable.rows.map(\.fact) == Fact.allCases)
  }

  @Test func `every fact has one name in each language, and no other fact has it`() {
    for language in Language.allCases {
      #expect(Set(FactTable.rows.map { $0.name(language) }).count == Fact.allCases.count)
    }
    for row in FactTable.rows {
      #expect(row.name.zh.contains { $0 > "\u{2E7F}" } && row.name.en.utf8.allSatisfy { $0 < 0x80 }, "\(row.fact)")
      #expect(path(row.fact).name.zh.hasPrefix(row.name.zh) && path(row.fact).name.en.hasPrefix(row.name.en))
    }
    #expect(Fact.nationalShare.name.zh == "全国细分市场占有率", "a share of the national segment and of no other market")
  }

  @Test func `every fact stands once in the standard's tables of fields`() throws {
    let rows = try Folder.text("../../Documentation/Standard/Facts.md").split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
    let keys = rows.flatMap { $0.split(separator: "|")[0].split(separator: "`").map(String.init) }
    for fact in Fact.allCases { #expect(keys.count { $0 == fact.rawValue } == 1, "\(fact)") }
  }

  @Test(arguments: Fact.allCases)
  func `the reader takes a value to where the table finds it, within the table's range`(_ fact: Fact) throws {
    let (row, path) = (fact.row, path(fact))
    for value in values(of: fact) {
      #expect(try FactValue(value.json, at: path) == value)
      var facts = Facts()
      let isSet = fact.isYearly ? facts.set(fact, 2024, to: value) : facts.set(fact, to: value)
      let application = try application(facts)
      #expect(isSet && application.factPaths.allSatisfy { $0.fact == fact })
      #expect(application.value(at: path) == value)
      #expect(facts.set(fact, to: nil) && facts == Facts())
    }
    guard let range = row.range else { return }
    let problem = ApplicationProblem.outOfRange(
      minimum: decimalText(range.lowerBound, decimals: row.decimals),
      maximum: decimalText(range.upperBound, decimals: row.decimals))
    for steps in [range.lowerBound - 1, range.upperBound + 1] {
      #expect(throws: problem) { try FactValue(number(fact, steps).json, at: path) }
    }
  }

  @Test func `the rules refer to every fact that is a figure or true or false, by its key`() {
    func keys(_ kinds: Fact.Kind...) -> [String] {
      FactTable.rows.filter { kinds.contains($0.kind) }.map(\.fact.rawValue)
    }
    #expect(YearlyFact.allCases.map(\.rawValue).sorted() == keys(.yearlyMoney, .yearlyInteger, .yearlyScore).sorted())
    #expect(NumberFact.allCases.map(\.rawValue).sorted() == keys(.integer, .percent).sorted())
    #expect(FlagFact.allCases.map(\.rawValue).sorted() == keys(.flag).sorted())
  }

  @Test(arguments: Fact.allCases)
  func `scoring looks where the table says, and counts in the table's steps`(_ fact: Fact) throws {
    for value in values(of: fact) {
      var facts = Facts()
      _ = fact.isYearly ? facts.set(fact, 2024, to: value) : facts.set(fact, to: value)
      let subject = Subject(application: try application(facts), counting: .transferYear, readings: Readings())
      var power: Int128 = 1
      for _ in 0..<fact.row.decimals { power *= 10 }
      if let yearly = YearlyFact(rawValue: fact.rawValue) {
        #expect(subject.stated(yearly, 2024).map { number(fact, $0) } == value && yearly.scale == power)
        #expect(YearlyFact.allCases.filter { subject.stated($0, 2024) != nil } == [yearly])
      } else if let one = NumberFact(rawValue: fact.rawValue) {
        #expect(subject.stated(one).map { number(fact, $0) } == value && one.scale == power)
        #expect(NumberFact.allCases.filter { subject.stated($0) != nil } == [one])
      } else if let flag = FlagFact(rawValue: fact.rawValue) {
        #expect(subject.stated(flag).map { .flag($0) } == value)
        #expect(FlagFact.allCases.filter { subject.stated($0) != nil } == [flag])
      }
    }
  }

  @Test(arguments: Fact.allCases.filter { $0.kind == .items })
  func `the items of a list state what the table says, to the writer and to the reader`(_ fact: Fact) throws {
    let items = try #require(try ReadingSample.read(ReadingSample.text).facts.items(of: fact))
    var seen: Set<String> = []
    for item in items {
      let json = FactValue.item(item).json
      let members = try #require(json.members)
      let known = fact.members.filter { member in members.contains { $0.key == member.key } }
      #expect(members.map(\.key) == known.map(\.key))
      for (member, known) in zip(members, known) {
        seen.insert(member.key)
        #expect(isOfKind(member.value, known.kind), "\(fact) \(member.key)")
        let rest = JSONValue.object(members.filter { $0.key != member.key })
        #expect(throws: ApplicationProblem.self) { try FactValue(rest, at: .item(fact, 0)) }
      }
    }
    #expect(seen == Set(fact.members.map(\.key)))
  }

  private func path(_ fact: Fact) -> FactPath { fact.isYearly ? .year(fact, 2024) : .fact(fact) }

  private func application(_ facts: Facts) throws -> Application {
    var application = try ReadingSample.read(ReadingSample.text)
    application.facts = facts
    application.local = []
    return application
  }

  /// Values of a fact, the ends of its range among them.
  private func values(of fact: Fact) -> [FactValue] {
    switch fact.kind {
    case .flag: [.flag(true), .flag(false)]
    case .code: SizeSector.allCases.map { .code($0.rawValue) }
    case .codes: [.codes(QualityItem.allCases.map(\.rawValue)), .codes([])]
    case .day: [.day(Day(number: 0))]
    case .items:
      [.items((try? ReadingSample.read(ReadingSample.text))?.facts.items(of: fact) ?? []), .items([])]
    default: fact.row.range.map { [number(fact, $0.lowerBound), number(fact, $0.upperBound)] } ?? []
    }
  }

  /// So many of the smallest steps of a fact's unit.
  private func number(_ fact: Fact, _ steps: Int64) -> FactValue {
    switch fact.kind {
    case .percent: .percent(Percent(tenThousandths: Int(steps)))
    case .yearlyMoney: .money(Money(fen: steps))
    case .yearlyScore: .score(PlatformScore(hundredths: Int(steps)))
    default: .integer(Int(steps))
    }
  }

  private func isOfKind(_ value: JSONValue, _ kind: FactMember.Kind) -> Bool {
    switch kind {
    case .flag: value == true || value == false
    case .code: value.string.map { Day($0) == nil } ?? false
    case .codes: value.array?.allSatisfy { $0.string != nil } ?? false
    case .day: value.string.flatMap { Day($0) } != nil
    case .integer: if case .integer = value { true } else { false }
    case .money: value.string.map { $0.utf8.allSatisfy { (0x2E...0x39).contains($0) } } ?? false
    }
  }
}
