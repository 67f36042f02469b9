public import Casework
public import ScoringCore
public import StrictJSON
import Synchronization

extension Event {
  /// What Casework makes of an event whose bytes and signature are good.
  init(_ file: EventFile) throws(Unmet) {
    try self.init(payload: file.payload, id: file.id, key: file.key)
  }
}

extension EventFolder {
  /// The events with a sound envelope, and every file that is none, with its reason.
  func judged() -> (events: [Event], bad: [CaseFile.Bad]) {
    var result: (events: [Event], bad: [CaseFile.Bad]) = ([], [])
    for file in events {
      do throws(Unmet) { result.events.append(try Event(file)) } catch {
        result.bad.append(.init(name: file.id, error))
      }
    }
    for file in bad {
      let isSignature = file.fault == .signature
      result.bad.append(
        .init(
          name: file.name,
          Unmet(isSignature ? .signature : .bytes, isSignature ? "signature" : "bytes", file.message)))
    }
    return result
  }
}

extension Store {
  /// Officers, keys, roles and settings in force: the fold of the registry as it is on disk now.
  public func officers() throws(StoreError) -> Registry {
    let (fingerprint, folder) = try registryFolder()
    if let known = officersCache.withLock({ $0 }), known.fingerprint == fingerprint { return known.registry }
    let events = folder.judged().events
    var cuts: [String: Set<String>] = [:]
    for event in events where event.act == .end {
      guard let sha = event.body["cut"]?["sha"]?.string, let bytes = try file("registry", sha) else { continue }
      cuts[sha] = Set(bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
    }
    let registry = Registry(events, cuts: cuts)
    officersCache.withLock { $0 = (fingerprint, registry) }
    return registry
  }

  /// Keeps the ids of every act in this store of an officer, or of one key, as the cut of an end: what stands although
  /// it ends. One id a line, sorted.
  /// - Parameter ended: the event that gave the office, key or role.
  public func keepCut(of ended: String) throws(StoreError) -> JSONValue? {
    guard let given = try registry().events.first(where: { $0.id == ended })?.payload["body"] else { return nil }
    let (officer, key) = (given["officer"]?.string, given["sign"]?.string)
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
  public func history(_ folder: String) throws(StoreError) -> History {
    History(folder: folder, try events(in: folder).judged().events, registry: try officers())
  }

  /// Everything about one case: its revisions, its events judged and folded, its assessment with verified values.
  ///
  /// - Parameter today: settles which settings of the office are in force.
  /// - Returns: `nil` where there is no such folder.
  /// - Throws: `damaged` where no revision can be read.
  public func caseFile(_ key: CaseKey, _ standard: Standard = .shared, today: Day) throws(StoreError)
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
    var bad = unsound
    for problem in stored.problems {
      bad.append(.init(name: problem.name, Unmet(.bytes, "bytes", problem.message)))
    }
    var revisions: [CaseFile.Revision] = []
    for revision in stored.revisions {
      do throws(ApplicationErrors) {
        let application = try reader.read(revision.bytes)
        if let unmet = revisions.first.flatMap({ CaseFile.resubmission(application, after: $0.application).first }) {
          bad.append(.init(name: revision.name, unmet))
          continue
        }
        revisions.append(.init(number: revision.number, sha: revision.sha256, application: application))
      } catch {
        let message = error.errors.first?.message ?? Phrase("无法读取", "Not readable")
        bad.append(.init(name: revision.name, Unmet(.schema, "schema", message)))
      }
    }
    guard
      let file = CaseFile(
        key: stored.key, revisions: revisions, events: events, registry: registry, settings: settings,
        standard: standard, bad: bad)
    else {
      throw StoreError(
        .damaged, stored.key.path,
        bad.first?.unmet.message
          ?? Phrase("\(stored.key.path)中没有申请文件", "There is no application in \(stored.key.path)"))
    }
    return file
  }
}
