import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// What officers must not do, each refused by its name, and the case stays as it was.
@Suite struct BadInputTests {
  /// Does what must be refused; nothing may have come of it.
  private func refused(
    _ desk: Desk, _ kind: String, _ by: String, _ body: JSONValue = [:], as codes: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var after = desk
    #expect(after.act(kind, by, body).text == codes, sourceLocation: sourceLocation)
    #expect(after.state == desk.state, sourceLocation: sourceLocation)
    #expect(after.fold.live == desk.fold.live, sourceLocation: sourceLocation)
  }

  @Test
  func `The second person equal to the first`() {
    let desk = Desk.at("TS")
    refused(desk, "sign", "rita", Bodies.sign(desk.newest("recommend"), "notice"), as: "role sameOfficer")
    refused(desk, "challenge", "rita", Bodies.challenge(desk.newest("recommend")), as: "role sameOfficer")
    var visit = Desk.at("SC")
    visit.act("plan", "sue", Bodies.plan(visit.newest("sampled")))
    visit.record(visit.newest("sampled"))
    visit.act("closeVisit", "vera", Bodies.closeVisit(visit.newest("sampled")))
    refused(visit, "cosign", "vera", Bodies.of(visit.newest("closeVisit")), as: "sameOfficer")
  }

  @Test
  func `An officer with a conflict of interest`() {
    var desk = Desk.at("RV")
    let conflict: JSONValue = ["officer": "rita", "ground": "family"]
    #expect(desk.act("conflict", "rita", conflict).isValid)
    refused(desk, "verify", "rita", Bodies.verify(), as: "conflict")
    refused(desk, "check", "rita", Bodies.check, as: "conflict")
    refused(desk, "recommend", "rita", Bodies.recommend(), as: "conflict")
    refused(desk, "assign", "sue", Bodies.assign("rita", by: "sue"), as: "assigneeConflict")
    #expect(desk.act("assign", "sue", Bodies.assign("rolf", by: "sue")).isValid)
    #expect(desk.act("recommend", "rolf", Bodies.recommend()).isValid)
  }

  @Test
  func `A notice closed early`() {
    var desk = Desk.at("IN")
    desk.pass(days: 4)
    refused(desk, "closeNotice", "gus", as: "noticeRuns")
    desk.pass(days: 1)
    #expect(desk.act("closeNotice", "gus").isValid)
  }

  @Test
  func `A notice closed and a case decided over an open objection`() {
    var desk = Desk.at("IN")
    let parents = desk.history.heads
    desk.act("lodge", "adam", Bodies.lodge("objection"))
    let lodged = desk.newest("lodge")
    desk.pass(days: 10)
    refused(desk, "closeNotice", "gus", as: "openObjection")
    refused(desk, "decide", "gus", Bodies.decide(), as: "notFromThisState openObjection")
    // Closed on a laptop that had not seen it yet; then the objection arrives.
    #expect(desk.act("closeNotice", "gus", [:], parents: parents).isValid)
    #expect(desk.state == "NC")
    refused(desk, "decide", "gus", Bodies.decide(), as: "openObjection")
    #expect(desk.act("answer", "otto", Bodies.answer(lodged)).isValid)
    #expect(desk.act("decide", "gus", Bodies.decide()).isValid)
  }

  @Test
  func `An objection after the last day is kept as a report`() {
    var desk = Desk.at("IN")
    desk.pass(days: 7)
    refused(desk, "lodge", "adam", Bodies.lodge("objection", arrived: "2025-09-06"), as: "outsideNotice")
    #expect(desk.act("lodge", "adam", Bodies.lodge("report", arrived: "2025-09-06")).isValid)
    #expect(desk.fold.open("objection").isEmpty)
    #expect(desk.act("lodge", "adam", Bodies.lodge("objection", arrived: "2025-09-05")).isValid)
  }

  @Test
  func `Days that no calendar reaches, written by another program, keep nobody from the case`() throws {
    var desk = Desk.at("RV")
    let endless = Bodies.returned().with("days", .integer(.max))
    #expect(desk.act("return", "rita", endless).isValid)
    let file = try #require(try Files.file(desk, [try Files.application()]))
    #expect(file.remarks(today: Files.today).map(\.code) == [.recounted])
    let review = try #require(try Files.file(Desk.at("RV"), [try Files.application()]))
    let action = Action(.return, endless.with("on", "2025-09-01"))
    #expect(review.permitted(action, by: "rita", today: Files.today).map(\.code) == ["dueDay"])
    var notice = Desk.at("RN")
    #expect(notice.act("enterNotice", "gus", Bodies.enterNotice().with("length", .integer(.max))).isValid)
    #expect(try Files.file(notice, [try Files.application()])?.remarks(today: Files.today).map(\.code) == [.recounted])
    let last = try #require(Day("2199-12-30"))
    let clock = ReviewClock(received: last, stops: [], today: last, limit: 20, margin: 5)
    #expect(clock.deadline.description == "2199-12-31" && !clock.isOverdue)
  }
}
