import Crypto
import ScoringCore
import StrictJSON

@testable import Casework

/// A registry with an officer of each role and a second one of some, for tests.
struct Office {
  let registry: Registry
  private let keys: [String: String]

  /// One officer a role; a second signer, spot-check officer, supervisor and reviewer.
  static let shared = Office()
  static let people: [(id: String, role: OfficerRole)] = [
    ("rita", .reviewer), ("rolf", .reviewer), ("gus", .signer), ("gina", .signer), ("vera", .spotCheck),
    ("vito", .spotCheck), ("otto", .objection), ("sue", .supervisor), ("sam", .supervisor),
    ("adam", .administrator),
  ]
  /// The second supervisor of the whole, who agrees to what the founder proposes.
  static let second = "ruth"

  init() {
    var events: [Event] = []
    var keys: [String: String] = [:]
    var heads: [String] = []
    let founderKey = Curve25519.Signing.PrivateKey()
    let founderSign = Office.hex(founderKey.publicKey.rawRepresentation)
    keys["root"] = founderSign
    var store = ""
    @discardableResult
    func write(_ kind: String, _ body: JSONValue, by author: String = "root") -> String {
      let event = Office.event(
        kind, body, by: author, key: keys[author] ?? "", folder: "registry", parents: heads, registry: [],
        seq: events.count + 1, store: store)
      if store.isEmpty { store = event.id }
      heads = [event.id]
      events.append(event)
      return event.id
    }
    /// By two: the founder proposes, the other supervisor of the whole agrees.
    func appoint(_ kind: String, _ body: JSONValue) {
      write("approve", ["of": .string(write(kind, body)), "on": "2024-01-02"], by: Office.second)
    }
    let roles: JSONValue = ["supervisor", "administrator"]
    write(
      "found",
      [
        "key": ["seal": .string(Office.zeros), "sign": .string(founderSign)], "name": "Root", "officer": "root",
        "on": "2024-01-02", "roles": roles, "threshold": 1,
      ])
    func officer(_ id: String) -> JSONValue {
      ["authority": "370000", "name": .string(id), "officer": .string(id), "on": "2024-01-02", "state": "active"]
    }
    func role(_ id: String, _ role: OfficerRole, _ authority: String = "370000") -> JSONValue {
      [
        "authority": .string(authority), "officer": .string(id), "on": "2024-01-02", "role": .string(role.rawValue),
      ]
    }
    let (second, secondKey) = Office.keyBody(Office.second, device: "desk")
    keys[Office.second] = second
    write("officer", officer(Office.second))
    write("key", secondKey)
    write("role", role(Office.second, .supervisor, "*"))
    for (id, held) in Office.people {
      appoint("officer", officer(id))
      let (sign, body) = Office.keyBody(id, device: "desk")
      keys[id] = sign
      appoint("key", body)
      if held == .signer || held == .supervisor {
        appoint("role", role(id, held))
      } else {
        write("role", role(id, held))
      }
    }
    registry = Registry(events, store: store)
    self.keys = keys
  }

  /// A new key of an officer, with its proof.
  static func keyBody(_ officer: String, device: String) -> (sign: String, body: JSONValue) {
    let key = Curve25519.Signing.PrivateKey()
    let sign = hex(key.publicKey.rawRepresentation)
    let message = KeyProof.message(officer: officer, device: device, sign: sign, seal: zeros)
    let proof = (try? key.signature(for: message)).map { hex($0) } ?? ""
    return (
      sign,
      [
        "device": .string(device), "officer": .string(officer), "on": "2024-01-02", "proof": .string(proof),
        "seal": .string(zeros), "sign": .string(sign),
      ]
    )
  }

  /// An event of the registry; on everything known where no parents are given.
  func registryEvent(_ kind: String, _ body: JSONValue, by author: String, parents: [String]? = nil) -> Event {
    var event = event(kind, body, by: author, folder: "registry", parents: parents ?? registry.heads)
    event.registry = []
    event.id = Office.hex(SHA256.hash(data: event.payload.canonicalBytes))
    return event
  }

  /// What the registry makes of an event that saw the registry of the tests and then `events`, one after another.
  func verdict(_ kind: String, _ body: JSONValue, by author: String, on events: [Event] = []) -> Verdict {
    let event = registryEvent(kind, body, by: author, parents: events.last.map { [$0.id] })
    return Registry(registry.entries.map(\.event) + events + [event], store: registry.store).entries.first {
      $0.id == event.id
    }?.verdict
      ?? .rejected([])
  }

  static let zeros = String(repeating: "0", count: 64)
  static let ones = String(repeating: "1", count: 64)
  static let folder = "cases/370000/2025-1/370000-2025-SP-000001"

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }

  static func event(
    _ kind: String, _ body: JSONValue, by author: String, key: String, folder: String, parents: [String],
    registry: [String], seq: Int, store: String
  ) -> Event {
    var event = Event(
      id: "", key: key, at: "2025-09-01T09:00:00+08:00", author: author, body: body, folder: folder, kind: kind,
      parents: parents.sorted(), registry: registry, seq: seq, store: store)
    event.id = hex(SHA256.hash(data: event.payload.canonicalBytes))
    return event
  }

  func event(
    _ kind: String, _ body: JSONValue, by author: String, folder: String = Office.folder, parents: [String],
    on day: String = "2025-09-01"
  ) -> Event {
    var members = body.members ?? []
    if body["on"] == nil { members.append(.init("on", .string(day))) }
    return Office.event(
      kind, .object(members), by: author, key: keys[author] ?? Office.ones, folder: folder, parents: parents,
      registry: registry.heads, seq: 1, store: registry.store)
  }
}

/// A case that tests write into.
struct Desk {
  var history: History
  private(set) var day = Day(year: 2025, month: 9, day: 1) ?? Day(number: 0)

  init(folder: String = Office.folder) {
    history = History(folder: folder, [Event](), registry: Office.shared.registry)
  }

  var fold: Fold { history.fold }
  var state: String { fold.state?.code ?? "–" }
  var last: JudgedEvent? { history.entries.last }

  /// Writes an event on everything seen so far and tells its verdict.
  @discardableResult
  mutating func act(_ kind: String, _ by: String, _ body: JSONValue = [:]) -> Verdict {
    act(kind, by, body, parents: history.heads)
  }

  @discardableResult
  mutating func act(_ kind: String, _ by: String, _ body: JSONValue, parents: [String]) -> Verdict {
    let event = Office.shared.event(
      kind, body, by: by, folder: history.folder, parents: parents, on: day.description)
    history.append(event)
    return history.entries.first { $0.id == event.id }?.verdict ?? .rejected([])
  }

  /// What one of the two saw of an item, so that the visit can be closed.
  mutating func record(_ visit: String, by officer: String = "vera") {
    act("finding", officer, Bodies.finding(visit))
  }

  mutating func pass(days: Int) { day = day.adding(days: days) }

  var lastID: String { last?.id ?? "" }
  func newest(_ kind: String) -> String {
    history.entries.last { $0.event.kind == kind && $0.verdict.isValid }?.id ?? ""
  }
}

extension Verdict {
  /// `valid`, or the codes of what is not met.
  var text: String {
    switch self {
    case .valid: "valid"
    case .pending(.parent): "pending parent"
    case .pending(.registry): "pending registry"
    case .pending(.newerProgram): "pending newer program"
    case .pending(.ratify): "pending countersign"
    case .pending(.approval): "pending approve"
    case .rejected(let unmet): unmet.map(\.code).sorted().joined(separator: " ")
    }
  }
}
