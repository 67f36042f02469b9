import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// Contests, staleness and undoing, sentence by sentence.
@Suite struct DisputeTests {
  /// A case whose stage is contested: a supervisor's withdrawal beside another cause.
  private func contested(_ state: String) -> Desk {
    var desk = Desk.at(state)
    desk.act("lodge", "adam", Bodies.lodge("report"))
    let parents = desk.history.heads
    desk.act("withdraw", "sue", Bodies.withdraw("duplicate"), parents: parents)
    desk.act("withdraw", "sam", Bodies.withdraw("ineligible"), parents: parents)
    return desk
  }

  @Test
  func `While a case is contested only what the casework lists is permitted`() {
    let desk = contested("RV")
    #expect(desk.fold.contested == ["stage"] && desk.state == "RV")
    func tried(_ kind: String, _ officer: String, _ body: JSONValue) -> String {
      var desk = desk
      return desk.act(kind, officer, body).text
    }
    let report = desk.newest("lodge")
    for (kind, officer, body): (String, String, JSONValue) in [
      ("note", "rita", ["text": "x"]), ("conflict", "rolf", ["officer": "rolf", "ground": "x"]),
      ("lodge", "vera", Bodies.lodge("report")),
      ("redact", "otto", ["of": .string(report), "copy": .string(Office.ones)]),
      ("acknowledge", "otto", Bodies.told(report)),
    ] { #expect(tried(kind, officer, body) == "valid", "\(kind)") }
    for (kind, officer, body): (String, String, JSONValue) in [
      ("verify", "rita", Bodies.verify()), ("check", "rita", Bodies.check), ("recommend", "rita", Bodies.recommend()),
      ("hold", "rita", Bodies.reason), ("assign", "sue", Bodies.assign("rolf", by: "sue")),
      ("letter", "rita", ["code": "receipt", "file": .string(Office.ones), "to": "enterprise"]),
      ("view", "otto", ["sealed": .string(Office.ones)]), ("answer", "otto", Bodies.answer(report)),
      ("told", "otto", Bodies.told(report)),
    ] { #expect(tried(kind, officer, body) == "contested", "\(kind)") }
  }

  @Test
  func `Who wrote one of the answers does not settle; what is kept must be one of them`() {
    var desk = contested("RV")
    let kept = desk.history.entries.first { $0.event.body.text("cause") == "duplicate" }?.id ?? ""
    let body: JSONValue = ["question": "stage", "reason": "heard both"]
    #expect(desk.act("settle", "sue", body).text == "sameOfficer")
    var office = desk
    #expect(office.act("settle", "root", body.with("keep", .string(Office.ones))).text == "notLive")
    #expect(office.act("settle", "root", body.with("question", "assignee")).text == "notContested")
    #expect(office.act("settle", "root", body.with("keep", .string(kept))).isValid)
    #expect(office.state == "WD")
    #expect(desk.act("settle", "root", body).isValid)
    #expect(desk.state == "RV")
  }

  @Test
  func `Two who assign a case apart block nothing, and it is nobody's until one assigns it again`() {
    var desk = Desk.at("RC")
    let parents = desk.history.heads
    desk.act("assign", "rita", Bodies.assign("rita", by: "rita"), parents: parents)
    desk.act("assign", "rolf", Bodies.assign("rolf", by: "rolf"), parents: parents)
    #expect(desk.fold.contested == ["assignee"] && desk.fold.assignee == nil && desk.state == "RV")
    #expect(desk.act("verify", "rita", Bodies.verify()).isValid)
    #expect(desk.act("recommend", "rita", Bodies.recommend()).isValid)
    #expect(desk.act("assign", "sue", Bodies.assign("rolf", by: "sue")).isValid)
    #expect(desk.fold.assignee == "rolf" && desk.fold.contested.isEmpty)
  }

  @Test
  func `A case contested in its notice stays there: the notice runs on and does not close`() {
    var desk = contested("IN")
    desk.pass(days: 10)
    #expect(desk.state == "IN")
    #expect(desk.act("closeNotice", "gus").text == "contested")
    #expect(desk.act("settle", "root", ["question": "stage", "reason": "neither"]).isValid)
    #expect(desk.state == "RV")
  }

  @Test(arguments: ["value", "paper", "judgement", "visit"])
  func `What a recommendation saw, and what makes it stale`(by what: String) {
    var desk = Desk.at("RV")
    desk.act("check", "rita", Bodies.check)
    desk.act("judge", "rita", Bodies.judge)
    let parents = desk.history.heads
    desk.act("recommend", "rita", Bodies.recommend(), parents: parents)
    let recommendation = desk.newest("recommend")
    switch what {
    case "value": desk.act("verify", "rolf", Bodies.verify("facts.employees.2024", "61"), parents: parents)
    case "paper":
      let unreadable: JSONValue = ["item": "commitment", "state": "defective", "defects": [["code": "illegible"]]]
      desk.act("check", "rolf", unreadable, parents: parents)
    case "judgement": desk.act("judge", "rolf", Bodies.judge.with("outcome", "fails"), parents: parents)
    default:
      desk.act("sign", "gus", Bodies.sign(recommendation, "notice"))
      desk.act("enterNotice", "gus", Bodies.enterNotice())
      desk.act("order", "sue", Bodies.order())
      desk.act("plan", "sue", Bodies.plan(desk.newest("order")))
      desk.act("closeVisit", "vera", Bodies.closeVisit(desk.newest("order"), "entryRefused"))
      desk.act("cosign", "vito", Bodies.of(desk.newest("closeVisit")))
    }
    #expect(desk.fold.isStale)
    if what == "visit" {
      desk.pass(days: 10)
      #expect(desk.act("closeNotice", "gus").isValid)
    } else {
      #expect(desk.act("sign", "gus", Bodies.sign(recommendation, "notice")).text.contains("stale"))
      #expect(desk.act("challenge", "gus", Bodies.challenge(recommendation)).text != "stale")
    }
  }

  @Test
  func
    `What a recommendation saw already does not make it stale: the same fault found twice, a value undone to the declared`()
  {
    var desk = Desk.at("RV")
    let unreadable: JSONValue = ["item": "commitment", "state": "defective", "defects": [["code": "illegible"]]]
    desk.act("check", "rita", unreadable)
    desk.act("verify", "rita", Bodies.verify("facts.revenue.2024", "6100"))
    let fact = desk.newest("verify")
    let parents = desk.history.heads
    desk.act("recommend", "rita", Bodies.recommend("refuse"), parents: parents)
    desk.act("check", "rolf", unreadable, parents: parents)
    desk.act("undo", "rita", ["of": .string(fact), "reason": "wrong page"], parents: parents)
    #expect(desk.history.entries.allSatisfy { $0.verdict.isValid })
    #expect(!desk.fold.isStale)
  }

  @Test(arguments: ["AD", "RN", "NC", "RR"])
  func `A stale case is not drawn, published, decided or forwarded; a supervisor reopens it`(state: String) {
    var desk = Desk.at(state, state == "RR" ? .littleGiant : .specialized)
    let review = desk.history.entries.first { $0.event.kind == "assign" }?.id ?? ""
    desk.act("verify", "rolf", Bodies.verify("facts.revenue.2024", "5000"), parents: [review])
    #expect(desk.fold.isStale && desk.state == state)
    switch state {
    case "AD": #expect(desk.act("sampled", "sue", Bodies.drawResult(false)).text == "stale")
    case "RN": #expect(desk.act("enterNotice", "gus", Bodies.enterNotice()).text == "stale")
    case "NC": #expect(desk.act("decide", "gus", Bodies.decide()).text == "stale")
    default: #expect(desk.act("forward", "gus", Bodies.forward).text == "stale")
    }
    #expect(desk.act("reopen", "sue", Bodies.reopen.with("ground", "stale")).isValid)
    #expect(desk.state == "RV" && !desk.fold.isStale)
  }

  @Test
  func `The newest answer is undone first, and an answered objection not after the objector was told`() {
    var desk = Desk.at("SC")
    let visit = desk.newest("sampled")
    desk.act("plan", "sue", Bodies.plan(visit))
    let plan = desk.newest("plan")
    desk.act("finding", "vera", Bodies.finding(visit))
    let finding = desk.newest("finding")
    func undo(_ id: String) -> JSONValue { ["of": .string(id), "reason": "by mistake"] }
    #expect(desk.act("undo", "sam", undo(visit)).text == "restedOn")
    #expect(desk.act("undo", "sam", undo(plan)).text == "restedOn")
    #expect(desk.act("undo", "sam", undo(finding)).isValid)
    #expect(desk.act("undo", "sam", undo(finding)).text == "notLive")
    #expect(desk.act("undo", "sam", undo(plan)).isValid)
    #expect(desk.act("undo", "sam", undo(visit)).isValid)
    #expect(desk.state == "AD")

    desk.act("lodge", "adam", Bodies.lodge("report"))
    let report = desk.newest("lodge")
    desk.act("answer", "otto", Bodies.answer(report))
    let answer = desk.newest("answer")
    desk.act("told", "otto", Bodies.told(report))
    #expect(desk.act("undo", "sue", undo(answer)).text == "restedOn")
    #expect(desk.act("undo", "sue", undo(report)).text == "final")
  }
}
