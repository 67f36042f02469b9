import Casework
import StrictJSON
import Testing

@testable import Console
@testable import ScoringCore

/// The dialogs that decide show what decides, and offer what fits.
@Suite struct DecidingDialogTests {
  private static let today = Day("2026-04-15") ?? Day(number: 0)

  /// A case after a visit that found one figure otherwise: cosigned, and back in review.
  private static func visited(
    _ result: String = "differs", day: Day = today, _ application: Application? = nil
  ) throws -> CaseBench {
    var office = OfficeBench()
    for (id, name, roles) in [
      ("qian", "钱", [OfficerRole.spotCheck]), ("zhao", "赵", [.spotCheck]), ("sun", "孙", [.signer, .supervisor]),
    ] {
      office.officer(id, name)
      office.key(id)
      for role in roles { office.role(id, role) }
    }
    var bench = try CaseBench(
      application ?? CaseApplications.specialized2022(), today: today, office: (office.registry, OfficeBench.founder))
    bench.act(.assign, ["to": .string(OfficeBench.founder), "noConflict": true])
    bench.act(.order, ["ground": "doubt", "text": "研发费用一年增长过快"])
    let visit = try #require(bench.file?.fold.openVisits.first?.id)
    bench.act(
      .plan,
      [
        "visit": .string(visit), "officers": ["qian", "zhao"], "day": .string(day.description),
        "items": ["facts.rdExpense.2024"],
      ])
    bench.actor = "qian"
    bench.act(
      .finding,
      result == "differs"
        ? ["item": "facts.rdExpense.2024", "state": "differs", "value": "110", "text": "凭证只到十月"]
        : ["item": "facts.rdExpense.2024", "state": "asDeclared"])
    #expect(bench.refused.isEmpty, "\(bench.refused)")
    return bench
  }

  private static func close(_ bench: inout CaseBench, _ result: String) {
    bench.act(.closeVisit, ["result": .string(result), "present": "财务负责人"])
    #expect(bench.refused.isEmpty, "\(bench.refused)")
    bench.actor = "zhao"
  }

  /// Settles every paper and accepts what decides, and proposes.
  private static func recommend(_ bench: inout CaseBench, _ outcome: String) {
    bench.actor = OfficeBench.founder
    for paper in bench.file?.papers ?? [] where paper.state == .open {
      var members: [JSONValue.Member] = [
        .init("item", .string(paper.item.rawValue)), .init("state", "notRequired"), .init("reason", "已当面核对"),
      ]
      if let year = paper.year { members.append(.init("year", .integer(Int64(year)))) }
      bench.act(.check, .object(members))
    }
    let accepted = (bench.file?.unverified ?? []).map { JSONValue.string($0.description) }
    bench.act(
      .recommend,
      outcome == "refuse"
        ? ["outcome": "refuse", "text": "研发费用不足", "justification": "现场核实", "accepted": .array(accepted)]
        : ["outcome": "pass", "justification": "现场核实", "accepted": .array(accepted)])
    #expect(bench.file?.fold.state == .toSign, "\(bench.refused)")
    bench.actor = "sun"
  }

  private func screen(_ act: ActName, _ bench: CaseBench, _ size: Size = Size(120, 40)) throws -> String {
    var model = try bench.model(act.act.offer?.pane == .spotCheck ? .spotCheck : .breakdown, size)
    _ = model.update(.time(model.context.now + 1_000))
    _ = model.give(Command.ID(act))
    #expect(model.dialog != nil, "\(model.screen)")
    return model.screen
  }

  private static let figures = "研发费用 2024：申报 460 万，现场 110 万（凭证只到十月）"

  @Test func `Closing, cosigning, recommending and signing show both figures and the points`() throws {
    var bench = try Self.visited()
    #expect(try screen(.closeVisit, bench).contains(Self.figures))
    Self.close(&bench, "differs")
    let cosigning = try screen(.coSignVisit, bench)
    #expect(
      cosigning.contains(Self.figures) && cosigning.contains("不一致") && cosigning.contains("按申报")
        && cosigning.contains("按核实"), "\(cosigning)")
    bench.act(.coSignVisit, [:])
    bench.actor = OfficeBench.founder
    #expect(bench.file?.fold.state == .inReview, "\(bench.refused)")
    let recommending = try screen(.recommend, bench)
    #expect(recommending.contains(Self.figures) && recommending.contains("按核实"), "\(recommending)")
    Self.recommend(&bench, "refuse")
    let signing = try screen(.sign, bench)
    #expect(signing.contains(Self.figures) && signing.contains("测算结果") && signing.contains("按核实"), "\(signing)")
  }

  @Test func `The reasons of the last return stand where it is recommended`() throws {
    var bench = CaseBench(try CaseApplications.specialized2022(), today: CaseworkScreenTests.today)
    bench.act(.assign, ["to": .string(CaseBench.officer), "noConflict": true])
    bench.act(.return, ["reasons": ["figure-differs"], "text": "请补交附注", "days": 15])
    bench.act(.resubmit, ["application": .string(CaseBench.hash(2))])
    #expect(bench.file?.fold.state == .inReview, "\(bench.refused)")
    #expect(try screen(.recommend, bench).contains("请补交附注"))
  }

  @Test func `A figure that was seen as declared is not asked for again`() throws {
    var bench = try Self.visited("asDeclared")
    let file = try #require(bench.file)
    let decisive = file.explanation?.decidingFacts ?? []
    #expect(!decisive.isEmpty)
    for path in decisive { bench.act(.finding, ["item": .string(path.description), "state": "asDeclared"]) }
    #expect(bench.file?.unverified == [], "\(bench.file?.unverified.map(\.description) ?? [])")
    // A list that was seen whole covers its items: here the one title, which has run out, decides.
    var application = try CaseApplications.specialized2022()
    application.facts.titles = [
      HeldTitle(
        kind: .innovativeSME, validFrom: Day("2020-01-01") ?? Self.today, validUntil: Day("2023-01-01") ?? Self.today)
    ]
    var whole = try Self.visited("asDeclared", application)
    let deciding = whole.file?.explanation?.decidingFacts ?? []
    #expect(deciding.contains { if case .item = $0 { true } else { false } }, "\(deciding)")
    for path in Set(deciding.map { $0.description.split(separator: "[")[0] }) {
      whole.act(.finding, ["item": .string(String(path)), "state": "asDeclared"])
    }
    #expect(whole.file?.unverified == [], "\(whole.file?.unverified.map(\.description) ?? [])")
  }

  @Test func `A visited case is not drawn again, and is sent only where its tier goes`() throws {
    var bench = try Self.visited("confirmed")
    Self.close(&bench, "confirmed")
    bench.act(.coSignVisit, [:])
    Self.recommend(&bench, "pass")
    let place = try #require(bench.file).situation(of: "sun", today: Self.today)
    #expect(!place.mayGo(to: "draw") && place.mayGo(to: "notice") && !place.mayGo(to: "recommend"))
    let unmet = place.prepare(Action(.sign, ["next": "draw"])).unmet
    #expect(unmet.contains { $0.field == "next" && $0.message.zh.contains("已抽查过") }, "\(unmet)")
    let signing = try screen(.sign, bench)
    #expect(signing.contains("待公示") && !signing.contains("进入抽签") && !signing.contains("待推荐"), "\(signing)")
  }

  @Test func `Closing before the planned day is asked once, with both days`() throws {
    let later = Self.today.adding(days: 5)
    let bench = try Self.visited("confirmed", day: later)
    let place = try #require(bench.file).situation(of: "qian", today: Self.today)
    let (action, unmet) = place.prepare(Action(.closeVisit, ["result": "confirmed", "present": "财务负责人"]))
    #expect(unmet.isEmpty, "\(unmet)")
    let asked = place.confirmed(action, yes: []).unmet
    #expect(asked.map(\.code) == ["early"] && asked[0].message.zh.contains("\(later)"), "\(asked)")
    #expect(place.confirmed(action, yes: ["early"]).unmet.isEmpty)
    let onTime = try Self.visited("confirmed")
    let there = try #require(onTime.file).situation(of: "qian", today: Self.today)
    #expect(there.confirmed(action, yes: []).unmet.isEmpty)
  }

  @Test func `A doubtful figure is asked about once, not again with each photograph`() throws {
    var bench = try Self.visited()
    let fields: JSONValue = ["item": "facts.rdExpense.2024", "state": "differs", "value": "4.6", "text": "凭证只到十月"]
    func asked() throws -> [String] {
      let place = try #require(bench.file).situation(of: "qian", today: Self.today)
      let (action, unmet) = place.prepare(Action(.finding, fields))
      #expect(unmet.isEmpty, "\(unmet)")
      return place.confirmed(action, yes: ["changes"]).unmet.map(\.code)
    }
    #expect(try asked() == ["magnitude"])
    bench.act(.finding, fields)
    #expect(try asked() == [])
  }

  // MARK: Marks

  private static func node(_ value: Int128?, _ facts: [(String, FactUsed.Source)], points: Points? = nil) -> Explanation
  {
    CaseFixtures.node(
      .indicator, "indicator.rdSpend", "研发", "R&D", points: points, value: value.map { Quantity($0, .money) },
      facts: facts.map { path, source in
        FactUsed(path: path, name: Phrase(path, path), value: Phrase("1", "1"), source: source)
      })
  }

  @Test func `A tick says that every figure was seen as declared`() {
    let (a, b) = ("facts.rdExpense.2024", "facts.revenue.2024")
    func mark(_ facts: [(String, FactUsed.Source)], differing: Set<String> = [], before: Explanation? = nil)
      -> VerifiedMark?
    {
      let node = Self.node(1, facts)
      return VerifiedMark(node, declared: before ?? node, differing: differing)
    }
    #expect(mark([(a, .declared), (b, .declared)]) == nil)
    #expect(mark([(a, .verified), (b, .verified)]) == .agrees)
    #expect(mark([(a, .verified), (b, .declared)]) == .partly)
    #expect(mark([(a, .verified), (b, .declared)], differing: [a]) == .differs(.keeps))
    #expect(mark([(a, .verified), (b, .verified)], differing: [b]) == .differs(.keeps))
    // Whether the points follow or not: a figure that differs bears no tick.
    let lower = VerifiedMark(
      Self.node(1, [(a, .verified)], points: Points(5, 5)),
      declared: Self.node(2, [(a, .declared)], points: Points(8, 8)),
      differing: [a])
    #expect(lower == .differs(.falls))
    // A list is seen whole by all of its items, an item by its list.
    let (list, first, second) = ("facts.awards", "facts.awards[0]", "facts.awards[1]")
    #expect(mark([(list, .declared), (first, .verified), (second, .verified)]) == .agrees)
    #expect(mark([(list, .declared), (first, .verified), (second, .declared)]) == .partly)
    #expect(mark([(list, .verified), (first, .declared), (second, .declared)]) == .agrees)
    let marks = [VerifiedMark.agrees, .differs(.keeps), .differs(.falls), .differs(.rises), .partly]
    for glyphs in [Glyphs.line, .ascii] { #expect(Set(marks.map { $0.text(glyphs) }).count == marks.count) }
  }
}
