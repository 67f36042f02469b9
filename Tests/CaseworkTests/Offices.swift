import Crypto
import ScoringCore
import StrictJSON

@testable import Casework

/// A store's registry as its officers write it, one entry after another.
struct Offices {
  private(set) var events: [Event] = []
  private(set) var store = ""
  /// The key that each officer signs with.
  var keys: [String: String] = [:]
  /// Parents of the next entry.
  private(set) var heads: [String] = []
  private var count = 0
  /// Files of cuts, by their hash.
  private var cuts: [String: Set<String>] = [:]
  private let memo = Memo()
  private static let day: JSONValue = "2025-01-01"

  init() {}

  /// The registry as it was judged last, while nothing was written since.
  private final class Memo {
    var last: (events: Int, head: String, registry: Registry)?
  }

  var registry: Registry {
    if let last = memo.last, last.events == events.count, last.head == events.last?.id { return last.registry }
    let registry = Registry(events, store: store, cutoffs: cuts)
    memo.last = (events.count, events.last?.id ?? "", registry)
    return registry
  }

  /// As if nothing had been judged yet.
  var judgedAnew: Registry { Registry(events, store: store, cutoffs: cuts) }

  /// The end of what somebody holds with the acts that it leaves standing, as the program writes it.
  private mutating func ending(_ body: JSONValue) -> JSONValue {
    guard !["withdrawn", "declined"].contains(body.text("why")),
      let given = events.first(where: { $0.id == body.text("of") })?.body
    else { return body }
    let (officer, key) = (given.text("officer"), given.text("sign") ?? given["key"]?.text("sign"))
    let ids = events.filter { $0.author == officer && (key == nil || $0.key == key) }.map(\.id)
    let sha = Office.hex(SHA256.hash(data: Array(ids.joined().utf8)))
    cuts[sha] = Set(ids)
    return body.with("cut", ["count": .integer(Int64(ids.count)), "sha": .string(sha)])
  }

  @discardableResult
  mutating func write(_ kind: String, _ body: JSONValue, by author: String) -> String {
    let event = entry(kind, body, by: author, on: heads)
    if store.isEmpty { store = event.id }
    events.append(event)
    heads = [event.id]
    return event.id
  }

  private func entry(_ kind: String, _ body: JSONValue, by author: String, on parents: [String]) -> Event {
    Office.event(
      kind, body.with("on", Self.day), by: author, key: keys[author] ?? Office.ones, folder: "registry",
      parents: parents, registry: [], seq: events.count + 1, store: store)
  }

  mutating func found(_ officer: String) {
    let (sign, _) = Office.keyBody(officer, device: "desk")
    keys[officer] = sign
    write(
      "found",
      [
        "key": ["seal": .string(Office.zeros), "sign": .string(sign)], "name": .string(officer),
        "officer": .string(officer),
        "roles": ["administrator", "objection", "reviewer", "signer", "spotCheck", "supervisor"], "threshold": 1,
      ], by: officer)
  }

  func officer(_ id: String, _ authority: String = "370000", state: String = "active") -> JSONValue {
    ["authority": .string(authority), "name": .string(id), "officer": .string(id), "state": .string(state)]
  }

  func role(_ id: String, _ role: OfficerRole, _ authority: String = "370000") -> JSONValue {
    ["authority": .string(authority), "officer": .string(id), "role": .string(role.rawValue)]
  }

  /// A new key of an officer, which he signs with once it counts.
  mutating func key(_ officer: String) -> JSONValue {
    count += 1
    let (sign, body) = Office.keyBody(officer, device: "device \(count)")
    keys[officer] = sign
    return body
  }

  /// Officer, key and roles, each agreed to by another where one is named.
  mutating func admit(
    _ id: String, _ roles: [OfficerRole], _ authority: String = "370000", by first: String, _ second: String?
  ) {
    let key = key(id)
    var entries: [(String, JSONValue, Bool)] = [("officer", officer(id, authority), true), ("key", key, true)]
    entries += roles.map { ("role", role(id, $0, authority), $0 == .signer || $0 == .supervisor) }
    for (kind, body, needsTwo) in entries {
      let proposal = write(kind, body, by: first)
      if needsTwo, let second { write("approve", ["of": .string(proposal)], by: second) }
    }
  }

  /// What an officer would meet, as the program asks it and as every reader would judge it; written where nothing stands
  /// in its way, with all that follows from it.
  mutating func attempt(_ kind: String, _ body: JSONValue, by author: String) -> String {
    let registry = registry
    guard let act = ActName(wire: kind) else { return "?" }
    let body = kind == "end" ? ending(body) : body
    let action = Action(act, body.with("on", Self.day))
    let situation = registry.situation(of: author, today: Files.today)
    let unmet = situation.permitted(action)
    guard unmet.isEmpty else { return Set(unmet.map(\.code)).sorted().joined(separator: " ") }
    heads = situation.parents(of: action)
    let id = write(kind, body, by: author)
    let follow = act.act.follow(events[events.count - 1], in: situation)
    // Each saw the one before.
    for next in follow {
      write(next.name.rawValue, next.name == .end ? ending(next.fields) : next.fields, by: author)
    }
    heads = self.registry.heads
    return self.registry.entries.first { $0.id == id }?.verdict.text ?? "?"
  }

  /// The event that gave something to an officer: his newest key, his office, a role.
  func given(_ kind: String, _ officer: String) -> String {
    events.last { $0.kind == kind && $0.body.text("officer") == officer }?.id ?? store
  }
}

extension Offices {
  /// Thirty-seven offices as a ministry founds them: two supervisors of the whole, and in each office two supervisors, who
  /// enter the others by two.
  static func ofTheCountry(apart: Bool = false) -> Offices {
    var offices = Offices()
    offices.found("root")
    offices.admit("ruth", [], by: "root", nil)
    offices.write("role", offices.role("ruth", .supervisor, "*"), by: "root")
    offices.write("root", ["supervisors": ["root", "ruth"], "threshold": 1], by: "root")
    let authorities = Authorities.shared.all.map(\.key).prefix(37)
    for authority in authorities {
      for name in ["a", "b"] {
        offices.admit("\(name).\(authority)", [.supervisor], authority, by: "root", "ruth")
      }
    }
    let root = offices.heads
    var ends: [String] = []
    for authority in authorities {
      // Each on its own computer, from what all had.
      if apart { offices.heads = root }
      for (name, role) in [
        ("r1", OfficerRole.reviewer), ("r2", .reviewer), ("r3", .reviewer), ("g1", .signer), ("g2", .signer),
        ("v1", .spotCheck), ("v2", .spotCheck), ("o", .objection),
      ] {
        offices.admit("\(name).\(authority)", [role], authority, by: "a.\(authority)", "b.\(authority)")
      }
      ends += offices.heads
    }
    if apart { offices.heads = ends.sorted() }
    return offices
  }
}
