import Casework
import Foundation
import StrictJSON
import TerminalModel
import Testing

/// A dialog says before Enter what a day leads to.
@Suite struct DaysInDialogsTests {
  @Test func `A notice shows its last day, whether it may be closed, and what a longer one leads to`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inNotice) { $0["openObjections"] == 0 }
    let last = try #require(try office.row(id)?["due"]?.string)
    let session = try office.console(of: "signer", at: id)
    try session.command("结束公示", shows: "公示至 \(last)")
    #expect(session.screen.text.contains("公示到 \(last) 当日结束后才能关闭"))
    try session.press("Esc")
    session.pty.settle(milliseconds: 200)
    try session.command("延长公示", shows: "新的最后一天")
    session.pty.type("2026-04-10")
    try session.pty.wait(for: "现公示至 \(last)，只能更晚")
    for _ in 0..<2 { try session.press("Backspace") }
    session.pty.type("28")
    try session.pty.wait(for: "公示至 2026-04-28，2026-04-29 起可结束")
    try session.press("Esc")
    session.pty.settle(milliseconds: 200)
    let closing = try office.console(of: "signer", at: id, on: "2026-04-30")
    try closing.command("结束公示", shows: "今天可以结束")
  }

  @Test func `A correction extended into a year without a calendar is provisional`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.returned)
    let reviewer = try #require(try office.row(id)?["assignee"]?.string)
    let session = try office.console(of: reviewer, at: id)
    try session.command("延长补正", shows: "新的期限")
    session.pty.type("2027-02-01")
    try session.pty.wait(for: "暂定：2027 年")
    #expect(session.screen.text.contains("个工作日"))
  }

  @Test func `A decision shows the term of the title`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inNotice) { $0["openObjections"] == 0 && $0["tier"] != "little-giant" }
    let day = "2026-05-06"
    try office.run(["act", id, "closeNotice"], as: "signer", on: day)
    let session = try office.console(of: "signer-b", at: id, on: day)
    try session.command("决定", shows: "公布日期")
    #expect(session.screen.text.contains("认定的：有效期 2026-05-06 至 2029-05-05"))
  }
}
