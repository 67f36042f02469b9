import Foundation
import TerminalModel
import Testing

/// The console and the terminal it runs in: what it takes, what it leaves behind.
@Suite(.serialized) struct TerminalTests {
  @Test func `It opens on the overview and leaves the terminal as it was`() throws {
    let session = try ConsoleSession.onOverview()
    #expect(session.screen.alternateScreen)
    #expect(session.screen.modes == [2004])
    #expect(!session.pty.isSane)
    #expect(session.screen.unknown.isEmpty)
    try session.type("q", until: "退出梯度？")
    session.pty.count(milliseconds: 400)  // a dialog takes no key typed ahead of it
    session.pty.type(.enter)
    #expect(try session.pty.waitForEnd() == 0)
    #expect(session.isRestored)
  }

  @Test func `Esc goes back without waiting for another key`() throws {
    let session = try ConsoleSession.onOverview()
    try session.type(.enter, until: "天数")
    try session.type(.escape, until: "换一块")
  }

  @Test func `Another size is drawn at once, and too small a one says so`() throws {
    let session = try ConsoleSession.onOverview()
    session.pty.resize(columns: 120, rows: 40)
    try session.pty.wait(for: "the last row") { $0.rows == 40 && $0.lines[39].contains("帮助") }
    session.pty.resize(columns: 40, rows: 10)
    try session.pty.wait(for: "窗口太小")
    session.pty.resize(columns: 80, rows: 24)
    try session.pty.wait(for: "the last row") { $0.lines[23].contains("帮助") }
  }

  @Test func `The window counts, not what the environment says of it`() throws {
    let session = try ConsoleSession.onOverview(
      columns: 100, rows: 30, environment: ["COLUMNS": "80", "LINES": "24"])
    #expect(session.screen.lines[29].contains("帮助"))
  }

  @Test(arguments: [
    SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGTRAP, SIGTERM, SIGHUP, SIGQUIT, SIGINT, SIGUSR1, SIGUSR2, SIGALRM,
    SIGXCPU, SIGPROF, SIGPIPE,
  ])
  func `Whatever ends the program, the terminal is as it was`(by signal: Int32) throws {
    let session = try ConsoleSession.onOverview()
    session.pty.signal(signal)
    #expect(try session.pty.waitForEnd() == -Int(signal))
    #expect(session.isRestored)
    let isCrash = [SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGTRAP].contains(signal)
    #expect(session.screen.text.contains("梯度因自身的错误停止了") == isCrash)
  }

  @Test func `Ctrl-Z goes to the shell and fg comes back to the same screen`() throws {
    let session = try ConsoleSession(
      shell: "set -m; \"$TIDU\" demo --no-tour --lang zh; echo STOPPED; read word; fg; echo LEFT")
    try session.pty.wait(for: "专精特新")
    session.pty.settle(milliseconds: 150)
    try session.type("\u{1A}", until: "STOPPED")
    #expect(session.isRestored)
    session.pty.type("go\r")
    try session.pty.wait(for: "the overview again") {
      $0.alternateScreen && $0.text.contains("专精特新") && $0.modes == [2004]
    }
    try session.type("q", until: "退出梯度？")
    session.pty.count(milliseconds: 400)
    try session.type(.enter, until: "LEFT")
    #expect(session.isRestored)
  }

  @Test func `Nothing is written and nothing runs while nothing happens`() throws {
    let session = try ConsoleSession.onOverview(columns: 120, rows: 40)
    // The cases may still be read and what read them put away; then nothing stirs.
    var isStill = false
    for _ in 0..<15 where !isStill {
      let before = try wakeUps(session.pty.processIdentifier)
      let bytes = session.pty.count(milliseconds: 1_500)
      isStill = try bytes == 0 && wakeUps(session.pty.processIdentifier) == before
    }
    #expect(isStill)
  }

  /// Voluntary and involuntary context switches of a process: each wake-up counts.
  private func wakeUps(_ process: Int32) throws -> [String] {
    var found: [String] = []
    for thread in try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task").sorted() {
      let status = try String(contentsOfFile: "/proc/\(process)/task/\(thread)/status", encoding: .utf8)
      found += status.split(separator: "\n").filter { $0.contains("ctxt_switches") }.map(String.init)
    }
    return found
  }

  @Test func `The mouse is off until it is asked for, and off again at the end`() throws {
    let session = try ConsoleSession.onOverview()
    #expect(session.screen.modes == [2004])
    session.pty.type("\u{1B}[19~")  // F8
    try session.pty.wait(for: "the mouse") { $0.modes == [1000, 1006, 2004] }
    session.pty.signal(SIGTERM)
    _ = try session.pty.waitForEnd()
    #expect(session.isRestored)
  }

  @Test func `A paste runs no command, and keys of full width do`() throws {
    let session = try ConsoleSession.onOverview()
    let before = session.screen.text
    // Keys are read in their order: had the paste done anything, the help would not lie over the screen as it was.
    session.pty.type("\u{1B}[200~q\r?:\r\u{1B}[201~")
    try session.type("？", until: "帮助：这里能做的事")
    session.pty.type(.escape)
    try session.pty.wait(for: "the overview") { $0.text == before }
    try session.type("：", until: "命令")
  }

  @Test func `A paste that never ends is given up, and keys are keys again`() throws {
    let session = try ConsoleSession.onOverview()
    session.pty.type("\u{1B}[200~q\r?:")
    session.pty.count(milliseconds: 1_600)
    try session.type("?", until: "帮助：这里能做的事")
    session.pty.type(.escape)
    session.pty.settle(milliseconds: 150)
    try session.type("\u{3}", until: "Ctrl-C 不退出")
    session.pty.type("\u{1B}[201~")
    session.pty.settle(milliseconds: 150)
    try session.type("q", until: "退出梯度？")
  }

  @Test func `Reports, answers and strings without an end do nothing`() throws {
    let session = try ConsoleSession.onOverview()
    let before = session.screen.text
    for text in [
      "\u{1B}[M qq", "\u{1B}[I", "\u{1B}[?1;2c", "\u{1B}P>|q\u{1B}\\", "\u{1B}]11;rgb:q:q", "\u{1B}Pq:q", "\u{1B}[1;",
      "\u{1B}O",
    ] {
      session.pty.type(text)
      session.pty.count(milliseconds: 400)
      #expect(session.screen.text == before, "\(text.debugDescription)")
    }
    session.pty.send([0xFF, 0x71, 0x81, 0x71])
    session.pty.count(milliseconds: 200)
    #expect(session.screen.text == before)
    try session.type("?", until: "帮助：这里能做的事")
  }

  @Test func `A terminal that stops reading holds up neither the end nor what comes when it reads on`() throws {
    for signal in [SIGTERM, SIGHUP, nil] as [Int32?] {
      let session = try ConsoleSession.onOverview(columns: 200, rows: 60)
      // Nobody reads while this is typed: what is painted fills the line.
      for _ in 0..<40 { session.pty.type("\u{C}") }
      usleep(500_000)
      guard let signal else {
        try session.pty.wait(for: "帮助")
        try session.type("?", until: "帮助：这里能做的事")
        continue
      }
      session.pty.signal(signal)
      let stat = "/proc/\(session.pty.processIdentifier)/stat"
      var state: Character?
      for _ in 0..<100 where state != "Z" {
        usleep(50_000)
        state = try? String(contentsOfFile: stat, encoding: .utf8).split(separator: ")").last?.first { $0 != " " }
      }
      #expect(state == "Z")
      #expect(session.pty.isSane)
    }
  }

  @Test func `A Chinese character where a command is awaited says that the input method is on`() throws {
    let session = try ConsoleSession.onOverview()
    try session.type("啊", until: "输入法开着")
  }

  @Test(arguments: [
    (["NO_COLOR": "1"], 0), (["TERM": "vt100"], 0), (["TERM": "linux"], 8), (["TERM": "xterm"], 8),
    (["TERM": "xterm-256color"], 256), (["TERM": "tmux-256color"], 256),
  ])
  func `It draws without colour where that is wanted, and in the colours there are`(
    environment: [String: String], maximum: Int
  ) throws {
    let session = try ConsoleSession.onOverview(environment: environment)
    var used: Set<Int> = []
    for row in 0..<24 {
      for column in 0..<80 {
        used.formUnion([
          session.screen[row, column].style.foreground, session.screen[row, column].style.background,
        ])
      }
    }
    #expect(used.allSatisfy { $0 < maximum || $0 == -1 })
    #expect((used.count > 1) == (maximum > 0))
    #expect(session.screen.lines[23].contains("帮助"))
  }

  @Test(arguments: [
    (["TERM": "dumb"], "TERM=dumb"), (["TERM": ""], "TERM=dumb"),
    (["TERM": "no-such-thing"], "no-such-thing"),
    (["LANG": "zh_CN.GB18030"], "GB18030, not UTF-8"),
  ])
  func `A terminal it cannot draw on gets a sentence and the line-by-line mode`(
    environment: [String: String], sentence: String
  ) throws {
    let session = try ConsoleSession(["demo", "--no-tour", "--lang", "zh"], environment: environment)
    try session.pty.wait(for: "the sentence and a prompt") { $0.text.contains("q 退出") }
    let all = String(decoding: session.pty.transcript, as: UTF8.self)
    #expect(all.contains(sentence))
    #expect(!all.contains(.escape))
    try session.type("q\r", until: "退出梯度？")
    session.pty.type("1\r")
    #expect(try session.pty.waitForEnd() == 0)
  }

  @Test func `Too small a window gets a sentence and the line-by-line mode`() throws {
    let session = try ConsoleSession(["demo", "--no-tour", "--lang", "en"], columns: 59, rows: 24)
    try session.pty.wait(for: "the prompt") { $0.text.contains("q leaves") }
    #expect(String(decoding: session.pty.transcript, as: UTF8.self).contains("59×24"))
  }

  @Test(arguments: [["LANG": "zh_CN.UTF-8"], ["LANG": ""], ["LANG": "", "LC_ALL": "C"], ["LANG": "xx_YY"]])
  func `A locale that is not installed, or none, is drawn in UTF-8 all the same`(environment: [String: String]) throws {
    let session = try ConsoleSession.onOverview(environment: environment)
    #expect(session.screen.alternateScreen)
  }
}
