public import Casework
public import ScoringCore
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
    let folder = try registry()
    if let known = officersCache.withLock({ $0 }), known.heads == folder.heads { return known.registry }
    let registry = Registry(folder.judged().events)
    officersCache.withLock { $0 = (folder.heads, registry) }
    return registry
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
      stored, standard, try officers(), try settings(key.authority, standard, on: today).settings)
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
        revisions.append(
          .init(
            number: revision.number, sha: revision.sha256, application: try reader.read(revision.bytes)))
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
