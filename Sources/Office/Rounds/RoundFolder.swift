package import CaseStore
package import Casework
package import ScoringCore
package import StrictJSON

/// The folder of a round: its lists 名单, each a file by its hash that one event names, a canonical object a line.
package struct RoundFolder: Sendable {
  /// Where it lies.
  package let store: Store
  /// The office whose round it is.
  package let authority: String
  /// The batch of its cases.
  package let batch: String

  /// The round of an office's batch.
  package init(store: Store, authority: String, batch: String) {
    self.store = store
    self.authority = authority
    self.batch = batch
  }

  /// The round as a person names it: `370000/2026-1`, or its folder.
  package init(named name: String, in store: Store) throws(OfficeError) {
    let folders = FolderResolver(store)
    let folder = try folders.folder(name.hasPrefix("rounds/") ? name : "rounds/" + name)
    let parts = folder.split(separator: "/").map(String.init)
    guard parts.count == 3 else { throw .notARound(name) }
    self.init(store: store, authority: parts[1], batch: parts[2])
  }

  /// The folder, as events name it.
  package var path: String { "rounds/\(authority)/\(batch)" }

  /// Events of these acts that count, in causal order.
  package func events(_ acts: ActName...) throws(OfficeError) -> [Event] { try events(of: acts) }

  private func events(of acts: [ActName]) throws(OfficeError) -> [Event] {
    let history = try withStore { () throws(StoreError) in try store.history(path) }
    // Whose list it is says the registry.
    if let unread = history.registry.uncountedByPath.first(where: { !$0.kind.isWhole }) { throw .without(unread) }
    return history.entries.filter { entry in entry.verdict.isValid && acts.contains { $0 == entry.event.act } }
      .map(\.event)
  }

  /// The one list of these acts that begins with these digits.
  package func list(_ digits: String, _ acts: [ActName]) throws(OfficeError) -> Event {
    let found = try events(of: acts).filter { $0.id.hasPrefix(digits) }
    guard found.count == 1 else { throw .noSuchList(digits, path) }
    return found[0]
  }

  /// The act that names a list, with the list's file.
  package func request(
    _ act: ActName, _ lines: [JSONValue], as field: String = "list", _ fields: [JSONValue.Member]
  ) -> ActRequest {
    let bytes: [UInt8] = lines.flatMap { $0.canonicalBytes + [0x0A] }
    let hash = Store.hash(of: bytes)
    let named: JSONValue = ["count": .integer(Int64(lines.count)), "sha": .string(hash)]
    return ActRequest(path, act, .object(fields + [.init(field, named)]), files: [hash: bytes])
  }

  /// The lines of the list that an event names.
  package func lines(of event: Event) throws(OfficeError) -> [JSONValue] {
    let field = event.act == .planDraw ? "population" : "list"
    let sha = event.body[field]?["sha"]?.string ?? ""
    let count = min(max(event.body[field]?["count"]?.integer ?? 0, 0), 1 << 20)
    let bytes = try file(sha, limit: (Int(count) + 1) * Self.lineLimit)
    var lines: [JSONValue] = []
    for row in bytes.split(separator: 0x0A) {
      guard let value = try? JSONValue(parsing: row) else { throw .damagedList("\(path)/\(sha)") }
      lines.append(value)
    }
    return lines
  }

  /// Most bytes of a line of a list.
  private static let lineLimit = 4096

  /// The content of a list's file.
  /// - Parameter limit: most bytes that it can have.
  package func file(_ sha: String, limit: Int = 1 << 28) throws(OfficeError) -> [UInt8] {
    let bytes = try withStore { () throws(StoreError) in try store.file(path, sha, limit: limit) }
    guard let bytes else { throw .damagedList("\(path)/\(sha)") }
    return bytes
  }

  /// The cases of a list, in its order.
  package func keys(of event: Event) throws(OfficeError) -> [CaseKey] {
    try lines(of: event).compactMap { $0["case"]?.string.flatMap { CaseKey(path: $0) } }
  }

  /// Cases of the round in these states, in the order of their ids, as their files say.
  /// - Throws: where one of the round cannot be read whole: a list without it would be wrong in silence.
  package func cases(in states: Set<CaseState>, tier: Tier? = nil, today: Day) throws(OfficeError) -> [CaseSummary] {
    let (rows, unread) = try withStore { () throws(StoreError) in
      try store.readSummaries(in: (authority, batch), store.standard(on: today))
    }
    // A folder that is no case is in no list.
    if let file = unread.first(where: { $0.kind != .misplaced }) { throw .without(file) }
    return rows.filter { states.contains($0.state) && (tier == nil || $0.tier == tier) }
  }

  /// A case of the round with its events.
  /// - Throws: where it cannot be read whole: what it seems to lack may be there.
  package func caseFile(_ key: CaseKey, today: Day) throws(OfficeError) -> CaseFile {
    let file = try partialCaseFile(key, today: today)
    try require(file)
    return file
  }

  /// Throws where a case cannot be read whole.
  func require(_ file: CaseFile) throws(OfficeError) {
    if let unread = file.allIncomplete.first(where: { !$0.isOfSettings }) {
      throw .without(unread.below(file: file.key))
    }
  }

  /// A case of the round with those of its events that can be read.
  func partialCaseFile(_ key: CaseKey, today: Day) throws(OfficeError) -> CaseFile {
    let file = try withStore { () throws(StoreError) in
      try store.caseFile(key, store.standard(on: today), today: today)
    }
    guard let file else { throw .caseGone(key) }
    return file
  }

  /// Cases with their events, in the order given.
  package func caseFiles(_ keys: [CaseKey], today: Day) throws(OfficeError) -> [CaseFile] {
    var files: [CaseFile] = []
    for key in keys { files.append(try caseFile(key, today: today)) }
    return files
  }
}

extension OfficeError {
  /// A list, a draw or a letter would rest on less than is there.
  static func without(_ file: UncountedFile) -> OfficeError {
    let why = file.unmet.message
    return .store(
      StoreError(
        .damaged, file.name,
        Phrase(
          "\(file.name)：\(why.zh)；缺了它结果可能有误，未作改动",
          "\(file.name): \(why.en); without it the result may be wrong, so nothing was done")))
  }
}

extension UncountedFile {
  /// By its path, where it is one of a case.
  fileprivate func below(file key: CaseKey) -> UncountedFile { name.contains("/") ? self : below(key.path) }
}

extension CaseFile {
  /// Whether a valid event of this kind here has a field with this value.
  package func has(_ act: ActName, _ field: String, _ value: String) -> Bool {
    history.entries.contains {
      $0.verdict.isValid && $0.event.act == act && $0.event.body[field]?.string == value
    }
  }
}
