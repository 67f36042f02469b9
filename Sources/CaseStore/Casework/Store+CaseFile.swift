package import Casework
package import ScoringCore
package import StrictJSON
import Synchronization
import SystemPackage

extension Event {
  /// What Casework makes of an event whose bytes and signature are good.
  init(_ file: EventFile) throws(UnmetRequirement) {
    try self.init(payload: file.payload, id: file.id, key: file.key)
  }
}

extension EventFolder {
  /// The events with a sound envelope, and every file that is none, with its reason.
  func judged() -> (events: [Event], unreadable: [UncountedFile]) {
    var result: (events: [Event], unreadable: [UncountedFile]) = ([], [])
    for file in events {
      do throws(UnmetRequirement) { result.events.append(try Event(file)) } catch {
        result.unreadable.append(.init(name: file.id, error, .setAside))
      }
    }
    result.unreadable += unreadable.map { UncountedFile($0) }
    return result
  }
}

extension UncountedFile {
  init(_ file: EventFolder.UnreadableFile) {
    let (ground, code): (UnmetRequirement.Ground, String) =
      file.stranger != nil ? (.key, "unknownKey") : file.isForged ? (.signature, "signature") : (.bytes, "bytes")
    self.init(
      name: file.name, UnmetRequirement(ground, code, file.message),
      file.isUnread ? .unread : file.isWhole ? .setAside : .damaged)
  }

  /// Of an event that this officer has seen and that is gone.
  static func missing(_ id: String) -> Self {
    Self(
      name: "\(id.prefix(16)).event.json",
      UnmetRequirement(
        .bytes, "missing",
        Phrase(
          "本机核验过的事件 \(id.prefix(12)) 不见了：请从备份或其他机关的副本取回",
          "The event \(id.prefix(12)), which this officer has seen, is gone: get it from a copy or another office")),
      .missing)
  }

  /// Of a folder of which this officer has seen something and that is gone.
  package static func gone(_ folder: String) -> Self {
    Self(name: folder, UnmetRequirement(.bytes, "missing", StoreError.gone(folder).message), .missing)
  }

  /// Of a file that an event names and that cannot be had.
  package init(_ error: StoreError) {
    let isRead = [.damaged, .tooLarge, .settings].contains(error.kind)
    self.init(
      name: error.path, UnmetRequirement(.bytes, "bytes", error.message),
      error.kind == .missing ? .missing : isRead ? .damaged : .unread)
  }
}

extension Store {
  /// Officers, keys, roles and settings in force: the fold of the registry as it is on disk now.
  package func officers() throws(StoreError) -> Registry { try registryState().registry }

  /// Opens the key of an officer on this computer; one who has none is called by his name.
  /// - Parameter officer: `nil` where keys of one officer only are here.
  package func openKey(of officer: String?, _ source: PassphraseSource) throws(StoreError) -> OfficerKey {
    guard let own else { throw noPlace }
    let rights = try? officers().now
    let keys = try own.keys()
    let sign = (officer ?? keys.first?.officer).flatMap(ownKey)?.sign
    return try own.open(officer: officer, sign: sign, source) { rights?.name(of: $0) ?? $0 }
  }

  /// The key by which an officer signs on this computer: one in force before any that waits or has ended; `nil` where he
  /// has none here.
  package func ownKey(of officer: String) -> KeyInfo? {
    let keys = (try? own?.keys())?.filter { $0.officer == officer } ?? []
    guard keys.count > 1, let rights = try? officers().now else { return keys.last }
    return keys.last { rights.keys[$0.sign] == officer } ?? keys.last
  }

  /// The registry, which is kept when it was read whole: who asks for it again gets the same.
  /// - Throws: where a file of it cannot be read, for nothing may be signed by what is left.
  @discardableResult
  func wholeRegistry() throws(StoreError) -> Registry {
    let state = try registryState()
    if let file = state.failure { throw .unread("registry/\(file.name)", file.unmet.message) }
    return state.registry
  }

  func registryState() throws(StoreError) -> RegistryReading {
    let (fingerprint, folder) = try registryFolder()
    if let known = officersCache.withLock({ $0 }), known.fingerprint == fingerprint { return known }
    var (events, unreadable) = folder.judged()
    var cutoffs: [String: Set<String>] = [:]
    var lacking: [String: StoreError] = [:]
    for event in events where event.act == .end {
      guard let sha = event.body["cut"]?["sha"]?.string, cutoffs[sha] == nil else { continue }
      // One id a line, as many as it says.
      let lines = min(max(event.body["cut"]?["count"]?.integer ?? 0, 0), 1 << 23)
      do throws(StoreError) {
        guard let bytes = try file("registry", sha, limit: max(Int(lines) * 65, 65_536)) else {
          throw .reading("registry/\(sha)", .noSuchFileOrDirectory)
        }
        cutoffs[sha] = Set(bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
      } catch { lacking[event.id] = error }
    }
    var registry = Registry(events, store: id, cutoffs: cutoffs)
    // What a stranger's end, or one that counts for nothing, would go by is missed by nobody.
    for entry in registry.entries {
      if case .rejected = entry.verdict { continue }
      if let error = lacking[entry.id] { unreadable.append(.init(error)) }
    }
    registry.unreadable = unreadable + missed(in: "registry", folder, registry.entries)
    let state = RegistryReading(fingerprint: fingerprint, registry: registry)
    events = []
    // What could not be read is looked for again.
    officersCache.withLock { $0 = state.failure == nil ? state : nil }
    return state
  }

  /// Keeps the ids of every act in this store of an officer, or of one key, as the cut of an end: what stands although
  /// it ends. One id a line, sorted.
  /// - Parameter ended: the event that gave the office, key or role.
  package func keepCutoff(of ended: String) throws(StoreError) -> JSONValue? {
    guard let given = try registry().events.first(where: { $0.id == ended })?.payload["body"] else { return nil }
    let (officer, key) = (given["officer"]?.string, (given["sign"] ?? given["key"]?["sign"])?.string)
    let officers = try officers()
    var ids: [String] = []
    for folder in try eventFolders() {
      ids += try wholeEvents(in: folder, folder == "registry" ? nil : officers).events.filter {
        $0.author == officer && (key == nil || $0.key == key)
      }.map(
        \.id)
    }
    let sha = try keep(Array(ids.sorted().map { $0 + "\n" }.joined().utf8), in: "registry")
    return ["count": .integer(Int64(ids.count)), "sha": .string(sha)]
  }

  /// Every folder in which events lie.
  func eventFolders() throws(StoreError) -> [String] {
    var folders = ["registry"] + (try caseKeys().map(\.path))
    for root in ["rounds", "titles"] {
      for above in try disk.folders(root).map({ "\(root)/\($0)" }) {
        folders += [above]
        folders += try disk.folders(above).map { "\(above)/\($0)" }
      }
    }
    return folders
  }

  /// The events of a title's or round's folder, judged.
  /// - Throws: where one of them cannot be read or is gone: what rests on the others alone may be wrong.
  package func history(_ folder: String) throws(StoreError) -> History {
    let registry = try officers()
    let history = History(folder: folder, try wholeEvents(in: folder, registry).judged().events, registry: registry)
    verified.hold(history.entries.filter(\.verdict.isValid).map(\.id), in: folder)
    verified.save()
    return history
  }

  /// Events that counted in a folder when this officer saw it last and that are gone; from now on, those that count.
  func missed(in path: String, _ folder: EventFolder, _ entries: [JudgedEvent]) -> [UncountedFile] {
    verified.hold(entries.filter(\.verdict.isValid).map(\.id), in: path)
    let gone = verified.missing(in: path, present: folder.events.map(\.id))
    // One that is there and damaged is named already.
    return gone.filter { id in !folder.unreadable.contains { $0.name.contains(id.prefix(16)) } }.map { .missing($0) }
  }

  /// Keeps in the own folder what was seen: of it something that is gone later is missed. A failure costs that.
  package func remember() {
    verified.save()
    aside.save()
  }

  /// The events of a folder, judged, whatever of it cannot be read, and the files of it that do not count as what their
  /// names say, by path. Its events without effect say so themselves (`History.withoutEffect`).
  package func reading(_ folder: String) throws(StoreError) -> (history: History, uncounted: [UncountedFile]) {
    let registry = try officers()
    let read = try events(in: folder, registry)
    let (events, unreadable) = read.judged()
    let history = History(folder: folder, events, registry: registry)
    let uncounted = unreadable + missed(in: folder, read, history.entries)
    return (history, uncounted.map { $0.below(folder) })
  }

  /// The events of a folder of which none is damaged, unread or gone.
  private func wholeEvents(in folder: String, _ registry: Registry?) throws(StoreError) -> EventFolder {
    let events = try events(in: folder, registry)
    let files = events.unreadable.map { UncountedFile($0) } + missed(in: folder, events, [])
    if let file = files.first(where: { $0.kind != .setAside }) {
      throw .unread("\(folder)/\(file.name)", file.unmet.message)
    }
    return events
  }

  /// Everything about one case: its revisions, its events judged and folded, its assessment with verified values.
  ///
  /// - Parameter today: settles which settings of the office are in force.
  /// - Returns: `nil` where there is no such folder.
  /// - Throws: `damaged` where no revision can be read.
  package func caseFile(_ key: CaseKey, _ standard: Standard = .shared, today: Day) throws(StoreError)
    -> CaseFile?
  {
    let registry = try officers()
    guard let stored = try storedCase(key, registry) else { return nil }
    defer { aside.save() }
    var settings = OfficeSettings()
    var missing: [UncountedFile] = []
    do throws(StoreError) { settings = try self.settings(key.authority, on: today).settings } catch {
      missing.append(.init(error))
    }
    do throws(StoreError) { try requireOverlay(key.authority, on: today) } catch { missing.append(.init(error)) }
    return try caseFile(stored, standard, registry, settings, missing)
  }

  func caseFile(
    _ stored: StoredCase, _ standard: Standard, _ registry: Registry, _ settings: OfficeSettings,
    _ missing: [UncountedFile] = []
  ) throws(StoreError) -> CaseFile {
    let (events, unsound) = stored.events.judged()
    let (revisions, unparsed) = stored.applications(ApplicationReader(standard: standard).ofReceived)
    let unreadable = unsound + missing + stored.problems.map { UncountedFile($0) } + unparsed
    guard
      let file = CaseFile(
        key: stored.key, revisions: revisions, events: events, registry: registry, settings: settings,
        standard: standard, unreadable: unreadable)
    else {
      let isEmpty = unreadable.isEmpty && stored.events.events.isEmpty
      // Somebody's new folder: nothing of ours is in it, and none of ours could be called so.
      if isEmpty, !CaseIdentifier.isWellFormed(stored.key.id.utf8) {
        throw .reading(stored.key.path, .noSuchFileOrDirectory)
      }
      // The applications first: without one of them nothing can be shown.
      let worst =
        unreadable.first { $0.name.hasPrefix("application.r") } ?? unreadable.first { $0.kind != .setAside }
      let missing = stored.events.events.compactMap(\.application).last.map {
        UncountedFile(name: "application", .missingApplication($0), .missing)
      }
      throw StoreError(
        isEmpty ? .noCase : .damaged, stored.key.path,
        (worst ?? missing ?? unreadable.first).map {
          Phrase("\($0.name)：\($0.unmet.message.zh)", "\($0.name): \($0.unmet.message.en)")
        }
          ?? Phrase("\(stored.key.path)中没有申请文件", "There is no application in \(stored.key.path)"))
    }
    if file.fold.receipt == nil, let elsewhere = stored.key.misplaced(file.revision.application) {
      throw StoreError(.noCase, stored.key.path, elsewhere.message)
    }
    let missed = missed(in: stored.key.path, stored.events, file.history.entries)
    return missed.isEmpty ? file : file.with(unreadable: file.unreadable + missed)
  }
}

extension CaseKey {
  /// Why an application does not belong in this folder: a copied or renamed folder is another case's.
  fileprivate func misplaced(_ application: Application) -> UnmetRequirement? {
    let own = CaseKey(authority: application.authority, batch: application.batch, id: application.id)
    // Whole and by bytes: names that only look alike are two.
    guard !path.utf8.elementsEqual(own.path.utf8) else { return nil }
    return UnmetRequirement(
      .bytes, "misplaced",
      Phrase(
        "\(path)里是 \(own.path) 的申请：这个文件夹是复制或改名来的，不作为申报件；核对后移走",
        "\(path) holds the application of \(own.path): the folder was copied or renamed and is no case; see to it and move it away"
      ))
  }
}
