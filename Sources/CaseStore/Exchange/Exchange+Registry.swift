import Casework
import ScoringCore
import StrictJSON

/// What gets in of one folder.
struct ExchangedFolder {
  var path: String
  /// In the order in which they are written.
  var items: [TravelItem] = []
  /// What its events are by the other place alone, and by both together; `nil` into an empty place.
  var before: History?
  var after: History?
}

extension Exchange {
  /// The registry: everything else is judged by it.
  /// - Throws: where either cannot be read at all.
  func exchangeRegistry() throws(StoreError) -> ExchangedFolder {
    var result = ExchangedFolder(path: "registry")
    let theirs = try CheckedFolder("registry", source.disk)
    let names = Set(try target?.disk.names("registry") ?? [])
    guard let theirs else {
      registryBefore = try target.map { target throws(StoreError) in try target.officers() } ?? registry
      registry = registryBefore
      return result
    }
    let ours = try target?.events(in: "registry", nil).events.compactMap { try? Event($0) } ?? []
    let whole = Registry(theirs.events.compactMap { try? Event($0) } + ours, store: source.id)
    let foreign = Set(whole.foreign.map(\.id))
    let events = try events(of: theirs) { [self] event in
      guard foreign.contains(event.id) else { return false }
      refuse(
        .foreign, theirs.file(of: event.id) ?? "registry", "另一个建库事件，或挂在它下面的事件：不属于这个档案库",
        "Another founding event, or one that hangs on it: no part of this store")
      return true
    }
    registryBefore = Registry(events.before, store: source.id, cutoffs: cutoffs(events.before, nil))
    registry = Registry(events.all, store: source.id, cutoffs: cutoffs(events.all, theirs))
    takeKept(theirs, events.all, listed: names, into: &result)
    for event in events.all where event.act == .settings { takeSettings(event, into: &result) }
    refuseOtherSettings(events.all)
    take(events.new, theirs, into: &result)
    strays += theirs.others.count
    return result
  }

  /// Ids that cuts leave standing, by the hash of the file, from wherever it can be had.
  private func cutoffs(_ events: [Event], _ theirs: CheckedFolder?) -> [String: Set<String>] {
    var cutoffs: [String: Set<String>] = [:]
    for sha in events.filter({ $0.act == .end }).compactMap({ $0.body["cut"]?["sha"]?.string }) {
      let here = (try? target?.file("registry", sha)).flatMap { $0 }
      let there = theirs?.kept[sha].flatMap { try? source.disk.read("registry/\($0)", limit: Disk.fileLimit) }
      guard let bytes = here ?? there else { continue }
      cutoffs[sha] = Set(bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
    }
    return cutoffs
  }

  /// The file that an event of settings names.
  private func takeSettings(_ event: Event, into result: inout ExchangedFolder) {
    guard let sha = event.body["file"]?.string, let authority = event.body["authority"]?.string,
      Hexadecimal.isDigest(sha), !authority.contains("/")
    else { return }
    let names = Self.settingsNames(sha, authority)
    guard !result.items.contains(where: { $0.folder == "settings" && $0.sha == sha && $0.names == names }) else {
      return
    }
    if isHere(sha, in: "settings", names) {
      if (try? source.disk.names("settings"))?.contains(where: names.contains) == true { same += 1 }
    } else if let name = name(of: sha, in: "settings", names) {
      result.items.append(TravelItem(path: "settings/\(name)", folder: "settings", names: names, sha: sha))
    }
  }

  private static func settingsNames(_ sha: String, _ authority: String) -> [String] {
    Disk.names(ofHash: sha) { "\(authority)-\($0).yaml" }
  }

  /// Files among the settings that no event names.
  private func refuseOtherSettings(_ events: [Event]) {
    let named = Set(
      events.filter { $0.act == .settings }.flatMap { event -> [String] in
        guard let sha = event.body["file"]?.string, let authority = event.body["authority"]?.string else { return [] }
        return Self.settingsNames(sha, authority)
      })
    do throws(StoreError) {
      let here = Set(try target?.disk.names("settings") ?? [])
      for name in try source.disk.names("settings") where !named.contains(name) && !here.contains(name) {
        if Store.isStray(name) || !name.hasSuffix(".yaml") {
          strays += 1
        } else {
          refuse(.leftover, "settings/\(name)", "没有事件提到这个设置文件", "No event names this settings file")
        }
      }
    } catch { refuse(StoreFinding(error, "settings")) }
  }

  /// Files kept by their hash that events name.
  /// - Parameter listed: names in the other place's folder.
  func takeKept(
    _ theirs: CheckedFolder, _ events: [Event], listed: Set<String>, besides papers: Set<String> = [],
    into result: inout ExchangedFolder
  ) {
    // Where titles are imported the table lies, and the titles name it.
    let isOfTables = theirs.path.hasPrefix("rounds/") && theirs.path.hasSuffix("/office")
    for (sha, name) in theirs.kept.sorted(by: { $0.key < $1.key }) where !papers.contains(sha) {
      let path = theirs.file(name)
      if isHere(sha, in: theirs.path, Store.names(ofFile: sha), isListed: listed.contains) {
        same += 1
      } else if erased.contains(sha) {
        refuse(.notErased, path, "已同意删除，不带走", "Its erasure was agreed to; it does not go along")
      } else if isOfTables || events.contains(where: { $0.namesFile(sha) }) {
        result.items.append(
          TravelItem(path: path, folder: theirs.path, names: Store.names(ofFile: sha), sha: sha))
      } else {
        refuse(.leftover, path, "没有事件提到这个文件", "No event names this file")
      }
    }
  }

  /// Events, after all that they name.
  func take(_ events: [EventFile], _ theirs: CheckedFolder, into result: inout ExchangedFolder) {
    for event in events {
      result.items.append(
        TravelItem(
          path: theirs.file(of: event.id) ?? theirs.path, folder: theirs.path, names: event.names, sha: event.id,
          isEvent: true, bytes: event.bytes))
    }
  }
}
