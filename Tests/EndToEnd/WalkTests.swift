import TerminalModel
import Testing

/// A walk through the screens of the demo, by keys alone, in both languages.
@Suite struct WalkTests {
  @Test(arguments: [("zh", 80, 24), ("zh", 120, 40), ("en", 80, 24), ("en", 200, 60)])
  func `Overview, queue, case, explanation, rules and back`(language: String, columns: Int, rows: Int) throws {
    func text(_ zh: String, _ en: String) -> String { language == "zh" ? zh : en }
    let session = try ConsoleSession.onOverview(columns: columns, rows: rows, language: language)
    try session.type(.down + .enter, until: text("天数", "Days"))
    try session.type(.enter, until: text("右栏", "Right column"))
    session.pty.type(.enter)
    try session.pty.wait(for: "the explanation") { !$0.text.contains(text("右栏", "Right column")) }
    session.pty.type(.escape)
    try session.pty.wait(for: text("右栏", "Right column"))
    session.pty.type("\u{1B}[17~")  // F6: the standard
    try session.pty.wait(for: "2022")
    session.pty.type(.escape)
    session.pty.settle(milliseconds: 100)
    session.pty.type(.escape)
    try session.pty.wait(for: text("换一块", "Next block"))
    #expect(session.screen.unknown.isEmpty)
  }

  @Test func `The caret of a text field is the terminal's own cursor`() throws {
    let session = try ConsoleSession.onOverview(columns: 120, rows: 40)
    #expect(!session.screen.cursorVisible)
    try session.type(.enter, until: "天数")
    try session.type("/", until: "完成")
    session.pty.type("济南")
    try session.pty.wait(for: "济南")
    session.pty.settle()
    let screen = session.screen
    #expect(screen.cursorVisible)
    let before = (0..<screen.cursor.column).map { screen[screen.cursor.row, $0].text }.joined()
    #expect(before.hasSuffix("济南"))
    session.pty.type(.escape)
    try session.pty.wait(for: "no cursor") { !$0.cursorVisible }
  }

  @Test func `The other language is one key away`() throws {
    let session = try ConsoleSession.onOverview()
    try session.type("\u{1B}[20~", until: "Specialized")  // F9
    try session.type("\u{1B}[20~", until: "专精特新")
  }
}
