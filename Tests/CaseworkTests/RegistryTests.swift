import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// Officers, keys and roles: who holds what, and what an end or a contest takes away.
@Suite struct RegistryTests {
  private let office = Office.shared

  private func role(of officer: String) -> String {
    office.registry.entries.first { $0.event.kind == "role" && $0.event.body.text("officer") == officer }?.id ?? ""
  }

  private func registry(_ events: [Event]) -> Registry {
    Registry(office.registry.entries.map(\.event) + events, store: office.registry.store)
  }

  @Test
  func `An ended role is not held by whoever knows of its end, and can be given anew`() {
    let end = office.registryEvent("end", ["of": .string(role(of: "rolf")), "why": "left"], by: "sue")
    let ended = registry([end])
    #expect(ended.entries.allSatisfy { $0.verdict.isValid })
    #expect(!ended.now.holdsAnywhere("rolf", [.reviewer]))
    let again = office.registryEvent(
      "role", ["authority": "370000", "officer": "rolf", "role": "reviewer"], by: "sam", parents: [end.id])
    #expect(registry([end, again]).now.holdsAnywhere("rolf", [.reviewer]))
  }

  @Test
  func `A supervisor ends what lies within his own, his own office too, and an approval is another person's`() {
    #expect(office.verdict("end", ["of": .string(role(of: "rita")), "why": "left"], by: "rita").text == "role")
    #expect(office.verdict("end", ["of": .string(role(of: "sue")), "why": "left"], by: "sue").isValid)
    let proposal = office.registryEvent("settings", Bodies.settings, by: "root")
    #expect(
      office.verdict("approve", Bodies.of(proposal.id), by: "root", on: [proposal]).text == "sameOfficer")
    #expect(office.verdict("approve", Bodies.of(proposal.id), by: "sue", on: [proposal]).isValid)
  }

  @Test
  func `A right whose end and renewal did not see each other is contested, and while contested not held`() {
    let end = office.registryEvent("end", ["of": .string(role(of: "rolf")), "why": "left"], by: "sue")
    let renewed = office.registryEvent(
      "role", ["authority": "370000", "officer": "rolf", "role": "reviewer"], by: "sam")
    let forked = registry([end, renewed])
    #expect(forked.entries.allSatisfy { $0.verdict.isValid })
    #expect(forked.heads.count == 2)
    #expect(!forked.now.holdsAnywhere("rolf", [.reviewer]))
    #expect(forked.now.holdsAnywhere("rita", [.reviewer]))
  }

  @Test
  func `A contested right is settled by a supervisor who gave none of its answers: one is kept, or none`() {
    let end = office.registryEvent("end", ["of": .string(role(of: "rolf")), "why": "left"], by: "sue")
    let renewed = office.registryEvent(
      "role", ["authority": "370000", "officer": "rolf", "role": "reviewer"], by: "sam")
    let forked = registry([end, renewed])
    let question = "role:rolf:reviewer:370000;;;"
    func settle(_ keep: String?, by author: String) -> (verdict: String?, isHeld: Bool) {
      var body: JSONValue = ["question": .string(question), "reason": "looked into"]
      if let keep { body = body.with("keep", .string(keep)) }
      let event = office.registryEvent("settle", body, by: author, parents: forked.heads)
      let after = registry([end, renewed, event])
      return (
        after.entries.first { $0.id == event.id }?.verdict.text, after.now.holdsAnywhere("rolf", [.reviewer])
      )
    }
    #expect(settle(renewed.id, by: "root") == ("valid", true))
    #expect(settle(end.id, by: "root") == ("valid", false))
    #expect(settle(nil, by: "root") == ("valid", false))
    #expect(settle(Office.ones, by: "root") == ("notLive", false))
    #expect(settle(renewed.id, by: "sue").verdict == "sameOfficer")
    #expect(settle(renewed.id, by: "gus").verdict == "role")
    let early = office.registryEvent(
      "settle", ["question": .string(question), "reason": "x"], by: "root", parents: [renewed.id])
    #expect(registry([renewed, early]).entries.last?.verdict.text == "notContested")
    let today = Files.today
    #expect(forked.permitted(Action(.settle), by: "root", today: today).isEmpty)
    let asked = Action(.settle, ["question": .string(question), "keep": .string(end.id), "reason": "x"])
    #expect(forked.permitted(asked, by: "root", today: today).isEmpty)
    #expect(forked.permitted(asked, by: "sam", today: today).map(\.code) == ["sameOfficer"])
  }

  @Test
  func `Of two changes of the root that did not see each other the one kept is in force, or neither`() {
    func root(_ officer: String) -> Event {
      office.registryEvent("root", ["supervisors": [.string(officer)], "threshold": 1], by: "root")
    }
    let (sue, sam) = (root("sue"), root("sam"))
    let forked = registry([sue, sam])
    #expect(forked.now.root == ["root"])
    for (keep, now) in [(sue.id, "sue"), (sam.id, "sam"), (nil, "root")] {
      var body: JSONValue = ["question": "root", "reason": "looked into"]
      if let keep { body = body.with("keep", .string(keep)) }
      let heads = registry([sue, sam]).heads
      let event = office.registryEvent("settle", body, by: Office.second, parents: heads)
      #expect(registry([sue, sam, event]).now.root == [now])
    }
  }

  @Test
  func `Settings are in force from their day once another supervisor approved them; the latest day counts`() throws {
    let first = office.registryEvent("settings", Bodies.settings, by: "adam")
    #expect(registry([first]).now.settings.isEmpty)
    let approval = office.registryEvent("approve", Bodies.of(first.id), by: "sue", parents: [first.id])
    let now = registry([first, approval]).now
    let day = try #require(Day("2025-09-01"))
    #expect(now.inForce("settings", authority: "370000", on: day)?.sha == Office.ones)
    #expect(now.inForce("settings", authority: "370000", on: day.adding(days: -1)) == nil)
    #expect(now.inForce("settings", authority: "370200", on: day) == nil)
    #expect(now.inForce("calendar", authority: "370000", on: day) == nil)
  }

  @Test
  func `A supervisor gives roles within his authority; a supervisor of every authority is made by the root`() {
    func role(_ role: String, _ authority: String, by author: String) -> String {
      office.verdict("role", ["authority": .string(authority), "officer": "rolf", "role": .string(role)], by: author)
        .text
    }
    #expect(role("signer", "370000", by: "sue") == "valid")
    #expect(role("signer", "320000", by: "sue") == "jurisdiction")
    #expect(role("supervisor", "370000", by: "sue") == "valid")
    #expect(role("signer", "*", by: "sue") == "jurisdiction")
    #expect(role("supervisor", "*", by: "sue") == "jurisdiction rootOnly")
    #expect(role("supervisor", "370000", by: "root") == "valid")
  }

  @Test
  func `A key is taken only with its own proof, for an officer who is known`() {
    let good = Office.keyBody("rolf", device: "laptop").body
    #expect(office.verdict("key", good, by: "sue").isValid)
    let other = JSONValue.object((good.members ?? []).map { $0.key == "device" ? .init("device", "desk") : $0 })
    #expect(office.verdict("key", other, by: "sue").text == "proof")
    #expect(office.verdict("key", Office.keyBody("wang", device: "d").body, by: "sue").text == "officerUnknown")
  }

  @Test
  func `What is only proposed gives nobody his office or key, and what is withdrawn is proposed no more`() {
    let known = office.registry.officerEvent("rita")
    #expect(known?.act == .officer)
    let renamed = office.registryEvent(
      "officer", ["authority": "370000", "name": "R", "officer": "rita", "state": "active"], by: "adam")
    #expect(registry([renamed]).awaiting.map(\.id) == [renamed.id])
    #expect(registry([renamed]).officerEvent("rita") == known)
    let withdrawn = office.registryEvent(
      "end", ["of": .string(renamed.id), "why": "withdrawn"], by: "adam", parents: [renamed.id])
    let after = registry([renamed, withdrawn])
    #expect(after.entries.last?.verdict.isValid == true && after.awaiting.isEmpty)
    #expect(after.officerEvent("rita") == known && after.now.officers["rita"]?.name == "rita")
    let late = office.registryEvent("approve", Bodies.of(renamed.id), by: "sue", parents: [withdrawn.id])
    #expect(registry([renamed, withdrawn, late]).entries.last?.verdict.text == "notLive")
    // An office that ended is still known by the entry that gave it.
    let end = office.registryEvent("end", ["of": .string(known?.id ?? ""), "why": "left"], by: "sue")
    #expect(registry([end]).officerEvent("rita") == known && !registry([end]).now.isInOffice("rita"))
  }

  @Test
  func `An act is judged by the registry it names: one written before an end is known stays valid`() {
    let events = Desk.at("RV").history.entries.map(\.event)
    let cut: JSONValue = ["count": .integer(Int64(events.count)), "sha": .string(Office.ones)]
    let end = office.registryEvent("end", ["of": .string(role(of: "rita")), "why": "left", "cut": cut], by: "sue")
    let later = Registry(
      office.registry.entries.map(\.event) + [end], store: office.registry.store,
      cutoffs: [Office.ones: Set(events.map(\.id))])
    var history = History(folder: Office.folder, events, registry: later)
    #expect(history.entries.allSatisfy { $0.verdict.isValid })
    var event = office.event("hold", Bodies.reason, by: "rita", parents: history.heads)
    event.registry = later.heads
    event.id = Office.ones
    history.append(event)
    #expect(history.entries.last?.verdict.text == "role")
  }
}
