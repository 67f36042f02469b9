import Casework
import Foundation
import StrictJSON
import TerminalModel
import Testing

/// What an officer must not do, tried at the real console: each unmet requirement is named, and no file changes.
@Suite struct RefusalTests {
  /// Waits for every sentence, and holds the store against what it was.
  private func expect(
    _ session: ConsoleSession, says sentences: [String], _ office: OfficeCopy, unchanged before: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for sentence in sentences { try session.pty.wait(for: sentence) }
    #expect(try office.listing() == before, sourceLocation: sourceLocation)
  }

  @Test(arguments: [("zh", "提出审核意见的人不能自己签批", "需要职责"), ("en", "cannot sign or challenge it", "Needs the role")])
  func `The second person equal to the first`(language: String, person: String, role: String) throws {
    let office = try OfficeCopy()
    let id = try office.find(.toSign, of: "reviewer-b")
    let session = try office.console(of: "reviewer-b", at: id, language: language)
    let before = try office.listing()
    try session.press("s")
    try expect(session, says: [person, role], office, unchanged: before)
  }

  @Test func `An officer with a conflict of interest`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inReview, of: "reviewer-a")
    let session = try office.console(of: "reviewer-a", at: id)
    try session.command("act.conflict", shows: "亲属关系")
    try session.press("1")
    try session.record("Enter", "回避")
    let before = try office.listing()
    for key in ["t", "r", "H"] {
      try session.press(key)
      try expect(session, says: ["你已声明与本件有利害关系"], office, unchanged: before)
      try session.press("Down")
      try session.pty.wait(for: "no refusal") { !$0.text.contains("利害关系") }
    }
  }

  @Test func `A notice closed early`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inNotice) { $0["openObjections"] == 0 }
    let session = try office.console(of: "signer", at: id)
    let before = try office.listing()
    try session.command("act.closeNotice", shows: "Enter 结束公示")
    try session.press("Enter")
    try expect(session, says: ["当日结束后才能关闭"], office, unchanged: before)
  }

  @Test func `A decision over an open objection`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inNotice) { $0["openObjections"] == 1 }
    let early = try office.console(of: "signer-b", at: id)
    let before = try office.listing()
    try early.press("D")
    try expect(early, says: ["不能这样做", "还有 1 件异议没有答复"], office, unchanged: before)
    // Nor is the notice closed over it when its days are over.
    let late = try office.console(of: "signer", at: id, on: "2026-05-06")
    try late.command("act.closeNotice", shows: "异议没有答复")
    try expect(late, says: ["还有 1 件异议没有答复"], office, unchanged: before)
  }

  @Test func `An objection after the last day`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inNotice) { $0["openObjections"] == 0 }
    let session = try office.console(of: "objections", at: id, on: "2026-05-06")
    try session.part(2)
    let before = try office.listing()
    try session.ask("n", shows: "原文")
    session.pty.type("与实际不符")
    try session.press("Tab")
    session.pty.type("某单位")
    try session.press("Enter")
    try expect(session, says: ["不在公示期内收到的作为举报"], office, unchanged: before)
  }

  @Test func `A resubmission of another enterprise's case`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.returned)
    let file = office.store + "/../other.json"
    let application = try #require(try office.run(["show", id]).first?["application"])
    var text = String(decoding: application.canonicalBytes, as: UTF8.self)
    let code = try #require(application["enterprise"]?["creditCode"]?.string)
    let another = try #require(try office.rows().first { $0["creditCode"]?.string != code }?["creditCode"]?.string)
    text = text.replacingOccurrences(of: code, with: another)
    try Data(text.utf8).write(to: URL(filePath: file))
    let session = try office.console(of: "demo", at: id)
    let before = try office.listing()
    try session.command("act.resubmit", shows: "申报文件")
    session.pty.type(file)
    try session.press("Enter")
    try expect(session, says: ["enterprise.creditCode", "另一申报件"], office, unchanged: before)
  }

  @Test func `A due day in a year not announced yet is counted in plain weekdays and said to be so`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inReview, of: "demo")
    let session = try office.console(of: "demo", at: id, on: "2026-12-28")
    try session.ask("r", shows: "到 2027-01-11（暂定：2027")
    try session.press("1")
    try session.press("Tab")
    session.pty.type("请补交营业执照")
    let first = try office.listing()
    try session.record("Enter", "退回")
    try session.pty.wait(for: "限 2027-01-11（暂定）")
    #expect(try office.events(since: first).first?["body"]?["due"] == "2027-01-11")
    // A day that the officer may not state: the last of the old year is no working day's count.
    let before = try office.listing()
    try session.command("act.extend", shows: "新的期限")
    session.pty.type("2027-01-08")
    try session.press("Tab")
    session.pty.type("企业请求")
    try session.press("Enter")
    try expect(session, says: ["新的期限须晚于 2027-01-11"], office, unchanged: before)
  }
}
