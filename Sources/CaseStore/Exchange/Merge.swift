import Casework
import Glibc
package import ScoringCore

/// Brings back into a store what another copy of it has (Casework §10.3, Casework §11.2): an officer's laptop, another office, a
/// backup. Nothing is deleted and nothing written over; asked for again it goes on where it stopped.
///
/// Used once, on one thread.
package final class Merge {
  private let store: Store
  private let source: Store
  private let exchange: Exchange
  private var report = MergeReport()
  private var judged: Set<String> = []
  /// The other side is a copy itself: what lies there too was not brought back by that.
  private var isFromCopy = false

  /// From a folder.
  /// - Parameter readsBytes: files that lie in both are read too, and those that are damaged here brought back.
  /// - Throws: where there is no store at `path`; `otherStore`; `badInput` where it is this very folder.
  package convenience init(to store: Store, from path: String, readsBytes: Bool = false) throws(StoreError) {
    try self.init(to: store, from: path, readsBytes: readsBytes, files: PosixFileSystem())
  }

  convenience init(to store: Store, from path: String, readsBytes: Bool = false, files: any FileSystem)
    throws(StoreError)
  {
    let source = try Store.open(path, environment: [:], by: store.base, files: files)
    guard !isSameFolder(store.path, path) else {
      throw StoreError(
        .badInput, path,
        Phrase("\(path)就是这个档案库，没有可带回的", "\(path) is this very store: there is nothing to bring back"))
    }
    guard store.id == source.id else { throw .otherStore(path, source.id, here: store.id) }
    self.init(to: store, from: source, readsBytes: readsBytes)
  }

  /// From files of this store that lie on a disk: a part of it, such as a pack holds.
  /// - Parameter isFromCopy: it was made of a copy that was taken along.
  convenience init(to store: Store, from disk: Disk, id: String, isFromCopy: Bool = false) throws(StoreError) {
    guard store.id == id else { throw .otherStore(disk.path, id, here: store.id) }
    self.init(to: store, from: Store(disk: disk, id: id, own: nil, base: store.base))
    self.isFromCopy = isFromCopy
  }

  private init(to store: Store, from source: Store, readsBytes: Bool = false) {
    self.store = store
    self.source = source
    exchange = Exchange(from: source, to: store, readsBytes: readsBytes)
  }

  /// - Parameters:
  ///   - isDry: the same is said and nothing written.
  ///   - standard: what the rows of cases go by.
  ///   - progress: how many case folders of how many are done.
  ///   - came: gets the path of every file that came in, when it is durable.
  /// - Throws: where this store cannot be read or written; what came in is in.
  package func run(
    isDry: Bool = false, by standard: Standard = .shared,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }, came: @escaping (String) -> Void = { _ in }
  ) throws(StoreError) -> MergeReport {
    var writer = TravelWriter(store.disk, isDry: isDry) { path, alreadyThere in if !alreadyThere { came(path) } }
    try run(&writer, standard, progress)
    report.new = writer.new
    report.same = exchange.same + writer.same
    report.refused = exchange.refused
    report.strays = exchange.strays
    if !isDry { noteCopies() }
    return report
  }

  private func run(
    _ writer: inout TravelWriter, _ standard: Standard, _ progress: (Int, Int) -> Void
  ) throws(StoreError) {
    exchange.lookAtSealed()
    let registry = try exchange.exchangeRegistry()
    try write(registry, &writer)
    // Whoever reads meanwhile judges by it: it is there before what it lets count.
    try writer.flush()
    let isRegistryNew = registry.items.contains { $0.folder == "registry" }
    if isRegistryNew { compareRegistry() }
    let cases = exchange.cases()
    for (number, key) in cases.enumerated() {
      progress(number, cases.count)
      guard let folder = exchange.exchange(key.path) else { continue }
      let count = report.verdicts.count
      compare(folder.path, folder.before, folder.after)
      if !folder.items.isEmpty || report.verdicts.count > count { try noteRow(key, folder, standard) }
      try write(folder, &writer)
    }
    progress(cases.count, cases.count)
    // The tables of titles lie with the rounds.
    for path in exchange.folders(below: "rounds") + exchange.folders(below: "titles") {
      guard let folder = exchange.exchange(path) else { continue }
      compare(path, folder.before, folder.after)
      try write(folder, &writer)
    }
    exchange.refuseSealedLeft()
    try writer.flush()
    if isRegistryNew { try compareRest(standard) }
  }

  private func write(_ folder: ExchangedFolder, _ writer: inout TravelWriter) throws(StoreError) {
    for item in folder.items {
      guard let bytes = exchange.bytes(of: item) else { continue }
      if item.isEvent { report.acts += 1 }
      try writer.add(bytes, item)
    }
  }

  // MARK: what it makes of what was here

  private func compare(_ path: String, _ before: History?, _ after: History?) {
    guard let before, let after else { return }
    judged.insert(path)
    let questions = Set(before.fold.contested)
    for question in after.fold.contested where !questions.contains(question) {
      report.contested.append(.init(folder: path, question: question))
    }
    compare(path, before.entries, before.setAside, after.entries)
  }

  private func compare(
    _ path: String, _ before: [JudgedEvent], _ setAside: [Event], _ after: [JudgedEvent]
  ) {
    let known = Dictionary(before.map { ($0.id, $0.verdict) }, uniquingKeysWith: { $1 })
    let aside = Set(setAside.map(\.id))
    for entry in after {
      let was = known[entry.id]
      guard was != nil || aside.contains(entry.id), was != entry.verdict else { continue }
      report.verdicts.append(.init(folder: path, event: entry.event, before: was, after: entry.verdict))
    }
  }

  private func compareRegistry() {
    let (before, after) = (exchange.registryBefore, exchange.registry)
    let questions = Set(before.contested)
    for question in after.contested where !questions.contains(question) {
      report.contested.append(.init(folder: "registry", question: question))
    }
    compare("registry", before.entries, before.setAside, after.entries)
  }

  /// Who may do what has changed: every folder is judged anew.
  private func compareRest(_ standard: Standard) throws(StoreError) {
    for path in try store.eventFolders() where path != "registry" && !judged.contains(path) {
      let events = try store.events(in: path, nil).judged().events
      guard !events.isEmpty else { continue }
      let count = report.verdicts.count
      compare(
        path, History(folder: path, events, registry: exchange.registryBefore),
        History(folder: path, events, registry: exchange.registry))
      guard report.verdicts.count > count, let key = CaseKey(path: path) else { continue }
      try noteRow(key, ExchangedFolder(path: path), standard)
    }
  }

  /// The row of a case as it was and will be. Worked out from what is read, so that a preview has it too.
  private func noteRow(_ key: CaseKey, _ folder: ExchangedFolder, _ standard: Standard) throws(StoreError) {
    let reader = ApplicationReader(standard: standard).ofReceived
    let stored = try store.storedCase(key, exchange.registryBefore)
    func row(_ stored: StoredCase, _ registry: Registry) -> CaseSummary? {
      let file = CaseFile(
        key: key, revisions: stored.applications(reader).revisions, events: stored.events.judged().events,
        registry: registry, settings: OfficeSettings(), standard: standard)
      return file?.fold.receipt == nil ? nil : file?.summary
    }
    var next =
      try store.storedCase(key, exchange.registry)
      ?? StoredCase(
        key: key, revisions: [], events: EventFolder(), problems: [], fingerprint: 0)
    for item in folder.items where item.folder == key.path {
      guard let bytes = item.bytes else { continue }
      if item.isEvent {
        if let file = try? EventFile(reading: bytes), exchange.registry.knows(file.key) {
          next.events.events.append(file)
        }
      } else if let (number, _) = Store.revision(item.names.first ?? "") {
        next.revisions.append(.init(number: number, name: item.names.first ?? "", sha256: item.sha, bytes: bytes))
      }
    }
    guard let after = row(next, exchange.registry) else { return }
    report.rows.append(.init(before: stored.flatMap { row($0, exchange.registryBefore) }, after: after))
  }

  /// A copy that was taken along learns what of it lies where it came from.
  private func noteCopies() {
    let copy = !store.isCopy ? source : !source.isCopy && !isFromCopy ? store : nil
    guard let copy, var record = copy.copy, !exchange.events.isSubset(of: record.known) else { return }
    record.known.formUnion(exchange.events)
    do throws(StoreError) { try copy.setCopy(record) } catch { report.copyTrouble = error }
  }
}

/// Whether two paths lead to one folder.
func isSameFolder(_ one: String, _ other: String) -> Bool {
  guard let a = wholePath(one), let b = wholePath(other) else { return false }
  return a == b
}

/// The path of a folder without links; `nil` where it is not there.
func wholePath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}
