import CaseStore
import Casework
import Foundation
import ScoringCore
import TerminalModel
import Testing

/// The papers of the demonstration, in the real program.
@Suite struct DemoPapersTests {
  @Test func `A case's papers are there when it is opened, and are read beside what they prove`() throws {
    let session = try ConsoleSession(["demo", "--no-tour", "--lang", "zh"], columns: 120, rows: 40)
    try session.pty.wait(for: "最久在审")
    try session.type(.enter, until: "天数")
    try session.type(.enter, until: "起决定作用的指标")
    try session.type("\t", until: "申请书")
    try session.type(.enter, until: "申请企业")
    #expect(!session.screen.text.contains("SHA-256"), "the file is the one that the application names")
    session.pty.type(.escape)
    try session.pty.wait(for: "为什么要")
    let folder = try Self.opened(in: session.home, session.screen.text)
    let application = try Self.application(in: folder)
    #expect(application.materials.count > 5)
    for paper in application.materials {
      let file = try #require(paper.file)
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      #expect(text.contains(paper.item.name.zh))
    }
    // One that was exchanged says so.
    let first = try #require(application.materials.first?.file)
    try Data("另一份申请书".utf8).write(to: URL(fileURLWithPath: folder + "/" + first))
    try session.type(.enter, until: "不是在案的那份材料")
  }

  /// The folder of the case whose id the screen shows.
  private static func opened(in home: String, _ screen: String) throws -> String {
    let demo = try FileManager.default.contentsOfDirectory(atPath: home).first { $0.hasPrefix("tidu-demo-") }
    let cases = home + "/" + (try #require(demo)) + "/store/cases"
    let papers = FileManager.default.enumerator(atPath: cases)?.compactMap { $0 as? String }.filter {
      $0.hasSuffix("/materials")
    }
    let folder = try #require(
      papers?.first { path in path.split(separator: "/").dropLast().last.map { screen.contains($0) } ?? false })
    return cases + "/" + folder.dropLast("/materials".count)
  }

  private static func application(in folder: String) throws -> Application {
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasPrefix("application.") })
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    return try ApplicationReader(standard: .shared).read(Array(bytes))
  }
}
