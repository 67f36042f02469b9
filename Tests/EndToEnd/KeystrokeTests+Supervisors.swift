import Casework
import StrictJSON
import TerminalModel
import Testing

/// What supervisors do every day.
extension KeystrokeTests {
  @Test func `Five cases are assigned to an officer found by initials`() throws {
    let office = try OfficeCopy()
    let session = try office.console(of: "supervisor")
    try session.press("g", shows: "前往")
    session.pty.type("未分配")
    session.pty.settle(milliseconds: 150)
    try session.press("Enter")
    try session.pty.wait(for: "the queue") { $0.lines[0].contains("未分配") }
    session.pty.settle(milliseconds: 200)
    try session.press("/", shows: "筛选")
    session.pty.type("山东")
    try session.press("Enter")
    session.pty.settle(milliseconds: 300)
    let before = try office.listing()
    let count = try Count(office, session)
    for _ in 0..<5 { try count.press("Space") }
    try count.ask("F", "分配 5 件")
    // Each with the work on the desk.
    #expect(session.screen.text.contains("审核员甲") && session.screen.text.contains(" 件"))
    count.type("shyy")
    session.pty.settle(milliseconds: 150)
    try count.ask("Enter", "可执行 5 件")
    #expect(session.screen.text.contains("分给 审核员乙：在办"))
    try count.press("Enter", shows: "已把 5 件分给 审核员乙")
    let events = try office.events(since: before)
    #expect(events.count == 5 && events.allSatisfy { $0["kind"] == "assign" && $0["body"]?["to"] == "reviewer-b" })
    #expect(events.allSatisfy { $0["author"] == "supervisor" && $0["body"]?["noConflict"] == false })
    try count.check("assign")
  }

  @Test func `A proposal is approved after what it changes was seen`() throws {
    let office = try OfficeCopy()
    let count = try Count(office, office.console(of: "demo"))
    try count.press("g", shows: "前往")
    count.type("人员")
    count.session.pty.settle(milliseconds: 150)
    // Whoever has something to approve is led to it.
    try count.press("Enter", shows: "可批准")
    count.session.pty.settle(milliseconds: 200)
    try count.ask("Enter", "提出人")
    #expect(count.session.screen.text.contains("姓名或岗位：新增 审核员丙"))
    try count.press("Enter", shows: "已记录：批准")
    #expect(try count.event()["kind"] == "approve")
    try count.check("approve")
  }
}
