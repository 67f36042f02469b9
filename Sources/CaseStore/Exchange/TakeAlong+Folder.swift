package import ScoringCore
import SystemPackage

extension TakeAlong {
  /// What taking along came to.
  package struct Result: Sendable, Hashable {
    /// Files that are there now and were not, and those that were there already.
    package var new = 0
    package var same = 0
  }

  /// Takes along into a folder that is empty or not there, or completes a copy that was taken before: a store with the
  /// same id that works at once. Written as everything is, durable when this returns; one that was cut short is no store
  /// yet, and the same again completes it.
  ///
  /// - Parameters:
  ///   - day: of taking; the copy tells it.
  /// - Throws: `exists` for a folder that holds anything else; `otherStore`; `badInput` for one inside the store.
  package func run(
    to path: String, on day: Day, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> Result {
    try run(to: path, on: day, files: PosixFileSystem(), progress: progress)
  }

  func run(
    to path: String, on day: Day, files: any FileSystem, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> Result {
    try checkPlace(path)
    let disk = try Store.folder(path, files)
    var record =
      try begun(disk)
      ?? CopyRecord(
        id: String(Hexadecimal.sha256((0..<16).map { _ in UInt8.random(in: .min ... .max) }).prefix(16)),
        store: store.id, from: wholePath(store.path) ?? store.path, day: day, isWhole: false, known: [])
    record.isWhole = false
    record.day = day
    try record.write(disk)
    var result = Result()
    var writer = TravelWriter(disk) { _, _ in }
    completes(disk)
    for name in Store.outside.keys.sorted() where store.disk.holds(name) && !disk.holds(name) {
      try add(name, &writer)
    }
    try each(progress: progress) { items throws(StoreError) in
      for item in items {
        guard let bytes = bytes(of: item) else { continue }
        try writer.add(bytes, item)
      }
    }
    try writer.flush()
    // Until this is there nobody takes it for a store.
    try add(Store.storeName, &writer)
    try writer.flush()
    record.known.formUnion(events)
    record.isWhole = true
    try record.write(disk)
    result.new = writer.new
    result.same = writer.same
    return result
  }

  private func add(_ name: String, _ writer: inout TravelWriter) throws(StoreError) {
    let bytes = try store.disk.read(name, limit: 65_536)
    try writer.add(
      bytes, TravelItem(path: name, folder: "", names: [name], sha: Hexadecimal.sha256(bytes)))
  }

  /// Refuses a place inside the store: what is laid there would be taken for a part of it.
  func checkPlace(_ path: String) throws(StoreError) {
    guard let root = wholePath(store.path) else { return }
    var (above, rest) = (path, "")
    while wholePath(above) == nil, !above.isEmpty {
      let (folder, name) = split(above)
      rest = "/" + name + rest
      above = folder.isEmpty ? (above.hasPrefix("/") ? "/" : ".") : folder
    }
    let place = (wholePath(above) ?? above) + rest
    guard place == root || place.hasPrefix(root + "/") else { return }
    throw StoreError(
      .badInput, path,
      Phrase("\(path)在档案库里面，不能带出到那里；请另选一个文件夹", "\(path) lies in the store itself; take along to another folder"))
  }

  /// The record of a copy that was begun there; `nil` in a folder with nothing in it.
  private func begun(_ disk: Disk) throws(StoreError) -> CopyRecord? {
    if let record = try CopyRecord.read(disk) {
      guard record.store == store.id else { throw .otherStore(disk.path, record.store, here: store.id) }
      return record
    }
    let (entries, others) = try disk.listing("")
    let names = entries.map(\.name)
    if names.contains(Store.storeName) {
      let other = try Store.open(disk.path, environment: [:])
      guard other.id == store.id else { throw .otherStore(disk.path, other.id, here: store.id) }
      throw StoreError(
        .exists, disk.path,
        Phrase(
          "\(disk.path)已是这个档案库的另一份，没有动；要让它跟上，在那里用 tidu merge",
          "\(disk.path) is this store already, another copy of it, and was not touched; use tidu merge there to bring it up to date"
        ))
    }
    guard others.isEmpty, names.allSatisfy({ $0 == CopyRecord.folder }) else {
      throw StoreError(
        .exists, disk.path,
        Phrase(
          "\(disk.path)不是空目录，没有动；请另选一个文件夹",
          "\(disk.path) is not an empty folder and was not touched; choose another"))
    }
    return nil
  }
}
