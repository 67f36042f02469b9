import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// Days of titles, the register, and which case is next.
@Suite struct TitleTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func record(
    _ folder: String, from: String, until: String, today: String, tier: Tier = .specialized, changes: [JSONValue] = []
  ) throws -> TitleRecord {
    var desk = Desk(folder: "titles/370000/" + folder)
    let body = Bodies.registerTitle.with("from", .string(from)).with("until", .string(until))
    desk.act("registerTitle", "gus", body.with("tier", .string(tier.rawValue)))
    for change in changes { #expect(desk.act("change", "rita", change).isValid) }
    return try #require(desk.history.title(today: day(today)))
  }

  @Test
  func `A term runs to the day before the same day three years on, or before 1 March; a bar counts whole years`()
    throws
  {
    let terms = try #require(Standard.shared.edition("2022-63")).titles
    #expect(try terms.until(day("2025-10-09")).description == "2028-10-08")
    #expect(try terms.until(day("2024-02-29")).description == "2027-02-28")
    #expect(try terms.bar(from: day("2024-02-29")).description == "2027-02-28")
    #expect(try record("a", from: "2024-01-01", until: "2027-01-01", today: "2027-01-01").status == .running)
    #expect(try record("a", from: "2024-01-01", until: "2027-01-01", today: "2027-01-02").status == .expired)
  }

  @Test
  func `The first update is due in the year after the announcement, by the edition in force on 1 April of that year`()
    throws
  {
    let title = try record("a", from: "2024-12-31", until: "2027-12-31", today: "2025-05-01")
    #expect(title.updates.map(\.year) == [2025, 2026, 2027])
    #expect(title.updates.map { $0.due?.description } == ["2025-04-30", "2026-05-31", "2027-05-31"])
    #expect(try title.updatesDue(today: day("2025-05-01")).map(\.year) == [2025])
    #expect(TitleRules.update(2026, .littleGiant)?.due(in: 2026)?.description == "2026-05-31")
  }

  @Test
  func `A new term of the tier succeeds the old one; a revoked one does not`() throws {
    let old = try record("a", from: "2022-06-01", until: "2025-06-01", today: "2025-05-01")
    let new = try record("b", from: "2025-04-20", until: "2028-04-20", today: "2025-05-01")
    #expect(TitleRegister([old, new]).records.map(\.status) == [.succeeded, .running])
    var revoked = new
    revoked.status = .revoked
    #expect(TitleRegister([old, revoked]).records.map(\.status) == [.running, .revoked])
    let lower = try record("c", from: "2025-04-20", until: "2028-04-20", today: "2025-05-01", tier: .innovative)
    #expect(TitleRegister([old, lower]).records.allSatisfy { $0.status == .running })
  }

  @Test
  func `A review filed in time and undecided at the end: expired, review pending, and no longer held`() throws {
    let old = try record("a", from: "2022-06-01", until: "2025-06-01", today: "2025-06-02")
    func register(_ submitted: String) throws -> TitleRegister {
      let review = TitleRegister.Review(creditCode: old.creditCode, tier: .specialized, submitted: try day(submitted))
      return TitleRegister([old], reviews: [review])
    }
    #expect(try register("2025-06-01").records.map(\.status) == [.reviewPending])
    #expect(try register("2025-06-02").records.map(\.status) == [.expired])
    #expect(try !register("2025-06-01").holds(old.creditCode, .specialized, on: day("2025-06-02")))
    let running = TitleRegister([try record("a", from: "2022-06-01", until: "2025-06-01", today: "2025-06-01")])
    #expect(try running.holds(old.creditCode, .specialized, on: day("2025-06-01")))
    #expect(try !running.holds(old.creditCode, .innovative, on: day("2025-06-01")))
  }

  @Test
  func `A cancelled title runs to the day from which it ended; one for false data takes every tier it names along`()
    throws
  {
    func ended(_ how: String, tiers: JSONValue, today: String) throws -> TitleRecord {
      var desk = Desk(folder: "titles/370000/a")
      desk.act(
        "registerTitle", "gus", Bodies.registerTitle.with("from", "2024-01-01").with("until", "2027-01-01"))
      desk.act("inquiry", "rita", ["cause": "falseData", "text": "x"])
      desk.act("heard", "rita", ["text": "x", "files": []])
      let end: JSONValue = [
        "of": .string(desk.newest("inquiry")), "how": .string(how), "from": "2025-06-01", "barUntil": "2028-06-01",
        "tiers": tiers, "text": "x",
      ]
      #expect(desk.act("endTitle", "gus", end).isValid)
      return try #require(desk.history.title(today: day(today)))
    }
    #expect(try ended("cancelled", tiers: ["specialized"], today: "2025-05-31").status == .running)
    #expect(try ended("cancelled", tiers: ["specialized"], today: "2025-06-01").status == .cancelled)
    #expect(try ended("revoked", tiers: ["specialized"], today: "2025-05-31").status == .revoked)
    let lower = try record("b", from: "2023-01-01", until: "2026-01-01", today: "2025-07-01", tier: .innovative)
    func register(_ tiers: JSONValue, _ how: String = "cancelled") throws -> TitleRegister {
      TitleRegister([lower, try ended(how, tiers: tiers, today: "2025-07-01")])
    }
    let all = try register(["innovative", "specialized"])
    #expect(all.records.map(\.status) == [.cancelled, .cancelled])
    #expect(try register(["specialized"]).records.map(\.status) == [.running, .cancelled])
    #expect(try all.holds(lower.creditCode, .specialized, on: day("2025-05-31")))
    #expect(try !all.holds(lower.creditCode, .specialized, on: day("2025-06-01")))
    #expect(try !register(["specialized"], "revoked").holds(lower.creditCode, .specialized, on: day("2025-05-31")))
  }

  @Test
  func `A bar lies on the credit code, whichever authority's register has it`() throws {
    var title = try record("a", from: "2024-01-01", until: "2027-01-01", today: "2025-05-01")
    title.authority = "320000"
    title.status = .revoked
    title.barUntil = try day("2028-05-01")
    let register = TitleRegister([title])
    #expect(try register.bar(title.creditCode, today: day("2028-05-01")) == title.barUntil)
    #expect(try register.bar(title.creditCode, today: day("2028-05-02")) == nil)
    #expect(try register.bar("91370100MA3TESTX0B", today: day("2026-01-01")) == nil)
  }

  @Test
  func `A term that the edition does not state is assumed, unless the announcement printed another`() throws {
    let desk = Desk.at("DE")
    let old = try Files.file(desk, [Files.application()])?.title(today: Files.today)
    #expect(old?.isAssumed == false && old?.until.description == "2028-10-09")
    let new = try Files.file(
      desk, [Files.application { $0.replacing("2025-08-21", with: "2026-08-21").replacing("2024", with: "2025") }])
    #expect(new?.assessment?.edition == "2026-2" && new?.title(today: Files.today)?.isAssumed == false)
    #expect(try record("a", from: "2026-05-01", until: "2029-04-30", today: "2026-06-01").isAssumed)
    #expect(try !record("a", from: "2026-05-01", until: "2029-05-01", today: "2026-06-01").isAssumed)
    #expect(try !record("a", from: "2026-03-31", until: "2029-03-30", today: "2026-06-01").isAssumed)
  }

  @Test
  func `Major changes rename the holder, and say whether they came within three months`() throws {
    func change(_ occurred: String, _ reported: String) -> JSONValue {
      [
        "what": "name", "occurred": .string(occurred), "reported": .string(reported), "effect": "keeps", "name": "新名",
      ]
    }
    let title = try record(
      "a", from: "2024-01-01", until: "2027-01-01", today: "2025-09-01",
      changes: [
        change("2025-05-31", "2025-08-31"), change("2025-05-31", "2025-09-01"), change("2024-11-30", "2025-02-28"),
      ])
    #expect(title.name == "新名" && title.lateChanges == 1)
  }

  // MARK: the next case

  private func row(
    _ id: String, received: String?, _ change: (inout CaseSummary) -> Void = { _ in }
  ) throws -> CaseSummary {
    var row = CaseSummary(
      key: CaseKey(authority: "370000", batch: "2025-1", id: id), tier: .specialized, type: .new, division: "370100",
      name: id, creditCode: "", industryCode: "", submitted: try day("2025-08-01"), revision: 1, edition: "2022-63",
      overlay: nil, outcome: .meets, score: nil, pass: nil, unsettled: 0, deciding: [])
    row.received = received.flatMap { Day($0) }
    change(&row)
    return row
  }

  private func next(_ rows: [CaseSummary]) -> String? {
    NextCase.next(
      rows, for: "rita", rights: Office.shared.registry.now, today: Files.today, settings: { _ in OfficeSettings() })?
      .key
      .id
  }

  @Test
  func `The next case: earliest deadline, then earliest receipt, then id`() throws {
    let stopped = try row("A", received: "2025-08-20") {
      $0.stops = [DayRange(after: Day(number: $0.received?.number ?? 0), through: Files.today)]
    }
    #expect(try next([row("C", received: "2025-08-21"), row("B", received: "2025-08-21"), stopped]) == "B")
    #expect(try next([row("B", received: "2025-08-21"), row("C", received: "2025-08-20")]) == "C")
    // Over a weekend the deadlines are the same day; the one received first is next.
    #expect(try next([row("B", received: "2025-08-24"), row("C", received: "2025-08-23")]) == "C")
    #expect(next([stopped]) == "A")
  }

  @Test
  func `Not held, not contested, not another's, none where I acted as second person, none outside my jurisdiction`()
    throws
  {
    for change: (inout CaseSummary) -> Void in [
      { $0.state = .held }, { $0.contested = true }, { $0.assignee = "rolf" }, { $0.seconded = ["rita"] },
      { $0.received = nil }, { $0.state = .toSign },
      { $0.key = CaseKey(authority: "320000", batch: "2025-1", id: "A") },
    ] {
      #expect(try next([row("A", received: "2025-08-20", change), row("B", received: "2025-08-21")]) == "B")
    }
    #expect(next([]) == nil)
  }

  @Test
  func `Who signed, challenged or declared a conflict may not take the case`() throws {
    var desk = Desk.at("TS")
    desk.act("challenge", "gus", Bodies.challenge(desk.newest("recommend")))
    desk.act("conflict", "rolf", ["officer": "rolf", "ground": "relative"])
    #expect(try Files.file(desk, [Files.application()])?.summary.seconded == ["gus", "rolf"])
  }
}
