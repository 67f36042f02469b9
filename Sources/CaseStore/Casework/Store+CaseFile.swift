package import Casework
package import ScoringCore
package import StrictJSON
import Synchronization

extension Event {
  /// What Casework makes of an event whose bytes and signature are good.
  init(_ file: EventFile) throws(UnmetRequirement) {
    try self.init(payload: file.payload, id: file.id, key: file.key)
  }
}

extension EventFolder {
  /// The events with a sound envelope, and every file that is none, with its reason.
  func judged() -> (events: [Event], unreadable: [CaseFile.UnreadableFile]) {
    var result: (events: [Event], unreadable: [CaseFile.UnreadableFile]) = ([], [])
    for file in events {
      do throws(UnmetRequirement) { result.events.append(try Event(file)) } catch {
        result.unreadable.append(.init(name: file.id, error))
      }
    }
    for file in unreadable {
      let isSignature = file.fault == .signature
      result.unreadable.append(
        .init(
          name: file.name,
          UnmetRequirement(isSignature ? .signature : .bytes, isSignature ? "signature" : "bytes", file.message)))
    }
    return result
  }
}

extension Store {
  /// Officers, keys, roles and settings in force: the fold of the registry as it is on disk now.
  package func officers() throws(StoreError) -> Registry {
    let (fingerprint, folder) = try registryFolder()
    if let known = officersCache.withLock({ $0 }), known.fingerprint == fingerprint { return known.registry }
    let events = folder.judged().events
    var cutoffs: [String: Set<String>] = [:]
    for event in events where event.act == .end {
      guard let sha = event.body["cut"]?["sha"]?.string, let bytes = try file("registry", sha) else { continue }
      cutoffs[sha] = Set(bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
    }
    let registry = Registry(events, store: id, cutoffs: cutoffs)
    officersCache.withLock { $0 = (fingerprint, registry) }
    return registry
  }

  /// Keeps the ids of every act in this store of an officer, or of one key, as the cut of an end: what stands although
  /// it ends. One id a line, sorted.
  /// - Parameter ended: the event that gave the office, key or role.
  package func keepCutoff(of ended: String) throws(StoreError) -> JSONValue? {
    guard let given = try registry().events.first(where: { $0.id == ended })?.payload["body"] else { return nil }
    let (officer, key) = (given["officer"]?.string, (given["sign"] ?? given["key"]?["sign"])?.string)
    var folders = ["registry"] + (try caseKeys().map(\.path))
    for root in ["rounds", "titles"] {
      for above in try disk.names(root).map({ "\(root)/\($0)" }) {
        // Lists lie beside the events of an office.
        folders += [above]
        folders += try disk.names(above).map { "\(above)/\($0)" }.filter { folder in
          (try? disk.withFolder(folder) { _ throws(StoreError) in true }) == true
        }
      }
    }
    var ids: [String] = []
    for folder in folders {
      ids += try events(in: folder).events.filter { $0.author == officer && (key == nil || $0.key == key) }.map(\.id)
    }
    let sha = try keep(Array(ids.sorted().map { $0 + "\n" }.joined().utf8), in: "registry")
    return ["count": .integer(Int64(ids.count)), "sha": .string(sha)]
  }

  /// The events of a title's or round's folder, judged.
  package func history(_ folder: String) throws(StoreError) -> History {
    History(folder: folder, try events(in: folder).judged().events, registry: try officers())
  }

  /// Everything about one case: its revisions, its events judged and folded, its assessment with verified values.
  ///
  /// - Parameter today: settles which settings of the office are in force.
  /// - Returns: `nil` where there is no such folder.
  /// - Throws: `damaged` where no revision can be read.
  package func caseFile(_ key: CaseKey, _ standard: Standard = .shared, today: Day) throws(StoreError)
    -> CaseFile?
  {
    guard let stored = try storedCase(key) else { return nil }
    return try caseFile(
      stored, standard, try officers(), try settings(key.authority, on: today).settings)
  }

  func caseFile(
    _ stored: StoredCase, _ standard: Standard, _ registry: Registry, _ settings: OfficeSettings
  ) throws(StoreError) -> CaseFile {
    let reader = ApplicationReader(standard: standard).ofReceived
    let (events, unsound) = stored.events.judged()
    var unreadable = unsound
    for problem in stored.problems {
      unreadable.append(.init(name: problem.name, UnmetRequirement(.bytes, "bytes", problem.message)))
    }
    var revisions: [CaseFile.Revision] = []
    for revision in stored.revisions {
      do throws(ApplicationErrors) {
        let application = try reader.read(revision.bytes)
        revisions.append(.init(number: revision.number, sha: revision.sha256, application: application))
      } catch {
        let message = error.errors.first?.message ?? Phrase("无法读取", "Not readable")
        unreadable.append(.init(name: revision.name, UnmetRequirement(.schema, "schema", message)))
      }
    }
    guard
      let file = CaseFile(
        key: stored.key, revisions: revisions, events: events, registry: registry, settings: settings,
        standard: standard, unreadable: unreadable)
    else {
      throw StoreError(
        .damaged, stored.key.path,
        unreadable.first?.unmet.message
          ?? Phrase("\(stored.key.path)中没有申请文件", "There is no application in \(stored.key.path)"))
    }
    return file
  }
}
