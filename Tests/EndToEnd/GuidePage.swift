import Foundation
import StrictJSON
import TerminalModel
import Testing

/// A page of the guide that is followed to the letter: its commands are run, and every piece of code in its text is used.
final class GuidePage {
  let language: String
  /// The commands between ```sh and ```.
  let script: String
  /// What stands in the text as code: keys, commands, their parts.
  private let spans: Set<String>
  private var used: Set<String> = []

  init(_ name: String, _ language: String) throws {
    self.language = language
    let guide = URL(fileURLWithPath: #filePath).appending(path: "../../../Documentation/Guide/\(name).\(language).md")
      .standardized
    var isInside = false
    var (lines, text): ([Substring], [Substring]) = ([], [])
    for line in try String(contentsOf: guide, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("```") {
        isInside = line == "```sh"
      } else if isInside {
        lines.append(line)
      } else {
        text.append(line)
      }
    }
    script = lines.joined(separator: "\n") + "\n"
    spans = Set(text.joined(separator: "\n").matches(of: /`([^`]+)`/).map { String($0.1) })
  }

  /// A word of the page's language.
  func word(_ zh: String, _ en: String) -> String { language == "zh" ? zh : en }

  /// A key or command that the page names and that is about to be used.
  func use(_ code: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
    #expect(spans.contains(code), "the page does not name \(code)", sourceLocation: sourceLocation)
    used.insert(code)
    return code
  }

  /// What the text names and nobody has used.
  var unused: [String] { spans.filter { !used.contains($0) && !script.contains($0) }.sorted() }
}

/// A folder in which a guide's commands are run as a reader would, on the day of the demonstration.
final class GuideFolder {
  let path: String
  private let language: String
  private static let today = "2026-04-15"

  init(_ language: String) throws {
    self.language = language
    path = NSTemporaryDirectory() + "tidu-guide-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path + "/bin", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: path + "/bin/tidu", withDestinationPath: Program.path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Runs a script to its end, and gives what was said.
  @discardableResult
  func sh(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-e"]
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    process.environment = [
      "HOME": path, "PATH": path + "/bin:/usr/bin:/bin", "TIDU_LANG": language, "TIDU_TODAY": Self.today,
    ]
    let (input, output) = (Pipe(), URL(fileURLWithPath: path + "/output"))
    try Data().write(to: output)
    process.standardInput = input
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = process.standardOutput
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    let said = try String(contentsOf: output, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(script): \(said)", sourceLocation: sourceLocation)
    return said
  }

  /// One command's lines of JSON, whatever its status.
  func json(_ words: String, as officer: String = "supervisor-a") throws -> [JSONValue] {
    try sh("TIDU_STORE=office TIDU_OFFICER=\(officer) tidu \(words) --format json 2>/dev/null || true")
      .split(separator: "\n").map { try JSONValue(parsing: $0.utf8) }
  }

  /// The console of an officer.
  func console(of officer: String) throws -> ConsoleSession {
    let session = try ConsoleSession(
      ["--store", path + "/office", "--lang", language], columns: 120, rows: 40,
      environment: [
        "XDG_DATA_HOME": path + "/.local/share", "TIDU_OFFICER": officer, "TIDU_TODAY": Self.today,
        "TIDU_VIEWER": "/bin/true",
      ])
    try session.pty.wait(for: "the Overview with all cases") {
      $0.lines[0].contains(Self.today) && !$0.lines[0].contains(self.language == "zh" ? "载入" : "loading")
    }
    session.pty.settle(milliseconds: 150)
    return session
  }
}
