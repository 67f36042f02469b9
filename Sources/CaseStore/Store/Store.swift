import Casework
package import ScoringCore
import StrictJSON
import Synchronization
import SystemPackage

/// A store (Casework §9): folders of JSON that hold applications, the events of their cases, and the registry of who may
/// do what.
///
/// What counts is never changed in place or deleted. Reading needs nothing but the files; writing needs a key.
/// Calls may come from any thread; they wait for the disk.
package final class Store: Sendable {
  package static let format = "tidu.store/1"

  /// The folder as it was given.
  package let path: String
  /// SHA-256 of the founding event.
  package let id: String
  /// The officer's own folder for this store; `nil` where the environment names no place for one.
  package let own: OfficerFolder?
  /// Why there is none, where a place is named.
  let ownTrouble: StoreError?
  /// Another store was last opened at this path: what is said of it, and nothing is signed here; `nil` elsewhere.
  package let isAnother: StoreError?
  /// It was founded for trials 试验库, whatever of its registry can be read now.
  package let isTrial: Bool
  private let copyState: Mutex<Result<CopyRecord, StoreError>?>

  /// What is to be told of the disk, the first time a store is opened at its place; empty from then on.
  package let traits: [DiskTrait]

  /// The standard before any overlay that offices adopted.
  let base: Standard
  let disk: Disk
  /// Where the own folder keeps what holds of this copy alone: what was seen in it and the index.
  let ownPlace: String
  let verified: VerifiedEvents
  let aside: SetAsideFiles
  let index = Mutex(IndexState())
  let officersCache = Mutex<RegistryReading?>(nil)
  let titlesCache = Mutex(TitlesCache())
  /// What is in the store and still in the outbox, by the name of its file there.
  let untold = Mutex<[String: Outbox.Entry]>([:])
  let isSwept = Mutex(false)
  let registryCache = Mutex<(names: [String], fingerprint: UInt64, folder: EventFolder)?>(nil)

  init(
    disk: Disk, id: String, own: OfficerFolder?, _ ownTrouble: StoreError? = nil, isAnother: StoreError? = nil,
    isTrial: Bool = false, copy: Result<CopyRecord, StoreError>? = nil, traits: [DiskTrait] = [],
    base: Standard = .shared
  ) {
    self.traits = traits
    self.isAnother = isAnother
    self.base = base
    self.isTrial = isTrial
    path = disk.path
    self.id = id
    self.own = own
    self.ownTrouble = ownTrouble
    self.disk = disk
    copyState = Mutex(copy)
    ownPlace = copy.map { (try? $0.get())?.ownFolder ?? "copies/damaged" } ?? ""
    verified = VerifiedEvents(own, in: ownPlace)
    aside = SetAsideFiles(own, in: ownPlace)
  }

  /// It is a copy that was taken along and has a part, whatever can be read of its record.
  package var isCopy: Bool { copyState.withLock { $0 != nil } }

  /// What it knows of itself where it is a copy that was taken along; `nil` elsewhere, and where that is damaged.
  package var copy: CopyRecord? { copyState.withLock { try? $0?.get() } }

  /// Why nobody can tell what of a copy was brought back; `nil` elsewhere.
  package var copyTrouble: StoreError? {
    copyState.withLock { state in
      guard case .failure(let error)? = state else { return nil }
      return error
    }
  }

  func setCopy(_ record: CopyRecord) throws(StoreError) {
    try record.write(disk)
    copyState.withLock { $0 = .success(record) }
  }

  /// Opens the store in a folder.
  ///
  /// - Parameters:
  ///   - environment: names the officer's own folder (`OfficerFolder.place`).
  ///   - standard: what the overlays that offices adopted are laid over; no file or setting names another.
  /// - Throws: `notAStore`; `newerFormat`, and nothing is touched; `damaged` where `store.json` and the founding event
  ///   do not belong together.
  package static func open(
    _ path: String, environment: [String: String], by standard: Standard = .shared
  ) throws(StoreError) -> Store {
    try open(path, environment: environment, by: standard, files: PosixFileSystem())
  }

  static func open(
    _ path: String, environment: [String: String], by standard: Standard = .shared, files: any FileSystem
  ) throws(StoreError) -> Store {
    let none = StoreError(
      .notAStore, path,
      Phrase("\(path)不是 tidu 的库；用 tidu init 建立", "\(path) is no tidu store; found one with tidu init"))
    let disk: Disk
    let bytes: [UInt8]?
    do {
      disk = try Disk(path: path, files: files)
      bytes = try disk.readIfPresent("store.json", limit: 65_536)
    } catch { throw error.kind == .missing ? none : error }
    guard let bytes else {
      // What is left of a store is not founded again.
      guard let names = try? disk.names(""), names.contains("registry") || names.contains("cases") else { throw none }
      if let copy = try? CopyRecord.read(disk), !copy.isWhole { throw .unfinishedCopy(path, copy) }
      if try JoinMark.read(disk) != nil { throw .unfinishedJoin(path) }
      throw StoreError(
        .damaged, "\(path)/store.json",
        Phrase(
          "\(path)是 tidu 的库，但缺 store.json：请从备份或其他副本取回，不要重新建库",
          "\(path) is a tidu store that lacks store.json: get it from a copy; do not found a new one"))
    }
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
    guard let id = value["id"]?.string, Hexadecimal.isDigest(id) else { throw damaged }
    var failure: StoreError?
    for name in try disk.names("registry") where isEvent(name) && name.contains(id.prefix(16)) {
      let bytes: [UInt8]
      do throws(StoreError) { bytes = try disk.read("registry/\(name)", limit: EventFile.limit) } catch {
        failure = failure ?? error
        continue
      }
      guard let event = try? EventFile(reading: bytes), event.id == id, event.kind == ActName.found.rawValue,
        event.isSigned
      else { continue }
      let (own, trouble) = try own(of: id, environment, files)
      let place = StorePlace(path, environment: environment, files)
      let traits = place?.isNew == true ? disk.traits(writing: true) : []
      return Store(
        disk: disk, id: id, own: own, trouble, isAnother: place?.visit(id, at: path), isTrial: event.isTrial,
        copy: copyRecord(disk), traits: traits, base: standard)
    }
    if let failure { throw failure }
    throw try disk.names("registry").isEmpty ? noRegistry(path) : damaged
  }

  private static func copyRecord(_ disk: Disk) -> Result<CopyRecord, StoreError>? {
    do throws(StoreError) { return try CopyRecord.read(disk).map { .success($0) } } catch { return .failure(error) }
  }

  private static func noRegistry(_ path: String) -> StoreError {
    StoreError(
      .damaged, "\(path)/registry",
      Phrase(
        "\(path)缺登记册（registry 文件夹不在或是空的）：请从备份或其他副本取回",
        "\(path) lacks its registry (the folder is not there, or empty): get it from a copy"))
  }

  /// The own folder, and why there is none. Without one everything can still be read.
  private static func own(of id: String, _ environment: [String: String], _ files: any FileSystem) throws(StoreError)
    -> (folder: OfficerFolder?, trouble: StoreError?)
  {
    guard let place = OfficerFolder.place(of: id, environment: environment) else { return (nil, nil) }
    do throws(StoreError) { return (try OfficerFolder(place, files: files), nil) } catch {
      // Keys that others may know are told of at once.
      if error == OfficerFolder.exposed(place) { throw error }
      return (nil, error)
    }
  }
}
