import Casework
import Foundation
import StrictJSON
import TerminalModel
import Testing

/// How many keys the tasks of every day take, counted in the real console over a real store; typed text is apart.
@Suite struct KeystrokeTests {
  /// Presses the keys of one task and counts them.
  final class Count {
    let session: ConsoleSession
    private let office: OfficeCopy
    private let before: [String]
    private(set) var keys: [String] = []

    init(_ office: OfficeCopy, _ session: ConsoleSession) throws {
      self.office = office
      self.session = session
      before = try office.listing()
    }

    /// The one event that the keys have written.
    func event() throws -> JSONValue {
      let events = try office.events(since: before)
      #expect(events.count == 1)
      return try #require(events.first)
    }

    /// True where no file has come or changed.
    func changedNothing() throws -> Bool { try office.listing() == before }

    var pressed: Int { keys.filter { !$0.hasPrefix("“") }.count }

    /// A key that asks something, which is awaited.
    func ask(_ key: String, _ text: String) throws {
      keys.append(key)
      try session.ask(key, shows: text)
    }

    func press(_ key: String, shows text: String? = nil) throws {
      keys.append(key)
      try session.press(key, shows: text)
    }

    /// Typed text counts for nothing.
    func type(_ text: String) {
      keys.append("“\(text)”")
      session.pty.type(text)
    }

    /// Holds the count against the table, and the keys against those it lists.
    func check(_ task: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
      let row = try #require(try KeystrokeTests.table()[task], sourceLocation: sourceLocation)
      let all = keys.joined(separator: " ")
      #expect(pressed <= row.budget, "\(task): \(all)", sourceLocation: sourceLocation)
      #expect(pressed == row.pressed && all == row.keys, "\(task): \(all)", sourceLocation: sourceLocation)
      print("keys  \(row.name)  \(pressed)/\(row.budget)  \(all)")
    }
  }

  private struct Row {
    var name: String
    var budget: Int
    var pressed: Int
    var keys: String
  }

  /// Tables/keystrokes.csv: task, name, budget, keys pressed, which.
  private static func table() throws -> [String: Row] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Tables/keystrokes.csv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let rows = try lines.filter { !$0.hasPrefix("#") }.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let numbers = try #require([cells[2], cells[3]].map { Int($0) } as? [Int])
      return (cells[0], Row(name: cells[1], budget: numbers[0], pressed: numbers[1], keys: cells[4]))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  @Test func `From the Overview to what decides the next case`() throws {
    let office = try OfficeCopy()
    let count = try Count(office, office.console(of: "reviewer-b"))
    try count.ask("n", "没有利害关系")
    try count.press("Enter", shows: "已记录：领取")
    #expect(count.session.screen.text.contains("起决定作用的指标"))
    let event = try count.event()
    #expect(event["kind"] == "assign" && event["body"]?["to"] == "reviewer-b")
    #expect(event["body"]?["noConflict"] == true)
    try count.check("next")
  }

  @Test func `Another officer sits down`() throws {
    let office = try OfficeCopy()
    let count = try Count(office, office.console(of: "demo"))
    try count.press(":")
    try count.session.pty.wait(for: "the palette") { $0.cursorVisible }
    count.type("换人")
    count.session.pty.settle(milliseconds: 150)
    try count.ask("Enter", "由谁办理")
    let line = try #require(count.session.screen.lines.first { $0.contains("审核员乙") })
    let digit = try #require(line.first { $0.isNumber })
    try count.press(String(digit))
    try count.press("Enter", shows: "现在由审核员乙办理")
    #expect(count.session.screen.lines[0].contains("审核员乙 审核员"))
    #expect(try count.changedNothing())
    try count.check("officer")
    // What is done from now on is his.
    try count.session.ask("n", shows: "没有利害关系")
    try count.session.press("Enter", shows: "已记录：领取")
    #expect(try count.event()["author"] == "reviewer-b")
  }

  @Test func `A notice list is printed`() throws {
    let office = try OfficeCopy()
    let count = try Count(office, office.console(of: "signer"))
    try count.press("g", shows: "前往")
    count.type("公示")
    count.session.pty.settle(milliseconds: 150)
    try count.press("Enter", shows: "公示")
    try count.ask("P", "名单公示")
    try count.press("Enter", shows: "已写到")
    let pages = try FileManager.default.subpathsOfDirectory(atPath: office.folder + "/own").filter {
      $0.hasSuffix(".html")
    }
    let page = try #require(pages.first { $0.contains("notice-list") }, "\(pages)")
    let html = try String(contentsOfFile: office.folder + "/own/" + page, encoding: .utf8)
    #expect(html.contains("公示期自") && html.contains("<h1>2026年第1批拟认定"))
    #expect(try count.changedNothing())
    try count.check("print")
  }

  @Test func `A paper is settled`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inReview, of: "demo")
    let count = try Count(office, office.console(of: "demo", at: id))
    try count.session.part(1)
    // One that was attached: of any other it is asked.
    let isAttached = { (line: String) in line.contains("▸ ?") && !line.contains("没有附件") }
    for _ in 0..<30 where !count.session.screen.lines.contains(where: isAttached) { try count.session.press("Down") }
    try count.press("y", shows: "已记录：")
    let event = try count.event()
    #expect(event["kind"] == "check" && event["body"]?["state"] == "ok")
    #expect(count.session.screen.text.contains("齐备"))
    try count.check("settle")
  }

  @Test func `A value is verified with its page`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inReview, of: "demo")
    let count = try Count(office, office.console(of: "demo", at: id))
    try count.session.part(1)
    for _ in 0..<30 where !count.session.screen.lines.contains(where: { $0.contains("▸") && $0.contains("审计报告") }) {
      try count.session.press("Down")
      count.session.pty.settle()
    }
    try count.ask("m", "页码")
    count.type("5230.45")
    try count.press("Tab")
    count.type("12")
    try count.press("Enter", shows: "已记录：核实")
    let event = try count.event()
    #expect(event["kind"] == "verify" && event["body"]?["how"] == "read")
    #expect(event["body"]?["value"] == "5230.45" && event["body"]?["source"]?["page"] == 12)
    #expect(event["body"]?["path"]?.string?.hasPrefix("facts.revenue.") == true)
    #expect(count.session.screen.text.contains("p.12"))
    try count.check("verify")
  }

  @Test func `A case goes back with two coded reasons and a due day`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inReview, of: "demo")
    let count = try Count(office, office.console(of: "demo", at: id))
    try count.ask("r", "补正工作日")
    for key in ["1", "2", "Tab"] { try count.press(key) }
    count.type("营业执照")
    for key in ["Tab", "Backspace", "Backspace"] { try count.press(key) }
    count.type("15")
    try count.press("Enter", shows: "已记录：退回")
    let event = try count.event()
    #expect(event["kind"] == "return" && event["body"]?["days"] == 15 && event["body"]?["due"] == "2026-05-09")
    #expect(Set(event["body"]?["reasons"]?.array?.compactMap { $0["code"]?.string } ?? []).count == 2)
    #expect(try office.row(id)?["state"] == "returned")
    try count.check("return")
  }

  @Test func `What was returned, and why, is read`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.returned)
    let event = try #require(try office.events(id).last { $0["kind"] == "return" })
    let reason = try #require(event["body"]?["reasons"]?.array?.last?["text"]?.string)
    let count = try Count(office, office.console(of: "demo", at: id))
    #expect(count.session.screen.text.contains("退回补正 "))
    try count.ask("!", "退回的理由")
    // The frame breaks a long sentence.
    let shown = count.session.screen.text.filter { !$0.isWhitespace && $0 != "│" }
    #expect(shown.contains(reason.filter { !$0.isWhitespace }), "\(count.session.screen.text)")
    #expect(try count.changedNothing())
    try count.check("reasons")
  }

  @Test func `A settled case is forwarded`() throws {
    let office = try OfficeCopy()
    let id = try office.settled(for: "demo")
    let count = try Count(office, office.console(of: "demo", at: id))
    try count.ask("t", "不予通过的理由")
    try count.press("Enter", shows: "已记录：")
    let event = try count.event()
    #expect(event["kind"] == "recommend" && event["body"]?["outcome"] == "pass")
    #expect(try office.row(id)?["state"] == "toSign")
    try count.check("recommend")
  }

  @Test func `A recommendation is signed`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.toSign)
    let count = try Count(office, office.console(of: "signer", at: id))
    try count.ask("s", "下一步")
    try count.press("Enter", shows: "已记录：签批")
    let event = try count.event()
    #expect(event["kind"] == "sign" && event["author"] == "signer")
    #expect(try office.row(id)?["state"] != "toSign")
    try count.check("sign")
  }

  @Test func `An objection is lodged`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.inNotice) { $0["openObjections"] == 0 }
    let count = try Count(office, office.console(of: "objections", at: id))
    try count.press("Tab")
    try count.press("Tab")
    try count.ask("n", "原文")
    count.type("研发人员数与实际不符")
    try count.press("Tab")
    count.type("某单位")
    try count.press("Enter", shows: "已记录：登记")
    let event = try count.event()
    #expect(event["kind"] == "lodge" && event["body"]?["as"] == "objection")
    #expect(event["body"]?["arrived"] == .string(OfficeCopy.today))
    #expect(try office.row(id)?["openObjections"] == 1)
    try count.check("lodge")
  }

  @Test func `A finding of a visit is corrected`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.spotCheck)
    let session = try office.console(of: "visitor-a", at: id)
    try session.part(3)
    try session.press("1", shows: "已记录：记录")
    let count = try Count(office, session)
    try count.press("Up")
    try count.ask("3", "改为：")
    #expect(session.screen.text.contains("现为："))
    try count.press("Enter", shows: "已记录：记录")
    let event = try count.event()
    #expect(event["kind"] == "finding" && event["body"]?["state"] == "notSeen")
    try count.check("correct")
  }

  @Test func `A photograph is added to an item of a visit, without what the camera wrote`() throws {
    let office = try OfficeCopy()
    let id = try office.find(.spotCheck)
    let session = try office.console(of: "visitor-a", at: id)
    let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xDA, 0, 3, 1, 9, 0xFF, 0xD9]
    let exif: [UInt8] = [0xFF, 0xE1, 0, 8] + Array("GPS 36".utf8)
    let file = session.home + "/现场 1.jpg"
    try Data(picture.prefix(2) + exif + picture.dropFirst(2)).write(to: URL(filePath: file))
    try session.part(3)
    let count = try Count(office, session)
    try count.press("f", shows: "现场 1.jpg")
    try count.ask("Enter", "添上 1 个：")
    try count.press("1")
    try count.press("Enter", shows: "已记录：记录")
    let event = try count.event()
    #expect(event["kind"] == "finding" && event["body"]?["state"] == "asDeclared")
    let kept = try #require(event["body"]?["files"]?.array)
    #expect(kept.count == 1 && kept[0]["kind"] == "photo")
    let name = try #require(kept[0]["sha"]?.string)
    let path = try #require(try office.listing().first { $0.contains(name.prefix(16)) }?.split(separator: " ").first)
    #expect(try Array(Data(contentsOf: URL(filePath: office.store + "/" + path))) == picture)
    try session.press("Up")
    try session.pty.wait(for: "附件 1")
    try count.check("photograph")
  }

  @Test func `A view is saved and used`() throws {
    let office = try OfficeCopy()
    let count = try Count(office, office.console(of: "demo"))
    let session = count.session
    func find(_ text: String) throws {
      try session.press("F4")
      try session.pty.wait(for: "the filter line") { $0.cursorVisible }
      session.pty.type(text)
      try session.press("Enter")
      try session.pty.wait(for: "the list") { !$0.cursorVisible && $0.lines[0].contains(text) }
    }
    try find("层级:小巨人")
    try count.ask("v", "保存现在的视图")
    try count.ask("Enter", "名称")
    count.type("巨人")
    try count.press("Enter", shows: "视图已保存")
    // Elsewhere, and back by the view.
    try find("层级:创新型")
    try count.ask("v", "巨人")
    try count.press("Enter")
    try session.pty.wait(for: "the view") { $0.lines[0].contains("层级:小巨人") }
    #expect(try count.changedNothing())
    try count.check("view")
  }

  @Test func `An enterprise is found by its initials and opened`() throws {
    let office = try OfficeCopy()
    let count = try Count(office, office.console(of: "demo"))
    try count.press("F4")
    count.type("tzdl")
    try count.session.pty.wait(for: "the cable makers") { $0.text.contains("特种电缆") }
    try count.press("Enter")
    try count.press("Enter", shows: "依据")
    #expect(count.session.screen.lines[0].contains("特种电缆"))
    #expect(try count.changedNothing())
    try count.check("find")
  }
}
