import Foundation
import Glibc
import TerminalModel
import Testing

/// At every question for a secret the terminal shows nothing, and shows again whatever ends or stops the program.
@Suite struct EchoTests {
  /// A command that asks, over a store `st` whose key has a passphrase; `nil` where none is needed.
  struct Asking: Sendable, CustomTestStringConvertible {
    var words: String
    var question: String
    /// The first of two: asked for twice.
    var isTwice = false
    var needsStore = true
    var testDescription: String { words }
  }

  static let secret = "long enough"
  static let commands = [
    Asking(words: "init new", question: "New passphrase", isTwice: true, needsStore: false),
    Asking(words: "join st --as zz --authority 370000", question: "New passphrase", isTwice: true),
    Asking(words: "keys protect --store st", question: "New passphrase", isTwice: true),
    Asking(
      words: "act --store st registry officer officer=rev name=R authority=370000 state=active",
      question: "Passphrase of sup"),
    Asking(words: "import --store st one.json", question: "Passphrase of sup"),
    Asking(words: "verify --store st --checkpoint 370000", question: "Passphrase of sup"),
  ]

  private static func office(_ asking: Asking) throws -> String {
    let home = NSTemporaryDirectory() + "tidu-echo-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    try Data((secret + "\n").utf8).write(to: URL(fileURLWithPath: home + "/secret"))
    chmod(home + "/secret", 0o600)
    guard asking.needsStore else { return home }
    try Command(["init", "st", "--officer", "sup"], home: home, environment: ["TIDU_PASSPHRASE_FILE": "secret"]).run()
    try Command(["generate", "--seed", "7", "--count", "1"], home: home).run().write(
      to: URL(fileURLWithPath: home + "/one.json"))
    return home
  }

  /// The command at its question, in a shell that goes on when it ends or is stopped.
  private static func session(_ asking: Asking, _ home: String) throws -> ConsoleSession {
    let run = "sh -c 'echo PID $$ .; exec \"$TIDU\" \(asking.words) --lang en'"
    let session = try ConsoleSession(
      columns: 100, environment: ["HOME": home, "LANG": "C.UTF-8"],
      shell: "cd \(home); trap : INT QUIT; set -m; \(run); echo BACK; read word; fg; echo LEFT; read word")
    try session.pty.wait(for: "\(asking.question), hidden") {
      $0.text.contains(asking.question) && !session.pty.echoes
    }
    return session
  }

  private static func processIdentifier(_ session: ConsoleSession) throws -> pid_t {
    let parts = session.screen.text.components(separatedBy: "PID ")
    let digits = parts.last?.prefix { $0.isNumber } ?? ""
    return try #require(parts.count > 1 ? pid_t(digits) : nil, "\(session.screen.text)")
  }

  @Test(arguments: commands) func `whatever ends the program at a question, what is typed shows again`(
    asking: Asking
  ) throws {
    let home = try Self.office(asking)
    defer { try? FileManager.default.removeItem(atPath: home) }
    for (key, signal) in [("\u{3}", nil), ("\u{1C}", nil), ("", SIGTERM), ("", SIGHUP), ("\u{4}", nil)]
      as [(String, Int32?)]
    {
      let session = try Self.session(asking, home)
      if let signal { kill(try Self.processIdentifier(session), signal) } else { session.pty.type(key) }
      try session.pty.wait(for: "BACK")
      #expect(session.pty.echoes && session.pty.isSane, "\(asking.words) \(key.debugDescription) \(signal ?? 0)")
      // The end of the input is no answer, as Enter is none.
      #expect(key == "\u{4}" || !FileManager.default.fileExists(atPath: home + "/new/store.json"))
    }
  }

  @Test(arguments: [SIGUSR1, SIGALRM, SIGPIPE, SIGABRT, SIGSEGV, SIGXCPU, SIGPWR])
  func `no other signal leaves a question without echo either`(signal: Int32) throws {
    let asking = Self.commands[0]
    let home = try Self.office(asking)
    defer { try? FileManager.default.removeItem(atPath: home) }
    let session = try Self.session(asking, home)
    kill(try Self.processIdentifier(session), signal)
    try session.pty.wait(for: "BACK")
    #expect(session.pty.echoes && session.pty.isSane)
  }

  @Test func `where nobody could continue it, Ctrl-Z ends a question as Ctrl-C does`() throws {
    let session = try ConsoleSession(["init", "new", "--lang", "en"])
    try session.pty.wait(for: "the question, hidden") { _ in
      session.screen.text.contains("New passphrase") && !session.pty.echoes
    }
    session.pty.type("\u{1A}")
    #expect(try session.pty.waitForEnd() == -Int(SIGINT))
    #expect(session.pty.echoes && session.pty.isSane)
  }

  @Test(arguments: commands) func `stopped and gone on with, it asks again, and the answer never shows`(
    asking: Asking
  ) throws {
    let home = try Self.office(asking)
    defer { try? FileManager.default.removeItem(atPath: home) }
    let session = try Self.session(asking, home)
    try session.type("\u{1A}", until: "BACK")
    #expect(session.pty.echoes)
    try session.type("seen word\r", until: "seen word")
    try session.pty.wait(for: "the question again, hidden") { _ in !session.pty.echoes }
    try session.pty.wait(for: "the question again") { $0.text.components(separatedBy: asking.question).count > 2 }
    session.pty.type(Self.secret + "\r")
    if asking.isTwice {
      try session.pty.wait(for: "Once more")
      session.pty.type(Self.secret + "\r")
    }
    if asking.words.hasPrefix("keys protect") {
      try session.pty.wait(for: "Passphrase of sup")
      session.pty.type(Self.secret + "\r")
    }
    try session.pty.wait(for: "LEFT")
    #expect(session.pty.echoes && session.pty.isSane)
    #expect(!session.screen.text.contains(Self.secret))
    #expect(!session.screen.text.contains("::") && !session.screen.text.contains(": :"), "\(session.screen.text)")
  }

  @Test(arguments: commands) func `without a terminal the passphrase comes from its file`(asking: Asking) throws {
    let home = try Self.office(asking)
    defer { try? FileManager.default.removeItem(atPath: home) }
    var words = asking.words.split(separator: " ").map(String.init)
    if words[1] == "protect" { words += ["--to-file", "secret"] }
    func refuse() throws {
      let refused = try Command(words, home: home).outcome()
      #expect(refused.status == 5 && refused.errors.contains("TIDU_PASSPHRASE_FILE"), "\(refused)")
    }
    // A second checkpoint would have nothing to say.
    let isCheckpoint = words.contains("--checkpoint")
    if isCheckpoint { try refuse() }
    let done = try Command(words, home: home, environment: ["TIDU_PASSPHRASE_FILE": "secret"]).outcome()
    #expect(done.status == 0, "\(done.errors)")
    if asking.needsStore, words[0] != "join", !isCheckpoint { try refuse() }
  }
}
