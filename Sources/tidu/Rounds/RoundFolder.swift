internal import CaseStore
internal import Casework
internal import ScoringCore
internal import StrictJSON

/// The folder of a round: its lists 名单, each a file by its hash that one event names, a canonical object a line.
struct RoundFolder {
  let store: Store
  let authority: String
  let batch: String

  var path: String { "rounds/\(authority)/\(batch)" }

  /// Events of these kinds that count, in causal order.
  func events(_ kinds: String...) throws -> [Event] {
    try StoreAccess.told { () throws(StoreError) in
      try store.history(path).entries.filter { $0.verdict.isValid && kinds.contains($0.event.kind) }.map(\.event)
    }
  }

  /// The list that begins with these digits; `nil` for no such.
  func list(_ id: String, _ kinds: [String]) throws -> Event {
    let found = try StoreAccess.told { () throws(StoreError) in
      try store.history(path).entries.filter {
        $0.verdict.isValid && kinds.contains($0.event.kind) && $0.id.hasPrefix(id)
      }
    }
    guard found.count == 1 else {
      throw Complaint(
        .badInput,
        say("\(path) 里没有以 \(shown(id)) 开头的名单", "\(path) has no list that begins with \(shown(id))"))
    }
    return found[0].event
  }

  /// The act that names a list, with the list's file.
  func request(
    _ kind: String, _ lines: [JSONValue], as field: String = "list", _ fields: [JSONValue.Member]
  ) -> ActRequest {
    let bytes: [UInt8] = lines.flatMap { $0.canonicalBytes + [0x0A] }
    let hash = Store.hash(of: bytes)
    let named: JSONValue = ["count": .integer(Int64(lines.count)), "sha": .string(hash)]
    return ActRequest(path, kind, .object(fields + [.init(field, named)]), files: [hash: bytes])
  }

  /// The lines of the list that an event names.
  func lines(of event: Event) throws -> [JSONValue] {
    let field = event.kind == "planDraw" ? "population" : "list"
    let bytes = try file(event.body[field]?["sha"]?.string ?? "")
    return try bytes.split(separator: 0x0A).map { row in
      guard let value = try? JSONValue(parsing: row) else { throw damaged }
      return value
    }
  }

  func file(_ sha: String) throws -> [UInt8] {
    let bytes = try StoreAccess.told { () throws(StoreError) in try store.file(path, sha) }
    guard let bytes else { throw damaged }
    return bytes
  }

  /// The cases of a list, in its order.
  func keys(of event: Event) throws -> [CaseKey] {
    try lines(of: event).compactMap { $0["case"]?.string.flatMap { CaseKey(path: $0) } }
  }

  /// Cases of the round in this state, in the order of their ids.
  func cases(in states: Set<CaseState>, tier: Tier? = nil) throws -> [CaseSummary] {
    let standard = try StoreAccess.standard(of: store)
    _ = try StoreAccess.told { () throws(StoreError) in try store.refresh(standard) }
    return store.loadSummaries(standard).filter {
      $0.key.authority == authority && $0.key.batch == batch && states.contains($0.state)
        && (tier == nil || $0.tier == tier)
    }.sorted { $0.key < $1.key }
  }

  func caseFile(_ key: CaseKey, today: Day) throws -> CaseFile {
    let file = try StoreAccess.told { () throws(StoreError) in try Acts(store: store, today: today).file(key) }
    guard let file else {
      throw Complaint(.storeTrouble, say("没有案件 \(shown(key.path))", "there is no case \(shown(key.path))"))
    }
    return file
  }

  private var damaged: Complaint {
    Complaint(
      .storeTrouble,
      say(
        "\(path) 里的名单文件缺失或已损坏，请从备份或其他机关取回",
        "a list in \(path) is missing or damaged; get it from a copy or another office"))
  }
}

extension CaseFile {
  /// Whether a valid event of this kind here has a field with this value.
  func has(_ kind: String, _ field: String, _ value: String) -> Bool {
    history.entries.contains {
      $0.verdict.isValid && $0.event.kind == kind && $0.event.body[field]?.string == value
    }
  }
}
