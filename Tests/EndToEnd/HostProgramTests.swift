import Console
import Foundation
import ScoringCore
import Testing

@testable import ConsoleHost

/// The programs that the console starts: what they are, and what comes back from them.
@Suite struct HostProgramTests {
  /// Runs a program as a terminal that is lent would, without one.
  private static func run(_ program: String, _ arguments: [String], _ environment: [String: String]) -> Bool? {
    let path =
      program.contains("/")
      ? program : ["/usr/bin/", "/bin/"].map { $0 + program }.first { access($0, X_OK) == 0 } ?? program
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private func show(_ line: String) -> Toast? {
    HostViewer.chosen(["TIDU_VIEWER": line]).show("/etc/passwd", by: Self.run)
  }

  @Test func `A viewer is run by its path or name with its arguments, and a wrong one is named in one sentence`() {
    for line in ["/bin/true", "true", "/bin/test -e", "env  true "] { #expect(show(line) == nil, "\(line)") }
    for line in ["/nowhere/viewer", "no-such-viewer --x", "/etc/passwd"] {
      #expect(show(line)?.text.zh.contains("TIDU_VIEWER 指定的") == true, "\(line)")
    }
    #expect(show("/bin/false")?.text.zh.contains("未能打开") == true)
  }

  @Test func `A pager starts no other program, and the desktop gets papers of known types alone`() throws {
    let pager = HostViewer.chosen(["PAGER": "less -R", "LESSOPEN": "|touch /tmp/never %s"])
    #expect(pager.program.program == "less" && pager.program.arguments == ["-R"])
    #expect(pager.program.environment["LESSOPEN"] == nil && pager.program.environment["LESSSECURE"] == "1")
    let desktop = HostViewer.chosen(["DISPLAY": ":0"])
    for file in ["a.pdf", "b.PNG", "c.txt", "d.docx", "e.xls", "f.wps"] { #expect(desktop.refusal(of: file) == nil) }
    for file in ["a.desktop", "b.html", "c.sh", "d.svg", "e.docm", "f", "pdf", "g.pdf.exe", "h.jar"] {
      #expect(desktop.refusal(of: file) != nil, "\(file)")
    }
    #expect(pager.refusal(of: "a.bin") == nil)
  }

  // MARK: The editor

  /// What comes of a text when the editor does this to its file, and what is left in the folder.
  private func edit(
    _ text: String, _ environment: [String: String] = [:], _ work: (String) -> Bool?
  ) throws -> (message: Message, left: [String]) {
    let place = NSTemporaryDirectory() + "tidu-edit-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: place) }
    let message = HostEditor(environment, own: place).edit(text, dialog: "d", field: "f") { _, arguments, _ in
      work(arguments.last ?? "")
    }
    return (message, try FileManager.default.contentsOfDirectory(atPath: place))
  }

  private func write(_ bytes: [UInt8], to file: String) -> Bool {
    (try? Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic)) != nil
  }

  @Test(arguments: [
    ("", "", ""), ("", "一\n", "一"), ("一", "一\n", "一"), ("一", "一\n二\n\n", "一\n二\n"), ("一\n", "一\n", "一\n"),
    ("一", "", ""), ("一", "\u{FEFF}一\r\n", "一"), ("\u{FEFF}一", "\u{FEFF}一", "\u{FEFF}一"),
  ])
  func `A text comes back as it was left, without the end of line that the editor adds`(
    before: String, left: String, text: String
  ) throws {
    var mode: mode_t = 0
    let done = try edit(before) { file in
      var status = stat()
      if stat(file, &status) == 0 { mode = status.st_mode & 0o777 }
      return FileManager.default.contents(atPath: file) == Data(before.utf8) && write(Array(left.utf8), to: file)
    }
    guard case .edited("d", "f", let got) = done.message else {
      Issue.record("\(done.message)")
      return
    }
    #expect(Array(got.utf8) == Array(text.utf8))
    #expect(mode == 0o600 && done.left.isEmpty)
  }

  private static let bad: [(bytes: [UInt8], says: String)] = [
    ([0xFF, 0x41], "UTF-8"), ([0xCE, 0xC4, 0xBC, 0xFE], "UTF-8"),
    ([UInt8](repeating: 0x61, count: HostEditor.limit + 1), "64 KiB"),
  ]

  @Test(arguments: 0..<3) func `What cannot be taken is told and kept, and the text stays`(index: Int) throws {
    let (bytes, says) = Self.bad[index]
    let done = try edit("一") { write(bytes, to: $0) }
    guard case .told(let toast) = done.message else {
      Issue.record("\(done.message)")
      return
    }
    #expect(toast.kind == .failed && toast.text.zh.contains(says) && toast.text.en.contains("text.txt"))
    #expect(done.left.count == 1)
  }

  @Test func `An editor that fails, is missing or takes the file away changes nothing`() throws {
    let works: [((String) -> Bool?, String, Int)] = [
      ({ _ in false }, "未正常结束", 0), ({ _ in nil }, "VISUAL 指定的 no-editor 不能运行", 0),
      ({ unlink($0) == 0 }, "找不到", 0), ({ unlink($0) == 0 && mkfifo($0, 0o600) == 0 }, "找不到", 0),
      ({ unlink($0) == 0 && symlink("/etc/passwd", $0) == 0 }, "找不到", 0),
      ({ self.write([0x62], to: $0) ? false : nil }, "保留一周", 1),
    ]
    for (work, says, left) in works {
      let done = try edit("一", ["VISUAL": "no-editor --wait"], work)
      guard case .told(let toast) = done.message else {
        Issue.record("\(done.message)")
        continue
      }
      #expect(toast.text.zh.contains(says) && done.left.count == left, "\(toast) \(done.left)")
    }
  }

  @Test func `VISUAL comes before EDITOR and may hold arguments`() {
    func line(_ environment: [String: String]) -> [String] {
      let program = HostProgram(
        of: ["VISUAL", "EDITOR"], otherwise: "nano", naming: Phrase("", ""), environment)
      return [program.program] + program.arguments
    }
    #expect(line(["VISUAL": "code --wait", "EDITOR": "vi"]) == ["code", "--wait"])
    #expect(line(["VISUAL": " ", "EDITOR": "vi"]) == ["vi"])
    #expect(line([:]) == ["nano"])
  }
}
