import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// What officers with keys of their own try that their right does not give them.
@Suite struct TakeoverTests {
  private let office = Office.shared
  private static let note: JSONValue = ["text": "x"]

  private func registry(_ events: [Event]) -> Registry {
    Registry(office.registry.entries.map(\.event) + events, store: office.registry.store)
  }

  private func entry(_ kind: String, of officer: String) -> String {
    office.registry.entries.last { $0.event.kind == kind && $0.event.body.text("officer") == officer }?.id ?? ""
  }

  private func root(_ members: [String], by author: String, on parents: [String]) -> Event {
    office.registryEvent(
      "root", ["supervisors": .array(members.map { .string($0) }), "threshold": 1], by: author, parents: parents)
  }

  /// Officer, key and role of a puppet, and what he writes himself, as if nothing else were there.
  private func puppet(on parents: [String]) -> [Event] {
    let (sign, key) = Office.keyBody("puppet", device: "desk")
    var (events, heads) = ([Event](), parents)
    func write(_ kind: String, _ body: JSONValue, by author: String = "root") {
      var event = office.registryEvent(kind, body, by: author, parents: heads)
      if author == "puppet" {
        event = Office.event(
          kind, event.body, by: author, key: sign, folder: "registry", parents: heads, registry: [], seq: 1,
          store: office.registry.store)
      }
      heads = [event.id]
      events.append(event)
    }
    write("officer", ["authority": "370000", "name": "x", "officer": "puppet", "state": "active"])
    write("key", key)
    write("role", ["authority": "*", "officer": "puppet", "role": "supervisor"])
    write("key", Office.keyBody("puppet", device: "second").body, by: "puppet")
    return events
  }

  // MARK: the registry

  @Test(arguments: [true, false])
  func `The founder makes no second supervisor beside the real one, whatever root he writes`(rival: Bool) {
    let both = root(["root", Office.second], by: "root", on: office.registry.heads)
    var events = [both]
    var parents = [office.registry.store]
    if rival {
      events.append(root(["root"], by: "root", on: parents))
      parents = [events[1].id]
    }
    events += puppet(on: parents)
    let registry = registry(events)
    #expect(!registry.now.isInOffice("puppet"))
    #expect(registry.now.isInOffice(Office.second) && registry.now.holdsAnywhere("sue", [.supervisor]))
    #expect(registry.uncounted.contains { $0.unmet.code == "contestedRegistry" } == rival)
  }

  @Test func `No root supervisor changes the root alone while another is there, nor names who is no supervisor`() {
    let both = root(["root", Office.second], by: "root", on: office.registry.heads)
    #expect(registry([both]).now.root == ["root", Office.second])
    let alone = root([Office.second], by: Office.second, on: [both.id])
    #expect(registry([both, alone]).now.root == ["root", Office.second])
    let agreed = office.registryEvent("approve", ["of": .string(alone.id)], by: "root", parents: [alone.id])
    #expect(registry([both, alone, agreed]).now.root == [Office.second])
    for nobody in ["ghost", "rita"] {
      let event = root(["root", nobody], by: "root", on: office.registry.heads)
      #expect(registry([event]).entries.last?.verdict.text == "rootSupervisor")
    }
  }

  @Test func `Only a root supervisor ends what a root supervisor holds`() {
    let both = root(["root", Office.second], by: "root", on: office.registry.heads)
    for kind in ["officer", "key", "role"] {
      let end = office.registryEvent(
        "end", ["of": .string(entry(kind, of: Office.second)), "why": "stolen"], by: "sue", parents: [both.id])
      let after = registry([both, end])
      #expect(after.entries.first { $0.id == end.id }?.verdict.isValid == false, "\(kind)")
      #expect(after.now.isInOffice(Office.second) && after.now.isInOffice("rita"))
    }
  }

  @Test(arguments: ["left", "stolen"])
  func `An end that would take away its own author's right takes nothing with it that was given before`(why: String) {
    let end = office.registryEvent(
      "end", ["of": .string(entry("officer", of: Office.second)), "why": .string(why)], by: "sue")
    let after = registry([end])
    #expect(office.registry.entries.allSatisfy { before in after.entries.contains(before) })
    #expect(Office.people.allSatisfy { after.now.isInOffice($0.id) })
  }

  @Test func `Two who ended each other are both out, by name, until a third ends one of them`() {
    let heads = office.registry.heads
    func end(_ officer: String, by author: String, on parents: [String]) -> Event {
      office.registryEvent(
        "end", ["of": .string(entry("officer", of: officer)), "why": "stolen"], by: author, parents: parents)
    }
    let (one, other) = (end("sam", by: "sue", on: heads), end("sue", by: "sam", on: heads))
    for events in [[one, other], [other, one]] {
      let both = registry(events)
      #expect(!both.now.isInOffice("sue") && !both.now.isInOffice("sam"))
      #expect(Set(both.uncounted.map(\.unmet.code)) == ["mutualEnd"])
      let note = office.event("note", Self.note, by: "sam", parents: [], on: "2025-09-01")
      #expect(!History(folder: Office.folder, [note], registry: both).entries[0].verdict.isValid)
    }
    let third = end("sam", by: "root", on: heads)
    let settled = registry([one, other, third])
    #expect(settled.now.isInOffice("sue") && !settled.now.isInOffice("sam") && settled.uncounted.isEmpty)
  }

  @Test func `What is written upon an entry that never counted counts as little, and taking it away changes nothing`() {
    let role = office.registryEvent(
      "role", ["authority": "370000", "officer": "rita", "role": "signer"], by: "rita")
    let officer = office.registryEvent(
      "role", ["authority": "370000", "officer": "rolf", "role": "spotCheck"], by: "sue", parents: [role.id])
    for events in [[role, officer], [officer]] {
      let after = registry(events)
      #expect(after.heads == office.registry.heads && after.now == office.registry.now)
    }
  }

  // MARK: cases

  @Test func `A second receipt beside the first brings no other application, before and after it is settled`() {
    var desk = Desk.at("IN")
    let (before, entered) = (desk.fold.applications.map(\.id), desk.newest("enterNotice"))
    for officer in ["rita", "rolf"] {
      for application in ["2", "e"] {
        let body = Bodies.receive(.littleGiant).with("application", .string(String(repeating: application, count: 64)))
        desk.act("receive", officer, body, parents: [])
      }
    }
    #expect(desk.fold.isContested(.stage) && desk.state == "IN" && desk.fold.applications.map(\.id) == before)
    #expect(desk.act("settle", "sue", ["question": "stage", "keep": .string(entered), "reason": "x"]).isValid)
    #expect(!desk.fold.isContested(.stage) && desk.state == "IN" && desk.fold.applications.map(\.id) == before)
    desk.pass(days: 10)
    #expect(desk.act("closeNotice", "gus").isValid && desk.fold.receipt?.body.text("tier") == "specialized")
  }

  @Test(arguments: ["withdraw", "enterNotice", "undo"])
  func `A case that others contest stays in its notice`(kind: String) {
    var desk = Desk.at("IN")
    let signed = desk.newest("sign")
    let body: JSONValue =
      kind == "withdraw"
      ? Bodies.withdraw()
      : kind == "undo"
        ? ["of": .string(signed), "reason": "x"] : Bodies.enterNotice(first: "2025-09-02", last: "2025-09-08")
    #expect(desk.act(kind, kind == "enterNotice" ? "gina" : "sue", body, parents: [signed]).isValid)
    #expect(desk.fold.isContested(.stage) && desk.state == "IN" && desk.fold.stage?.noticeLast != nil)
    #expect(Fold.objectionKind(desk.fold, arrived: Day("2025-09-03")!) == "objection")
  }

  @Test func `A file of another case, and one that its receipt does not describe, are named and bring nothing`() throws
  {
    let first = try Files.application()
    var desk = Desk.at("RT")
    desk.act("resubmit", "rita", Bodies.resubmit)
    let others: [(String, String)] = [
      ("370000-2025-SP-000001", "370000-2025-SP-000002"), ("MA3TESTX0A", "MA3TESTX1A"), ("\"new\"", "\"review\""),
      ("2025-08-21", "2025-08-22"), ("\"specialized\"", "\"innovative\""),
    ]
    for (from, to) in others {
      let other = try Files.application { $0.replacing(from, with: to) }
      let file = try #require(try Files.file(desk, [first, other]))
      #expect(file.revision.application == first && file.uncounted.map(\.unmet.code) == ["anotherCase"], "\(to)")
      // The receipt is as good as there is.
      let received = try #require(try Files.file(Desk.at("RV"), [other]))
      #expect(received.incomplete.map(\.unmet.code) == ["otherThanReceived"], "\(to)")
    }
    let corrected = try Files.application(revenue: "6200")
    #expect(try Files.file(desk, [first, corrected])?.revision.application == corrected)
  }

  @Test func `An act upon one that never counted counts as little; one upon what ended since stands`() {
    var desk = Desk.at("RV")
    let heads = desk.history.heads
    let sign = office.event("sign", Bodies.sign(Office.ones, "notice"), by: "rita", parents: heads)
    let note = office.event("note", Self.note, by: "rita", parents: [sign.id])
    for events in [[sign, note], [note]] {
      let after = History(
        folder: Office.folder, desk.history.entries.map(\.event) + events, registry: office.registry)
      #expect(after.heads == heads)
    }
    desk.act("note", "otto", Self.note)
    desk.act("note", "rita", Self.note)
    let (noted, last) = (desk.history.entries.suffix(2)[desk.history.entries.count - 2], desk.lastID)
    let end = office.registryEvent("end", ["of": .string(entry("officer", of: "otto")), "why": "stolen"], by: "sue")
    let later = History(folder: Office.folder, desk.history.entries.map(\.event), registry: registry([end]))
    #expect(later.entries.first { $0.id == noted.id }?.verdict.isValid == false)
    #expect(later.entries.first { $0.id == last }?.verdict.isValid == true)
  }

  @Test func `What waits for a record that is not here is named at the case with who has it`() throws {
    let desk = Desk.at("RV")
    let note = office.event("note", Self.note, by: "rolf", parents: [Office.zeros])
    let file = try #require(
      CaseFile(
        key: CaseKey(authority: "370000", batch: "2025-1", id: "370000-2025-SP-000001"),
        revisions: [CaseFile.Revision(number: 1, sha: Office.ones, application: try Files.application())],
        events: desk.history.entries.map(\.event) + [note], registry: office.registry, settings: OfficeSettings()))
    #expect(file.uncounted.map(\.unmet.code) == ["awaited"] && file.summary.pending == 1)
    #expect(file.uncounted[0].unmet.message.en.contains("rolf") && file.incomplete.isEmpty)
  }
}
