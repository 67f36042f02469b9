import Casework
import Foundation
import StrictJSON
import TerminalModel
import Testing

/// Keys of several officers on one computer: nobody acts before it is said who sits here, and nothing of one is left to
/// the next.
@Suite struct WhoSitsHereTests {
  private func console(_ office: OfficeCopy, _ arguments: [String] = [], officer: String? = nil) throws
    -> ConsoleSession
  {
    var environment = ["XDG_DATA_HOME": office.folder + "/own", "TIDU_TODAY": OfficeCopy.today]
    environment["TIDU_OFFICER"] = officer
    let session = try ConsoleSession(
      ["--store", office.store, "--lang", "zh"] + arguments, columns: 100, rows: 30, environment: environment)
    try session.pty.wait(for: "the Overview with all cases") {
      $0.lines[0].contains(OfficeCopy.today) && !$0.lines[0].contains("载入")
    }
    session.pty.settle(milliseconds: 400)
    return session
  }

  private func seat(_ name: String, in session: ConsoleSession) throws {
    let line = try #require(session.screen.lines.first { $0.contains("(") && $0.contains(name + "   ") })
    let digit = try #require(line.first { $0.isNumber })
    try session.press(String(digit))
    try session.press("Enter")
    try session.pty.wait(for: name) { $0.lines[0].contains(name) }
    session.pty.settle(milliseconds: 200)
  }

  @Test func `With several keys it asks first, Esc leaves it read only, and who sat last is proposed`() throws {
    let office = try OfficeCopy()
    let before = try office.listing()
    var session = try console(office)
    #expect(session.screen.text.contains("由谁办理？") && session.screen.text.contains("签批人甲   签批人"))
    try session.press("Esc")
    session.pty.settle(milliseconds: 200)
    #expect(session.screen.lines[0].contains("只读"))
    try session.press("n", shows: "只读：")
    #expect(try office.listing() == before)
    try session.command("换人", shows: "由谁办理？")
    try seat("审核员乙", in: session)
    #expect(session.screen.lines[0].contains("审核员乙 审核员"))
    try session.leave()
    session = try console(office)
    let proposed = try #require(session.screen.lines.first { $0.contains("(*)") })
    #expect(proposed.contains("审核员乙"))
  }

  @Test(arguments: [true, false])
  func `A name given beforehand is not asked for`(_ byOption: Bool) throws {
    let office = try OfficeCopy()
    let session =
      byOption ? try console(office, ["--officer", "signer"]) : try console(office, officer: "signer")
    #expect(session.screen.lines[0].contains("签批人甲 签批人") && !session.screen.text.contains("由谁办理"))
  }

  @Test func `Nothing that one officer opened is left to the next, and a passphrase is asked for anew`() throws {
    let office = try OfficeCopy()
    let secret = office.folder + "/secret"
    try Data("a long passphrase\n".utf8).write(to: URL(fileURLWithPath: secret))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret)
    try Command(
      ["keys", "protect", "--to-file", secret, "--officer", "objections", "--store", office.store],
      home: office.folder, environment: ["XDG_DATA_HOME": office.folder + "/own", "TIDU_TODAY": OfficeCopy.today]
    ).run()
    let id = try office.find(.inNotice) { ($0["openObjections"]?.integer ?? 0) > 0 }
    let session = try office.console(of: "objections", at: id)
    try session.part(2)
    func openSealed() throws {
      try session.ask("o", shows: "异议处理员 的密钥有口令")
      session.pty.type("a long passphrase")
      session.pty.settle(milliseconds: 100)
      try session.press("Enter", shows: "已记录：")
    }
    try openSealed()
    let sealed = session.screen.text
    try session.command("换人", shows: "由谁办理？")
    try seat("审核员甲", in: session)
    // Everything is closed: the Overview is there, as the other sees it.
    #expect(session.screen.lines[0].contains("审核员甲 审核员") && session.screen.text.contains("换一块"))
    try session.open(id)
    try session.part(2)
    session.pty.settle(milliseconds: 300)
    let words = sealed.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    let now = session.screen.text
    #expect(now != sealed && now.contains("密封"), "\(words.count)")
    // He comes back: the passphrase is asked for again.
    try session.command("换人", shows: "由谁办理？")
    try seat("异议处理员", in: session)
    try session.open(id)
    try session.part(2)
    try openSealed()
  }

  @Test func `A command without a name is refused with the names, and every command takes one`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inReview, of: "demo")
    for arguments in [["act", id, "hold", "reason=x"], ["queue", "--tab", "mine"]] {
      let outcome = try Command(
        arguments + ["--store", office.store, "--lang", "zh"], home: office.folder,
        environment: ["XDG_DATA_HOME": office.folder + "/own", "TIDU_TODAY": OfficeCopy.today]
      ).outcome()
      #expect(outcome.status == 5 && outcome.errors.contains("signer 签批人甲"), "\(arguments): \(outcome.errors)")
      let named = try Command(
        arguments + ["--store", office.store, "--lang", "zh", "--officer", "demo"], home: office.folder,
        environment: ["XDG_DATA_HOME": office.folder + "/own", "TIDU_TODAY": OfficeCopy.today]
      ).outcome()
      #expect(named.status == 0, "\(arguments): \(named.errors)")
    }
    let help = try Command(["--help"], home: office.folder).run()
    let commands = String(decoding: help, as: UTF8.self).split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("  "), let word = line.split(separator: " ").first, word.allSatisfy({ $0.isLetter }),
        word.allSatisfy(\.isASCII)
      else { return nil }
      return String(word)
    }
    #expect(commands.contains("score") && commands.contains("show") && commands.count > 15)
    // Those of several commands name an officer in each.
    let several = ["help", "keys", "notice", "officers", "overlay", "sample", "settings"]
    for command in commands where !several.contains(command) {
      let text = String(decoding: try Command([command, "--help"], home: office.folder).run(), as: UTF8.self)
      #expect(text.contains("--officer <id>"), "\(command)")
    }
  }
}
