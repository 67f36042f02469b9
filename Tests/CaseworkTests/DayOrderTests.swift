import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// Days of one act lie in their order, and nothing runs that has ended or not begun.
@Suite struct DayOrderTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  struct Pair: Sendable, CustomStringConvertible {
    var act: ActName
    var earlier: String
    var later: String
    var description: String { "\(act) \(earlier) \(later)" }
  }

  /// Every two days of one act of which one cannot lie before the other.
  static let pairs: [Pair] = [
    Pair(act: .decide, earlier: "announced", later: "until"), Pair(act: .decide, earlier: "from", later: "until"),
    Pair(act: .ministry, earlier: "announced", later: "until"), Pair(act: .ministry, earlier: "from", later: "until"),
    Pair(act: .registerTitle, earlier: "from", later: "until"),
    Pair(act: .change, earlier: "occurred", later: "reported"),
    Pair(act: .endTitle, earlier: "from", later: "barUntil"), Pair(act: .notice, earlier: "first", later: "last"),
    Pair(act: .announce, earlier: "first", later: "last"), Pair(act: .forwardList, earlier: "first", later: "last"),
    Pair(act: .enterNotice, earlier: "first", later: "last"),
  ]

  @Test(arguments: pairs)
  func `Days the wrong way round are refused at the later one, in the form and when it is written`(_ pair: Pair) {
    func faults(_ first: String, _ last: String) -> [UnmetRequirement] {
      pair.act.act.formFaults([pair.earlier: .string(first), pair.later: .string(last)]).filter {
        $0.code == "dayOrder"
      }
    }
    #expect(faults("2025-09-02", "2025-09-01").map(\.field) == [pair.later])
    #expect(faults("2025-09-02", "2025-09-01").first?.message.en.contains("2025-09-01 lies before 2025-09-02") == true)
    #expect(faults("2025-09-02", "2025-09-02").isEmpty)
  }

  @Test func `Every two days of one act are held against each other, or may lie as they like`() {
    let free: Set<String> = [
      // What counts from when is another question than when it was announced.
      "decide announced from", "ministry announced from",
    ]
    for act in ActTable.all {
      let days = act.fields.filter { $0.type == .day }.map(\.name)
      for (place, earlier) in days.enumerated() {
        for later in days[(place + 1)...] where !free.contains("\(act.name) \(earlier) \(later)") {
          #expect(
            Self.pairs.contains { $0.act == act.name && $0.earlier == earlier && $0.later == later },
            "\(act.name) \(earlier) \(later)")
        }
      }
    }
  }

  @Test func `A round's window ends after it begins`() {
    let window: JSONValue = ["window": ["from": "2025-06-01", "until": "2025-05-31"]]
    #expect(ActName.openRound.act.formFaults(window).map(\.field) == ["window"])
  }

  /// Days that a decision on 11 September 2025 cannot state, and the field that is wrong.
  static let badDays: [(JSONValue, String)] = [
    (["until": "2024-01-01"], "until"), (["from": "2026-01-01", "until": "2025-12-31"], "until"),
    (["announced": "2025-08-31"], "announced"), (["announced": "2025-09-20"], "announced"),
    (["on": "2025-08-31"], "on"),
  ]

  @Test(arguments: badDays)
  func `A decision is refused a term that ends first, and days before its notice closed or after today`(
    _ stated: JSONValue, _ field: String
  ) throws {
    let desk = Desk.at("NC")
    let place = try #require(try Files.file(desk, [Files.application()])).situation(of: "gus", today: desk.day)
    func refused(_ more: JSONValue) -> [String?] {
      let whole: [JSONValue.Member] =
        [.init("outcome", "recognise"), .init("document", "No. 12")] + (more.members ?? [])
      return place.prepare(Action(.decide, .object(whole))).unmet.map(\.field)
    }
    #expect(refused([:]).isEmpty)
    #expect(refused(stated).contains(field))
  }

  @Test func `A term on file that ends before it begins is named to whoever reads it`() throws {
    var desk = Desk.at("NC")
    #expect(desk.act("decide", "gus", Bodies.decide().with("until", "2024-01-01")).isValid)
    let file = try #require(try Files.file(desk, [Files.application()]))
    #expect(file.remarks(today: desk.day).contains { $0.code == .misdated && $0.message.zh.contains("2024-01-01 早于") })
  }

  @Test func `A title whose term has not begun is not running, and what runs before it is not succeeded`() throws {
    func title(_ from: String, _ until: String, today: String) throws -> TitleRecord {
      var desk = Desk(folder: "titles/370000/\(from)")
      desk.act("registerTitle", "gus", Bodies.registerTitle.with("from", .string(from)).with("until", .string(until)))
      return try #require(desk.history.title(today: day(today)))
    }
    func statuses(_ today: String) throws -> [TitleRecord.Status] {
      TitleRegister([
        try title("2022-06-01", "2025-05-31", today: today), try title("2025-06-01", "2028-05-31", today: today),
      ]).records.map(\.status)
    }
    #expect(try statuses("2025-05-31") == [.running, .upcoming])
    #expect(try statuses("2025-06-01") == [.succeeded, .running])
    #expect(try title("2025-06-01", "2028-05-31", today: "2025-05-31").updatesDue(today: day("2026-06-01")).isEmpty)
  }

  @Test func `An update is of a year of the title's term`() throws {
    var desk = Desk(folder: "titles/370000/a")
    desk.act(
      "registerTitle", "gus", Bodies.registerTitle.with("from", "2024-06-01").with("until", "2027-05-31"))
    let place = Situation(.folder(desk.history, Office.shared.registry), officer: "rita", today: desk.day)
    for year in 2023...2029 {
      let unmet = place.prepare(Action(.update, ["year": .integer(Int64(year)), "state": "done"])).unmet.map(\.code)
      #expect(unmet == ((2025...2027).contains(year) ? [] : ["outsideTerm"]), "\(year)")
    }
  }

  @Test(arguments: CaseState.allCases)
  func `The review clock runs in open cases alone`(_ state: CaseState) throws {
    let isMinistry = [.readyToForward, .forwarded, .ministryOutcome].contains(state)
    let desk = Desk.at(state.code, isMinistry ? .littleGiant : .specialized)
    #expect(desk.state == state.code)
    let file = try #require(try Files.file(desk, [Files.application()]))
    let clock = file.clock(today: desk.day.adding(days: 400))
    #expect((clock != nil) == state.isOpen)
  }
}
