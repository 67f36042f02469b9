import Casework
import Foundation
import StrictJSON
import TerminalModel
import Testing

/// What supervisors and administrators do, by keys and by commands that name things by name: no id of an event is typed.
@Suite struct SupervisorTests {
  /// Opens the list of officers; whoever has something to approve is at it.
  private func officers(_ session: ConsoleSession, shows text: String) throws {
    try session.press("g", shows: "前往")
    session.pty.type("人员")
    session.pty.settle(milliseconds: 150)
    try session.press("Enter", shows: text)
    session.pty.settle(milliseconds: 200)
  }

  private func request(_ officer: String, _ name: String, _ office: OfficeCopy) throws -> String {
    let made = try #require(
      try office.run(
        ["join", office.store, "--as", name, "--officer", officer, "--authority", "370000"], as: officer
      ).first)
    let file = office.folder + "/\(officer).txt"
    try Data((made["request"]?.string ?? "").utf8).write(to: URL(filePath: file))
    return file
  }

  @Test func `A supervisor's morning: what waits is approved or declined, and cases are assigned, by keys`() throws {
    let office = try OfficeCopy()
    let session = try office.console(of: "demo")
    let before = try office.listing()
    try officers(session, shows: "待批准 2")
    // What the settings change stands below the list and in the dialog.
    try session.press("Down", shows: "补正期限：10 个工作日 → 15 个工作日")
    try session.ask("Enter", shows: "提出人")
    #expect(session.screen.text.contains("补正期限：10 个工作日 → 15 个工作日"))
    try session.record("Enter", "批准")
    session.pty.settle(milliseconds: 300)
    try session.ask("x", shows: "不同意")
    try session.record("Enter", "终止")
    session.pty.settle(milliseconds: 300)
    #expect(session.screen.text.contains("待批准 0"))
    try session.press("3", shows: "未到日期")
    try session.ask("Enter", shows: "自 2026-05-12 起")
    try session.press("Esc")
    let events = try office.events(since: before)
    #expect(events.map { $0["kind"] }.contains("approve") && events.contains { $0["body"]?["why"] == "declined" })
    // One case, from the case.
    let id = try office.find(.inReview, of: "reviewer-a")
    try session.open(id)
    try session.ask("F", shows: "现由 审核员甲 办理")
    session.pty.type("shyy")
    session.pty.settle(milliseconds: 100)
    try session.press("Enter", shows: "已记录：分配")
    #expect(session.screen.text.contains("给 审核员乙"))
    #expect(try office.row(id)?["assignee"] == "reviewer-b")
  }

  @Test func `An office is founded and its officers are entered and approved, by names`() throws {
    let office = try OfficeCopy()
    let path = try request("newcomer", "新来的", office)
    try office.run(["officers", "add", "--request", path])
    let waiting = try #require(try office.run(["officers"]).first { $0["officer"] == "newcomer" })
    #expect(waiting["state"] == "proposed" && waiting["pending"]?.array?.count == 2)
    #expect(waiting["pending"]?.array?.allSatisfy { $0["approvers"]?.array?.contains("supervisor") == true } == true)
    let dry = try office.run(["officers", "approve", "新来的", "--dry-run"], as: "supervisor")
    #expect(dry.count == 2 && dry[0]["changes"]?.array?.contains { $0["after"] == "新来的" } == true)
    let printed = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").last?.dropFirst(7)
    #expect(dry[1]["changes"]?.array?.contains { $0["after"]?.string == printed.map(String.init) } == true)
    try office.run(["officers", "approve", "新来的"], as: "supervisor")
    try office.run(["officers", "role", "新来的", "reviewer", "--authority", "370000", "--divisions", "370100,371100"])
    let known = try #require(try office.run(["officers"]).first { $0["officer"] == "newcomer" })
    #expect(known["state"] == "active" && known["keys"]?.array?.count == 1)
    #expect(known["roles"]?.array?.first?["divisions"] == ["370100", "371100"])
    // What was mistaken is taken back by name, and is not approved afterwards.
    try office.run(["officers", "role", "新来的", "signer", "--authority", "370000"])
    try office.run(["officers", "withdraw", "新来的", "role"])
    try office.run(["officers", "approve", "新来的"], as: "supervisor", expects: [5])
    try office.run(["officers", "end", "新来的", "reviewer"])
    #expect(try office.run(["officers"]).first { $0["officer"] == "newcomer" }?["roles"] == [])
  }

  @Test func `An officer is proposed and a file of settings, by keys, and withdrawn`() throws {
    let office = try OfficeCopy()
    let session = try office.console(of: "registrar")
    try Data("reviewDays: 25\n".utf8).write(to: URL(filePath: session.home + "/设置.yaml"))
    try officers(session, shows: "管理员")
    try session.ask("n", shows: "机关代码")
    session.pty.type("clerk")
    try session.press("Tab")
    session.pty.type("文书")
    try session.record("Enter", "登记人员")
    session.pty.settle(milliseconds: 300)
    try session.press("S", shows: "设置.yaml")
    session.pty.settle(milliseconds: 200)
    try session.ask("Enter", shows: "自哪一天")
    #expect(session.screen.text.contains("设置.yaml"))
    try session.record("Enter", "提出设置")
    session.pty.settle(milliseconds: 300)
    try session.press("2", shows: "待批准 4")
    let all = try office.run(["settings"]).filter { $0["state"] == "waits" }
    #expect(all.count == 2 && all.allSatisfy { $0["by"] == "registrar" })
    // The newest is the last: it is taken back.
    try session.press("End", shows: "审核时限：20 个工作日 → 25 个工作日")
    session.pty.settle(milliseconds: 100)
    try session.ask("x", shows: "撤回后不再等批准")
    try session.record("Enter", "终止")
    #expect(try office.run(["settings"]).filter { $0["state"] == "waits" }.count == 1)
  }

  @Test func `A file that is wrong is refused at the screen with its place`() throws {
    let office = try OfficeCopy()
    let session = try office.console(of: "registrar")
    try Data("foo: 1\n".utf8).write(to: URL(filePath: session.home + "/设置.yaml"))
    let before = try office.listing()
    try officers(session, shows: "管理员")
    try session.press("S", shows: "设置.yaml")
    session.pty.settle(milliseconds: 200)
    try session.ask("Enter", shows: "自哪一天")
    try session.press("Enter", shows: "没有名为“foo”的设置")
    #expect(try office.listing() == before)
  }

  @Test func `All of a leaver is handed over by keys, the rest by names, and then the leaver goes`() throws {
    let office = try OfficeCopy()
    func held(_ officer: String) throws -> [String] {
      try office.rows().filter {
        $0["assignee"]?.string == officer && !["decided", "refused", "withdrawn"].contains($0["state"]?.string)
      }
      .compactMap { $0["case"]?.string }
    }
    let (all, others) = (try held("reviewer-a"), try held("reviewer-b"))
    #expect(all.count > 6)
    // Some by name, by command.
    let listed = try office.run(
      ["officers", "handover", "审核员甲", "--to", "审核员乙", "--dry-run"], as: "supervisor", expects: [0, 5])
    #expect(listed.count == all.count)
    let one = try #require(try office.row(all[0])?["case"]?.string)
    try office.run(["officers", "handover", "审核员甲", one, "--to", "审核员乙"], as: "supervisor")
    #expect(try held("reviewer-b").contains(one))
    try office.run(["officers", "handover", "审核员甲", one, "--to", "审核员乙"], as: "supervisor", expects: [3])
    try office.run(["officers", "handover", "审核员甲", "--to", "nobody"], as: "supervisor", expects: [5])
    // The others at the screen.
    let session = try office.console(of: "supervisor")
    try officers(session, shows: "待批准 2")
    try session.press("1")
    session.pty.settle(milliseconds: 200)
    for _ in 0..<20 where !session.screen.lines.contains(where: { $0.contains("▸") && $0.contains("审核员甲") }) {
      try session.press("Down")
      session.pty.settle()
    }
    try session.ask("F", shows: "分配 \(all.count - 1) 件")
    session.pty.type("shyy")
    session.pty.settle(milliseconds: 100)
    try session.ask("Enter", shows: "可执行")
    try session.press("Enter")
    try session.pty.wait(for: "what came of it") { $0.text.contains("已把") || $0.text.contains("件不行") }
    #expect(try held("reviewer-a").isEmpty && held("reviewer-b").count == others.count + all.count)
    try office.run(["officers", "leave", "审核员甲"])
    #expect(try office.run(["officers"]).first { $0["officer"] == "reviewer-a" }?["state"] == "left")
  }

  @Test func `A name that stands for nothing is refused, by key and by command, with what is known`() throws {
    let office = try OfficeCopy()
    let before = try office.listing()
    for (arguments, says) in [
      (["officers", "role", "nobody", "reviewer", "--authority", "370000"], "signer 签批人甲"),
      (["officers", "role", "signer", "reviewer", "--authority", "37000"], "370000 山东省"),
      (["officers", "role", "signer", "reviewer", "--authority", "山东"], "370000 山东省"),
      (["officers", "role", "signer", "reviewer", "--authority", "370000", "--divisions", "440100"], "归广东省"),
      (["officers", "role", "signer", "reviewer", "--authority", "370000", "--divisions", "日照"], "371100 日照市"),
      (["act", "registry", "role", "officer=nobody", "role=reviewer", "authority=370000"], "signer 签批人甲"),
      (["act", "registry", "role", "officer=signer", "role=reviewer", "authority=370000", "divisions=日照"], "371100"),
      (["settings", "show", "山东", "settings"], "370000 山东省"),
      (["officers", "end", "signer", "reviewer"], "签批人"),
    ] {
      let outcome = try Command(
        arguments + ["--store", office.store, "--lang", "zh"], home: office.folder,
        environment: ["XDG_DATA_HOME": office.folder + "/own", "TIDU_OFFICER": "demo", "TIDU_TODAY": OfficeCopy.today]
      ).outcome()
      #expect([3, 5].contains(outcome.status) && outcome.errors.contains(says), "\(arguments): \(outcome.errors)")
    }
    #expect(try office.listing() == before)
    // At the screen nothing else can be chosen: authorities and cities are lists, found by typing.
    let session = try office.console(of: "demo")
    try officers(session, shows: "待批准")
    try session.press("1")
    session.pty.settle(milliseconds: 100)
    try session.ask("r", shows: "限于地市")
    // From the role past the authority.
    for _ in 0..<2 { try session.press("Tab") }
    session.pty.settle(milliseconds: 100)
    session.pty.type("rz")
    session.pty.settle(milliseconds: 100)
    #expect(session.screen.lines.contains { $0.contains("▸") && $0.contains("日照市") }, "\(session.screen.text)")
  }
}
