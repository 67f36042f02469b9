import Casework
import ScoringCore
import StrictJSON
import Synchronization
import SystemPackage

extension Store {
  /// The events of a folder, each judged alone.
  package func events(in folder: String) throws(StoreError) -> EventFolder {
    try disk.withFolder(folder) { handle throws(StoreError) in
      let names: [String]
      do throws(Errno) { names = try retrying(try disk.files.names(in: handle)) } catch {
        throw .reading(folder, error)
      }
      return events(names, in: handle, folder)
    } ?? EventFolder()
  }

  func events(_ names: [String], in handle: Int32, _ folder: String) -> EventFolder {
    var result = EventFolder()
    // The same event under a short and a long name is one event.
    var known: Set<String> = []
    for name in names where Store.isEvent(name) {
      let bytes: [UInt8]
      do throws(StoreError) {
        bytes = try disk.read(name, in: handle, path: "\(folder)/\(name)", limit: EventFile.limit)
      } catch {
        result.unreadable.append(.init(name: name, error))
        continue
      }
      guard !bytes.isEmpty else {
        result.unreadable.append(.empty(name))
        continue
      }
      do throws(EventFile.Fault) {
        let event = try EventFile(reading: bytes)
        guard event.fits(name) else { throw .name }
        guard verified.isSigned(event, in: folder) else { throw .signature }
        if known.insert(event.id).inserted { result.events.append(event) }
      } catch {
        let isWhole = EventFile.name(name, fits: Hexadecimal.sha256(bytes))
        result.unreadable.append(.init(name: name, fault: error, message: error.message, isWhole: isWhole))
      }
    }
    result.leaveOutReplaced()
    result.events.sort { $0.id < $1.id }
    result.unreadable.sort { $0.name < $1.name }
    return result
  }

  /// Whether a name is that of an event.
  static func isEvent(_ name: String) -> Bool { EventFile.isName(name) }

  /// The registry's events, read again where another program has added to them.
  package func registry() throws(StoreError) -> EventFolder { try registryFolder().folder }

  /// The same with the fingerprint of the folder, the files of cuts among them. What could not be read whole is read again
  /// the next time, and what does not count when it changes.
  func registryFolder() throws(StoreError) -> (fingerprint: UInt64, folder: EventFolder) {
    let names = try disk.names("registry")
    let known = registryCache.withLock { $0 }
    // Files never change: a look at each is for those that were being copied.
    if let known, known.folder.unreadable.isEmpty, known.names == names { return (known.fingerprint, known.folder) }
    let fingerprint = try registryFingerprint()
    if let known, known.fingerprint == fingerprint { return (fingerprint, known.folder) }
    let folder = try events(in: "registry")
    registryCache.withLock { $0 = folder.failure == nil ? (names, fingerprint, folder) : nil }
    return (fingerprint, folder)
  }

  /// - Throws: where the folder is not there as well: every store has one.
  func registryFingerprint() throws(StoreError) -> UInt64 { try disk.fingerprint("registry") }

  /// There is no folder of the officer's own, and so no key.
  package var noPlace: StoreError {
    ownTrouble
      ?? StoreError(
        .noKey, path,
        Phrase("没有本人目录：请设置 HOME 或 XDG_DATA_HOME", "There is no folder of your own: set HOME or XDG_DATA_HOME"))
  }

  func sign(
    _ act: ActName, body: JSONValue, in folder: String, parents: [String], registry: [String],
    number: Int, by key: OfficerKey, at moment: Timestamp
  ) throws(StoreError) -> EventFile {
    if let isAnother { throw isAnother }
    return try EventFile(
      signing: [
        "at": .string(moment.text), "author": .string(key.officer), "body": body, "case": .string(folder),
        "format": .string(EventFile.format), "kind": .string(act.rawValue),
        "parents": .array(parents.sorted().map { .string($0) }),
        "registry": .array(registry.map { .string($0) }), "seq": .integer(Int64(number)),
        "store": .string(id),
      ], with: key)
  }
}
