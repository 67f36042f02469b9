import CaseStore
import Casework
import Console
import Foundation
import ScoringCore
import StrictJSON
import TerminalModel
import Testing

/// The tour of the real program in a real terminal.
@Suite struct CommandTourTests {
  @Test(arguments: [(Language.zh, "导览", "最久在审"), (.en, "Tour", "Longest")])
  func `It plays by itself to a recognition and leaves the visitor in control of the whole screen`(
    language: Language, caption: String, overview: String
  ) throws {
    let session = try ConsoleSession(
      ["demo", "--auto", "--pace", "1", "--lang", language.rawValue], columns: 100, rows: 30)
    try session.pty.wait(for: caption)
    let isOver = { (screen: TerminalModel) in !screen.text.contains(caption) && screen.text.contains(overview) }
    // While the tour draws, the caption can be half there: it is over when that stays so.
    repeat {
      try session.pty.wait(for: "the tour's end", seconds: 300, until: isOver)
      session.pty.settle(milliseconds: 500)
    } while !isOver(session.pty.screen)
    let walked = try Self.walked(session.home)
    try Self.check(walked)
    // The same on the screen, at the visitor's own desk.
    let score = try #require(walked.assessment?.score)
    try session.type("\u{1B}OS" + walked.key.id + .enter, until: walked.key.id)
    session.pty.type(.enter)
    try session.pty.wait(for: "the case decided") {
      $0.text.contains("\(score.points.minimum) / \(score.pass)") && $0.text.contains(CaseState.decided.word(language))
    }
    // The footer says Help all the time; this is in the list alone.
    let hint = language == .zh ? "输入文字查找" : "type to search"
    try session.type("?", until: hint)
    session.pty.type(.escape)
    try session.pty.wait(for: "the help closed") { !$0.text.contains(hint) }
    try session.type("q", until: language == .zh ? "退出" : "Leave")
  }

  /// The one case with an objection that was upheld, as the store of the running demonstration has it.
  private static func walked(_ home: String) throws -> CaseFile {
    let names = try FileManager.default.contentsOfDirectory(atPath: home)
    let folder = home + "/" + (try #require(names.first { $0.hasPrefix("tidu-demo-") }))
    let store = try Store.open(folder + "/store", environment: ["XDG_DATA_HOME": home])
    let today = try #require(Day(OfficeCopy.today))
    _ = try store.refresh(.shared)
    let decided = store.loadSummaries(.shared).filter { $0.state == .decided }
    let files = try decided.compactMap { try store.caseFile($0.key, today: today) }.filter { file in
      file.history.entries.map(\.event).contains { $0.kind == "answer" && $0.body["outcome"]?.string == "upheld" }
    }
    #expect(files.count == 1)
    return try #require(files.first)
  }

  private static func check(_ file: CaseFile) throws {
    #expect(file.fold.title?.phase == .running)
    #expect(file.history.entries.allSatisfy { $0.verdict.isValid })
    let declared = file.revision.application
    // What was seen as declared is verified by the visit as well; one figure was found otherwise.
    let visited = file.verified.values.filter { $0.how == .visit }
    #expect(visited.count { $0.value != declared.value(at: $0.path) } == 1)
    let before = try #require(try Standard.shared.assess(declared).score?.points.minimum)
    let after = try #require(file.assessment?.score?.points.minimum)
    #expect(after < before)
    let acts = file.history.entries.map(\.event).filter { ["recommend", "sign", "enterNotice"].contains($0.kind) }
    #expect(acts.count { $0.kind == "recommend" } == 3 && acts.count { $0.kind == "enterNotice" } == 2)
    #expect(Set(acts.map(\.author)).count == 2, "who recommends does not sign")
  }

  @Test func `It waits for a key, and Esc ends it where it stands`() throws {
    let session = try ConsoleSession(["demo", "--lang", "zh"], columns: 80, rows: 24)
    try session.pty.wait(for: "导览 1/")
    try session.type(" ", until: "导览 2/")
    try session.type(" ", until: "导览 3/")
    try session.pty.wait(for: "s 排序")
    session.pty.type(.escape)
    try session.pty.wait(for: "no caption") { !$0.text.contains("导览 3/") && $0.text.contains("s 排序") }
  }
}
