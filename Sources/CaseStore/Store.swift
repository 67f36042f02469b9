import Casework
import ScoringCore
import StrictJSON
import Synchronization
import SystemPackage

/// A store (Casework §9): folders of JSON that hold applications, the events of their cases, and the registry of who may
/// do what.
///
/// What counts is never changed in place or deleted. Reading needs nothing but the files; writing needs a key.
/// Calls may come from any thread; they wait for the disk.
public final class Store: Sendable {
  public static let format = "tidu.store/1"

  /// The folder as it was given.
  public let path: String
  /// SHA-256 of the founding event.
  public let id: String
  /// The officer's own folder for this store; `nil` where the environment names no place for one.
  public let own: OwnFolder?

  let disk: Disk
  let verified: VerifiedEvents
  let index = Mutex(IndexState())
  let officersCache = Mutex<(fingerprint: UInt64, registry: Registry)?>(nil)
  let titlesCache = Mutex(TitlesCache())
  let registryCache = Mutex<(fingerprint: UInt64, folder: EventFolder)?>(nil)

  init(disk: Disk, id: String, own: OwnFolder?) {
    path = disk.path
    self.id = id
    self.own = own
    self.disk = disk
    verified = VerifiedEvents(own)
  }

  /// Opens the store in a folder.
  ///
  /// - Parameter environment: names the officer's own folder (`OwnFolder.place`).
  /// - Throws: `notAStore`; `newerFormat`, and nothing is touched; `damaged` where `store.json` and the founding event
  ///   do not belong together.
  public static func open(_ path: String, environment: [String: String]) throws(StoreError) -> Store {
    try open(path, environment: environment, files: PosixFileSystem())
  }

  static func open(_ path: String, environment: [String: String], files: any FileSystem)
    throws(StoreError) -> Store
  {
    let none = StoreError(
      .notAStore, path,
      Phrase("\(path)不是 tidu 的库；用 tidu init 建立", "\(path) is no tidu store; found one with tidu init"))
    let disk: Disk
    let bytes: [UInt8]?
    do {
      disk = try Disk(path: path, files: files)
      bytes = try disk.readIfPresent("store.json", limit: 65_536)
    } catch { throw error.kind == .missing ? none : error }
    guard let bytes else { throw none }
    let damaged = StoreError(
      .damaged, "\(path)/store.json",
      Phrase(
        "\(path)/store.json 已损坏或与创始事件不符，请从备份恢复",
        "\(path)/store.json is damaged or does not fit the founding event; restore it from a copy"))
    guard let value = try? JSONValue(parsing: bytes), let found = value["format"]?.string else {
      throw damaged
    }
    guard found == format else {
      guard found.hasPrefix("tidu.store/") else { throw damaged }
      throw StoreError(
        .newerFormat, path,
        Phrase(
          "\(path)的格式是\(found)，本程序只认识\(format)；未作任何改动，请升级 tidu",
          "\(path) has the format \(found); this program knows \(format). Nothing was touched; use a newer tidu"
        ))
    }
    guard let id = value["id"]?.string, Hash.bytes(id)?.count == 32 else { throw damaged }
    for name in try disk.names("registry") where name.contains(id.prefix(16)) {
      guard let bytes = try disk.readIfPresent("registry/\(name)", limit: EventFile.limit),
        let event = try? EventFile(reading: bytes), event.id == id, event.kind == ActName.found.rawValue, event.isSigned
      else { continue }
      return Store(disk: disk, id: id, own: try own(of: id, environment))
    }
    throw damaged
  }

  private static func own(of id: String, _ environment: [String: String]) throws(StoreError) -> OwnFolder? {
    guard let place = OwnFolder.place(of: id, environment: environment) else { return nil }
    do { return try OwnFolder(place) } catch {
      // Without a place of one's own everything can still be read.
      if error.kind == .readOnly || error.kind == .denied && error.path != place { return nil }
      throw error
    }
  }
}

extension Store {
  /// The officer who founds a store: its first supervisor, with every role.
  public struct Founder: Sendable, Hashable {
    /// Officer id: 1 to 64 of `a-z0-9.-`, beginning with a letter or digit.
    public var officer: String
    public var name: String

    public init(officer: String, name: String) {
      self.officer = officer
      self.name = name
    }
  }

  /// Founds a store in a folder that is empty or not there, and keeps the founder's key in the own folder.
  ///
  /// - Parameter passphrase: protects the key; `nil` leaves it unprotected.
  public static func create(
    _ path: String, founder: Founder, passphrase: String?, at moment: Moment,
    environment: [String: String]
  ) throws(StoreError) -> Store {
    guard isOfficer(founder.officer) else {
      throw StoreError(
        .badInput, founder.officer,
        Phrase(
          "人员编号“\(founder.officer)”只能用小写字母、数字、点和连字符，最多 64 个",
          "The officer id “\(founder.officer)” may hold lower-case letters, digits, dots and hyphens only, at most 64"
        ))
    }
    let (parent, name) = split(path.hasSuffix("/") ? String(path.dropLast()) : path)
    let above = try Disk(path: parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent)
    if name != "." && name != ".." {
      do throws(Errno) { try above.files.close(try above.make(name)) } catch {
        // An existing folder may be reached through a link of the user's own.
        if error != .notDirectory && error != .tooManySymbolicLinkLevels { throw .writing(path, error) }
      }
    }
    let disk = try Disk(path: path)
    guard try disk.names("").isEmpty else {
      throw StoreError(
        .exists, path,
        Phrase("\(path)不是空目录，未作改动", "\(path) is not an empty folder; nothing was changed"))
    }
    let key = OfficerKey(officer: founder.officer)
    let body: JSONValue = [
      "key": ["seal": .string(key.seal), "sign": .string(key.sign)], "name": .string(founder.name),
      "officer": .string(founder.officer), "on": .string(moment.day.description),
      "roles": ["administrator", "objection", "reviewer", "signer", "spotCheck", "supervisor"],
      "threshold": 1,
    ]
    let payload: JSONValue = [
      "at": .string(moment.text), "author": .string(founder.officer), "body": body, "case": "registry",
      "format": .string(EventFile.format), "kind": .string(ActName.found.rawValue), "parents": [], "registry": [],
      "seq": 1,
    ]
    let event = try EventFile(signing: payload, with: key)
    guard let place = OwnFolder.place(of: event.id, environment: environment) else {
      throw StoreError(
        .noKey, path,
        Phrase(
          "没有存放密钥的地方：请设置 HOME 或 XDG_DATA_HOME",
          "There is no place for the key: set HOME or XDG_DATA_HOME"))
    }
    let own = try OwnFolder(place)
    try own.save(key, passphrase: passphrase, at: moment)
    try own.setCount(1, of: key.sign)
    // Bytes must not change on their way through git, and `.tidu` does not travel.
    _ = try disk.publish(Array("* -text\n".utf8), in: "", names: [".gitattributes"])
    _ = try disk.publish(Array(".tidu/\n".utf8), in: "", names: [".gitignore"])
    _ = try disk.publish(event.bytes, in: "registry", names: event.names(at: moment))
    let value: JSONValue = ["format": .string(format), "id": .string(event.id)]
    _ = try disk.publish(value.canonicalBytes + [0x0A], in: "", names: ["store.json"])
    return Store(disk: disk, id: event.id, own: own)
  }

  static func isOfficer(_ id: String) -> Bool {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789.-".utf8)
    return (1...64).contains(id.utf8.count) && id.utf8.allSatisfy(allowed.contains)
      && id.utf8.first != UInt8(ascii: ".") && id.utf8.first != UInt8(ascii: "-")
  }
}

extension EventFile {
  /// The names to try on disk: when it was written, for people; the hash, for programs.
  func names(at moment: Moment) -> [String] {
    Hash.names(id) { "\(moment.stamp)-\($0).event.json" }
  }

  /// Whether a file's name fits this event.
  func fits(_ name: String) -> Bool {
    guard name.hasSuffix(".event.json"), let dash = name.lastIndex(of: "-") else { return false }
    let hash = name[name.index(after: dash)...].dropLast(".event.json".count)
    return hash.utf8.count >= 16 && id.hasPrefix(hash)
  }
}
