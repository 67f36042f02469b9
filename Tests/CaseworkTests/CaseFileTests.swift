import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// What only the present can answer: revisions, papers, calendars, delegation.
@Suite struct CaseFileTests {
  private func resubmitted(_ desk: Desk) -> Desk {
    var desk = desk
    desk.act("return", "rita", Bodies.returned())
    desk.act("resubmit", "rita", Bodies.resubmit)
    return desk
  }

  private func codes(_ file: CaseFile?, _ act: ActName, _ fields: JSONValue, by officer: String = "rita") -> [String] {
    guard let file else { return ["no file"] }
    return file.situation(of: officer, today: Files.today).prepare(Action(act, fields)).unmet.map(\.code)
  }

  // MARK: letters

  @Test
  func `A letter of refusal gives the reasons of whoever refused: the ministry, the decision, else the proposal`()
    throws
  {
    func reasons(_ desk: Desk) throws -> [[String: Phrase]]? {
      try Files.file(desk, [Files.application()])?.letter(.refusal, today: Files.today).rows["reasons"]
    }
    var ministry = Desk.at("RM", .littleGiant)
    #expect(ministry.act("ministry", "gus", Bodies.ministry("refused")).isValid)
    #expect(try reasons(ministry)?.count == 1)
    #expect(try reasons(ministry)?.first?["text"]?.zh == "本单位没有记录工业和信息化部的具体理由，以其公布的文件为准。")
    let told = try #require(try Files.file(ministry, [Files.application()])?.letter(.refusal, today: Files.today))
    #expect(told[.document].zh == Bodies.ministry()["document"]?.string && told[.heading].zh == "认定结果告知书")
    var decision = Desk.at("NC")
    let refused: JSONValue = [
      "outcome": "refuse", "document": "No. 12", "announced": "2025-10-09", "until": "2028-10-09",
      "reasons": [["code": "other", "text": "the objection was right"]],
    ]
    #expect(decision.act("decide", "gina", refused).isValid)
    #expect(try reasons(decision)?.map { $0["text"]?.zh } == ["the objection was right"])
    var proposal = Desk.at("RV")
    #expect(proposal.act("recommend", "rita", Bodies.recommend("refuse")).isValid)
    let text = Bodies.recommend("refuse")["reasons"]?.array?.first?["text"]?.string
    #expect(try reasons(proposal)?.map { $0["text"]?.zh } == [text])
  }

  @Test func `The province does not recommend a little giant; the ministry does not recognise it`() throws {
    let application = try Files.application { $0.replacing("specialized", with: "little-giant") }
    func refused(_ desk: Desk) throws -> Phrase? {
      try Files.file(desk, [application])?.letter(.refusal, today: Files.today).values["refused"]
    }
    var ministry = Desk.at("RM", .littleGiant)
    ministry.act("ministry", "gus", Bodies.ministry("refused"))
    #expect(try refused(ministry)?.zh == "未获工业和信息化部认定")
    var province = Desk.at("RV", .littleGiant)
    province.act("recommend", "rita", Bodies.recommend("refuse"))
    #expect(try refused(province)?.zh == "不予推荐")
    #expect(try Files.file(province, [application])?.summary.recommendation == "refuse")
    #expect(try Files.file(ministry, [application])?.summary.recommendation == "pass")
  }

  // MARK: revisions

  @Test
  func `A verified value holds in the next revision if the same was declared; else it is to be looked at again`() throws
  {
    var desk = Desk.at("RV")
    desk.act("verify", "rita", Bodies.verify())
    let first = try Files.application()
    #expect(try Files.file(desk, [first])?.current.facts.revenue[2024] == Money(wan: 6000))
    desk = resubmitted(desk)
    let same = try #require(try Files.file(desk, [first, first]))
    #expect(same.revision.number == 2 && same.verified.count == 1 && same.toVerifyAgain.isEmpty)
    let other = try #require(try Files.file(desk, [first, Files.application(revenue: "6200")]))
    #expect(other.verified.isEmpty && other.toVerifyAgain == ["facts.revenue.2024"])
    #expect(other.current.facts.revenue[2024] == Money(wan: 6200))
  }

  @Test
  func `A settled paper holds while its hash is the same`() throws {
    var desk = Desk.at("RV")
    let ok: JSONValue = [
      "item": "audit-report", "year": 2024, "file": .string(Office.ones), "state": "ok", "defects": [],
    ]
    desk.act("check", "rita", ok)
    desk = resubmitted(desk)
    let first = try Files.application(papers: [Files.paper("audit-report", year: 2024, sha: Office.ones)])
    func paper(_ second: Application) throws -> SupportingDocument? {
      try Files.file(desk, [first, second])?.papers.first { $0.item == .auditReport && $0.year == 2024 }
    }
    #expect(try paper(first)?.state == .ok)
    let changed = try paper(Files.application(papers: [Files.paper("audit-report", year: 2024, sha: Office.zeros)]))
    #expect(changed?.state == .open && changed?.toBeLookedAtAgain == true)
  }

  @Test
  func `A paper found missing is to be looked at again when it is handed in`() throws {
    var desk = Desk.at("RV")
    let missing: JSONValue = [
      "item": "audit-report", "year": 2024, "state": "missing", "defects": [["code": "missing"]],
    ]
    desk.act("check", "rita", missing)
    let bare = try Files.application()
    func states(_ file: CaseFile?) -> [SupportingDocument.State] {
      file?.papers.filter { $0.item == .auditReport && $0.year == 2024 }.map(\.state) ?? []
    }
    #expect(states(try Files.file(desk, [bare])) == [.missing])
    desk = resubmitted(desk)
    #expect(states(try Files.file(desk, [bare, bare])) == [.missing])
    let full = try Files.application(papers: [Files.paper("audit-report", year: 2024, sha: Office.ones)])
    #expect(states(try Files.file(desk, [bare, full])) == [.open])
  }

  @Test(arguments: [
    ("id", "SP-000001", "SP-000002"), ("tier", "specialized", "innovative"), ("type", "\"new\"", "\"review\""),
    ("batch", "2025-1", "2025-2"), ("submitted", "2025-08-21", "2025-08-22"),
    ("authority", "\"authority\":\"370000\",\"division\":\"370100\"", "\"authority\":\"320000\""),
    ("enterprise.creditCode", "MA3TESTX0A", "MA3TESTX0B"),
  ])
  func `A revision of another case is refused, and says in what`(field: String, from: String, to: String) throws {
    let file = try #require(try Files.file(Desk.at("RT"), [Files.application()]))
    #expect(file.resubmission(try Files.application(revenue: "7000")).isEmpty)
    let unmet = file.resubmission(try Files.application { $0.replacing(from, with: to) })
    #expect(unmet.map(\.code) == ["anotherCase"])
    #expect(unmet.first?.message.en.contains("Another \(field):") == true, "\(unmet)")
  }

  // MARK: what the program fills in, and refuses

  @Test
  func `A return is completed with its due day and calendar, but not without its letter`() throws {
    let file = try Files.file(Desk.at("RV"), [Files.application()])
    let reasons: JSONValue = ["reasons": [["code": "missing", "item": "commitment", "text": "请补交"]]]
    #expect(codes(file, "return", reasons) == ["missing"])
    let whole = reasons.with("letter", .string(Office.ones))
    #expect(codes(file, "return", whole) == [])
    let action = try #require(file).complete(Action(.return, whole), by: "rita", today: Files.today)
    #expect(action.fields.text("due") == "2025-09-15" && action.fields.number("days") == 10)
    #expect(action.fields.text("calendar") == WorkingCalendar.shared.digest)
    #expect(codes(file, "return", whole.with("due", "2025-09-16")) == ["dueDay"])
  }

  @Test
  func `A due day in a year without a calendar counts plain weekdays`() throws {
    var desk = Desk()
    desk.pass(days: 479)
    #expect(desk.day.description == "2026-12-24")
    desk.act("receive", "rolf", Bodies.receive())
    desk.act("assign", "rita", Bodies.assign("rita", by: "rita"))
    let file = try #require(try Files.file(desk, [Files.application()]))
    let action = file.complete(Action(.return), by: "rita", today: desk.day)
    #expect(action.fields.text("due") == "2027-01-07")
    #expect(WorkingCalendar.shared.workingDay(10, after: desk.day).provisional)
    #expect(file.clock(today: desk.day)?.isProvisional == true)
  }

  @Test
  func `No act is dated in the future, and what is verified fits the application`() throws {
    let file = try Files.file(Desk.at("RV"), [Files.application()])
    #expect(codes(file, "hold", ["reason": "x", "on": "2025-09-02"]) == ["dayInFuture"])
    let read: JSONValue = ["path": "facts.revenue.2024", "how": "read", "source": ["material": .string(Office.ones)]]
    #expect(codes(file, "verify", read.with("value", "6000")) == [])
    #expect(codes(file, "verify", read.with("value", true)) == ["value"])
    #expect(codes(file, "verify", read.with("value", "6000").with("declared", "1")) == ["declared"])
    #expect(codes(file, "verify", ["path": "facts.revenue.2024", "how": "accepted", "value": "1"]) == ["accepted"])
    #expect(
      codes(file, "verify", read.with("path", "facts.luck").with("value", "1").with("declared", "1")) == ["schema"])
  }

  @Test func `What is read is read on a page that the document has, of a fact that there is`() throws {
    let paper = Files.paper("audit-report", year: 2024, sha: Office.zeros)
    let file = try #require(try Files.file(Desk.at("RV"), [Files.application(papers: [paper])]))
    func unmet(_ path: String, _ page: Int) -> [UnmetRequirement] {
      let source: JSONValue = ["material": .string(Office.zeros), "page": .integer(Int64(page))]
      let stated: JSONValue = ["path": .string(path), "how": "read", "value": "6000", "source": source]
      return file.situation(of: "rita", today: Files.today).prepare(Action(.verify, stated)).unmet
    }
    #expect(unmet("facts.revenue.2024", 3).isEmpty)
    #expect(unmet("facts.revenue.2024", 4).map(\.field) == ["page"])
    #expect(unmet("facts.luck", 3).contains { $0.message.zh.contains("facts.luck") && $0.field == "path" })
  }

  @Test func `What may be begun is offered for oneself, and a visit is cosigned once it closes`() throws {
    let review = try #require(try Files.file(Desk.at("RC"), [Files.application()]))
    for act in [ActName.assign, .conflict, .withdraw] {
      #expect(review.situation(of: "rita", today: Files.today).unmetToBegin(act).isEmpty, "\(act)")
    }
    let visit = try #require(try Files.file(Desk.at("SC"), [Files.application()]))
    let unmet = visit.situation(of: "vera", today: Files.today).unmetToBegin(.coSignVisit)
    #expect(unmet.contains { $0.message.en == "No visit waits to be cosigned" }, "\(unmet.map(\.message.en))")
  }

  @Test func `A text that is asked for is named by its label`() throws {
    let file = try #require(try Files.file(Desk.at("RV"), [Files.application()]))
    let stated: JSONValue = ["outcome": "refuse", "justification": "x"]
    let unmet = file.situation(of: "rita", today: Files.today).prepare(Action(.recommend, stated)).unmet
    #expect(unmet.contains { $0.message.zh == "请写明：不予通过的理由" }, "\(unmet.map(\.message.zh))")
    // And a condition by its name, never by its id.
    let passing = file.situation(of: "rita", today: Files.today).prepare(Action(.recommend, ["outcome": "pass"])).unmet
    let judgement = try #require(passing.first { $0.code == "judgement" })
    #expect(judgement.about.allSatisfy { !judgement.message.zh.contains($0) && !judgement.message.en.contains($0) })
  }

  @Test
  func `A verified item of a list stands in the record by the names of its fields`() throws {
    var desk = Desk.at("RV")
    let award: JSONValue = ["date": "2023-05-04", "level": "provincial", "rank": 2]
    desk.act("verify", "rita", Bodies.verify("facts.awards[0]", award).with("declared", .null))
    desk.act("verify", "rita", Bodies.verify("facts.awards", [award, award]).with("declared", ["no award"]))
    let file = try #require(try Files.file(desk, [Files.application()]))
    let records = file.timeline.suffix(2).map(\.record)
    func text(_ record: [FieldText], _ name: String) -> Phrase? { record.first { $0.name == name }?.text }
    let words = Phrase("级别 省级，名次 2，日期 2023-05-04", "Level Provincial, Place 2, Day 2023-05-04")
    #expect(text(records[0], "value") == words)
    #expect(text(records[0], "declared") == Phrase("未填", "not stated"))
    #expect(text(records[1], "value") == Phrase("\(words.zh)\n\(words.zh)", "\(words.en)\n\(words.en)"))
    #expect(text(records[1], "declared")?.en == "[\"no award\"]", "what is no value of the fact stays as it is")
  }

  // MARK: calendars

  @Test
  func `Notices and deadlines are counted by the calendar in force, whose digest is stated`() throws {
    var settings = OfficeSettings()
    settings.noticeFirstCounted = true
    settings.calendar = try Files.calendar(dayOff: "2025-09-03")
    let file = try #require(try Files.file(Desk.at("RN"), [Files.application()], settings: settings))
    let action = file.complete(Action(.enterNotice), by: "gus", today: Files.today)
    #expect(action.fields.text("last") == "2025-09-08")
    #expect(action.fields.text("calendar") == settings.calendar.digest)
    #expect(settings.calendar.digest != WorkingCalendar.shared.digest)
    let notice = Action(.enterNotice, Bodies.enterNotice())
    #expect(file.permitted(notice, by: "gus", today: Files.today).map(\.code) == ["noticeDays"])
    #expect(file.clock(today: Files.today.adding(days: 4))?.used == 3)
  }

  @Test(arguments: ["IN", "RT"])
  func `A later calendar that gives another day is shown, until the notice or correction is extended`(state: String)
    throws
  {
    var later = OfficeSettings()
    later.calendar = try Files.calendar(dayOff: "2025-09-03")
    var desk = Desk.at(state)
    let application = try Files.application()
    #expect(try Files.file(desk, [application])?.remarks(today: Files.today) == [])
    let remarks = try Files.file(desk, [application], settings: later)?.remarks(today: Files.today) ?? []
    #expect(remarks.count == 1)
    #expect(remarks.first?.message.en.contains(state == "IN" ? "2025-09-08" : "2025-09-16") == true, "\(remarks)")
    if state == "IN" {
      desk.act("extendNotice", "gus", Bodies.reason.with("last", "2025-09-08"))
    } else {
      desk.act("extend", "rita", Bodies.reason.with("due", "2025-09-16"))
    }
    #expect(try Files.file(desk, [application], settings: later)?.remarks(today: Files.today) == [])
  }

  @Test
  func `What an officer did before declaring a conflict is listed and stands`() throws {
    var desk = Desk.at("TS")
    let application = try Files.application()
    desk.act("conflict", "rolf", ["officer": "rolf", "ground": "relative"])
    let received = try Files.file(desk, [application])?.remarks(today: Files.today) ?? []
    #expect(received.map(\.message.zh) == ["rolf 声明利害关系之前办过：收件"])
    desk.act("conflict", "rita", ["officer": "rita", "ground": "relative"])
    #expect(
      try Files.file(desk, [application])?.remarks(today: Files.today).first?.message.zh == "rita 声明利害关系之前办过：分配、提出审核意见")
    #expect(desk.state == "TS")
  }

  // MARK: delegation

  @Test
  func `A city's officer does a step only where the settings hand it to the city for that tier`() throws {
    var events = Office.shared.registry.entries.map(\.event)
    for role in ["reviewer", "signer"] {
      for (kind, body): (String, JSONValue) in [
        ("officer", ["authority": "370000", "name": "ci", "officer": "ci", "state": "active"]),
        ("role", ["authority": "370000", "officer": "ci", "role": .string(role), "divisions": ["370100"]]),
      ] {
        for (kind, body, author) in [(kind, body, "root"), ("approve", [:], Office.second)] {
          let last = events.last?.id ?? ""
          guard kind != "approve" || events.last?.body.text("role") != "reviewer" else { continue }
          let whole = kind == "approve" ? ["of": .string(last)] : body
          events.append(
            Office.shared.registryEvent(kind, whole.with("on", "2025-01-02"), by: author, parents: [last]))
        }
      }
    }
    let registry = Registry(events, store: Office.shared.registry.store)
    #expect(registry.entries.allSatisfy { $0.verdict.isValid })
    func unmet(_ kind: ActName, _ delegated: [Tier: Set<OfficeSettings.Step>], _ state: String) throws -> [String] {
      var settings = OfficeSettings()
      settings.delegated = delegated
      let file = try Files.file(Desk.at(state), [Files.application()], settings: settings, registry: registry)
      return codes(file, kind, kind == "assign" ? [:] : ["section": "papers", "text": "x"], by: "ci")
    }
    #expect(try unmet("assign", [.specialized: [.review]], "RC") == [])
    #expect(try unmet("assign", [.specialized: [.signing]], "RC") == ["notDelegated"])
    #expect(try unmet("assign", [.innovative: [.review]], "RC") == ["notDelegated"])
    #expect(try unmet("challenge", [.specialized: [.review]], "TS") == ["notDelegated"])
    #expect(try unmet("challenge", [.specialized: [.signing]], "TS") == [])
  }

  /// Of Shandong, with I-7 taken so that a fact without its paper does not count, or stated by one source alone.
  private func asking(_ standing: String) throws -> Standard {
    let text = """
      authority: "370000"
      name: 细则
      document: 文件
      checked: 2026-01-01
      values:
        - {reading: {I-7: unevidencedFails}, edition: 2022-63, standing: \(standing), cite: 一}
      """
    return Standard.shared.replacing([(try Overlay.load(text: text, file: "a.yaml"), Array(text.utf8))])
  }

  @Test func `A report found missing takes the figures of its year away where the province has it so`() throws {
    func outcome(_ desk: Desk, _ standard: Standard, _ id: String = "size") throws -> Outcome? {
      try Files.file(desk, [Files.application()], standard: standard)?.assessment?.conditions.first { $0.id == id }?
        .outcome
    }
    let missing: JSONValue = ["item": "audit-report", "year": 2024, "state": "missing", "defects": []]
    var desk = Desk.at("RV")
    #expect(try outcome(desk, asking("confirmed")) == .meets, "nothing was found missing")
    desk.act("check", "rita", missing)
    #expect(try outcome(desk, .shared) == .meets, "as declared, the open paper beside it")
    #expect(try outcome(desk, asking("confirmed")) == .undetermined, "revenue counts no more, new equity may")
    #expect(try outcome(desk, asking("confirmed"), "rd") == .fails)
    #expect(try outcome(desk, asking("confirmed"), "years") == .undetermined, "another fact stays as it was")
    #expect(try outcome(desk, asking("unconfirmed")) == .meets)
    let open = try #require(try Files.file(desk, [Files.application()], standard: asking("unconfirmed")))
    #expect(open.findings.contains { $0.kind == .unconfirmed && $0.message.zh.contains("符合→未定") })
    var other = Desk.at("RV")
    other.act("check", "rita", missing.with("year", 2023))
    #expect(try outcome(other, asking("confirmed")) == .meets, "the report of another year")
  }
}
