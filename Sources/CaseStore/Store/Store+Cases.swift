package import Casework
import ScoringCore
import SystemPackage

/// One case as its folder holds it: the applications as received and the events, judged alone.
package struct StoredCase: Sendable {
  /// One application file; revisions are told apart by their whole hash, which events name.
  package struct Revision: Sendable, Hashable {
    /// 1 …, as the file name says; it decides nothing.
    package var number: Int
    package var name: String
    /// SHA-256 of the bytes.
    package var sha256: String
    package var bytes: [UInt8]
  }

  /// Most bytes of an application.
  static let documentLimit = 16 << 20

  package var key: CaseKey
  /// By number, then hash.
  package var revisions: [Revision]
  package var events: EventFolder
  /// Names of applications that no event here names by their hash, where some is named: they were not opened.
  package var unnamed: [String] = []
  /// Files that cannot be read or whose names do not fit their bytes.
  package var problems: [EventFolder.UnreadableFile]
  /// Of the folder's files, as a look at them tells (`Fingerprint`).
  package var fingerprint: UInt64

  /// Why the folder could not be read whole; `nil` where it was.
  var failure: EventFolder.UnreadableFile? { events.failure ?? problems.first(where: \.isUnread) }
}

extension Store {
  /// Every case folder, in the order of authority, batch and id.
  /// - Throws: where one of the folders above them cannot be read.
  package func caseKeys() throws(StoreError) -> [CaseKey] {
    let (keys, failures) = try caseFolders()
    if let failure = failures.first { throw failure }
    return keys
  }

  /// The cases of one batch, in the order of their ids.
  package func caseKeys(authority: String, batch: String) throws(StoreError) -> [CaseKey] {
    try disk.entries("cases/\(authority)/\(batch)").filter(Store.isFolderOfOurs).map {
      CaseKey(authority: authority, batch: batch, id: $0.name)
    }
  }

  /// The cases of that id, one a batch, in order: looked for, without listing the store.
  package func caseKeys(id: String) throws(StoreError) -> [CaseKey] {
    var keys: [CaseKey] = []
    let (batches, failures) = try batches()
    var neighbours = Neighbours(disk)
    for (authority, batch) in batches {
      guard let key = CaseKey(path: "cases/\(authority)/\(batch)/\(id)") else { return [] }
      if Self.isName(key), try neighbours.holds(key.path) { keys.append(key) }
    }
    if keys.isEmpty, let failure = failures.first { throw failure }
    return keys
  }

  /// Why there is no case of that id or folder although this officer has seen one; `nil` where he has not.
  package func gone(_ name: String) -> StoreError? {
    let name = name.hasPrefix("cases/") ? name : "/" + name
    return verified.folders(below: "cases").first { $0 == name || $0.hasSuffix(name) }.map { .gone($0) }
  }

  /// Whether there is a folder of that case.
  package func holds(_ key: CaseKey) throws(StoreError) -> Bool {
    guard Self.isName(key) else { return false }
    var neighbours = Neighbours(disk)
    return try neighbours.holds(key.path)
  }

  /// Whether a folder can have such a name.
  private static func isName(_ key: CaseKey) -> Bool {
    [key.authority, key.batch, key.id].allSatisfy {
      $0 != "." && $0 != ".." && !$0.contains("\0") && $0.utf8.count <= 255
    }
  }

  /// Every case folder, and what of the folders above them cannot be read: it stops nothing else.
  func caseFolders() throws(StoreError) -> (keys: [CaseKey], failures: [StoreError]) {
    var keys: [CaseKey] = []
    var (batches, failures) = try batches()
    for (authority, batch) in batches {
      do throws(StoreError) { keys += try caseKeys(authority: authority, batch: batch) } catch {
        failures.append(error)
      }
    }
    batches = []
    return (keys, failures)
  }

  private func batches() throws(StoreError) -> (found: [(authority: String, batch: String)], failures: [StoreError]) {
    var found: [(String, String)] = []
    var failures: [StoreError] = []
    for (authority, kind) in try disk.entries("cases") {
      guard kind == .folder else {
        // An office that became a link hides its cases; anything else was never one.
        if kind != .file, Authorities.shared[authority] != nil { failures.append(.unsafe("cases/\(authority)")) }
        continue
      }
      guard !authority.hasPrefix(".") else { continue }
      do throws(StoreError) {
        for (batch, kind) in try disk.entries("cases/\(authority)").filter(Store.isFolderOfOurs) {
          if kind == .folder {
            found.append((authority, batch))
          } else {
            failures.append(.unsafe("cases/\(authority)/\(batch)"))
          }
        }
      } catch { failures.append(error) }
    }
    return (found, failures)
  }

  /// Whether a name is that of a batch, case or title, if only of one that became a link: files are strays.
  static func isFolderOfOurs(_ entry: (name: String, kind: FileStatus.Kind)) -> Bool {
    entry.kind != .file && !isStray(entry.name)
  }

  /// Whether a name is one that other programs lay into folders, or hidden.
  static func isStray(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: ".") || name.utf8.count < 13 && strays.contains(name.lowercased())
  }

  /// What other programs lay into folders under names that could be ids.
  private static let strays: Set<String> = ["thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"]

  /// Reads one case; `nil` where there is no such folder.
  /// - Parameter registry: says whose events are looked at.
  package func storedCase(_ key: CaseKey, _ registry: Registry) throws(StoreError) -> StoredCase? {
    let path = key.path
    return try disk.withFolder(path) { folder throws(StoreError) in
      let files: [(name: String, status: FileStatus)]
      do throws(Errno) {
        // Before the files are read: what changes meanwhile is read again.
        files = try disk.look(at: try retrying(try disk.files.names(in: folder)), in: folder)
      } catch { throw .reading(path, error) }
      var result = StoredCase(
        key: key, revisions: [], events: events(files, in: folder, path, registry), problems: [], fingerprint: 0)
      var vanished = result.events.vanished
      let named = Set(result.events.events.compactMap(\.application))
      for (name, _) in files {
        guard let (number, hash) = Store.revision(name) else {
          if name.hasPrefix("application.r"), name.hasSuffix(".json"), name.contains("-") {
            result.problems.append(.init(name: name, message: EventFile.Fault.name.message))
          }
          continue
        }
        guard named.isEmpty || named.contains(where: { $0.hasPrefix(hash) }) else {
          result.unnamed.append(name)
          continue
        }
        do throws(StoreError) {
          let bytes = try disk.read(
            name, in: folder, path: "\(path)/\(name)", limit: StoredCase.documentLimit)
          guard !bytes.isEmpty else {
            result.problems.append(.empty(name))
            continue
          }
          let sha = Hexadecimal.sha256(bytes)
          guard sha.hasPrefix(hash) else {
            result.problems.append(.init(name: name, message: EventFile.Fault.name.message))
            continue
          }
          result.revisions.append(.init(number: number, name: name, sha256: sha, bytes: bytes))
        } catch {
          if error.kind == .missing { vanished.insert(name) } else { result.problems.append(.init(name: name, error)) }
        }
      }
      result.fingerprint = Fingerprint.of(files.filter { !vanished.contains($0.name) })
      let good = result.revisions
      result.problems.removeAll { problem in
        guard let (number, hash) = Store.revision(problem.name) else { return false }
        return good.contains { $0.number == number && $0.sha256.hasPrefix(hash) }
      }
      result.revisions.sort { ($0.number, $0.sha256) < ($1.number, $1.sha256) }
      return result
    }
  }

  /// Number and hash in `application.r<N>-<hash>.json`, of a number beyond all bounds the greatest; `nil` for any other
  /// name.
  static func revision(_ name: String) -> (Int, Substring)? {
    guard name.hasPrefix("application.r"), name.hasSuffix(".json") else { return nil }
    let middle = name.dropFirst("application.r".count).dropLast(".json".count)
    let parts = middle.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].utf8.first, first != 0x30,
      parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      parts[1].utf8.count >= 16, Hexadecimal.bytes(String(parts[1])) != nil
    else { return nil }
    return (Int(parts[0]) ?? .max, parts[1])
  }

  static func names(ofRevision number: Int, _ sha256: String) -> [String] {
    Disk.names(ofHash: sha256) { "application.r\(number)-\($0).json" }
  }
}
