import Foundation
import Testing

/// The administrator's guide can be followed to the letter.
@Suite struct GuideTests {
  @Test(arguments: ["zh", "en"])
  func `Every command of the administrator's guide does what it says`(language: String) throws {
    let said = try follow("administrator", language)
    #expect(said.contains("370000-2026-"), "\(said)")
  }

  @Test(arguments: ["zh", "en"])
  func `A province's rules are written, proved and put in force as the guide says`(language: String) throws {
    let said = try follow("overlay", language)
    #expect(said.contains(language == "zh" ? "新增：合格线 65" : "adds: pass line 65"), "\(said)")
    #expect(said.contains(language == "zh" ? "得分 64，合格线 65" : "score 64, pass line 65"), "\(said)")
    #expect(said.contains(language == "zh" ? "得分 65，合格线 65" : "score 65, pass line 65"), "\(said)")
  }

  /// Runs every command of a page in an empty folder, and gives what was said.
  private func follow(_ page: String, _ language: String) throws -> String {
    let guide = URL(fileURLWithPath: #filePath).appending(path: "../../../Documentation/Guide/\(page).\(language).md")
      .standardized
    let script = Self.blocks(of: try String(contentsOf: guide, encoding: .utf8))
    #expect(script.contains("tidu init"))
    let folder = FileManager.default.temporaryDirectory.appending(path: "tidu-guide-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appending(path: "bin"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "bin/tidu"), withDestinationURL: URL(fileURLWithPath: Program.path))

    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-e"]
    process.currentDirectoryURL = folder
    process.environment = [
      "HOME": folder.path, "PATH": folder.path + "/bin:/usr/bin:/bin", "TIDU_LANG": language,
      "TIDU_TODAY": "2026-04-15",
    ]
    let (input, output) = (Pipe(), folder.appending(path: "output"))
    try Data().write(to: output)
    process.standardInput = input
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = process.standardOutput
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    let said = try String(contentsOf: output, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(said)")
    return said
  }

  /// The lines between ```sh and ```.
  private static func blocks(of text: String) -> String {
    var isInside = false
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isInside = line == "```sh" } else if isInside { lines.append(line) }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
