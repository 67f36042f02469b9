import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// Single sentences of the casework that the tables do not show.
@Suite struct RuleTests {
  // MARK: review and correction

  @Test
  func `Striking a value, a paper that is not needed and a judgement each need a sentence`() {
    var desk = Desk.at("RV")
    #expect(desk.act("verify", "rita", Bodies.verify("facts.awards[0]", .null)).text == "text")
    let struck = Bodies.verify("facts.awards[0]", .null).with("text", "the award is another's")
    #expect(desk.act("verify", "rita", struck).isValid)
    #expect(desk.act("check", "rita", ["item": "commitment", "state": "notRequired", "defects": []]).text == "text")
    #expect(desk.act("judge", "rita", Bodies.judge.with("reason", "")).text == "text")
    #expect(desk.act("check", "rita", ["item": "commitment", "state": "defective", "defects": []]).text == "reasons")
    let other: JSONValue = ["item": "commitment", "state": "defective", "defects": [["code": "other"]]]
    #expect(desk.act("check", "rita", other).text == "text")
  }

  @Test
  func `A value read names its paper, one seen names its visit`() {
    var desk = Desk.at("RV")
    let bare = Bodies.verify().without("source")
    #expect(desk.act("verify", "rita", bare).text == "source")
    #expect(desk.act("verify", "rita", bare.with("how", "visit")).text == "visit")
    #expect(desk.act("verify", "rita", bare.with("how", "visit").with("visit", .string(Office.ones))).text == "noVisit")
    #expect(desk.act("verify", "rita", bare.with("how", "accepted").with("value", "6100")).isValid)
  }

  @Test
  func `A correction is extended to a later day only, and lapses after the latest of them`() {
    var desk = Desk.at("RT")
    let asked = Bodies.reason
    #expect(desk.act("extend", "rita", asked.with("due", "2025-09-15")).text == "notLater")
    #expect(desk.act("extend", "rita", asked.with("due", "2025-09-20")).isValid)
    #expect(desk.act("extend", "rita", asked.with("due", "2025-09-18")).text == "notLater")
    desk.pass(days: 19)
    #expect(desk.day.description == "2025-09-20")
    #expect(desk.act("lapse", "gus", Bodies.reason).text == "notOver")
    desk.pass(days: 1)
    #expect(desk.act("lapse", "gus", Bodies.reason).isValid)
    #expect(desk.state == "WD")
  }

  @Test
  func `Two who extend a correction apart contest nothing: the latest day counts`() {
    var desk = Desk.at("RT")
    let parents = desk.history.heads
    desk.act("extend", "rita", Bodies.reason.with("due", "2025-09-20"), parents: parents)
    desk.act("extend", "rolf", Bodies.reason.with("due", "2025-09-25"), parents: parents)
    #expect(desk.fold.due?.description == "2025-09-25")
    #expect(desk.act("resubmit", "rita", Bodies.resubmit).isValid)
  }

  @Test
  func `A return needs coded reasons with a sentence each, and a due day after it`() {
    var desk = Desk.at("RV")
    #expect(desk.act("return", "rita", Bodies.returned().with("reasons", [])).text == "reasons")
    let mute: JSONValue = [["code": "missing", "text": ""]]
    #expect(desk.act("return", "rita", Bodies.returned().with("reasons", mute)).text == "text")
    #expect(desk.act("return", "rita", Bodies.returned(due: "2025-09-01")).text == "dueDay")
    #expect(desk.act("return", "rita", Bodies.returned().without("letter")).text == "schema")
  }

  @Test
  func `Returns and holds stop the clock until the resubmission and the resumption`() {
    var desk = Desk.at("RV")
    desk.pass(days: 1)
    desk.act("hold", "rita", Bodies.reason)
    desk.pass(days: 4)
    desk.act("resume", "sue", [:])
    #expect(desk.state == "RV")
    desk.pass(days: 1)
    desk.act("return", "rita", Bodies.returned())
    #expect(desk.fold.stage?.stops.map { $0.through?.description } == ["2025-09-06", nil])
    desk.pass(days: 3)
    desk.act("resubmit", "rita", Bodies.resubmit)
    #expect(desk.fold.stage?.stops.map(\.after.description) == ["2025-09-02", "2025-09-07"])
    #expect(desk.fold.stage?.stops.map { $0.through?.description } == ["2025-09-06", "2025-09-10"])
  }

  @Test
  func `A reviewer withdraws only what the enterprise asked for in writing; the rest is the supervisor's`() {
    let asked = Bodies.withdraw()
    var desk = Desk.at("RV")
    #expect(desk.act("withdraw", "rita", asked.without("paper")).text == "role")
    #expect(desk.act("withdraw", "rita", Bodies.withdraw("duplicate")).text == "role")
    #expect(desk.act("withdraw", "sue", Bodies.withdraw("duplicate").without("paper")).isValid)
    var other = Desk.at("RV")
    #expect(other.act("withdraw", "rita", asked).isValid)
  }

  @Test
  func `A case is received in its own folder`() {
    var desk = Desk()
    #expect(desk.act("assign", "rita", Bodies.assign("rita", by: "rita")).text.contains("notReceived"))
    #expect(desk.act("receive", "rolf", Bodies.receive().with("batch", "2025-2")).text == "schema")
    #expect(desk.act("receive", "rolf", Bodies.receive().with("authority", "370200")).text == "schema")
    #expect(desk.act("receive", "rolf", Bodies.receive()).isValid)
    #expect(desk.act("receive", "rolf", Bodies.receive()).text == "received")
  }

  @Test
  func `Taking a case says there is no conflict; only a reviewer with jurisdiction and without conflict gets it`() {
    var desk = Desk.at("RC")
    #expect(desk.act("assign", "rita", ["to": "rita", "noConflict": false]).text == "noConflict")
    #expect(desk.act("assign", "sue", Bodies.assign("vera", by: "sue")).text == "assignee")
    desk.act("conflict", "rolf", ["officer": "rolf", "ground": "relative"])
    #expect(desk.act("assign", "sue", Bodies.assign("rolf", by: "sue")).text == "assigneeConflict")
    #expect(desk.act("assign", "sue", Bodies.assign("rita", by: "sue")).isValid)
    #expect(desk.act("release", "rita", [:]).isValid)
    #expect(desk.fold.assignee == nil && desk.state == "RV")
  }

  // MARK: conflict of interest

  @Test
  func `From a declared conflict on the officer's acts are rejected; what he did before stands`() {
    var desk = Desk.at("RV")
    desk.act("verify", "rita", Bodies.verify())
    #expect(desk.act("conflict", "rita", ["officer": "rita", "ground": "relative"]).isValid)
    #expect(desk.act("recommend", "rita", Bodies.recommend()).text == "conflict")
    #expect(desk.act("note", "rita", ["text": "still here"]).text == "conflict")
    #expect(desk.fold.body(.fact("facts.revenue.2024")) != nil)
    #expect(desk.act("conflict", "rolf", ["officer": "rita", "ground": "relative"]).text == "role")
    #expect(desk.act("conflict", "sue", ["officer": "rolf", "ground": "holding"]).isValid)
    #expect(desk.act("check", "rolf", Bodies.check).text == "conflict")
  }

  // MARK: signature, notice, decision

  @Test
  func `A signature is for the recommendation that stands, by another person, to a step that fits`() {
    var desk = Desk.at("TS")
    let first = desk.newest("recommend")
    #expect(desk.act("sign", "rita", Bodies.sign(first, "notice")).text.contains("sameOfficer"))
    desk.act("challenge", "gus", Bodies.challenge(first))
    desk.act("recommend", "rita", Bodies.recommend())
    #expect(desk.act("sign", "gus", Bodies.sign(first, "notice")).text == "notLive")
    #expect(desk.act("sign", "gus", Bodies.sign(desk.newest("recommend"), "recommend")).text == "next")
    #expect(desk.act("sign", "gus", Bodies.sign(desk.newest("recommend"), nil)).text == "next")
    #expect(desk.act("sign", "gus", Bodies.sign(desk.newest("recommend"), "notice")).isValid)
  }

  @Test
  func `A notice closes after its last day, and is extended, never shortened`() {
    var desk = Desk.at("IN")
    #expect(desk.act("extendNotice", "gus", Bodies.reason.with("last", "2025-09-05")).text == "notLater")
    #expect(desk.act("extendNotice", "sue", Bodies.reason.with("last", "2025-09-08")).isValid)
    desk.pass(days: 7)
    #expect(desk.day.description == "2025-09-08")
    #expect(desk.act("closeNotice", "gus").text == "noticeRuns")
    desk.pass(days: 1)
    #expect(desk.act("closeNotice", "gus").isValid)
    #expect(desk.state == "NC")
  }

  @Test
  func `A notice of less than a day is none`() {
    var desk = Desk.at("RN")
    #expect(desk.act("enterNotice", "gus", Bodies.enterNotice().with("length", 0)).text == "noticeDays")
    #expect(
      desk.act("enterNotice", "gus", Bodies.enterNotice(first: "2025-09-02", last: "2025-09-01")).text == "noticeDays")
  }

  @Test
  func `A review always has a visit before its notice, and before it goes to the ministry`() {
    for (tier, next, act, body) in [
      (Tier.specialized, "notice", "enterNotice", Bodies.enterNotice()),
      (.littleGiant, "recommend", "forward", Bodies.forward),
    ] {
      var desk = Desk()
      desk.act("receive", "rolf", Bodies.receive(tier, type: "review"))
      desk.act("assign", "rita", Bodies.assign("rita", by: "rita"))
      desk.act("recommend", "rita", Bodies.recommend())
      desk.act("sign", "gus", Bodies.sign(desk.newest("recommend"), next))
      #expect(desk.act(act, "gus", body).text == "reviewVisit")
      desk.act("order", "gus", Bodies.order("level-above"))
      let visit = desk.newest("order")
      desk.act("plan", "sue", Bodies.plan(visit))
      desk.record(visit)
      desk.act("closeVisit", "vera", Bodies.closeVisit(visit))
      desk.act("cosign", "vito", Bodies.of(desk.newest("closeVisit")))
      #expect(desk.act(act, "gus", body).isValid)
    }
  }

  @Test
  func `The recommender does not decide, and no decision passes an open objection that came by merge`() {
    var desk = Desk.at("NC")
    let before = desk.history.entries.first { $0.event.kind == "enterNotice" }?.id ?? ""
    desk.act("lodge", "adam", Bodies.lodge("objection"), parents: [before])
    #expect(desk.state == "NC")
    #expect(desk.act("decide", "gus", Bodies.decide()).text == "openObjection")
    desk.act("answer", "otto", Bodies.answer(desk.newest("lodge")))
    #expect(desk.act("decide", "rita", Bodies.decide()).text.contains("sameOfficer"))
    #expect(desk.act("decide", "gus", Bodies.decide()).isValid)
  }

  @Test
  func
    `A city's officer never decides, whatever else was handed to the city; a lent officer has the cases he was lent for`()
  {
    func signer(_ scope: Scope) -> Rights {
      var rights = Rights()
      rights.officers["ci"] = .init(id: "ci", name: "ci", authority: "370000", isActive: true)
      rights.give(.init(event: "", officer: "ci", role: .signer, scope: scope))
      return rights
    }
    let rights = signer(Scope(authority: "370000", divisions: ["370100"]))
    let desk = Desk.at("NC")
    func unmet(_ act: ActName, _ body: JSONValue, _ rights: Rights) -> [String] {
      ActRequirements(
        act: act.act, body: body, author: "ci", folder: Office.folder, fold: desk.fold, rights: rights
      ).unmet.map(\.code)
    }
    #expect(unmet("decide", Bodies.decide(), rights) == ["jurisdiction"])
    #expect(unmet("letter", Bodies.reason, rights) == [])
    let lent = signer(Scope(authority: "370000", cases: [Office.folder]))
    #expect(unmet("decide", Bodies.decide(), lent) == [])
    let elsewhere = signer(Scope(authority: "370000", cases: ["cases/370000/2025-1/another"]))
    #expect(unmet("decide", Bodies.decide(), elsewhere) == ["jurisdiction"])
  }
}

extension JSONValue {
  /// The same object with a field set.
  func with(_ field: String, _ value: JSONValue) -> JSONValue {
    .object((members ?? []).filter { $0.key != field } + [.init(field, value)])
  }

  func without(_ field: String) -> JSONValue {
    .object((members ?? []).filter { $0.key != field })
  }
}
