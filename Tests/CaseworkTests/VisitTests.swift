import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// Visits, objections and titles, sentence by sentence.
@Suite struct VisitTests {
  @Test
  func `Two different spot-check officers visit, none who reviewed the case or has a conflict`() {
    var desk = Desk.at("SC")
    let visit = desk.newest("sampled")
    #expect(desk.act("plan", "sue", Bodies.plan(visit, ["vera", "vera"])).text == "twoOfficers")
    #expect(desk.act("plan", "sue", Bodies.plan(visit, ["vera"])).text == "twoOfficers")
    #expect(desk.act("plan", "sue", Bodies.plan(visit, ["vera", "otto"])).text == "visitorRole")
    #expect(desk.act("plan", "sue", Bodies.plan(visit, ["vera", "rita"])).text == "visitorReviewed visitorRole")
    #expect(desk.act("plan", "sue", Bodies.plan(Office.ones)).text == "noVisit")
    desk.act("conflict", "vito", ["officer": "vito", "ground": "relative"])
    #expect(desk.act("plan", "sue", Bodies.plan(visit)).text == "visitorConflict")
  }

  @Test
  func `One of the two closes, and nothing more is recorded until the other countersigns`() {
    var desk = Desk.at("SC")
    let visit = desk.newest("sampled")
    #expect(desk.act("closeVisit", "vera", Bodies.closeVisit(visit)).text == "notRecorded visitor")
    desk.act("plan", "sue", Bodies.plan(visit))
    desk.record(visit)
    desk.act("closeVisit", "vera", Bodies.closeVisit(visit))
    let closing = desk.newest("closeVisit")
    #expect(desk.act("finding", "vito", Bodies.finding(visit)).text == "visitClosing")
    #expect(desk.act("closeVisit", "vito", Bodies.closeVisit(visit, "differs")).text == "visitClosing")
    #expect(desk.act("undo", "vera", ["of": .string(closing), "reason": "one line was open"]).isValid)
    #expect(desk.act("finding", "vito", Bodies.finding(visit)).isValid)
    #expect(desk.act("cosign", "vito", Bodies.of(closing)).text == "notLive")
    desk.act("closeVisit", "vito", Bodies.closeVisit(visit))
    #expect(desk.act("cosign", "vera", Bodies.of(desk.newest("closeVisit"))).isValid)
    #expect(desk.state == "RN")
    #expect(desk.act("finding", "vito", Bodies.finding(visit)).text.contains("visitClosed"))
  }

  @Test(arguments: ["RV", "RN"])
  func `A visit ordered in review leads back there; one that was refused entry too`(from state: String) {
    var desk = Desk.at(state)
    desk.act("order", "sue", Bodies.order())
    let visit = desk.newest("order")
    #expect(desk.state == "SC")
    desk.act("plan", "sue", Bodies.plan(visit))
    desk.record(visit)
    desk.act("closeVisit", "vera", Bodies.closeVisit(visit, state == "RV" ? "confirmed" : "entryRefused"))
    desk.act("cosign", "vito", Bodies.of(desk.newest("closeVisit")))
    #expect(desk.state == "RV")
  }

  @Test
  func `What two laptops saw of one fact is settled for the item and its value at once`() throws {
    for question in ["fact:facts.employees.2024", "finding"] {
      for drops in [false, true] {
        var desk = Desk.at("SC")
        let visit = desk.newest("sampled")
        desk.act("plan", "sue", Bodies.plan(visit))
        let seen = desk.history.heads
        let found = Bodies.finding(visit).with("state", "differs").with("value", 40)
        desk.act("finding", "vera", found)
        desk.history.append(Office.shared.event("finding", Bodies.finding(visit), by: "vito", parents: seen))
        let file = try #require(try Files.file(desk, [try Files.application()]))
        #expect(file.fold.contested.count == 2)
        let asked = question == "finding" ? "finding:\(visit):facts.employees.2024" : question
        let contested = try #require(Question(asked))
        let live = try #require(file.fold.liveAnswers(contested).first?.id)
        let keep = drops ? "none" : live
        let action = Action(.settle, ["question": .string(asked), "keep": .string(keep), "reason": "the books"])
        let place = file.situation(of: "sam", today: Files.today)
        let settled = place.complete(action)
        let event = place.unsigned(settled)
        let next = ActName.settle.act.follow(event, in: place)
        #expect(next.count == 1 && next[0].fields["keep"]?.string == keep, "\(asked) \(next)")
        #expect(next[0].fields["question"]?.string != asked)
      }
    }
  }

  // MARK: objections

  @Test
  func `An objection comes within the notice, its last day included, under a real name; else it is a report or a lead`()
  {
    let desk = Desk.at("IN")
    func lodged(_ kind: String, _ arrived: String, _ fix: (JSONValue) -> JSONValue = { $0 }) -> String {
      var desk = desk
      return desk.act("lodge", "adam", fix(Bodies.lodge(kind, arrived: arrived))).text
    }
    #expect(lodged("objection", "2025-09-05") == "valid")
    #expect(lodged("objection", "2025-09-06") == "outsideNotice")
    #expect(lodged("objection", "2025-08-31") == "outsideNotice")
    #expect(lodged("report", "2025-09-06") == "valid")
    #expect(lodged("objection", "2025-09-02") { $0.without("identity") } == "identity")
    #expect(lodged("lead", "2025-09-02") == "valid")
    #expect(lodged("lead", "2025-09-02") { $0.with("identity", .string(Office.ones)) } == "leadIdentity")
  }

  @Test
  func `A lead or a report does not hold up a notice, an open objection does`() {
    for (kind, closes) in [("lead", true), ("report", true), ("objection", false)] {
      var desk = Desk.at("IN")
      desk.act("lodge", "adam", Bodies.lodge(kind))
      desk.pass(days: 10)
      #expect(desk.act("closeNotice", "gus").text == (closes ? "valid" : "openObjection"))
    }
  }

  @Test
  func `Neither recommender nor signer answers; an answer has reasons and is given once`() {
    var desk = Desk.at("IN")
    desk.act("lodge", "adam", Bodies.lodge("objection"))
    let objection = desk.newest("lodge")
    #expect(desk.act("answer", "gus", Bodies.answer(objection)).text.contains("sameOfficer"))
    #expect(desk.act("answer", "rita", Bodies.answer(objection)).text.contains("sameOfficer"))
    #expect(desk.act("answer", "otto", Bodies.answer(objection).with("reasons", [])).text == "reasons")
    #expect(desk.act("investigate", "vera", Bodies.investigate(objection)).isValid)
    #expect(desk.act("answer", "otto", Bodies.answer(objection)).isValid)
    #expect(desk.act("answer", "otto", Bodies.answer(objection)).text == "answered")
    #expect(desk.act("investigate", "otto", Bodies.investigate(objection)).text == "answered")
    #expect(desk.act("told", "otto", Bodies.told(objection)).isValid)
  }

  @Test
  func `A second officer agrees to an erasure, and what counts already is not countersigned`() {
    var desk = Desk.at("RV")
    let files: JSONValue = ["files": [.string(Office.ones)], "ground": "over"]
    desk.act("erase", "otto", files)
    let first = desk.newest("erase")
    #expect(desk.act("erase", "otto", files.with("of", .string(first))).text.contains("role"))
    #expect(desk.act("erase", "sue", files.with("of", .string(first))).isValid)
    #expect(desk.act("countersign", "sue", ["of": .string(first), "text": "seen"]).text == "notPending")
  }

  @Test
  func `What is agreed to is what was asked to be erased, and is filled in`() throws {
    var desk = Desk.at("RV")
    desk.act("lodge", "adam", Bodies.lodge("report"))
    let copies = ["a", "b"].map { JSONValue.string(String(repeating: $0, count: 64)) }
    let lodged = desk.newest("lodge")
    for copy in copies { desk.act("redact", "otto", ["of": .string(lodged), "copy": copy]) }
    desk.act("erase", "otto", ["files": [copies[0]], "ground": "over"])
    let file = try #require(try Files.file(desk, [try Files.application()]))
    let of: JSONValue = ["of": .string(desk.newest("erase")), "ground": "over"]
    let whole = file.complete(Action(.erase, of), by: "sue", today: Files.today)
    #expect(whole.fields["files"] == [copies[0]])
    #expect(file.permitted(whole, by: "sue", today: Files.today).isEmpty)
    let other = Action(.erase, of.with("files", [copies[1]]))
    #expect(file.permitted(other, by: "sue", today: Files.today).map(\.code) == ["files"])
    let letter = Action(.erase, of.with("files", [.string(Office.zeros)]))
    #expect(file.permitted(letter, by: "sue", today: Files.today).map(\.code) == ["notErasable"])
  }

  @Test
  func `Before a signature or a decision it is asked about events that are not in effect yet`() throws {
    var desk = Desk.at("TS")
    var unknown = Office.shared.event("note", ["text": "x"], by: "rolf", parents: [Office.zeros])
    desk.history.append(unknown)
    unknown = Office.shared.event("note", ["text": "y"], by: "stranger", parents: [Office.zeros])
    desk.history.append(unknown)
    let file = try #require(try Files.file(desk, [try Files.application()]))
    #expect(file.summary.pending == 1)
    #expect(desk.history.setAside.map(\.author) == ["stranger"])
    #expect(file.waiting(before: "sign").map(\.event.author) == ["rolf"])
    #expect(file.waiting(before: "verify").isEmpty)
  }

  // MARK: the title of a case

  @Test
  func `A title ends after an inquiry in which the enterprise was heard, by another person; then the case reopens`() {
    var desk = Desk.at("DE")
    #expect(desk.act("reopen", "sue", Bodies.reopen).text == "titleRuns")
    #expect(desk.act("endTitle", "gina", Bodies.endTitle(Office.zeros)).text.contains("noInquiry"))
    desk.act("inquiry", "gus", Bodies.cause)
    let inquiry = desk.newest("inquiry")
    #expect(desk.act("endTitle", "gina", Bodies.endTitle(inquiry)).text == "notHeard")
    desk.act("heard", "rita", Bodies.heard)
    #expect(desk.act("endTitle", "gus", Bodies.endTitle(inquiry)).text == "sameOfficer")
    #expect(desk.act("endTitle", "gina", Bodies.endTitle(inquiry, "revoked")).isValid)
    #expect(desk.fold.title?.phase == .ended && desk.fold.title?.barUntil?.description == "2029-02-01")
    #expect(desk.act("reopen", "sue", Bodies.reopen).isValid)
    #expect(desk.state == "RV")
  }

  @Test
  func `A hearing of an earlier inquiry does not serve a later one`() {
    var desk = Desk.at("DE")
    desk.act("inquiry", "gus", Bodies.cause)
    desk.act("heard", "rita", Bodies.heard)
    desk.act("drop", "gina", ["reason": "nothing was found"])
    desk.act("inquiry", "gus", Bodies.cause)
    #expect(desk.act("endTitle", "gina", Bodies.endTitle(desk.newest("inquiry"))).text == "notHeard")
  }

  @Test
  func `Who may be sent on a visit, and what keeps the others`() throws {
    var desk = Desk.at("SC")
    desk.act("conflict", "vito", ["officer": "vito", "ground": "relative"])
    let file = try #require(try Files.file(desk, [try Files.application()]))
    #expect(file.visitors.map(\.officer.id) == ["vera", "vito"])
    #expect(file.visitors.map { $0.unmet.map(\.code) } == [[], ["visitorConflict"]])
  }
}
