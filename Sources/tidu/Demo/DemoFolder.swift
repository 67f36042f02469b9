internal import Foundation

/// The temporary folder of a demonstration, which is known by a lock for as long as the program runs: what no lock is on
/// was left by one that was killed.
enum DemoFolder {
  private static let prefix = "tidu-demo-"
  private static var place: URL { FileManager.default.temporaryDirectory }

  /// Makes one for this user alone.
  static func make() throws -> URL {
    let name = prefix + UUID().uuidString
    let folder = place.appendingPathComponent(name)
    // It has its name only once it is locked, so that nobody takes it for a leftover.
    let unlocked = place.appendingPathComponent("." + name)
    do {
      try FileManager.default.createDirectory(
        at: unlocked, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      _ = lock(unlocked)
      try FileManager.default.moveItem(at: unlocked, to: folder)
      return folder
    } catch {
      throw CommandError(
        .storeTrouble,
        localized(
          "不能在 \(folder.path) 建立演示档案库：\(error.localizedDescription)",
          "cannot make the demonstration in \(folder.path): \(error.localizedDescription)"))
    }
  }

  /// Removes what demonstrations of this user that were killed have left.
  static func sweep() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? [] where name.hasPrefix(prefix) {
      let folder = place.appendingPathComponent(name)
      var status = stat()
      guard lstat(folder.path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == getuid(),
        let lock = lock(folder)
      else { continue }
      try? FileManager.default.removeItem(at: folder)
      close(lock)
    }
  }

  /// A descriptor with the lock, which ends with the program; `nil` where another has it or there are no locks.
  private static func lock(_ folder: URL) -> Int32? {
    let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }
}
