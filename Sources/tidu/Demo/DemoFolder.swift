internal import Foundation

/// The temporary folder of a demonstration, which is known by a lock for as long as the program runs: what no lock is on
/// was left by one that was killed.
enum DemoFolder {
  private static let prefix = "tidu-demo-"

  /// Where temporary files go by the environment; else memory where the system has a folder of it, as a demonstration need
  /// not outlive anything.
  private static var place: URL {
    let memory = "/dev/shm"
    guard getenv("TMPDIR") == nil, access(memory, W_OK | X_OK) == 0 else {
      return FileManager.default.temporaryDirectory
    }
    return URL(fileURLWithPath: memory, isDirectory: true)
  }

  /// Makes one for this user alone, which goes with the program whatever ends it.
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
      removeAtTheEnd(folder)
      return folder
    } catch {
      throw CommandError(
        .storeTrouble,
        localized(
          "不能在 \(folder.path) 建立演示档案库：\(error.localizedDescription)",
          "cannot make the demonstration in \(folder.path): \(error.localizedDescription)"))
    }
  }

  /// Starts a program that waits until this one has ended, by its own will or not, and removes the folder then. Where it
  /// cannot be started, or is ended as well, the next demonstration sweeps.
  private static func removeAtTheEnd(_ folder: URL) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return }
    // Only this program holds the end that is written to: when it is gone the reader sees it closed.
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    var files = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&files)
    posix_spawnattr_init(&attributes)
    posix_spawn_file_actions_adddup2(&files, ends[0], STDIN_FILENO)
    for output in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&files, output, "/dev/null", O_WRONLY, 0)
    }
    // A group of its own: what the terminal sends to this program does not reach it.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    let script = #"trap "" HUP INT QUIT TERM; read -r _; rm -rf -- "$0""#
    let words: [String] = ["sh", "-c", script, folder.path]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    let environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var process = pid_t()
    posix_spawn(&process, "/bin/sh", &files, &attributes, arguments, environment)
    for argument in arguments { free(argument) }
    posix_spawn_file_actions_destroy(&files)
    posix_spawnattr_destroy(&attributes)
    close(ends[0])
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
