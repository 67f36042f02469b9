package import Casework
package import ScoringCore

/// A check of a store 核验 (Casework §10): every folder is read by its files alone, without an index, a key or a folder of
/// one's own, and everything that is not as it should be is told, one by one.
///
/// Used once, on one thread.
package final class StoreVerifier {
  let store: Store
  let today: Day
  private let report: (StoreFinding) -> Void
  private let progress: (_ done: Int, _ total: Int) -> Void
  /// Only these cases; `nil` is the whole store.
  private(set) var only: [CaseKey]?
  var disk: Disk { store.disk }
  /// A copy that was taken along: what it does not have is no finding where it did not go along.
  var isPart: Bool { store.isCopy }

  /// What everything is judged by.
  package internal(set) var registry: Registry
  /// Ids and folders of the events that count or wait.
  package private(set) var held: [String: String] = [:]
  /// How many events were looked at, and how many folders hold some.
  package private(set) var events = 0
  package private(set) var folders = 0
  /// Findings by what they ask for.
  package private(set) var needs: [StoreFinding.Need: Int] = [:]

  var counts = KeyCounts()
  var checkpoints = CheckpointLists()
  /// What cases were entered for, by list: the paths of the cases.
  var entered: [String: Set<String>] = [:]
  /// Sealed files that events name, each with the file of one of them.
  var sealed: [String: String] = [:]
  /// Files whose erasure a second officer agreed to.
  var erased: Set<String> = []
  /// Folders that were looked at.
  private var seen: Set<String> = []
  private var strays: [String] = []
  private var leftovers: [String] = []
  private var totals = (strays: 0, leftovers: 0)

  /// - Parameters:
  ///   - today: what lies after it has not happened.
  ///   - progress: how many case folders of how many are done.
  ///   - report: gets each finding as it is found.
  package init(
    _ store: Store, today: Day, progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in },
    report: @escaping (StoreFinding) -> Void
  ) {
    self.store = store
    self.today = today
    self.progress = progress
    self.report = report
    registry = Registry([Event](), store: store.id)
  }

  /// Checks the whole store, or only these cases and what they go by.
  package func run(_ only: [CaseKey]? = nil) {
    self.only = only
    if only == nil { checkRoot() }
    checkRegistry()
    let keys = only ?? caseKeys()
    for (number, key) in keys.enumerated() {
      progress(number, keys.count)
      check(key)
    }
    progress(keys.count, keys.count)
    if only == nil {
      for folder in folders(below: "titles", depth: 2) { checkFolder(folder) }
      for folder in folders(below: "rounds", depth: 2) { checkFolder(folder) }
      for finding in counts.findings where !isPart || finding.kind != .seqSkipped { tell(finding) }
      checkTemporaries()
    }
    checkSealed()
    let looked = only.map { Set($0.map(\.path)) } ?? (isPart ? seen : nil)
    for finding in checkpoints.findings(in: looked) { tell(finding) }
    tellRest()
  }

  /// The list of a checkpoint 存证: every event that counts or waits, but for one, `<id> <folder>` a line, sorted.
  package func checkpointList(without id: String? = nil) -> [UInt8] {
    CheckpointLists.bytes(held.filter { $0.key != id })
  }

  func tell(_ finding: StoreFinding) {
    needs[finding.need, default: 0] += 1
    report(finding)
  }

  func tell(_ kind: StoreFinding.Kind, _ file: String?, _ zh: String, _ en: String) {
    tell(StoreFinding(kind, file, Phrase(zh, en)))
  }

  func isStray(_ path: String) {
    totals.strays += 1
    if strays.count < 3 { strays.append(path) }
  }

  func isLeftover(_ path: String) {
    totals.leftovers += 1
    if leftovers.count < 3 { leftovers.append(path) }
  }

  private func tellRest() {
    if totals.leftovers > 0 {
      let some = leftovers.joined(separator: ", ")
      tell(
        .leftover, nil, "中断时留下的、没有事件提到的文件：\(totals.leftovers)（\(some)）",
        "Left by an interruption, or named by no event: \(totals.leftovers) (\(some))")
    }
    if totals.strays > 0 {
      let some = strays.joined(separator: ", ")
      tell(
        .stray, nil, "不属于档案库的文件：\(totals.strays)（\(some)）",
        "Files that are none of the store's: \(totals.strays) (\(some))")
    }
  }

  // MARK: folders

  private static let names: Set<String> = [
    "store.json", ".gitattributes", ".gitignore", ".git", ".tidu", "registry", "settings", "cases", "titles", "rounds",
    "sealed",
  ]

  private func checkRoot() {
    do throws(StoreError) {
      let (entries, others) = try disk.listing("")
      for name in entries.map(\.name) + others where !Self.names.contains(name) { isStray(name) }
    } catch { tell(StoreFinding(error, "")) }
  }

  private func checkTemporaries() {
    do throws(StoreError) {
      for name in try disk.names(temporaryFolder) { isLeftover("\(temporaryFolder)/\(name)") }
    } catch { tell(StoreFinding(error, temporaryFolder)) }
  }

  private func caseKeys() -> [CaseKey] {
    folders(below: "cases", depth: 3).compactMap { CaseKey(path: $0) }
  }

  /// The folders this many levels down and those between that hold events, in order. A plain file where only folders
  /// belong is a stray, a link or a pipe hides what was there.
  private func folders(below path: String, depth: Int) -> [String] {
    guard depth > 0 else { return [path] }
    let (isOffices, isRounds) = (path == "rounds", path.hasPrefix("rounds/"))
    var found: [String] = []
    do throws(StoreError) {
      let (entries, others) = try disk.listing(path)
      if !isRounds { for name in others { isStray("\(path)/\(name)") } }
      for entry in entries {
        let inner = "\(path)/\(entry.name)"
        let isHidden = entry.name.hasPrefix(".")
        switch entry.kind {
        case .folder where !isHidden:
          let below = folders(below: inner, depth: depth - 1)
          found += isOffices ? [inner] + below : below
        case .link where isOurs(entry, in: path), .other where isOurs(entry, in: path):
          tell(StoreFinding(StoreError.unsafe(inner), inner))
        // Beside the folders of an office's rounds lie its events.
        case .file where isRounds: continue
        default: isStray(inner)
        }
      }
    } catch { tell(StoreFinding(error, error.path)) }
    return found
  }

  /// Whether a link or a pipe has a name that hides something of the store's.
  private func isOurs(_ entry: (name: String, kind: FileStatus.Kind), in path: String) -> Bool {
    Store.isFolderOfOurs(entry)
      && (path.contains("/") || Authorities.shared[entry.name] != nil || entry.name == "office")
  }

  /// Reads a folder and tells what of it cannot be read; `nil` where it is not there or not to be read at all.
  func read(_ path: String) -> CheckedFolder? {
    do throws(StoreError) {
      guard let folder = try CheckedFolder(path, disk) else { return nil }
      for finding in folder.findings { tell(finding) }
      seen.insert(path)
      if !folder.events.isEmpty { folders += 1 }
      events += folder.events.count
      return folder
    } catch {
      tell(StoreFinding(error, path))
      return nil
    }
  }

  /// The bytes of a file that the folder keeps by this hash; `nil` where they are not there or cannot be read any more.
  func bytes(of sha: String, in folder: CheckedFolder) -> [UInt8]? {
    guard let name = folder.kept[sha] else { return nil }
    do throws(StoreError) {
      let bytes = try disk.read(folder.file(name), limit: Disk.fileLimit)
      guard Hexadecimal.sha256(bytes) == sha else {
        tell(StoreFinding(.damagedFile, folder.file(name), CheckedFolder.otherHash))
        return nil
      }
      return bytes
    } catch {
      tell(StoreFinding(error, folder.file(name)))
      return nil
    }
  }

  // MARK: events

  /// The events of a folder that have a sound envelope.
  func envelopes(_ folder: CheckedFolder) -> [Event] {
    folder.events.compactMap { file in
      do throws(UnmetRequirement) { return try Event(file) } catch {
        tell(StoreFinding(.rejected, folder.file(of: file.id), error.message))
        return nil
      }
    }
  }

  /// What became of the events of a folder.
  func tell(_ entries: [JudgedEvent], setAside: [Event], in folder: CheckedFolder) {
    for event in setAside {
      tell(
        .keyUnknown, folder.file(of: event.id), "署名 \(event.author) 的事件，密钥不在登记册里",
        "An event that names \(event.author), by a key the registry never gave anybody")
    }
    var missing: [String: Int] = [:]
    for entry in entries {
      let file = folder.file(of: entry.id)
      if case .pending(.parent(let id)) = entry.verdict { missing[id, default: 0] += 1 }
      if let finding = StoreFinding(entry, file) { tell(finding) }
      counts.take(entry.event)
      checkpoints.take(entry.event, file)
      if case .rejected = entry.verdict { continue }
      held[entry.id] = folder.path
    }
    for (id, count) in missing.sorted(by: { $0.key < $1.key }) where !folder.isBad(id) {
      tell(
        .missingEvent, folder.path, "缺事件 \(id)，后面 \(count) 个等它",
        "The event \(id) is not here; \(count) after it wait for it")
    }
  }

  /// What a reader finds beside events of a folder.
  func tell(_ remarks: [Remark], in folder: CheckedFolder) {
    for remark in remarks {
      let kind: StoreFinding.Kind = remark.code == .misdated ? .misdated : .ownMaking
      tell(StoreFinding(kind, folder.file(of: remark.event), remark.message))
    }
  }
}

extension StoreFinding {
  /// What keeps an event from counting; `nil` for one that counts.
  fileprivate init?(_ entry: JudgedEvent, _ file: String?) {
    let kind: Kind
    switch entry.verdict {
    case .valid: return nil
    case .rejected: kind = .rejected
    case .pending(.parent): kind = .waitsForEvent
    case .pending(.registry): kind = .waitsForRegistry
    case .pending(.newerProgram): kind = .newerProgram
    case .pending(.ratify): kind = .waitsForCountersign
    case .pending(.approval): kind = .waitsForApproval
    }
    let (event, why) = (entry.event, entry.verdict.unmet.map(\.message))
    let act = event.act?.title ?? Phrase(event.kind, event.kind)
    self.init(
      kind, file,
      Phrase(
        "\(event.author) 的“\(act.zh)”：\(why.map(\.zh).joined(separator: "；"))",
        "“\(act.en)” by \(event.author): \(why.map(\.en).joined(separator: "; "))"))
  }
}
