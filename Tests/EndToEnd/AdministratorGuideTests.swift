import Foundation
import StrictJSON
import TerminalModel
import Testing

/// The administrator's guide can be followed to the letter: every command that it prints is run, and every key and command
/// that its text names is used where it says.
@Suite struct AdministratorGuideTests {
  @Test(arguments: ["zh", "en"])
  func `An office is founded, manned, set up and looked after as the guide says`(language: String) throws {
    let week = try AdministratorWeek(language)
    try week.keys()
    try week.officers()
    try week.console()
    try week.choosing()
    try week.joining()
    try week.leaving()
    try week.settings()
    try week.tables()
    try week.logAndVerify()
    #expect(week.page.unused.isEmpty, "named and not done: \(week.page.unused)")
  }
}

private struct AdministratorWeek {
  let page: GuidePage
  private let folder: GuideFolder
  private let script: String

  init(_ language: String) throws {
    page = try GuidePage("administrator", language)
    folder = try GuideFolder(language)
    // On a day of trial: the guide's office is a real one.
    script = page.script.replacing("tidu init office", with: "tidu init office --trial")
    let said = try folder.sh(script)
    #expect(said.contains("370000-2026-") && said.contains(page.word("审核员甲", "Reviewer A")), "\(said)")
  }

  private func word(_ zh: String, _ en: String) -> String { page.word(zh, en) }

  /// Runs a command of the page as an officer.
  @discardableResult
  private func run(_ command: String, as officer: String = "supervisor-a") throws -> String {
    try folder.sh("export TIDU_STORE=office TIDU_OFFICER=\(officer)\n" + command)
  }

  func keys() throws {
    for code in ["tidu init", "tidu join", "tidu officers add", "TIDU_TODAY", "TIDU_PASSPHRASE_FILE"] {
      _ = page.use(code)
    }
    let secret = folder.path + "/secret"
    try folder.sh("printf 'a long passphrase\\n' > \(secret)\n\(page.use("chmod 600")) \(secret)")
    try folder.sh(page.use("tidu init --trial") + " practice --officer li")
    try folder.sh("TIDU_STORE=practice TIDU_OFFICER=li \(page.use("tidu keys protect")) --to-file \(secret)")
    try folder.sh(
      "TIDU_STORE=practice TIDU_OFFICER=li TIDU_PASSPHRASE_FILE=\(secret) tidu act registry officer officer=x name=x authority=370000"
    )
  }

  func officers() throws {
    for role in ["reviewer", "signer", "spotCheck", "objection", "supervisor", "administrator"] {
      let role = page.use(role)
      try run("tidu officers role reviewer-a \(role) --authority 370000 --dry-run")
    }
    // A second reviewer: looked at, taken back, proposed again and approved.
    let name = word("审核员乙", "'Reviewer B'")
    try run("tidu join office --as \(name) --officer reviewer-b > reviewer-b.txt")
    try run("tidu officers add --request reviewer-b.txt")
    let named = ["tidu officers approve reviewer-a --dry-run", "tidu officers withdraw reviewer-a"].map { page.use($0) }
    try run(named[0].replacing("reviewer-a", with: "reviewer-b"), as: "supervisor-b")
    _ = page.use("--dry-run")
    try run(named[1].replacing("reviewer-a", with: "reviewer-b"))
    try run("tidu officers add reviewer-b --name \(name) --authority 370000")
    try run("tidu officers approve reviewer-b", as: "supervisor-b")
    try run("cat reviewer-b.txt | \(page.use("tidu officers add --request -"))")
    try run("tidu officers approve reviewer-b", as: "supervisor-b")
    try run("tidu officers role reviewer-b reviewer --authority 370000")
    #expect(try run(page.use("tidu rules codes divisions")).contains("371100"))
    #expect(try run(page.use("tidu officers")).contains("reviewer-b"))
  }

  func console() throws {
    // Something waits for the second supervisor.
    try run("tidu officers role reviewer-b signer --authority 370000")
    let session = try folder.console(of: "supervisor-b")
    try session.press(page.use("g"), shows: word("前往", "Go to"))
    session.pty.type(word("人员", "Officers"))
    session.pty.settle(milliseconds: 150)
    try session.press("Enter", shows: word("提出人", "proposed by"))
    session.pty.settle(milliseconds: 200)
    try session.ask(page.use("Enter"), shows: word("批准", "Approve"))
    try session.press("Esc")
    session.pty.settle(milliseconds: 200)
    try session.ask(page.use("x"), shows: word("不同意", "Decline"))
    try session.press("Enter", shows: word("已记录：", "Recorded: "))
    session.pty.settle(milliseconds: 300)
    try session.press("1")
    session.pty.settle(milliseconds: 200)
    for (key, shows) in [
      ("n", word("姓名或岗位", "Name or post")), ("r", word("限于地市", "Only these divisions")),
      ("D", word("哪台设备", "Which device")), ("L", word("一并终止", "end together")),
      ("K", word("加入请求", "Request")),
    ] {
      try session.ask(page.use(key), shows: shows)
      try session.press("Esc")
      session.pty.settle(milliseconds: 200)
    }
    // Cases are selected in the queue and assigned.
    try session.press("g", shows: word("前往", "Go to"))
    session.pty.type(word("未分配", "Unassigned"))
    session.pty.settle(milliseconds: 150)
    try session.press("Enter")
    try session.pty.wait(for: "the queue") { $0.lines[0].contains(self.word("未分配", "Unassigned")) }
    session.pty.settle(milliseconds: 200)
    for _ in 0..<2 { try session.press(page.use("Space")) }
    try session.ask(page.use("F"), shows: word("分配 2 件", "Assign: 2"))
    try session.press("Esc")
  }

  /// Who may propose settings chooses the file from a list.
  func choosing() throws {
    let session = try folder.console(of: "supervisor-a")
    try session.press("g", shows: word("前往", "Go to"))
    session.pty.type(word("人员", "Officers"))
    session.pty.settle(milliseconds: 150)
    try session.press("Enter", shows: word("生效的设置", "In force"))
    session.pty.settle(milliseconds: 200)
    try session.press(page.use("S"), shows: word("选文件", "Choose the file"))
  }

  /// A second computer is let in and shut out again.
  func joining() throws {
    for code in ["XDG_DATA_HOME", "tidu merge", "tidu join", "--stolen"] { _ = page.use(code) }
    #expect(FileManager.default.fileExists(atPath: folder.path + "/" + page.use("laptop.request.txt")))
    let said = try folder.sh(
      "export TIDU_STORE=laptop TIDU_OFFICER=reviewer-a\nXDG_DATA_HOME=$PWD/second tidu queue 2>&1")
    #expect(!said.contains(word("只能查看", "read-only")), "\(said)")
    let device = word("笔记本", "laptop")
    let keys = try folder.json("officers").first { $0["officer"] == "reviewer-a" }?["keys"]?.array
    #expect(keys?.contains { $0["device"]?.string == device } == false)
    let to = page.use(word("--to 审核员乙", "--to reviewer-b"))
    try run("tidu officers lost reviewer-b \(to.replacing(word("审核员乙", "reviewer-b"), with: "reviewer-a")) --dry-run")
  }

  func leaving() throws {
    let rows = try folder.json("queue --filter tier:innovative")
    let id = try #require(rows.first?["case"]?.string)
    let (a, b) = (word("审核员甲", "reviewer-a"), word("审核员乙", "reviewer-b"))
    try run("tidu act \(id) assign to=reviewer-a")
    try run(page.use("tidu officers handover \(a) --to \(b)"))
    #expect(try folder.json("queue").first { $0["case"]?.string == id }?["assignee"] == "reviewer-b")
    try run(page.use("tidu officers end \(a) reviewer"))
    try run("tidu officers end \(a) key")
    try run(page.use("tidu officers leave \(a)"))
    #expect(try folder.json("officers").first { $0["officer"] == "reviewer-a" }?["state"] == "left")
  }

  func settings() throws {
    _ = page.use("--template")
    for sort in ["letters", "calendar", "overlay"] {
      try run("tidu settings --template \(page.use(sort)) --authority 370000 --out \(sort).yaml")
    }
    try run("tidu settings propose 370000 calendar calendar.yaml")
    try run(page.use("tidu settings diff") + " 370000 calendar")
    try run("tidu settings withdraw 370000 calendar")
    try run("printf 'reviewDays: 21\\n' > next.yaml\ntidu settings propose 370000 settings next.yaml --from 2027-01-01")
    try run(page.use("tidu settings withdraw 370000 settings"))
    #expect(try run(page.use("tidu settings")).contains("370000"))
    for (key, value) in [("signature", "某厅"), ("dateStyle", "characters"), ("objectionsTo", "某处")] {
      let changed = try run(
        "printf '\(page.use(key)): \(value)\\n' > own.yaml\ntidu settings propose 370000 settings own.yaml --dry-run")
      #expect(key == "dateStyle" || changed.contains(value), "\(changed)")
    }
    #expect(try run(page.use("tidu letter --template return")).contains("return:"))
  }

  func tables() throws {
    #expect(try run(page.use("tidu import --titles --template")).contains("until"))
    _ = page.use("until")
    try run(page.use("tidu export cases --as html --out \(word("一览.html", "cases.html"))"))
    try run("tidu export cases \(page.use("--as csv"))")
    #expect(FileManager.default.fileExists(atPath: folder.path + "/office/" + page.use(".tidu")))
    _ = page.use("$XDG_DATA_HOME/tidu/")
    #expect(FileManager.default.fileExists(atPath: folder.path + "/.local/share/tidu"))
  }

  func logAndVerify() throws {
    #expect(try run(page.use("tidu log")).contains("370000-2026-"))
    let log = page.use("tidu log --officer \(word("主管甲", "\"Supervisor A\"")) --since 2026-01-01")
    try run("tidu log \(page.use("--format json"))")
    #expect(try !run(log).contains(word("主管乙  ", "Supervisor B  ")))
    let id = try #require(try folder.json("queue").first?["case"]?.string)
    let name = word("申报编号", "CASE")
    try run(page.use("tidu verify \(name)").replacing(name, with: id) + " || test $? -le 1")
    for code in ["tidu verify", "--from", "--checkpoint"] { _ = page.use(code) }
  }
}
