import Casework
import ScoringCore
import StrictJSON

extension StoreVerifier {
  /// The registry: everything else is judged by it.
  func checkRegistry() {
    guard let folder = read("registry") else { return }
    let events = envelopes(folder)
    var cutoffs: [String: Set<String>] = [:]
    for sha in events.filter({ $0.act == .end }).compactMap({ $0.body["cut"]?["sha"]?.string }) {
      guard let bytes = bytes(of: sha, in: folder) else { continue }
      cutoffs[sha] = Set(bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
    }
    registry = Registry(events, store: store.id, cutoffs: cutoffs)
    for event in registry.foreign {
      tell(
        .foreign, folder.file(of: event.id), "另一个建库事件，或挂在它下面的事件：不属于这个档案库",
        "Another founding event, or one that hangs on it: no part of this store")
    }
    for entry in registry.entries where entry.verdict.isValid && entry.event.act == .checkpoint {
      readCheckpoint(entry.event, folder)
    }
    tell(registry.entries, setAside: registry.setAside, in: folder)
    let valid = registry.entries.filter(\.verdict.isValid).map(\.event)
    checkNamedFiles(valid, in: folder)
    for name in folder.kept.filter({ sha, _ in !events.contains { $0.namesFile(sha) } }).values.sorted() {
      isLeftover(folder.file(name))
    }
    for name in folder.folders + folder.others { isStray(folder.file(name)) }
    tell(registry.remarks(today: today), in: folder)
    checkRights(folder)
    checkSettings(valid)
  }

  /// What was given on one person's word, and offices that were left and not ended.
  private func checkRights(_ folder: CheckedFolder) {
    let rights = registry.now
    for id in rights.byOne.sorted() {
      guard let event = registry.entries.first(where: { $0.id == id })?.event else { continue }
      tell(
        .byOnePerson, folder.file(of: id), "“\(event.title.zh)”只有 \(event.author) 一人登记",
        "“\(event.title.en)” on the word of \(event.author) alone")
    }
    let valid = registry.entries.filter(\.verdict.isValid).map(\.event)
    let ended = Set(valid.filter { $0.act == .end }.compactMap { $0.body["of"]?.string })
    for officer in rights.officers.values.sorted(by: { $0.id < $1.id }) where !officer.isActive {
      let entries = valid.filter { $0.act == .officer && $0.body["officer"]?.string == officer.id }
      guard let left = entries.last, left.body["state"]?.string == "left",
        !entries.contains(where: { ended.contains($0.id) })
      else { continue }
      tell(
        .leftWithoutEnd, folder.file(of: left.id), "\(officer.id) 已登记离任，任职却没有终止：从旧副本带回的办理照样算数",
        "\(officer.id) has left and the office was not ended: acts from an old copy still count")
    }
  }

  /// Files of settings, letters, calendars and overlays that entries of the registry name.
  private func checkSettings(_ valid: [Event]) {
    let wanted = Set(valid.flatMap(\.namedFiles).filter { $0.place == .settings }.map(\.sha))
    var good: [String: String] = [:]
    var bad: [(hash: Substring, finding: StoreFinding)] = []
    do throws(StoreError) {
      let (entries, others) = try disk.listing("settings")
      for name in others { isStray("settings/\(name)") }
      for name in entries.map(\.name) {
        let path = "settings/\(name)"
        guard name.hasSuffix(".yaml"), !name.hasPrefix("."), let dash = name.lastIndex(of: "-") else {
          isStray(path)
          continue
        }
        let hash = name[name.index(after: dash)...].dropLast(".yaml".count)
        do throws(StoreError) {
          let sha = try disk.digest(path)
          if hash.utf8.count >= 16, sha.hasPrefix(hash) {
            good[sha] = path
          } else {
            bad.append((hash, StoreFinding(.damagedFile, path, CheckedFolder.otherHash)))
          }
        } catch {
          if error.kind != .missing { bad.append((hash, StoreFinding(error, path))) }
        }
      }
    } catch { return tell(StoreFinding(error, "settings")) }
    for (hash, finding) in bad { tell(finding.replaced(by: good.first { $0.key.hasPrefix(hash) }?.value)) }
    for (sha, path) in good.sorted(by: { $0.value < $1.value }) where !wanted.contains(sha) { isLeftover(path) }
    for event in valid where event.act == .settings {
      guard let sha = event.body["file"]?.string, good[sha] == nil, !bad.contains(where: { sha.hasPrefix($0.hash) }),
        let authority = event.body["authority"]?.string
      else { continue }
      let what = event.body["what"]?.string ?? ""
      tell(
        .missingFile, "settings/\(authority)-\(sha.prefix(16)).yaml", "\(authority) 的 \(what) 文件不在，哈希 \(sha)",
        "The \(what) file of \(authority) is not here; hash \(sha)")
    }
  }

  private func readCheckpoint(_ event: Event, _ folder: CheckedFolder) {
    // One that is not here is told of as any other file is.
    guard let sha = event.body["root"]?.string, let bytes = bytes(of: sha, in: folder) else { return }
    let read = checkpoints.read(bytes, of: event)
    guard read != event.body["count"]?.integer.map(Int.init) else { return }
    tell(
      .checkpointCount, folder.file(of: event.id), "存证写明的件数与清单不符（清单 \(read)）",
      "The checkpoint's count is not that of its list (\(read))")
  }
}
