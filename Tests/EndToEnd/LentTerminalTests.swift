import Foundation
import TerminalModel
import Testing

/// A program that the console starts has the terminal until it ends, whatever it and its officer do with it.
@Suite struct LentTerminalTests {
  /// Viewers that end at Enter, with what they do at Ctrl-C and Ctrl-Z.
  private static let viewers = [
    // As a program that knows nothing of either.
    "printf READY; read word",
    // As a pager that starts no other program: it ignores them.
    "trap '' INT QUIT TSTP; printf READY; read word",
    // As an editor: it puts the terminal right before it stops.
    "stty -echo -icanon; trap 'stty sane; kill -STOP $$; stty -echo -icanon' TSTP; printf READY; until read word; do :; done; stty sane",
  ]

  /// A store with a paper of its first case, as the demonstration lays it down; made once and only read.
  private static let office = Result { () throws -> String in
    let kept = NSTemporaryDirectory() + "tidu-lent-\(ProcessInfo.processInfo.processIdentifier)"
    let session = try ConsoleSession(["demo", "--no-tour", "--lang", "en"], columns: 100, rows: 30)
    try toMaterials(session)
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: session.home) where name.hasPrefix("tidu-demo-") {
      try files.copyItem(atPath: session.home + "/" + name, toPath: kept)
    }
    return kept
  }

  private static func toMaterials(_ session: ConsoleSession) throws {
    try session.pty.wait(for: "Take next")
    session.pty.settle(milliseconds: 300)
    try session.type("\r", until: "Result")
    session.pty.settle(milliseconds: 300)
    try session.type("\r", until: "Evidence")
    session.pty.settle(milliseconds: 300)
    try session.type("\t", until: "Proves")
  }

  /// The console in a shell with jobs, a paper open in a viewer that is this script.
  private func viewing(_ script: String, until text: String = "READY") throws -> ConsoleSession {
    let office = try Self.office.get()
    let session = try ConsoleSession(
      columns: 100, rows: 30,
      environment: [
        "OFFICE": office, "XDG_DATA_HOME": office + "/own", "TIDU_TODAY": "2026-04-15", "TIDU_OFFICER": "demo",
        "SCRIPT": "echo $$ $PPID > \"$HOME/who\"; \(script)",
      ],
      shell: """
        printf '%s' "$SCRIPT" > "$HOME/viewer"; export TIDU_VIEWER="/bin/sh $HOME/viewer"; set -m
        "$TIDU" --store "$OFFICE/store" --lang en; echo BACK; read word; fg; echo LEFT; read word
        """)
    try Self.toMaterials(session)
    try session.type("o", until: text)
    return session
  }

  private func processes(_ session: ConsoleSession) throws -> (viewer: pid_t, console: pid_t) {
    let words = try String(contentsOfFile: session.home + "/who", encoding: .utf8).split(whereSeparator: \.isWhitespace)
    return (try #require(pid_t(words[0])), try #require(pid_t(words[1])))
  }

  /// As `/proc` has it: T is stopped; `nil` for none.
  private func state(_ process: pid_t) -> Character? {
    let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return text?.split(separator: ")").last?.first { $0 != " " }
  }

  private func waitForConsole(_ session: ConsoleSession) throws {
    try session.pty.wait(for: "the case again") {
      $0.alternateScreen && $0.text.contains("Proves") && $0.modes == [2004]
    }
  }

  private func leave(_ session: ConsoleSession) throws {
    session.pty.settle(milliseconds: 200)
    try session.type("q", until: "Leave tidu?")
    session.pty.count(milliseconds: 400)
    try session.type(.enter, until: "BACK")
    #expect(session.isRestored)
  }

  @Test(arguments: ["\u{3}", "\u{1C}"]) func `Ctrl-C is the viewer's, which may end by it or not`(key: String) throws {
    let ending = try viewing(Self.viewers[0])
    ending.pty.type(key)
    try waitForConsole(ending)
    try leave(ending)

    let staying = try viewing(Self.viewers[1])
    staying.pty.type(key)
    staying.pty.settle(milliseconds: 300)
    let (viewer, console) = try processes(staying)
    #expect(state(viewer) != nil && state(console) != nil)
    staying.pty.type(.enter)
    try waitForConsole(staying)
  }

  @Test(arguments: viewers) func `Ctrl-Z stops both and fg continues both`(script: String) throws {
    let session = try viewing(script)
    try session.type("\u{1A}", until: "BACK")
    #expect(session.isRestored)
    let (viewer, console) = try processes(session)
    #expect(state(viewer) == "T" && state(console) == "T")
    try session.type("seen word\r", until: "seen word")
    session.pty.settle(milliseconds: 400)
    #expect(state(viewer) != "T" && state(console) != "T")
    session.pty.type(.enter)
    try waitForConsole(session)
    session.pty.settle(milliseconds: 200)
    try session.type("q", until: "Leave tidu?")
    session.pty.count(milliseconds: 400)
    try session.type(.enter, until: "LEFT")
    #expect(session.isRestored)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGUSR1, SIGSEGV])
  func `What ends the console ends the viewer, and the terminal is as it was`(by signal: Int32) throws {
    for script in Self.viewers + ["stty raw -echo; printf '\\033[?1049h\\033[?1000hREADY'; read word"] {
      let session = try viewing(script)
      let (viewer, console) = try processes(session)
      kill(console, signal)
      try session.pty.wait(for: "BACK")
      #expect(session.isRestored, "\(script)")
      for _ in 0..<100 where state(viewer) != nil { usleep(50_000) }
      #expect(state(viewer) == nil, "\(script)")
    }
  }

  @Test func `What a viewer that is killed leaves switched on is switched off`() throws {
    let session = try viewing(
      "stty raw -echo; printf '\\033[?1049h\\033[?1003h\\033[?1004h\\033[?25lREADY'; sleep 1; kill -KILL $$",
      until: "READY")
    try waitForConsole(session)
    session.pty.type("\u{3}")
    try session.pty.wait(for: "does not leave")
    try leave(session)
  }
}
