import Foundation
import TerminalModel

/// Takes the pictures: one run of the program a size and language.
struct Studio {
  let program: String
  let folder: String

  func shoot(_ language: String, _ columns: Int, _ rows: Int, _ wanted: Set<String>?) throws {
    let home = NSTemporaryDirectory() + "tidu-pictures-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: home) }
    // The demonstration has a day of its own; an environment of nothing else: the same pictures on every machine.
    let pty = try PtySession(
      program, ["demo", "--no-tour", "--lang", language],
      environment: [
        "HOME": home, "TMPDIR": home, "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8",
        "TIDU_AMBIGUOUS": "narrow",
      ], columns: columns, rows: rows)
    for scene in Scene.all {
      for step in scene.steps {
        switch step {
        case .type(let keys):
          pty.type(keys)
          // Escape and a key at once would be that key with Alt.
          if keys == "\u{1B}" { pty.settle(milliseconds: 200) }
        case .see(let zh, let en): try pty.wait(for: language == "zh" ? zh : en, seconds: 60)
        case .rest: pty.settle(milliseconds: 500)
        case .say(let zh, let en): pty.type(language == "zh" ? zh : en)
        }
      }
      pty.settle(milliseconds: 200)
      guard wanted?.contains(scene.name) ?? true else { continue }
      let name = "\(scene.name)-\(columns)x\(rows)-\(language).svg"
      let picture = Picture(screen: pty.screen, title: "tidu \(scene.name) \(columns)×\(rows)")
      try Data(picture.svg.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
      print(name)
    }
  }
}
