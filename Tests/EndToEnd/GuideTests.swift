import Foundation
import Testing

/// The administrator's guide can be followed to the letter.
@Suite struct GuideTests {
  @Test(arguments: ["zh", "en"])
  func `Every command of the administrator's guide does what it says`(language: String) throws {
    let guide = URL(fileURLWithPath: #filePath).appending(
      path: "../../../Documentation/Guide/administrator.\(language).md"
    )
    .standardized
    let script = Self.blocks(of: try String(contentsOf: guide, encoding: .utf8))
    #expect(script.contains("tidu init") && script.contains("tidu queue"))
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
    #expect(said.contains("370000-2026-"), "\(said)")
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
