import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// What an announcement prints and what the editions say of titles: terms, names, misses, bars.
@Suite struct TermTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  struct Term: Sendable, CustomStringConvertible {
    var announced: String
    var from: String?
    var until: String?
    var begins: String
    var ends: String
    var description: String { "\(announced) \(from ?? "–") \(until ?? "–")" }
  }

  @Test(arguments: [
    Term(announced: "2025-10-09", begins: "2025-10-09", ends: "2028-10-08"),
    Term(announced: "2024-02-29", begins: "2024-02-29", ends: "2027-02-28"),
    Term(announced: "2025-10-09", from: "2025-11-01", begins: "2025-11-01", ends: "2028-10-31"),
    Term(announced: "2025-10-09", until: "2028-12-31", begins: "2025-10-09", ends: "2028-12-31"),
    Term(announced: "2025-10-09", from: "2026-01-01", until: "2028-12-31", begins: "2026-01-01", ends: "2028-12-31"),
  ])
  func `A term is what the announcement prints, else three years from it, for decision and ministry alike`(
    _ term: Term
  ) throws {
    for act in [ActName.decide, .ministry] {
      var fields: JSONValue = [
        "outcome": act == .decide ? "recognise" : "recognised", "document": "No. 12",
        "announced": .string(term.announced),
      ]
      if let from = term.from { fields = fields.with("from", .string(from)) }
      if let until = term.until { fields = fields.with("until", .string(until)) }
      var desk = act == .decide ? Desk.at("NC") : Desk.at("RM", .littleGiant)
      let file = try #require(try Files.file(desk, [Files.application()]))
      let body = file.complete(Action(act, fields), by: "gus", today: desk.day).fields
      #expect(body.text("until") == term.ends)
      let officer = act == .decide ? "gabi" : "gus"
      #expect(desk.act(act.rawValue, officer, body).isValid || desk.act(act.rawValue, "gus", body).isValid, "\(act)")
      let given = try #require(desk.history.fold.title)
      #expect(given.from?.description == term.begins && given.until?.description == term.ends, "\(act)")
    }
  }

  private func record(
    _ from: String, _ until: String, today: String, _ events: [(String, JSONValue)] = []
  ) throws -> TitleRecord {
    var desk = Desk(folder: "titles/370000/a")
    desk.act(
      "registerTitle", "gus", Bodies.registerTitle.with("from", .string(from)).with("until", .string(until)))
    for (kind, body) in events { #expect(desk.act(kind, "rita", body).isValid, "\(kind)") }
    return try #require(desk.history.title(today: day(today)))
  }

  private func change(_ name: String, _ occurred: String = "2025-05-31", _ reported: String = "2025-06-01") -> JSONValue
  {
    [
      "what": "name", "occurred": .string(occurred), "reported": .string(reported), "effect": "keeps",
      "name": .string(name),
    ]
  }

  @Test func `A simple rename leaves title, number and term, and the former names stay`() throws {
    let before = try record("2024-01-01", "2026-12-31", today: "2025-09-01")
    let after = try record(
      "2024-01-01", "2026-12-31", today: "2025-09-01", [("change", change("新名")), ("change", change("又一名"))])
    #expect(after.name == "又一名" && after.formerNames == [before.name, "新名"])
    #expect(
      (after.number, after.from, after.until, after.status) == (before.number, before.from, before.until, .running))
    let back = try record(
      "2024-01-01", "2026-12-31", today: "2025-09-01",
      [("change", change("新名")), ("change", change("新名")), ("change", change(before.name))])
    #expect(back.name == before.name && back.formerNames == ["新名"])
    #expect(before.formerNames.isEmpty)
    let late = try record(
      "2024-01-01", "2026-12-31", today: "2025-09-01",
      [("change", change("甲", "2025-05-31", "2025-08-31")), ("change", change("乙", "2025-05-31", "2025-09-01"))])
    #expect(late.lateChanges == 1)
  }

  @Test func `A letter about a title prints the newest name and the former ones`() throws {
    var desk = Desk.at("DE")
    let application = try Files.application()
    let before = try #require(try Files.file(desk, [application])).letter(.recognition, today: Files.today).values
    #expect(before["enterprise"]?.zh == "齐鲁示例有限公司" && before["formerNames"]?.zh == "")
    #expect(desk.act("change", "rita", change("齐鲁新示例有限公司")).isValid)
    let file = try #require(try Files.file(desk, [application]))
    let letter = file.letter(.recognition, today: Files.today)
    #expect(letter.values["enterprise"]?.zh == "齐鲁新示例有限公司" && letter.values["formerNames"]?.zh == "齐鲁示例有限公司")
    #expect(file.summary.name == "齐鲁示例有限公司" && file.summary.otherNames == ["齐鲁新示例有限公司"])
  }

  private func updates(_ missed: [Int], done: [Int] = []) -> [(String, JSONValue)] {
    missed.map { ("update", ["year": .integer(Int64($0)), "state": "missed"]) }
      + done.map { ("update", ["year": .integer(Int64($0)), "state": "done"]) }
  }

  @Test func `What misses lead to goes by the edition in force on 1 April of the year`() throws {
    func missed(_ years: [Int], done: [Int] = []) throws -> TitleTerms.MissOutcome? {
      try record("2024-06-01", "2027-05-31", today: "2027-04-01", updates(years, done: done)).missed
    }
    #expect(try missed([], done: [2025, 2026]) == nil)
    #expect(try missed([2025]) == .noReview)
    #expect(try missed([2026]) == nil)
    #expect(try missed([2026, 2027]) == .cancelled)
    #expect(try missed([2025, 2026]) == .noReview)
  }

  @Test func `What bars, how long and for which tiers is proposed by cause, end and edition`() throws {
    func proposed(_ cause: TitleCause, _ how: String?, from: String) throws -> (bar: String?, tiers: [String]) {
      var desk = Desk(folder: "titles/370000/a")
      desk.act("registerTitle", "gus", Bodies.registerTitle.with("from", "2024-01-01").with("until", "2026-12-31"))
      desk.act("inquiry", "rita", ["cause": .string(cause.rawValue), "text": "x"])
      let place = Situation(.folder(desk.history, Office.shared.registry), officer: "gus", today: try day(from))
      let fields: JSONValue = how.map { ["how": .string($0)] } ?? [:]
      let whole = place.complete(Action(.endTitle, fields)).fields
      return (whole.text("barUntil"), whole.texts("tiers"))
    }
    let all = Tier.allCases.map(\.rawValue)
    for cause in TitleCause.allCases {
      let bars = [.accident, .dishonesty, .evasion, .falseData].contains(cause)
      for how in ["cancelled", "revoked", nil] {
        let old = try proposed(cause, how, from: "2026-03-31")
        #expect(old.bar == (bars ? "2029-03-31" : nil) && old.tiers == ["specialized"], "\(cause) \(how ?? "")")
        let new = try proposed(cause, how, from: "2026-04-01")
        #expect(new.bar == (bars ? "2029-04-01" : nil), "\(cause)")
        #expect(new.tiers == (cause == .falseData ? all : ["specialized"]), "\(cause)")
      }
      for how in ["merged", "surrendered"] {
        let end = try proposed(cause, how, from: "2026-04-01")
        #expect(end.bar == nil && end.tiers == ["specialized"], "\(cause) \(how)")
      }
    }
  }
}
