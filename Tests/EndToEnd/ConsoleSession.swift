import Foundation
import TerminalModel

/// The program in a pseudo-terminal, in a home of its own.
final class ConsoleSession {
  let pty: PtySession
  let home: String

  var screen: TerminalModel { pty.screen }

  /// - Parameter shell: a command line for `sh` in which `$TIDU` is the program; `nil` runs the program alone.
  init(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
    shell: String? = nil
  ) throws {
    home = NSTemporaryDirectory() + "tidu-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    var all = [
      "HOME": home, "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "zh_CN.UTF-8",
      "TIDU_AMBIGUOUS": "narrow", "TIDU": Program.path, "TMPDIR": home,
    ]
    for (key, value) in environment { all[key] = value }
    if let shell {
      pty = try PtySession("/bin/sh", ["-c", shell], environment: all, columns: columns, rows: rows)
    } else {
      pty = try PtySession(Program.path, arguments, environment: all, columns: columns, rows: rows)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  /// The console on its Overview, all cases read, over a store that the tests share.
  static func onOverview(
    columns: Int = 80, rows: Int = 24, environment: [String: String] = [:], language: String = "zh"
  ) throws -> ConsoleSession {
    let store = try SharedStore.made.get()
    let session = try ConsoleSession(
      ["--store", store.path, "--lang", language], columns: columns, rows: rows,
      environment: environment.merging(["HOME": store.home, "TIDU_TODAY": "2026-11-23"]) { own, _ in own })
    // On a narrow screen the count gives way to who sits here.
    try session.pty.wait(for: "the Overview") {
      $0.lines[0].contains("2026-11-23") && !$0.lines[0].contains(language == "zh" ? "载入" : "loading")
    }
    session.pty.settle(milliseconds: 300)
    return session
  }

  /// Types and waits until the screen shows `text`.
  func type(_ keys: String, until text: String) throws {
    pty.type(keys)
    try pty.wait(for: text)
  }

  /// Whether the terminal is as a shell wants it: the other screen left, echo on, cursor there, no mode left on.
  var isRestored: Bool {
    pty.isSane && !screen.alternateScreen && screen.cursorVisible && screen.modes.isEmpty
  }
}

extension String {
  static let escape = "\u{1B}"
  static let down = "\u{1B}[B"
  static let enter = "\r"
}
