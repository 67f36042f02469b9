import Casework
import ScoringCore
import StrictJSON
import SystemPackage

/// One run of an import: reads, refuses by name and place what is wrong, and writes the rest in batches.
struct Intake {
  private struct Waiting {
    var key: CaseKey
    var application: Application
    var bytes: [UInt8]
    var sha256: String
  }

  /// Most applications and bytes of one batch.
  private static let maximum = (applications: 2_000, bytes: 64 << 20)

  let store: Store
  let officer: OfficerKey
  let reader: ApplicationReader
  /// When an application came.
  let arrival: (Application) -> Timestamp
  let via: String
  let progress: (ImportReport) -> Void

  private(set) var report = ImportReport()
  private var rights: Rights?
  private var titles = TitleRegister([])
  /// Open cases by credit code.
  private var open: [String: Set<CaseKey>] = [:]
  private var waiting: [Waiting] = []
  private var waitingBytes = 0
  /// Contents of what this run took, by case.
  private var taken: [CaseKey: String] = [:]
  /// Names in the store's folders by their lower-case form.
  private var known: [String: [String: String]] = [:]

  init(
    store: Store, officer: OfficerKey, reader: ApplicationReader, arrival: @escaping (Application) -> Timestamp,
    via: String, progress: @escaping (ImportReport) -> Void
  ) {
    self.store = store
    self.officer = officer
    self.reader = reader
    self.arrival = arrival
    self.via = via
    self.progress = progress
  }

  mutating func run(_ inputs: [ImportInput]) -> ImportReport {
    do throws(StoreError) {
      try store.settle(by: officer)
      let rights = try store.wholeRegistry().now
      self.rights = rights
      let (register, rows) = try store.registerFromFiles(today: Timestamp.now().day)
      titles = register
      for row in rows where row.state.isOpen { open[row.creditCode, default: []].insert(row.key) }
      guard rights.keys[officer.sign] == officer.officer else {
        throw StoreError(
          .noKey, store.path,
          Phrase(
            "登记册中没有\(officer.officer)的这个密钥，须由主管登记",
            "The registry does not know this key of \(officer.officer); a supervisor has to enter it"))
      }
      for input in inputs {
        switch input {
        case .path(let path): try take(path: path)
        case .bytes(let bytes, let name): try take(bytes, file: name)
        }
      }
      try flush()
    } catch {
      report.stopped = error
    }
    return report
  }

  // MARK: what is handed over

  private mutating func take(path: String) throws(StoreError) {
    let (folder, name) = split(path)
    let disk: Disk
    do {
      // A folder that the user names may be reached through links of his own.
      if let whole = try? Disk(path: path) { return try take(folder: "", of: whole, shown: path, depth: 0) }
      disk = try Disk(path: folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder)
      try take(try disk.read(name, limit: ImportSource.limit), file: path)
    } catch {
      guard report.stopped == nil, !isStoreTrouble(error) else { throw error }
      file(path, error.message)
    }
  }

  /// Trouble with what is handed over is a problem of one file; trouble of the store ends the import.
  private func isStoreTrouble(_ error: StoreError) -> Bool {
    ![.missing, .unsafePath, .denied, .tooLarge].contains(error.kind)
      || error.path.hasPrefix("cases/") || error.path.hasPrefix(".tidu")
  }

  private mutating func take(folder: String, of disk: Disk, shown: String, depth: Int) throws(StoreError) {
    guard depth < 32 else { return file(shown, Phrase("目录过深", "The folders are nested too deep")) }
    for name in try disk.names(folder) {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      let place = "\(shown.hasSuffix("/") ? String(shown.dropLast()) : shown)/\(name)"
      let isFolder: Bool? =
        try? disk.withFolder(path) { _ throws(StoreError) in true }
      if isFolder == true {
        try take(folder: path, of: disk, shown: place, depth: depth + 1)
      } else if [".json", ".ndjson", ".jsonl", ".csv"].contains(where: name.hasSuffix),
        !name.hasSuffix(".event.json")
      {
        let bytes: [UInt8]
        do throws(StoreError) { bytes = try disk.read(path, limit: ImportSource.limit) } catch {
          file(place, error.message)
          continue
        }
        try take(bytes, file: place)
      }
    }
  }

  private mutating func take(_ bytes: [UInt8], file: String) throws(StoreError) {
    var items: [ImportItem] = []
    var problems: [ImportProblem] = []
    ImportSource.read(bytes, file: file, take: { items.append($0) }, report: { problems.append($0) })
    report.problems += problems
    for item in items { try take(item) }
  }

  private mutating func file(_ path: String, _ message: Phrase) {
    report.problems.append(ImportProblem(kind: .file, file: path, message: message))
  }

  // MARK: one application

  private mutating func take(_ item: ImportItem) throws(StoreError) {
    guard item.bytes.count <= StoredCase.documentLimit else {
      return problem(
        item, .file, StoreError.tooLarge(item.file, limit: StoredCase.documentLimit).message)
    }
    let application: Application
    do throws(ApplicationErrors) { application = try reader.read(item.bytes) } catch {
      for error in error.errors { report.problems.append(ImportProblem(error, of: item)) }
      return
    }
    let key = CaseKey(
      authority: application.authority, batch: application.batch, id: application.id)
    let content = ImportItem.content(item.bytes)
    if let earlier = taken[key] {
      guard earlier == content else {
        return problem(
          item, .conflict,
          Phrase(
            "编号\(key.id)在这次导入中已出现，内容不同", "The id \(key.id) came before in this import with other content"))
      }
      report.alreadyThere += 1
      return
    }
    let place = Jurisdiction(
      folder: key.path, authority: key.authority, division: application.division, tiers: [application.tier])
    guard rights?.holds(officer.officer, [.reviewer], in: place) == true else {
      return problem(
        item, .permission,
        Phrase(
          "\(officer.officer)没有\(key.authority)这类申请的审核员职责",
          "\(officer.officer) is not a reviewer for such applications of \(key.authority)"))
    }
    if let twin = try twin(of: key) {
      return problem(
        item, .conflict,
        Phrase(
          "与已有的“\(twin)”只差大小写，不予接收：在别的电脑上会是同一个目录",
          "It differs from “\(twin)” in letter case only and was refused: elsewhere both are one folder"))
    }
    if try names(in: "cases/\(key.authority)/\(key.batch)")[key.id.lowercased()] != nil {
      guard try isNew(key, application, content, item) else { return }
    }
    taken[key] = content
    known["cases/\(key.authority)/\(key.batch)", default: [:]][key.id.lowercased()] = key.id
    known["cases/\(key.authority)", default: [:]][key.batch.lowercased()] = key.batch
    waiting.append(
      Waiting(key: key, application: application, bytes: item.bytes, sha256: Hexadecimal.sha256(item.bytes)))
    waitingBytes += item.bytes.count
    if waiting.count >= Intake.maximum.applications || waitingBytes >= Intake.maximum.bytes { try flush() }
  }

  private mutating func problem(_ item: ImportItem, _ kind: ImportProblem.Kind, _ message: Phrase) {
    report.problems.append(
      ImportProblem(kind: kind, file: item.file, line: item.line, message: message))
  }

  private mutating func names(in folder: String) throws(StoreError) -> [String: String] {
    if let names = known[folder] { return names }
    let names = Dictionary(
      try store.disk.entries(folder).filter(Store.isFolderOfOurs).map { ($0.name.lowercased(), $0.name) },
      uniquingKeysWith: { a, _ in a })
    known[folder] = names
    return names
  }

  /// A batch or case that differs in letter case only.
  private mutating func twin(of key: CaseKey) throws(StoreError) -> String? {
    if let batch = try names(in: "cases/\(key.authority)")[key.batch.lowercased()], batch != key.batch {
      return batch
    }
    let id = try names(in: "cases/\(key.authority)/\(key.batch)")[key.id.lowercased()]
    return id == key.id ? nil : id
  }

  /// Whether a case whose folder is there still has to be received; says what else it is.
  private mutating func isNew(
    _ key: CaseKey, _ application: Application, _ content: String, _ item: ImportItem
  ) throws(StoreError) -> Bool {
    guard let stored = try store.storedCase(key, store.officers()) else { return true }
    if let failure = stored.failure {
      problem(item, .conflict, StoreError.unread("\(key.path)/\(failure.name)", failure.message).message)
      return false
    }
    if stored.revisions.contains(where: { ImportItem.content($0.bytes) == content }) {
      if stored.events.events.isEmpty, stored.events.unreadable.allSatisfy(\.isWhole) { return true }
      report.alreadyThere += 1
      return false
    }
    guard let first = stored.revisions.first else { return true }
    let same = (try? reader.ofReceived.read(first.bytes)).map { isSameCase($0, application) } ?? false
    problem(
      item, .conflict,
      same
        ? Phrase(
          "\(key.id)已在库中，内容不同：若是补正后的重报，请用 tidu act \(key.id) resubmit",
          "\(key.id) is there with other content; if it answers a return, use tidu act \(key.id) resubmit")
        : Phrase(
          "编号\(key.id)已属于另一个申请，不予接收：请撤回原件或换编号",
          "The id \(key.id) belongs to another case: withdraw that one or give this another id"))
    return false
  }

  /// Whether one may be a revision of the other.
  private func isSameCase(_ a: Application, _ b: Application) -> Bool {
    a.tier == b.tier && a.type == b.type && a.submitted == b.submitted
      && a.referenceYear == b.referenceYear && a.enterprise.creditCode == b.enterprise.creditCode
  }

  // MARK: writing

  private mutating func flush() throws(StoreError) {
    guard !waiting.isEmpty else { return }
    guard let own = store.own else { throw store.noPlace }
    let items = waiting
    waiting = []
    waitingBytes = 0
    var bodies: [JSONValue] = []
    for item in items { bodies.append(receipt(item)) }
    var progress = Batch.Progress()
    defer {
      report.received += progress.durable.map { items[$0].key }
      self.progress(report)
    }
    let registry = try store.wholeRegistry().heads
    let (store, officer, arrival) = (store, officer, arrival)
    try own.locked { () throws(StoreError) in
      let number = try store.nextNumber(of: officer, known: 0, own)
      var batch = try Batch(store.disk)
      var events: [EventFile] = []
      for (item, body) in zip(items, bodies) {
        let event = try store.sign(
          .receive, body: body, in: item.key.path, parents: [], registry: registry, number: number + events.count,
          by: officer, at: arrival(item.application))
        try batch.stage(item.bytes, in: item.key.path, names: Store.names(ofRevision: 1, item.sha256))
        try batch.stage(event.bytes, in: item.key.path, names: event.names, second: true)
        events.append(event)
      }
      try store.deliver(batch, events, own, &progress)
    }
  }

  private mutating func receipt(_ item: Waiting) -> JSONValue {
    let a = item.application
    let code = a.enterprise.creditCode
    var found = a.findings(by: .shared).map(\.kind.rawValue)
    let day = arrival(a).day
    if titles.bar(code, today: day) != nil { found.append(Remark.Code.barred.rawValue) }
    if open[code]?.subtracting([item.key]).isEmpty == false { found.append(Remark.Code.sameEnterprise.rawValue) }
    open[code, default: []].insert(item.key)
    var members: [JSONValue.Member] = [
      .init("application", .string(item.sha256)), .init("authority", .string(a.authority)),
      .init("batch", .string(a.batch)), .init("creditCode", .string(a.enterprise.creditCode)),
      .init("flags", .array(Set(found).sorted().map { .string($0) })),
      .init("on", .string(day.description)),
      .init("referenceYear", .integer(Int64(a.referenceYear))),
      .init("submitted", .string(a.submitted.description)), .init("tier", .string(a.tier.rawValue)),
      .init("type", .string(a.type.rawValue)), .init("via", .string(via)),
    ]
    if a.type == .review, let title = titles.extended(by: a) { members.append(.init("title", .string(title.folder))) }
    if let division = a.division { members.append(.init("division", .string(division))) }
    return .object(members)
  }
}
