import Crypto
import Foundation
import ScoringCore
import StrictJSON

@testable import Casework
@testable import Console

/// A registry with real keys, grown entry by entry: a founder and whom he and others enter.
struct OfficeBench {
  private(set) var events: [Event] = []
  private var keys: [String: String] = [:]

  static let founder = "li"

  init() {
    let sign = Self.hex(Self.secret(1).publicKey.rawRepresentation)
    keys[Self.founder] = sign
    add(
      .found, by: Self.founder,
      [
        "officer": .string(Self.founder), "name": "李主管", "key": ["sign": .string(sign), "seal": .string(sign)],
        "roles": ["reviewer", "supervisor"], "threshold": 1,
      ])
  }

  var registry: Registry { Registry(events, store: events[0].id) }

  /// Writes an entry that saw all before it.
  @discardableResult
  mutating func add(_ act: ActName, by author: String, _ fields: JSONValue) -> Event {
    let event = Event(
      id: CaseBench.hash(events.count + 1), key: keys[author] ?? "", at: "", author: author,
      body: .object((fields.members ?? []) + [.init("on", "2026-01-05")]), folder: "registry", kind: act.rawValue,
      parents: events.isEmpty ? [] : registry.heads, registry: [], seq: events.count + 1,
      store: events.first?.id ?? "")
    events.append(event)
    return event
  }

  @discardableResult
  mutating func officer(_ id: String, _ name: String, by author: String = founder) -> Event {
    add(
      .officer, by: author,
      ["officer": .string(id), "name": .string(name), "authority": "370000", "state": "active"])
  }

  @discardableResult
  mutating func key(_ id: String, by author: String = founder) -> Event {
    let key = Self.secret(UInt8(truncatingIfNeeded: events.count + 1))
    let sign = Self.hex(key.publicKey.rawRepresentation)
    let proof = try? key.signature(for: KeyProof.message(officer: id, device: "台式机", sign: sign, seal: sign))
    keys[id] = sign
    return add(
      .key, by: author,
      [
        "officer": .string(id), "device": "台式机", "sign": .string(sign), "seal": .string(sign),
        "proof": .string(Self.hex(Array(proof ?? Data()))),
      ])
  }

  @discardableResult
  mutating func role(_ id: String, _ role: OfficerRole, _ authority: String = "370000", by author: String = founder)
    -> Event
  {
    add(
      .role, by: author,
      ["officer": .string(id), "role": .string(role.rawValue), "authority": .string(authority)])
  }

  /// With a second supervisor of the whole, by the founder alone.
  static var ofTwo: OfficeBench {
    var bench = OfficeBench()
    bench.officer("wang", "王主管")
    bench.key("wang")
    bench.role("wang", .supervisor, "*")
    return bench
  }

  /// The same at every run, for screens that show it.
  private static func secret(_ number: UInt8) -> Curve25519.Signing.PrivateKey {
    let bytes = [UInt8](repeating: number, count: 32)
    return (try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)) ?? Curve25519.Signing.PrivateKey()
  }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }
}
