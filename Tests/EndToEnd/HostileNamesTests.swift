import Foundation
import TerminalModel
import Testing

/// Text from files that would like to write on the screen by itself.
@Suite struct HostileNamesTests {
  private static let names = [
    "甲\u{1B}[2J\u{1B}]0;owned\u{7}有限公司", "乙\u{202E}司公限有\u{202C}", "丙\u{200B}\u{200D}\u{2066}隐\u{2069}有限公司",
    "丁\u{0}\u{8}\u{8}\u{9B}31m有限公司", "戊" + String(repeating: "\u{301}", count: 190) + "有限公司",
    "己" + String(repeating: "长", count: 199), "庚\u{FEFF}\u{FFFD}\u{10FFFF}👨‍👩‍👧‍👦有限公司",
  ]

  /// A store with one application a name, made by the program's own commands.
  private func store(in folder: String) throws -> String {
    let generated = try Command(["generate", "--seed", "7", "--count", "\(Self.names.count)"], home: folder)
      .run()
    var lines = Data()
    for (line, name) in zip(generated.split(separator: UInt8(ascii: "\n")), Self.names) {
      var application = try #require(JSONSerialization.jsonObject(with: line) as? [String: Any])
      var enterprise = try #require(application["enterprise"] as? [String: Any])
      enterprise["name"] = name
      application["enterprise"] = enterprise
      lines += try JSONSerialization.data(withJSONObject: application) + Data("\n".utf8)
    }
    let path = folder + "/store"
    try Command(["init", "--trial", path], home: folder).run()
    try Command(["import", "--store", path, "-"], home: folder).run(input: lines)
    return path
  }

  @Test(arguments: ["xterm-256color", "tmux-256color"])
  func `A name from a file changes nothing but its own cells`(type: String) throws {
    let folder = NSTemporaryDirectory() + "tidu-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = try store(in: folder)
    let pty = try PtySession(
      Program.path, ["--store", path, "--lang", "zh"],
      environment: [
        "HOME": folder, "PATH": "/usr/bin:/bin", "TERM": type, "TIDU_TODAY": "2026-11-23",
        "TIDU_AMBIGUOUS": "narrow",
      ], columns: 120, rows: 40)
    try pty.wait(for: "\(Self.names.count) 件")
    let overview = pty.screen.text
    pty.type("\u{1B}OS")  // F4: all cases, typing a condition
    try pty.wait(for: "the condition") { $0.text != overview }
    pty.type(.enter)
    try pty.wait(for: "the list") { screen in
      "甲乙丙丁戊己庚".unicodeScalars.allSatisfy(screen.text.unicodeScalars.contains)
    }
    for _ in 0..<Self.names.count {
      pty.type(.down)
      pty.settle()
      pty.type(.enter)
      // The tabs of the case: what decides stands beside the list as well.
      try pty.wait(for: "指标   材料")
      pty.type(.escape)
      try pty.wait(for: "天数")
    }
    #expect(pty.screen.unknown.isEmpty)
    #expect(pty.screen.modes == [2004])
    let sent = String(decoding: pty.transcript, as: UTF8.self).unicodeScalars
    #expect(!sent.contains { (0x80...0x9F).contains($0.value) || (0x202A...0x202E).contains($0.value) })
    #expect(!sent.contains { (0x2066...0x2069).contains($0.value) || (0x200B...0x200F).contains($0.value) })
    #expect(!pty.screen.text.contains("owned\u{7}"))
    for row in 0..<40 {
      let columns = (0..<120).map { pty.screen[row, $0].width }.reduce(0, +)
      #expect(columns == 120)
    }
    pty.signal(SIGTERM)
    #expect(try pty.waitForEnd() == -Int(SIGTERM))
    #expect(pty.isSane && !pty.screen.alternateScreen)
  }
}
