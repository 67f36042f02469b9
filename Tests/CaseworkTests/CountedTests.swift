import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// Days that were counted through a year whose days off are not announced say so, and no others.
@Suite struct CountedTests {
  private func desk(days: Int) -> Desk {
    var desk = Desk()
    desk.pass(days: days)
    desk.act("receive", "rolf", Bodies.receive())
    desk.act("assign", "rita", Bodies.assign("rita", by: "rita"))
    return desk
  }

  private func file(_ desk: Desk) throws -> CaseFile { try #require(try Files.file(desk, [Files.application()])) }

  @Test func `A correction says so on screen and in its letter, until its day is stated by an officer`() throws {
    var late = desk(days: 479)
    #expect(late.day.description == "2026-12-24")
    let due: JSONValue = "2027-01-07"
    let draft = try file(late).letter(
      .return, for: Action(.return, ["due": due, "days": 10, "on": "2026-12-24"]), today: late.day)
    #expect(draft.values["due"] == Phrase("2027年1月7日（暂定）", "2027-01-07 (provisional)"))
    #expect(late.act("return", "rita", Bodies.returned().with("due", due).with("days", 10)).isValid)
    #expect(try file(late).awaited?.text.zh == "2027-01-07（暂定）")
    #expect(try file(late).letter(.return, today: late.day).values["due"]?.zh == "2027年1月7日（暂定）")
    #expect(try file(late).summary.countedSince?.description == "2026-12-25")
    #expect(late.act("extend", "rita", ["due": "2027-02-01", "reason": "x"]).isValid)
    #expect(try file(late).awaited == CountedDay(day: #require(Day("2027-02-01")), provisional: false))
    var early = desk(days: 3)
    #expect(early.act("return", "rita", Bodies.returned()).isValid)
    #expect(try file(early).awaited?.provisional == false)
  }

  @Test(arguments: [
    ("working", "2026-12-28", "2027-01-01", true), ("calendar", "2026-12-28", "2027-01-01", false),
    ("working", "2026-12-21", "2026-12-25", false),
  ])
  func `A notice says so where it counts working days, in the list too`(
    kind: String, first: String, last: String, isProvisional: Bool
  ) throws {
    var desk = Desk.at("RN")
    let body = Bodies.enterNotice().with("kind", .string(kind)).with("first", .string(first)).with(
      "last", .string(last))
    #expect(desk.act("enterNotice", "gus", body).isValid)
    let file = try file(desk)
    #expect(file.awaited?.day.description == last && file.awaited?.provisional == isProvisional)
    let letter = LetterModel.list(
      .noticeList, [file], ["document": "No. 1", "first": .string(first), "last": .string(last)], authority: "370000",
      batch: "2025-1", settings: OfficeSettings(), today: desk.day)
    let printed = try #require(Day(last)).onPaper().zh
    #expect(letter.values["last"]?.zh == printed + (isProvisional ? "（暂定）" : ""))
    #expect(letter.values["last"]?.en == last + (isProvisional ? " (provisional)" : ""))
    #expect(desk.act("extendNotice", "gus", ["last": "2027-03-01", "reason": "x"]).isValid)
    #expect(try self.file(desk).awaited?.provisional == false)
  }

  @Test func `The form of a notice says what is assumed, and nothing once the office has set it`() throws {
    func hint(_ settings: OfficeSettings, _ authority: String) throws -> Phrase? {
      let file = try #require(try Files.file(Desk.at("RN"), [Files.application()], settings: settings))
      let place = file.situation(of: "gus", today: Files.today)
      let action = place.complete(Action(.enterNotice))
      #expect(place.noticeLast(action)?.day.description == action.fields.text("last"))
      return place.assumedNotice(action)
    }
    let isAssumed = Standard.shared.noticeRule(authority: "370000", submitted: Files.today).assumed
    #expect(try (hint(OfficeSettings(), "370000")?.zh.hasPrefix("（推定：") ?? false) == isAssumed)
    var settings = OfficeSettings()
    (settings.noticeLength, settings.noticeKind, settings.noticeFirstCounted) = (7, .calendar, true)
    #expect(try hint(settings, "370000") == nil)
  }
}
