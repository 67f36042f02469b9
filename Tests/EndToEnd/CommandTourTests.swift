import TerminalModel
import Testing

/// The tour of the real program in a real terminal.
@Suite struct CommandTourTests {
  @Test(arguments: [("zh", "导览", "最久在审"), ("en", "Tour", "Longest")])
  func `It plays by itself and leaves the visitor in control of the whole screen`(
    language: String, caption: String, overview: String
  ) throws {
    let session = try ConsoleSession(
      ["demo", "--auto", "--pace", "1", "--lang", language], columns: 100, rows: 30)
    try session.pty.wait(for: caption)
    try session.pty.wait(for: "the tour's end") { !$0.text.contains(caption) && $0.text.contains(overview) }
    try session.type("?", until: language == "zh" ? "帮助" : "Help")
    session.pty.type(.escape)
    session.pty.settle(milliseconds: 100)
    try session.type("q", until: language == "zh" ? "退出" : "Leave")
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
