import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// Officers who act apart, beside each other and after one another.
@Suite struct SceneTests {
  @Test
  func `Two laptops that verify one figure differently contest it, and either may answer anew`() {
    var desk = Desk.at("RV")
    let parents = desk.history.heads
    #expect(desk.act("verify", "rita", Bodies.verify("facts.revenue.2024", "6000"), parents: parents).isValid)
    #expect(desk.act("verify", "rolf", Bodies.verify("facts.revenue.2024", "5900"), parents: parents).isValid)
    #expect(desk.fold.contested == ["fact:facts.revenue.2024"])
    #expect(desk.act("recommend", "rita", Bodies.recommend()).text == "contested")
    #expect(desk.act("verify", "rita", Bodies.verify("facts.revenue.2024", "5900")).isValid)
    #expect(desk.fold.contested.isEmpty)
    #expect(desk.act("recommend", "rita", Bodies.recommend()).isValid)
  }

  @Test
  func `Two who say the same do not contest`() {
    var desk = Desk.at("RV")
    let parents = desk.history.heads
    desk.act("verify", "rita", Bodies.verify(), parents: parents)
    desk.act("verify", "vera", Bodies.verify(), parents: parents)
    #expect(desk.fold.contested.isEmpty)
    #expect(desk.fold.liveAnswers("fact:facts.revenue.2024").count == 2)
  }

  @Test
  func `A signature beside an undone recommendation is contested until a supervisor who wrote neither settles it`() {
    var desk = Desk.at("TS")
    let parents = desk.history.heads
    let recommendation = desk.newest("recommend")
    #expect(desk.act("sign", "gus", Bodies.sign(recommendation, "notice"), parents: parents).isValid)
    let undo: JSONValue = ["of": .string(recommendation), "reason": "a figure was misread"]
    #expect(desk.act("undo", "rita", undo, parents: parents).isValid)
    #expect(desk.fold.contested == ["stage"])
    #expect(desk.state == "TS")
    #expect(desk.act("enterNotice", "gus", Bodies.enterNotice()).text.contains("contested"))
    #expect(desk.act("withdraw", "sue", Bodies.withdraw()).text == "contested")
    #expect(desk.act("note", "rita", ["text": "let us talk"]).isValid)
    #expect(desk.act("settle", "rita", ["question": "stage", "reason": "mine"]).text.contains("role"))
    let kept: JSONValue = ["question": "stage", "keep": .string(desk.newest("sign")), "reason": "signed in time"]
    #expect(desk.act("settle", "sue", kept).isValid)
    #expect(desk.fold.contested.isEmpty)
    #expect(desk.state == "RN")
  }

  @Test
  func `Settling the stage without keeping an answer leads back to review`() {
    var desk = Desk.at("TS")
    let parents = desk.history.heads
    desk.act("sign", "gus", Bodies.sign(desk.newest("recommend"), "notice"), parents: parents)
    desk.act("challenge", "gina", Bodies.challenge(desk.newest("recommend")), parents: parents)
    #expect(desk.act("settle", "sue", ["question": "stage", "reason": "look again"]).isValid)
    #expect(desk.state == "RV")
  }

  @Test
  func `A figure verified in another office makes the recommendation stale, and it cannot be signed`() {
    var desk = Desk.at("RV")
    let parents = desk.history.heads
    desk.act("recommend", "rita", Bodies.recommend(), parents: parents)
    #expect(!desk.fold.isStale)
    desk.act("verify", "vera", Bodies.verify("facts.revenue.2024", "5000"), parents: parents)
    #expect(desk.fold.isStale)
    #expect(desk.act("sign", "gus", Bodies.sign(desk.newest("recommend"), "notice")).text == "stale")
    #expect(desk.act("challenge", "gus", Bodies.challenge(desk.newest("recommend"))).isValid)
    #expect(desk.state == "RV")
    #expect(!desk.fold.isStale)
  }

  @Test
  func `The declared value verified beside a recommendation changes nothing`() {
    var desk = Desk.at("RV")
    let parents = desk.history.heads
    desk.act("recommend", "rita", Bodies.recommend(), parents: parents)
    desk.act("verify", "vera", Bodies.verify("facts.revenue.2024", "6100"), parents: parents)
    #expect(!desk.fold.isStale)
  }

  @Test
  func `Its author undoes alone until another officer has acted, then a supervisor does`() {
    var desk = Desk.at("RV")
    desk.act("hold", "rita", Bodies.reason)
    var other = desk
    let undo: JSONValue = ["of": .string(desk.newest("hold")), "reason": "too early"]
    #expect(desk.act("undo", "rita", undo).isValid)
    #expect(desk.state == "RV")
    #expect(desk.fold.stage?.stops.isEmpty == true)
    other.act("note", "rolf", ["text": "why?"])
    #expect(other.act("undo", "rita", undo).text == "role")
    #expect(other.act("undo", "sue", undo).isValid)
  }

  @Test
  func `What a recommendation rests on cannot be undone before it`() {
    var desk = Desk.at("RV")
    desk.act("verify", "rita", Bodies.verify())
    let fact = desk.newest("verify")
    desk.act("recommend", "rita", Bodies.recommend())
    #expect(desk.act("undo", "rita", ["of": .string(fact), "reason": "no"]).text == "restedOn")
    #expect(desk.act("undo", "rita", ["of": .string(desk.newest("recommend")), "reason": "no"]).isValid)
    #expect(desk.act("undo", "rita", ["of": .string(fact), "reason": "no"]).isValid)
    #expect(desk.fold.body(.fact("facts.revenue.2024")) == nil)
  }

  @Test
  func `A visit that differs leads back to review, and moves nothing in a notice`() {
    var desk = Desk.at("SC")
    let visit = desk.newest("sampled")
    desk.act("plan", "sue", Bodies.plan(visit))
    #expect(desk.act("finding", "sam", Bodies.finding(visit)).text == "role visitor")
    desk.record(visit)
    desk.act("closeVisit", "vera", Bodies.closeVisit(visit, "differs"))
    #expect(desk.state == "SC")
    #expect(desk.act("cosign", "vera", Bodies.of(desk.newest("closeVisit"))).text == "sameOfficer")
    #expect(desk.act("cosign", "vito", Bodies.of(desk.newest("closeVisit"))).isValid)
    #expect(desk.state == "RV")

    var notice = Desk.at("IN")
    notice.act("order", "sue", Bodies.order())
    let order = notice.newest("order")
    notice.act("plan", "sue", Bodies.plan(order))
    notice.pass(days: 10)
    #expect(notice.act("closeNotice", "gus").text == "openVisit")
    notice.record(order)
    notice.act("closeVisit", "vera", Bodies.closeVisit(order, "differs"))
    notice.act("cosign", "vito", Bodies.of(notice.newest("closeVisit")))
    #expect(notice.state == "IN")
    #expect(notice.fold.isStale)
    #expect(notice.act("closeNotice", "gus").isValid)
    #expect(notice.state == "RV")
  }

  @Test
  func `After an objection was upheld a new recommendation and a new notice lead to recognition`() {
    var desk = Desk.at("IN")
    desk.act("lodge", "adam", Bodies.lodge("objection"))
    desk.act("answer", "otto", Bodies.answer(desk.newest("lodge"), "partly"))
    desk.pass(days: 10)
    desk.act("closeNotice", "gus")
    #expect(desk.state == "RV")
    desk.act("recommend", "rita", Bodies.recommend())
    desk.act("sign", "gina", Bodies.sign(desk.newest("recommend"), "notice"))
    desk.act("enterNotice", "gina", Bodies.enterNotice(first: "2025-09-15", last: "2025-09-19"))
    desk.pass(days: 20)
    desk.act("closeNotice", "gina")
    #expect(desk.state == "NC")
    #expect(desk.act("decide", "gina", Bodies.decide()).isValid)
    #expect(desk.state == "DE")
    #expect(desk.fold.title?.phase == .running)
  }

  @Test
  func `The fold does not depend on the order in which events arrive`() {
    var random = Lcg(seed: 20_261_123)
    for _ in 0..<60 {
      let walk = Walk.run(steps: 40, forks: true, &random)
      let events = walk.history.entries.map(\.event)
      let again = History(folder: Office.folder, events.shuffled(using: &random), registry: Office.shared.registry)
      #expect(again.entries == walk.history.entries)
      #expect(again.fold.live == walk.history.fold.live)
      #expect(again.heads == walk.history.heads)
    }
  }

  @Test
  func `What waits for a missing event has no effect until it arrives`() {
    let whole = Desk.at("IN").history.entries.map(\.event)
    let part = History(
      folder: Office.folder, whole.filter { $0.kind != "sign" }, registry: Office.shared.registry)
    let entered = part.entries.first { $0.event.kind == "enterNotice" }
    #expect(entered?.verdict == .pending(.parent(whole.first { $0.kind == "sign" }?.id ?? "")))
    #expect(part.fold.state == .toSign)
    var late = part
    for event in whole { late.append(event) }
    #expect(late.fold.state == .inNotice)
  }

  @Test
  func `An unknown kind waits for a newer program; a wrong key, body or folder is rejected`() {
    var desk = Desk.at("RV")
    #expect(desk.act("telepathy", "rita").text == "pending newer program")
    #expect(desk.act("hold", "rita", [:]).text == "schema")
    #expect(desk.act("hold", "rita", ["reason": "x", "extra": 1]).text == "schema")
    desk.act("hold", "nobody", Bodies.reason)
    #expect(desk.history.setAside.map(\.author) == ["nobody"] && desk.last?.event.author == "rita")
    var event = Office.shared.event("hold", Bodies.reason, by: "rita", parents: desk.history.heads)
    event.folder = "cases/370000/2025-1/another"
    desk.history.append(event)
    #expect(desk.last?.verdict.text == "schema")
    event.folder = Office.folder
    event.id = Office.ones
    event.registry = [Office.zeros]
    desk.history.append(event)
    #expect(desk.history.entries.first { $0.id == Office.ones }?.verdict.text == "pending registry")
    #expect(desk.state == "RV")
  }
}
