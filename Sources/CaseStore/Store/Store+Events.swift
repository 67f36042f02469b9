import Casework
import ScoringCore
import StrictJSON
import Synchronization
import SystemPackage

extension Store {
  /// The events of a folder, each judged alone.
  /// - Parameter registry: says whose events are looked at; the registry's own folder has none.
  func events(in folder: String, _ registry: Registry?) throws(StoreError) -> EventFolder {
    try read(folder, registry)?.folder ?? EventFolder()
  }

  /// The same with a look at the folder's files; `nil` where it is not there.
  private func read(_ folder: String, _ registry: Registry?) throws(StoreError)
    -> (files: [(name: String, status: FileStatus)], folder: EventFolder)?
  {
    try disk.withFolder(folder) { handle throws(StoreError) in
      let files: [(name: String, status: FileStatus)]
      do throws(Errno) {
        files = try disk.look(at: try retrying(try disk.files.names(in: handle)), in: handle)
      } catch { throw .reading(folder, error) }
      defer { aside.save() }
      let events = events(files, in: handle, folder, registry)
      return (files.filter { !events.vanished.contains($0.name) }, events)
    }
  }

  /// - Parameter files: as they were looked at before, sorted by name.
  func events(_ files: [(name: String, status: FileStatus)], in handle: Int32, _ folder: String, _ registry: Registry?)
    -> EventFolder
  {
    var result = EventFolder()
    // The same event under a short and a long name is one event.
    var known: Set<String> = []
    var before = (registry == nil ? [] : aside.entries(of: folder))[...]
    var (now, isNew) = ([SetAsideFiles.Entry](), false)
    for (name, status) in files where Store.isEvent(name) {
      while let entry = before.first, precedes(entry.file.name, name) {
        before.removeFirst()
        isNew = true
      }
      if let entry = before.first, entry.file.name == name {
        before.removeFirst()
        if entry.fits(status), entry.file.stranger.map({ registry?.knows($0) == true }) != true {
          result.unreadable.append(entry.file)
          now.append(entry)
          continue
        }
        isNew = true
      }
      do throws(EventFolder.NoEvent) {
        guard let event = try event(name, in: handle, folder, registry) else {
          result.vanished.insert(name)
          continue
        }
        if known.insert(event.id).inserted { result.events.append(event) }
      } catch {
        result.unreadable.append(error.file)
        guard error.file.isWhole else { continue }
        now.append(SetAsideFiles.Entry(error.file, status))
        isNew = true
      }
    }
    result.leaveOutReplaced()
    if registry != nil, isNew || !before.isEmpty { aside.set(now, of: folder) }
    result.events.sort { $0.id < $1.id }
    return result
  }

  /// - Returns: `nil` where the file is there no longer.
  private func event(_ name: String, in handle: Int32, _ folder: String, _ registry: Registry?)
    throws(EventFolder.NoEvent) -> EventFile?
  {
    let bytes: [UInt8]
    do throws(StoreError) {
      bytes = try disk.read(name, in: handle, path: "\(folder)/\(name)", limit: EventFile.limit)
    } catch {
      if error.kind == .missing { return nil }
      throw EventFolder.NoEvent(file: .init(name: name, error))
    }
    guard !bytes.isEmpty else { throw EventFolder.NoEvent(file: .empty(name)) }
    // Whoever is not known signs nothing that counts: neither payload nor signature need be looked at.
    if let registry, let key = EventFile.key(in: bytes), !registry.knows(key),
      EventFile.name(name, fits: Hexadecimal.sha256(bytes))
    {
      throw EventFolder.NoEvent(file: .stranger(name, key: key, author: EventFile.author(in: bytes)))
    }
    let event: EventFile
    do throws(EventFile.Fault) {
      event = try EventFile(reading: bytes)
      guard event.fits(name) else { throw .name }
      guard verified.isSigned(event, in: folder) else { throw .signature }
    } catch {
      let isWhole = EventFile.name(name, fits: Hexadecimal.sha256(bytes))
      throw EventFolder.NoEvent(
        file: .init(name: name, message: error.message, isWhole: isWhole, isForged: error == .signature))
    }
    return event
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
    if let known, try registryFingerprint() == known.fingerprint { return (known.fingerprint, known.folder) }
    guard let (files, folder) = try read("registry", nil) else { throw .reading("registry", .noSuchFileOrDirectory) }
    // Of what was read, not of what was listed: a file that comes back is another look.
    let fingerprint = Fingerprint.of(files)
    registryCache.withLock { $0 = folder.failure == nil ? (files.map(\.name), fingerprint, folder) : nil }
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
    if isCopy, folder.hasPrefix("rounds/") { throw copyTrouble ?? .roundOfCopy(path, copy) }
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
