import Casework
import ScoringCore
import SystemPackage

/// What of one copy of a store gets into another place, and what does not and why (Casework §11): the one engine that
/// taking along, bringing back and mending go by.
///
/// It reads from a folder that may hold a part, and asks nothing of it but its files. Everything is held against its
/// name, every event against its signature and its place; a foreign founding, and what rests on it, stays where it is.
/// An event by a key that the registry does not know goes along and is set aside: the key may come later.
///
/// Used once, on one thread.
final class Exchange {
  let source: Store
  /// What is there already; `nil` is an empty place, or a copy that is completed.
  let target: Store?
  /// Where it is written: of a copy that is completed, the copy's disk.
  var place: Disk?
  /// Hashes of the papers that get in, by where they will lie: two revisions may have named one place.
  var claimed: [String: String] = [:]
  let readsBytes: Bool
  /// Public sealing keys: of sealed files only those that one of them opens go along; `nil` is all.
  let recipients: Set<String>?
  /// Papers that an application declares without a hash go along too.
  var takesUnhashed: Bool { target == nil }

  /// What is judged by: the registry of both places together, and that of the other place alone.
  var registry: Registry
  var registryBefore: Registry
  /// Hashes of files whose erasure two officers have agreed to.
  var erased: Set<String> = []
  /// Names of sealed files that only the source has and that no folder has named yet.
  var sealedLeft: Set<String> = []
  var sealedHere: Set<String> = []
  var sealedThere: Set<String> = []

  /// Files that lie in both places.
  var same = 0
  /// What does not get in although its name is one of ours.
  var refused: [StoreFinding] = []
  /// Files that are none of the store's.
  var strays = 0
  /// Sealed files that none of the recipients could open.
  var sealedToOthers = 0
  /// The first digits of the ids of events that both places have or will have.
  var events: Set<String> = []
  var comparison: FolderComparison

  init(
    from source: Store, to target: Store?, readsBytes: Bool = false, recipients: Set<String>? = nil
  ) {
    self.source = source
    self.target = target
    place = target?.disk
    self.readsBytes = readsBytes
    self.recipients = recipients
    registry = Registry([Event](), store: source.id)
    registryBefore = registry
    comparison = FolderComparison(source.disk, target?.disk, readsBytes: readsBytes)
  }

  func refuse(_ finding: StoreFinding) { refused.append(finding) }

  func refuse(_ kind: StoreFinding.Kind, _ path: String, _ zh: String, _ en: String) {
    refused.append(StoreFinding(kind, path, Phrase(zh, en)))
  }

  // MARK: folders of the source

  /// Folders of titles and rounds, those of offices among them. What cannot be listed is refused, and stops nothing else.
  func folders(below root: String) -> [String] {
    var found: [String] = []
    do throws(StoreError) {
      for office in try source.disk.folders(root).map({ "\(root)/\($0)" }) {
        found.append(office)
        do throws(StoreError) { found += try source.disk.folders(office).map { "\(office)/\($0)" } } catch {
          refuse(StoreFinding(error, office))
        }
      }
    } catch { refuse(StoreFinding(error, root)) }
    return found
  }

  /// Every case folder.
  func cases() -> [CaseKey] {
    do throws(StoreError) {
      let (keys, failures) = try source.caseFolders()
      for error in failures { refuse(StoreFinding(error, error.path)) }
      return keys
    } catch {
      refuse(StoreFinding(error, "cases"))
      return []
    }
  }

  /// Looks which sealed files are where. To be called before any folder is.
  func lookAtSealed() {
    do throws(StoreError) {
      sealedThere = Set(try source.disk.names("sealed").filter(Store.isNameOfHash))
      sealedHere = Set(try target?.disk.names("sealed") ?? [])
    } catch { refuse(StoreFinding(error, "sealed")) }
    sealedLeft = readsBytes ? sealedThere : sealedThere.subtracting(sealedHere)
    same += sealedThere.count - sealedLeft.count
  }

  /// What of the sealed files no event names.
  func refuseSealedLeft() {
    for name in sealedLeft.sorted() {
      refuse(.leftover, "sealed/\(name)", "没有事件提到这份密封件", "No event names this sealed file")
    }
  }

  // MARK: files

  /// Whether the other place has a file of this hash in a folder under one of these names.
  /// - Parameter isListed: whether a name is there at all; `nil` asks the disk.
  func isHere(_ sha: String, in folder: String, _ names: [String], isListed: ((String) -> Bool)? = nil) -> Bool {
    guard let target else { return false }
    return names.contains { name in
      isListed?(name) != false && (try? target.disk.digest(folder.isEmpty ? name : "\(folder)/\(name)")) == sha
    }
  }

  /// The name under which the source has a file of this hash. One that cannot be read is refused.
  func name(of sha: String, in folder: String, _ names: [String]) -> String? {
    var failure: StoreError?
    for name in names {
      let path = "\(folder)/\(name)"
      do throws(StoreError) {
        if try source.disk.digest(path) == sha { return name }
        failure = failure ?? StoreError(.damaged, path, CheckedFolder.otherHash)
      } catch { if error.kind != .missing { failure = failure ?? error } }
    }
    if let failure {
      refuse(
        failure.kind == .damaged
          ? StoreFinding(.damagedFile, failure.path, failure.message) : StoreFinding(failure, failure.path))
    }
    return nil
  }

  /// The bytes of a file that gets in; `nil` where they are no longer what they were, which is refused.
  func bytes(of item: TravelItem) -> [UInt8]? {
    if let bytes = item.bytes { return bytes }
    do throws(StoreError) {
      let bytes = try source.disk.read(item.path, limit: Disk.fileLimit)
      guard Hexadecimal.sha256(bytes) == item.sha else {
        refuse(.damagedFile, item.path, "读的时候内容变了", "It changed while it was read")
        return nil
      }
      return bytes
    } catch {
      refuse(StoreFinding(error, item.path))
      return nil
    }
  }
}
