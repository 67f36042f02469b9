package import ScoringCore
import StrictJSON

/// What a copy that was taken along knows of itself 副本的带出记录 (Casework §11.4), in `.tidu/copy` of its folder: it says
/// so of this folder and no other, and never goes along when files are exchanged.
package struct CopyRecord: Sendable, Hashable {
  /// Tells this copy from every other, 16 hexadecimal digits: what an officer's own folder keeps of a copy is kept apart.
  package var id: String
  /// Id of the store.
  package var store: String
  /// Where it was taken from.
  package var from: String
  /// When it was taken, the last time.
  package var day: Day
  /// Everything that was to go along did.
  package var isWhole: Bool
  /// The first 16 digits of the ids of the events that lie where it was taken from too.
  package var known: Set<String>

  static let format = "tidu.copy/1"
  static let folder = ".tidu"
  static let name = "copy"
  /// A million events.
  private static let limit = 32 << 20

  /// Where an officer's own folder keeps what it knows of this copy.
  var ownFolder: String { "copies/\(id)" }

  /// The first line says what it is, with a hash of the rest; then an id a line, sorted.
  var bytes: [UInt8] {
    let rest = Array(known.sorted().map { "\($0)\n" }.joined().utf8)
    let value: JSONValue = [
      "day": .string(day.description), "format": .string(Self.format), "from": .string(from), "id": .string(id),
      "known": .string(Hexadecimal.sha256(rest)), "store": .string(store), "whole": .bool(isWhole),
    ]
    return value.canonicalBytes + [0x0A] + rest
  }

  /// - Returns: `nil` for what is no such record, or damaged.
  init?(reading bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: 0x0A), let value = try? JSONValue(parsing: bytes[..<end]),
      value["format"]?.string == Self.format, let id = value["id"]?.string, id.utf8.count == 16,
      Hexadecimal.bytes(id) != nil, let store = value["store"]?.string, let from = value["from"]?.string,
      let day = value["day"]?.string.flatMap({ Day($0) }), let isWhole = value["whole"]?.bool,
      value["known"]?.string == Hexadecimal.sha256(Array(bytes[(end + 1)...]))
    else { return nil }
    self.init(
      id: id, store: store, from: from, day: day, isWhole: isWhole,
      known: Set(bytes[(end + 1)...].split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }))
  }

  init(id: String, store: String, from: String, day: Day, isWhole: Bool, known: Set<String>) {
    self.id = id
    self.store = store
    self.from = from
    self.day = day
    self.isWhole = isWhole
    self.known = known
  }

  /// The record of a folder; `nil` where it is no copy.
  /// - Throws: `damaged` where what it says is lost: it goes on as a copy of which nobody can tell what was brought back.
  static func read(_ disk: Disk) throws(StoreError) -> CopyRecord? {
    guard let bytes = try disk.readIfPresent("\(folder)/\(name)", limit: limit) else { return nil }
    if let record = CopyRecord(reading: bytes) { return record }
    let path = "\(disk.path)/\(folder)/\(name)"
    throw StoreError(
      .damaged, path,
      Phrase(
        "副本的带出记录\(path)已损坏，哪些办理还没有带回看不出；带回全部之后重新带出一份",
        "The record of this copy, \(path), is damaged: which acts are not yet brought back cannot be told; merge it, then take another"
      ))
  }

  func write(_ disk: Disk) throws(StoreError) {
    try disk.replace(bytes, in: Self.folder, name: Self.name, mode: 0o644)
  }
}

extension Store {
  /// How many events of this copy do not lie where it was taken from; 0 of a store that is no copy.
  package func actsNotBroughtBack() throws(StoreError) -> Int {
    guard let copy else { return 0 }
    var count = 0
    for folder in try eventFolders() {
      count += try disk.names(folder).count { name in
        EventFile.hash(inName: name).map { !copy.known.contains(String($0.prefix(16))) } ?? false
      }
    }
    return count
  }
}

extension StoreError {
  /// A list, draw or notice of a round rests on every case of it, and a copy has some.
  static func roundOfCopy(_ path: String, _ copy: CopyRecord?) -> StoreError {
    let (day, from) = (copy?.day.description ?? "", copy?.from ?? "")
    return StoreError(
      .denied, path,
      Phrase(
        "这是 \(day) 带出的副本，只有一部分申报件，批次的名单、抽签和公示不能在这里办；带回后在 \(from) 办理",
        "This is a copy taken on \(day) and has some of the cases: lists, draws and notices of a round are not made here; merge it, and do so in \(from)"
      ))
  }

  /// A copy of which not everything has arrived: it is no store yet.
  static func unfinishedCopy(_ path: String, _ copy: CopyRecord) -> StoreError {
    StoreError(
      .damaged, path,
      Phrase(
        "\(path)是从 \(copy.from) 带出的副本，还没有带全：重做一遍 tidu take 即可补齐",
        "\(path) is a copy taken from \(copy.from) that is not whole yet: repeat tidu take to complete it"))
  }
}
