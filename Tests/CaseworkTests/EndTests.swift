import ScoringCore
import StrictJSON
import Testing

@testable import Casework

/// Ends of officers, keys and roles: what was written before one was known stands by its cut (Casework §6.5).
@Suite struct EndTests {
  private let office = Office.shared
  private static let cut = Office.hex(repeatElement(UInt8(7), count: 32))

  private func given(_ kind: String, _ officer: String) -> String {
    office.registry.entries.first { $0.event.kind == kind && $0.event.body.text("officer") == officer }?.id ?? ""
  }

  /// An end with a cut that holds these acts; `nil` where its file has not arrived.
  private func registry(_ kind: String, of officer: String, why: String, cut: Set<String>?) -> Registry {
    let end = office.registryEvent(
      "end",
      [
        "of": .string(given(kind, officer)), "why": .string(why), "on": "2025-09-05",
        "cut": ["count": .integer(Int64(cut?.count ?? 0)), "sha": .string(Self.cut)],
      ], by: "sue")
    return Registry(
      office.registry.entries.map(\.event) + [end], store: office.registry.store,
      cutoffs: cut.map { [Self.cut: $0] } ?? [:])
  }

  /// A case that rita took and held, with the registry of the tests.
  private func held() -> Desk {
    var desk = Desk.at("RV")
    desk.act("hold", "rita", ["reason": "waits"])
    return desk
  }

  private func history(_ desk: Desk, _ registry: Registry) -> History {
    History(folder: desk.history.folder, desk.history.entries.map(\.event), registry: registry)
  }

  private func text(_ history: History, _ id: String) -> String? {
    history.entries.first { $0.id == id }?.verdict.text
  }

  @Test
  func `Inside the cut an act stands; outside it waits for a countersignature, or is rejected when stolen`() {
    let desk = held()
    let act = desk.lastID
    let rita = Set(desk.history.entries.filter { $0.event.author == "rita" }.map(\.id))
    for kind in ["officer", "key", "role"] {
      #expect(text(history(desk, registry(kind, of: "rita", why: "left", cut: rita)), act) == "valid")
      let without = rita.subtracting([act])
      let left = history(desk, registry(kind, of: "rita", why: "left", cut: without))
      #expect(text(left, act) == "pending countersign" && left.fold.state == .inReview)
      let stolen = history(desk, registry(kind, of: "rita", why: "stolen", cut: without))
      #expect(text(stolen, act) == "ended" && stolen.fold.state == .inReview)
      let waiting = history(desk, registry(kind, of: "rita", why: "stolen", cut: nil))
      #expect(text(waiting, act) == "pending registry")
      // Nobody else is touched.
      #expect(text(history(desk, registry(kind, of: "gina", why: "stolen", cut: [])), act) == "valid")
    }
  }

  @Test
  func `A role that ended touches nothing that another role of the officer permits`() {
    let desk = held()
    let second = office.registryEvent(
      "role", ["authority": "370000", "officer": "rita", "role": "supervisor", "on": "2025-01-01"], by: "root")
    let agreed = office.registryEvent("approve", ["of": .string(second.id)], by: Office.second, parents: [second.id])
    let end = office.registryEvent(
      "end",
      [
        "of": .string(given("role", "rita")), "why": "left", "on": "2025-09-05",
        "cut": ["count": 0, "sha": .string(Self.cut)],
      ], by: "sue", parents: [agreed.id])
    let both = Registry(
      office.registry.entries.map(\.event) + [second, agreed, end], store: office.registry.store,
      cutoffs: [Self.cut: []])
    var event = desk.history.entries[desk.history.entries.count - 1].event
    #expect(text(history(desk, both), event.id) == "pending countersign")
    // Written when she was a supervisor as well.
    event.registry = [agreed.id]
    event.id = Office.ones
    let events = desk.history.entries.dropLast().map(\.event) + [event]
    let cut = Set(events.filter { $0.author == "rita" }.map(\.id)).subtracting([event.id])
    let kept = Registry(
      office.registry.entries.map(\.event) + [second, agreed, end], store: office.registry.store,
      cutoffs: [Self.cut: cut])
    #expect(text(History(folder: desk.history.folder, events, registry: kept), event.id) == "valid")
  }

  @Test
  func `A supervisor's countersignature makes it count, in whatever order the events arrive`() throws {
    let desk = held()
    let act = desk.lastID
    let rita = Set(desk.history.entries.filter { $0.event.author == "rita" }.map(\.id)).subtracting([act])
    let later = registry("officer", of: "rita", why: "left", cut: rita)
    var waiting = history(desk, later)
    let file = try #require(
      CaseFile(
        key: CaseKey(authority: "370000", batch: "2025-1", id: "370000-2025-SP-000001"),
        revisions: [.init(number: 1, sha: Office.ones, application: try Files.application())],
        events: waiting.entries.map(\.event), registry: later, settings: OfficeSettings()))
    #expect(file.summary.pending == 1)
    func codes(_ of: String, by officer: String = "sue") -> [String] {
      file.permitted(
        Action(.ratify, ["of": .string(of), "text": "seen"]), by: officer, today: Files.today
      ).map(\.code)
    }
    #expect(codes(act) == [] && codes(act, by: "gus") == ["role"])
    #expect(codes(desk.newest("assign")) == ["notPending"])
    let heads = waiting.heads
    let signature = office.event(
      "countersign", ["of": .string(act), "text": "seen"], by: "sue", parents: heads + [act])
    waiting.append(signature)
    #expect(text(waiting, act) == "valid" && text(waiting, signature.id) == "valid")
    #expect(waiting.fold.state == .held)
    for events in [waiting.entries.map(\.event), waiting.entries.map(\.event).reversed()] {
      let again = History(folder: desk.history.folder, events, registry: later)
      #expect(again.entries == waiting.entries && again.fold.state == .held)
    }
    // One who may not, one that was not seen, one that waits for nothing.
    for (author, of, parents, why) in [
      ("gus", act, heads + [act], "role"), ("sue", act, [desk.newest("receive")], "unknown"),
      ("sue", desk.newest("receive"), heads, "notPending"),
    ] {
      var other = history(desk, later)
      let event = office.event("countersign", ["of": .string(of), "text": "x"], by: author, parents: parents)
      other.append(event)
      #expect(text(other, event.id) == why)
    }
  }

  @Test
  func `What a thief writes in the registry is rejected, whoever saw it first; two who end each other are both out`() {
    let forged = office.registryEvent(
      "role", ["authority": "370000", "officer": "gus", "role": "reviewer", "on": "2025-09-06"], by: "sue")
    func end(_ officer: String, by author: String, cut: String) -> Event {
      office.registryEvent(
        "end",
        [
          "of": .string(given("key", officer)), "why": "stolen", "on": "2025-09-07",
          "cut": ["count": 0, "sha": .string(cut)],
        ], by: author)
    }
    let known = Set(office.registry.entries.map(\.id))
    let first = end("sue", by: "sam", cut: Self.cut)
    let ended = Registry(
      office.registry.entries.map(\.event) + [forged, first], store: office.registry.store, cutoffs: [Self.cut: known])
    #expect(ended.entries.first { $0.id == forged.id }?.verdict.text == "ended")
    #expect(ended.entries.filter { !$0.verdict.isValid }.map(\.id) == [forged.id])
    #expect(!ended.now.holdsAnywhere("gus", [.reviewer]))
    let second = end("sam", by: "sue", cut: Office.ones)
    let mutual = Registry(
      office.registry.entries.map(\.event) + [first, second], store: office.registry.store,
      cutoffs: [Self.cut: known, Office.ones: known])
    #expect(Set(mutual.entries.filter { !$0.verdict.isValid }.map(\.id)) == [first.id, second.id])
    #expect(!mutual.now.keys.values.contains("sue") && !mutual.now.keys.values.contains("sam"))
  }
}
