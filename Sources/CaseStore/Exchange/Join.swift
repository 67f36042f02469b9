import Casework
import ScoringCore
import StrictJSON

/// Makes a folder a store of the same id with what another place of it has (Casework §6.7): the first part of joining.
///
/// What comes is what `Merge` brings into a store that has nothing but its founding. Until all of it is there the folder
/// is no store, and the same again goes on.
///
/// Used once, on one thread.
package final class Join {
  private let source: Store
  private let merge: Merge
  private let target: Store
  private let disk: Disk
  private let isWhole: Bool

  /// From a folder of the store: a share, a stick, a copy. (A pack is unpacked first, and the folder it gives is this.)
  ///
  /// - Parameter path: empty or not there, begun by an earlier run, or this store already.
  /// - Throws: where there is no store at `from`; `exists` for a folder that holds anything else; `otherStore`;
  ///   `badInput` for a folder inside the store.
  package convenience init(from: String, to path: String) throws(StoreError) {
    try self.init(from: try Store.open(from, environment: [:]), to: path, files: PosixFileSystem())
  }

  init(from source: Store, to path: String, files: any FileSystem) throws(StoreError) {
    self.source = source
    guard !isSameFolder(source.path, path), !Self.lies(path, in: source.path) else {
      throw StoreError(
        .badInput, path,
        Phrase(
          "\(path)在来源的档案库里面；请另选一个文件夹，就在来源里办理则不写 --to",
          "\(path) lies in the store that it is to come from: choose another folder, or leave out --to to work in that one"
        ))
    }
    disk = try Store.folder(path, files)
    isWhole = try Self.check(disk, source.id)
    target = Store(disk: disk, id: source.id, own: nil, base: source.base)
    merge = try Merge(to: target, from: source.disk, id: source.id)
  }

  private static func lies(_ path: String, in store: String) -> Bool {
    guard let root = wholePath(store) else { return false }
    var above = path.hasSuffix("/") ? String(path.dropLast()) : path
    while wholePath(above) == nil, !above.isEmpty {
      let folder = split(above).folder
      above = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
    }
    return wholePath(above).map { $0 == root || $0.hasPrefix(root + "/") } ?? false
  }

  /// Brings everything.
  /// - Parameter progress: how many case folders of how many are done.
  /// - Throws: what came is there, and the same again goes on.
  package func run(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws(StoreError) -> MergeReport {
    if !isWhole {
      try JoinMark.write(source.id, disk)
      for (name, text) in Store.outside { _ = try disk.publish(Array(text.utf8), in: "", names: [name]) }
    }
    let report = try merge.run(progress: progress)
    if let copy = source.copy, !isWhole {
      // A copy of a copy has some of the cases too, and its first line says so.
      try CopyRecord(
        id: String(Hexadecimal.sha256((0..<16).map { _ in UInt8.random(in: .min ... .max) }).prefix(16)),
        store: copy.store, from: copy.from, day: copy.day, isWhole: true, known: copy.known
      ).write(disk)
    }
    if !isWhole {
      // Until this is there nobody takes it for a store.
      let value: JSONValue = ["format": .string(Store.format), "id": .string(source.id)]
      _ = try disk.publish(value.canonicalBytes + [0x0A], in: "", names: [Store.storeName])
      JoinMark.remove(disk)
    }
    return report
  }

  /// Whether the folder is this store already.
  private static func check(_ disk: Disk, _ id: String) throws(StoreError) -> Bool {
    let (entries, others) = try disk.listing("")
    let names = entries.map(\.name)
    if names.contains(Store.storeName) {
      let other = try Store.open(disk.path, environment: [:])
      guard other.id == id else { throw .otherStore(disk.path, other.id, here: id) }
      return true
    }
    if let begun = try JoinMark.read(disk) {
      guard begun == id else { throw .otherStore(disk.path, begun, here: id) }
      return false
    }
    guard others.isEmpty, names.allSatisfy({ $0 == ".tidu" }) else {
      throw StoreError(
        .exists, disk.path,
        Phrase(
          "\(disk.path)不是空文件夹，没有动；请另选一个文件夹", "\(disk.path) is not an empty folder and was not touched; choose another"))
    }
    return false
  }
}
