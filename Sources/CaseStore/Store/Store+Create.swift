import Casework
import ScoringCore
import StrictJSON
import SystemPackage

extension Store {
  /// The officer who founds a store: its first supervisor, with every role.
  package struct Founder: Sendable, Hashable {
    /// Officer id: 1 to 64 of `a-z0-9.-`, beginning with a letter or digit.
    package var officer: String
    package var name: String

    package init(officer: String, name: String) {
      self.officer = officer
      self.name = name
    }
  }

  /// Founds a store in a folder that is empty or not there, and keeps the founder's key in the own folder. A founding
  /// that was cut short is gone on with by the same founder, under the same passphrase, or else begun anew; one that was
  /// finished and not told is told.
  ///
  /// - Parameters:
  ///   - passphrase: protects the key; `nil` leaves it unprotected.
  ///   - trial: for trials 试验库: a program may pretend a day there, and says so.
  package static func create(
    _ path: String, founder: Founder, passphrase: String?, trial: Bool = false, at moment: Timestamp,
    environment: [String: String]
  ) throws(StoreError) -> Store {
    try create(
      path, founder: founder, passphrase: passphrase, trial: trial, at: moment, environment: environment,
      files: PosixFileSystem())
  }

  static func create(
    _ path: String, founder: Founder, passphrase: String?, trial: Bool = false, at moment: Timestamp,
    environment: [String: String], files: any FileSystem
  ) throws(StoreError) -> Store {
    try OfficerKey.checkOfficer(founder.officer)
    let disk = try folder(path, files)
    let begun = try begun(disk, founder)
    var (own, event): (OfficerFolder?, EventFile)
    if let begun, let place = try ownFolder(of: begun, founder, passphrase, environment, files) {
      (own, event) = (place, begun)
    } else {
      if let begun { try forget(begun, disk) }
      let key = OfficerKey(officer: founder.officer)
      event = try founding(founder, key, trial: trial, at: moment)
      own = try OfficerFolder.place(of: event.id, environment: environment).map { place throws(StoreError) in
        try OfficerFolder(place, files: files)
      }
      try own?.save(key, passphrase: passphrase, at: moment)
    }
    guard let own else {
      throw StoreError(
        .noKey, path,
        Phrase(
          "没有存放密钥的地方：请设置 HOME 或 XDG_DATA_HOME",
          "There is no place for the key: set HOME or XDG_DATA_HOME"))
    }
    try own.setCount(to: max(1, own.count(of: event.key) ?? 1), of: event.key)
    for (name, text) in outside { _ = try disk.publish(Array(text.utf8), in: "", names: [name]) }
    _ = try disk.publish(event.bytes, in: "registry", names: event.names)
    let value: JSONValue = ["format": .string(format), "id": .string(event.id)]
    _ = try disk.publish(value.canonicalBytes + [0x0A], in: "", names: [storeName])
    let traits = disk.traits(writing: true)
    StorePlace(path, environment: environment, files)?.settle(event.id)
    return Store(disk: disk, id: event.id, own: own, isTrial: event.isTrial, traits: traits)
  }

  static let storeName = "store.json"
  /// Bytes must not change on their way through git, and `.tidu` does not travel.
  static let outside = [".gitattributes": "* -text\n", ".gitignore": ".tidu/\n"]

  /// The folder to found in or to take along to, made where it is not there.
  static func folder(_ path: String, _ files: any FileSystem) throws(StoreError) -> Disk {
    let (parent, name) = split(path.hasSuffix("/") ? String(path.dropLast()) : path)
    let above = try Disk(path: parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent, files: files)
    if name != "." && name != ".." {
      do throws(Errno) { try above.files.close(try above.make(name, mode: 0o775)) } catch {
        // An existing folder may be reached through a link of the user's own.
        if error != .notDirectory && error != .tooManySymbolicLinkLevels { throw .writing(path, error) }
      }
    }
    return try Disk(path: path, files: files)
  }

  /// The founding event that an earlier run had written here; `nil` in a folder with nothing in it that counts.
  /// - Throws: `exists` where anything else is there.
  private static func begun(_ disk: Disk, _ founder: Founder) throws(StoreError) -> EventFile? {
    let taken = StoreError(
      .exists, disk.path,
      Phrase("\(disk.path)不是空目录，未作改动", "\(disk.path) is not an empty folder; nothing was changed"))
    let (entries, others) = try disk.listing("")
    let names = entries.map(\.name)
    guard others.isEmpty else { throw taken }
    for name in names where !["registry", storeName, ".tidu"].contains(name) {
      guard let text = outside[name], try disk.read(name, limit: 1024) == Array(text.utf8) else { throw taken }
    }
    let events = names.contains("registry") ? try disk.names("registry") : []
    guard events.count <= 1 else { throw taken }
    guard let name = events.first else {
      guard !names.contains(storeName) else { throw taken }
      return nil
    }
    guard let event = try? EventFile(reading: try disk.read("registry/\(name)", limit: EventFile.limit)),
      event.isSigned,
      event.fits(name), event.kind == ActName.found.rawValue, event.author == founder.officer,
      event.payload["body"]?["name"]?.string == founder.name
    else { throw taken }
    guard names.contains(storeName) else { return event }
    // Finished: it is this founder's own, or somebody's store.
    let value = try? JSONValue(parsing: try disk.read(storeName, limit: 65_536))
    guard value?["format"]?.string == format, value?["id"]?.string == event.id else { throw taken }
    return event
  }

  /// The own folder of a founding that was begun, where its key is there and this passphrase opens it.
  private static func ownFolder(
    of event: EventFile, _ founder: Founder, _ passphrase: String?, _ environment: [String: String],
    _ files: any FileSystem
  ) throws(StoreError) -> OfficerFolder? {
    guard let place = OfficerFolder.place(of: event.id, environment: environment) else { return nil }
    do throws(StoreError) { _ = try Disk(path: place, files: files) } catch {
      if error.kind == .missing { return nil }
      throw error
    }
    let own = try OfficerFolder(place, files: files)
    guard let info = try own.keys().first(where: { $0.sign == event.key }), info.isProtected == (passphrase != nil)
    else { return nil }
    do throws(StoreError) {
      let key = try own.open(officer: founder.officer, PassphraseSource(file: nil) { _ in passphrase })
      return key.sign == event.key ? own : nil
    } catch {
      if error.kind == .passphrase { return nil }
      throw error
    }
  }

  /// Takes away the founding event of a store that never came to be: nobody has its key any more.
  /// - Throws: `exists` where the store did come to be.
  private static func forget(_ event: EventFile, _ disk: Disk) throws(StoreError) {
    guard try !disk.names("").contains(storeName) else {
      throw StoreError(
        .exists, disk.path,
        Phrase(
          "\(disk.path)已是\(event.author)建立的库，本机没有可用的创始密钥，未作改动",
          "\(disk.path) is a store that \(event.author) founded, and its key does not open here; nothing was changed"))
    }
    _ = try disk.withFolder("registry") { folder throws(StoreError) in
      for name in event.names {
        do throws(Errno) { try retrying(try disk.files.remove(name, in: folder)) } catch {
          if error != .noSuchFileOrDirectory { throw .writing("registry/\(name)", error) }
        }
      }
      do throws(Errno) { try retrying(try disk.files.sync(folder)) } catch { throw .writing("registry", error) }
    }
  }

  static func founding(_ founder: Founder, _ key: OfficerKey, trial: Bool, at moment: Timestamp)
    throws(StoreError)
    -> EventFile
  {
    var body: JSONValue = [
      "key": ["seal": .string(key.seal), "sign": .string(key.sign)], "name": .string(founder.name),
      "officer": .string(founder.officer), "on": .string(moment.day.description),
      "roles": ["administrator", "objection", "reviewer", "signer", "spotCheck", "supervisor"],
      "threshold": 1,
    ]
    if trial { body = .object((body.members ?? []) + [.init("trial", true)]) }
    return try EventFile(
      signing: [
        "at": .string(moment.text), "author": .string(founder.officer), "body": body, "case": "registry",
        "format": .string(EventFile.format), "kind": .string(ActName.found.rawValue), "parents": [], "registry": [],
        "seq": 1,
      ], with: key)
  }
}
