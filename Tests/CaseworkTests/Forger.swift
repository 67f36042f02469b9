import Crypto
import ScoringCore
import StrictJSON

@testable import Casework

/// Events that can never count, as strangers and officers beyond their rights would write them.
struct Forger {
  let registry: Registry
  let folder: String
  /// What a forgery may name as its parents: what officers wrote, and what strangers wrote before.
  var honest: [String]
  var strangers: [String] = []

  private static let officers = Office.people.map(\.id)
  /// Acts in a case by officers whose roles never do for them.
  private static let beyond: [(kind: String, officer: String)] = [
    ("sign", "rita"), ("decide", "rita"), ("enterNotice", "rolf"), ("closeNotice", "vera"), ("recommend", "gus"),
    ("order", "rita"), ("settle", "gus"), ("answer", "rita"), ("countersign", "adam"), ("reopen", "otto"),
  ]

  mutating func event(_ random: inout Lcg) -> Event {
    var event = folder == "registry" ? entry(&random) : act(&random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0...3: event.key = stranger(&random)
    case 4: event.store = Office.ones
    case 5: event.folder += "x"
    case 6:
      // Of a key that is known; what it rests on is nowhere, or is a stranger's.
      event.parents = [strangers.randomElement(using: &random) ?? digest(&random)]
    default:
      // An officer beyond his rights; in another's name in a case of four.
      if Int.random(in: 0..<4, using: &random) == 0 { event.author = "nobody" }
    }
    if Int.random(in: 0..<16, using: &random) == 0 { event.format = "tidu.event/2" }
    return sealed(event)
  }

  private func sealed(_ event: Event) -> Event {
    var event = event
    event.parents = Set(event.parents).sorted()
    event.id = Office.hex(SHA256.hash(data: event.payload.canonicalBytes + Array(event.key.utf8)))
    return event
  }

  private func digest(_ random: inout Lcg) -> String {
    Office.hex((0..<32).map { _ in UInt8.random(in: 0...255, using: &random) })
  }

  private func stranger(_ random: inout Lcg) -> String {
    String(repeating: "e", count: 63) + String(Int.random(in: 0..<5, using: &random))
  }

  /// Some of what is there, strangers' among them where it is by one.
  private func parents(_ random: inout Lcg) -> [String] {
    (0..<Int.random(in: 0..<4, using: &random)).compactMap { _ in honest.randomElement(using: &random) }
  }

  private func act(_ random: inout Lcg) -> Event {
    let (kind, officer) = Forger.beyond[Int.random(in: 0..<Forger.beyond.count, using: &random)]
    let walk = Walk()
    return Office.shared.event(
      kind, walk.body(kind, officer, Fold(), &random), by: officer, parents: parents(&random))
  }

  /// In the registry: rights that an officer without any gives, and other foundings with what rests on them.
  private func entry(_ random: inout Lcg) -> Event {
    let officer = Forger.officers[Int.random(in: 0..<Forger.officers.count, using: &random)]
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      let key = stranger(&random)
      var found = Office.shared.registryEvent(
        "found",
        [
          "key": ["seal": .string(Office.zeros), "sign": .string(key)], "name": "x", "officer": "root",
          "on": "2024-01-02", "roles": ["supervisor"], "threshold": 1,
        ], by: "root", parents: Bool.random(using: &random) ? [] : parents(&random))
      found.key = key
      return found
    case 1:
      return Office.shared.registryEvent(
        "role", ["authority": "*", "officer": .string(officer), "on": "2025-01-01", "role": "supervisor"], by: "rita",
        parents: parents(&random))
    case 2:
      var body = Office.keyBody(officer, device: "x").body
      if Bool.random(using: &random) { body = body.with("sign", .string(stranger(&random))) }
      return Office.shared.registryEvent("key", body, by: officer == "gus" ? "rita" : "gus", parents: parents(&random))
    case 3:
      return Office.shared.registryEvent(
        "end", ["of": .string(honest.randomElement(using: &random) ?? ""), "on": "2025-01-01", "why": "left"],
        by: "vera", parents: parents(&random))
    case 4:
      return Office.shared.registryEvent(
        "approve", ["of": .string(honest.randomElement(using: &random) ?? ""), "on": "2025-01-01"], by: "rita",
        parents: parents(&random))
    default:
      return Office.shared.registryEvent(
        "root", ["on": "2025-01-01", "supervisors": ["rita"], "threshold": 1], by: "rita", parents: parents(&random))
    }
  }
}

/// Officers at work in a case while strangers lay events beside theirs and take them away again.
struct ForgedWalk {
  private(set) var walk = Walk()
  private(set) var junk: [Event] = []
  private let registry: Registry
  private var forger: Forger

  /// - Parameter registry: what the folder is judged by, junk in it too.
  init(_ registry: Registry) {
    self.registry = registry
    forger = Forger(registry: registry, folder: Office.folder, honest: [])
    walk.history = History(folder: Office.folder, [Event](), registry: registry)
  }

  /// What officers wrote.
  var honest: [Event] {
    let forged = Set(junk.map(\.id))
    return walk.history.entries.map(\.event).filter { !forged.contains($0.id) }
  }

  /// One act of an officer, on all or on some of what there is, and perhaps a forgery or the end of some.
  mutating func step(_ random: inout Lcg) -> Bool {
    switch Int.random(in: 0..<8, using: &random) {
    case 0...1:
      forger.honest = honest.map(\.id)
      let event = forger.event(&random)
      guard !junk.contains(where: { $0.id == event.id }) else { return true }
      junk.append(event)
      if !registry.knows(event.key) { forger.strangers.append(event.id) }
      walk.history.append(event)
      return true
    case 2 where !junk.isEmpty && Int.random(in: 0..<6, using: &random) == 0:
      let kept = junk.filter { _ in Bool.random(using: &random) }
      let events = honest + kept
      junk = kept
      walk.history = History(folder: Office.folder, events.shuffled(using: &random), registry: registry)
      return true
    case 3 where walk.history.entries.count > 4:
      walk.fork(&random)
      return true
    default: return walk.step(&random) != nil
    }
  }
}

/// Supervisors at work in the registry, apart and together, while strangers lay entries beside theirs.
struct ForgedRegistry {
  /// What officers wrote beyond the registry of the tests.
  private(set) var honest: [Event] = []
  private(set) var junk: [Event] = []
  private var keys: [String: String] = [:]
  /// Two copies of the folder, which now and then become one.
  private var copies: [Set<String>] = [[], []]
  private var forger = Forger(registry: Office.shared.registry, folder: "registry", honest: [])
  private let base = Office.shared.registry.entries.map(\.event)
  private var count = 0

  init() {}

  func registry(_ events: [Event]) -> Registry { Registry(base + events, store: Office.shared.registry.store) }

  mutating func step(_ random: inout Lcg) {
    switch Int.random(in: 0..<6, using: &random) {
    case 0...1: forge(&random)
    case 2 where Int.random(in: 0..<4, using: &random) == 0: junk = junk.filter { _ in Bool.random(using: &random) }
    case 3: copies = [copies[0].union(copies[1]), copies[0].union(copies[1])]
    default: act(&random)
    }
  }

  mutating func forge(_ random: inout Lcg) {
    forger.honest = (base + honest).map(\.id)
    let event = forger.event(&random)
    guard !junk.contains(where: { $0.id == event.id }) else { return }
    junk.append(event)
    forger.strangers.append(event.id)
  }

  /// One act on one of the two copies, with all the junk in it.
  private mutating func act(_ random: inout Lcg) {
    let copy = Int.random(in: 0...1, using: &random)
    let here = registry((honest.filter { copies[copy].contains($0.id) } + junk).shuffled(using: &random))
    let authors = (["root", Office.second, "sue", "sam", "adam"] + keys.keys.sorted()).filter(here.now.isInOffice)
    for _ in 0..<12 {
      guard let author = authors.randomElement(using: &random), let (kind, body) = entry(here, author, &random),
        let act = ActName(wire: kind),
        here.permitted(Action(act, body), by: author, today: Files.today).isEmpty
      else { continue }
      var event = Office.shared.registryEvent(kind, body, by: author, parents: here.heads)
      if let key = keys[author] { event.key = key }
      event.id = Office.hex(SHA256.hash(data: event.payload.canonicalBytes))
      guard !honest.contains(where: { $0.id == event.id }) else { return }
      honest.append(event)
      copies[copy].insert(event.id)
      return
    }
  }

  private mutating func entry(_ here: Registry, _ author: String, _ random: inout Lcg) -> (String, JSONValue)? {
    count += 1
    let officers = here.now.officers.keys.sorted()
    let officer = officers.randomElement(using: &random) ?? "rita"
    let authority = ["370000", "370000", "330000"].randomElement(using: &random) ?? "370000"
    let on: JSONValue = "2025-01-01"
    switch Int.random(in: 0..<9, using: &random) {
    case 0:
      return (
        "officer",
        ["authority": .string(authority), "name": "x", "officer": .string("n\(count)"), "on": on, "state": "active"]
      )
    case 1 where Int.random(in: 0..<4, using: &random) == 0:
      return (
        "officer",
        ["authority": .string(authority), "name": "x", "officer": .string(officer), "on": on, "state": "left"]
      )
    case 2:
      let (sign, body) = Office.keyBody(officer, device: "d\(count)")
      if keys[officer] == nil, officer.hasPrefix("n") { keys[officer] = sign }
      return ("key", body)
    case 3...4:
      let role = ["reviewer", "signer", "supervisor", "spotCheck"].randomElement(using: &random) ?? "reviewer"
      return (
        "role", ["authority": .string(authority), "officer": .string(officer), "on": on, "role": .string(role)]
      )
    case 5:
      let given = here.entries.filter { $0.verdict.isValid && $0.event.act != .found }.map(\.id)
      return (
        "end",
        [
          "of": .string(given.randomElement(using: &random) ?? ""), "on": on,
          "why": .string(["left", "changed", "withdrawn", "declined"].randomElement(using: &random) ?? "left"),
        ]
      )
    case 6: return ("settings", Bodies.settings.with("on", on))
    default:
      let waiting = here.awaiting.map(\.id) + here.now.byOne.sorted()
      return waiting.randomElement(using: &random).map { ("approve", ["of": .string($0), "on": on]) }
    }
  }
}
