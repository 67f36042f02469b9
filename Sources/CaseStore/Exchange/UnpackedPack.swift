import ScoringCore
import SystemPackage

/// A pack whose every byte was checked, laid down as a part of its store. Its folder goes with it.
package final class UnpackedPack: Sendable {
  package let head: PackHead
  private let disk: Disk
  /// Below the disk it was unpacked on.
  let folder: String
  private let above: Disk

  /// Makes the folder, empty.
  init(_ head: PackHead, on disk: Disk) throws(StoreError) {
    self.head = head
    above = disk
    folder = "\(temporaryFolder)/\(TemporaryName.make())"
    let files = "\(folder)/\(PackUnpacker.files)"
    let made: Int32
    do throws(Errno) { made = try disk.make(files, mode: 0o700, durable: false) } catch {
      throw .writing(disk.shown(folder), error)
    }
    try? disk.files.close(made)
    self.disk = try Disk(path: "\(disk.path)/\(files)", files: disk.files)
  }

  /// The files that came along, by their paths from the store's root.
  func withFiles<T, Failure: Error>(_ body: (Disk) throws(Failure) -> T) throws(Failure) -> T {
    // They are there as long as this is.
    defer { withExtendedLifetime(self) {} }
    return try body(disk)
  }

  /// Ids of the events of the store since the pack before, sorted, as its maker had them; empty where none are listed.
  package func events() throws(StoreError) -> [String] {
    let bytes = try above.readIfPresent("\(folder)/\(PackEntry.events)", limit: Disk.fileLimit) ?? []
    return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  deinit {
    let (parent, name) = split(folder)
    _ = try? above.withFolder(parent) { above.removeTree(name, in: $0) }
  }
}
