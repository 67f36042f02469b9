package import ScoringCore
package import StrictJSON

/// One signed act of one officer in one folder (Casework §1). State is the fold of these and nothing else.
package struct Event: Sendable, Hashable, Identifiable {
  /// The one format whose rules this program knows; they are frozen.
  package static let format = "tidu.event/1"

  /// SHA-256 of the whole file, 64 lower-case hex digits.
  package var id: String
  /// The public key that signed it, 64 lower-case hex digits.
  package var key: String
  /// When it was written, as its author's clock said: display, no rule reads it.
  package var at: String
  /// Id of the officer.
  package var author: String
  package var body: JSONValue
  /// The folder's path from the store's root, so that an event cannot be replayed in another.
  package var folder: String
  package var format: String
  /// The act's name on file: one that this program does not know among them.
  package let kind: String
  /// Which act it is; `nil` for one of a newer program.
  package let act: ActName?
  /// Heads of the folder that the author had seen, sorted.
  package var parents: [String]
  /// Heads of the registry that the author went by, sorted; empty in registry events.
  package var registry: [String]
  /// The count of the author's key, 1 …; it enters no verdict.
  package var seq: Int
  /// Id of the store: the SHA-256 of its founding event; empty in the founding event itself.
  package var store: String

  package init(
    id: String, key: String, at: String, author: String, body: JSONValue, folder: String,
    kind: String, parents: [String], registry: [String], seq: Int, store: String
  ) {
    self.id = id
    self.key = key
    self.at = at
    self.author = author
    self.body = body
    self.folder = folder
    format = Event.format
    self.kind = kind
    act = ActName(wire: kind)
    self.parents = parents
    self.registry = registry
    self.seq = seq
    self.store = store
  }

  /// Takes a payload whose bytes and signature have been found good.
  /// - Throws: a `schema` refusal when the envelope does not fit (Casework §1.2).
  package init(payload: JSONValue, id: String, key: String) throws(UnmetRequirement) {
    if let format = payload["format"]?.string, format != Event.format, format.hasPrefix("tidu.event/") {
      self = Event(newer: payload, format, id: id, key: key)
      return
    }
    func text(_ name: String) throws(UnmetRequirement) -> String {
      guard let value = payload[name]?.string else { throw .schema(name) }
      return value
    }
    func ids(_ name: String) throws(UnmetRequirement) -> [String] {
      guard let items = payload[name]?.array else { throw .schema(name) }
      let texts = items.compactMap(\.string)
      guard texts.count == items.count, texts.allSatisfy(Hexadecimal.isDigest),
        zip(texts, texts.dropFirst()).allSatisfy(<)
      else { throw .schema(name) }
      return texts
    }
    self.id = id
    self.key = key
    format = try text("format")
    at = try text("at")
    author = try text("author")
    folder = try text("case")
    kind = try text("kind")
    act = ActName(wire: kind)
    parents = try ids("parents")
    registry = try ids("registry")
    // The founding event cannot hold its own hash.
    store = act == .found ? "" : try text("store")
    guard let number = payload["seq"]?.integer, number > 0 else { throw .schema("seq") }
    seq = Int(number)
    guard let body = payload["body"], case .object = body else { throw .schema("body") }
    self.body = body
    guard payload.members?.count == (act == .found ? 9 : 10) else {
      throw .schema("payload")
    }
  }

  /// Of a newer program: as much as can be shown, and where it stands. It counts for nothing.
  private init(newer payload: JSONValue, _ format: String, id: String, key: String) {
    self.init(
      id: id, key: key, at: payload.text("at") ?? "", author: payload.text("author") ?? "",
      body: payload["body"]?.members == nil ? [:] : payload["body"] ?? [:], folder: payload.text("case") ?? "",
      kind: payload.text("kind") ?? "", parents: Set(payload.texts("parents").filter(Hexadecimal.isDigest)).sorted(),
      registry: [], seq: 0, store: payload.text("store") ?? "")
    self.format = format
  }

  /// Line 1 of the event file; its `canonicalBytes` are what is signed.
  package var payload: JSONValue {
    func list(_ ids: [String]) -> JSONValue { .array(ids.map { .string($0) }) }
    var members: [JSONValue.Member] = [
      .init("at", .string(at)), .init("author", .string(author)), .init("body", body),
      .init("case", .string(folder)), .init("format", .string(format)), .init("kind", .string(kind)),
      .init("parents", list(parents)), .init("registry", list(registry)),
      .init("seq", .integer(Int64(seq))),
    ]
    if act != .found { members.append(.init("store", .string(store))) }
    return .object(members)
  }

  /// The civil day (UTC+8) that the officer states for the act.
  package var on: Day? { body.day("on") }
}
