import Foundation
import StrictJSON
import TerminalModel
import Testing

/// The guide can be followed to the letter.
@Suite struct GuideTests {
  @Test(arguments: ["zh", "en"])
  func `A province's rules are written, proved and put in force as the guide says`(language: String) throws {
    let said = try GuideFolder(language).sh(GuidePage("overlay", language).script)
    #expect(said.contains(language == "zh" ? "新增：合格线 65" : "adds: pass line 65"), "\(said)")
    #expect(said.contains(language == "zh" ? "得分 64，合格线 65" : "score 64, pass line 65"), "\(said)")
    #expect(said.contains(language == "zh" ? "得分 65，合格线 65" : "score 65, pass line 65"), "\(said)")
  }

  @Test(arguments: ["zh", "en"])
  func `A spot check goes from the draw to the second signature as the guide says`(language: String) throws {
    let page = try GuidePage("spot-check", language)
    let visit = try GuideVisit(page)
    try visit.draw()
    try visit.print()
    try visit.record()
    try visit.close()
    try visit.order()
    #expect(page.unused.isEmpty, "named and not done: \(page.unused)")
  }
}

/// The spot check of the guide, step by step.
private struct GuideVisit {
  private let page: GuidePage
  private let folder: GuideFolder
  /// A case that was drawn, and one that awaits the draw no more and was not.
  private let cases: [String]

  /// An office with its officers and cases that await the draw.
  init(_ page: GuidePage) throws {
    self.page = page
    folder = try GuideFolder(page.language)
    var script = """
      tidu init office --trial --officer supervisor-a --name A
      export TIDU_STORE=office TIDU_OFFICER=supervisor-a

      """
    for (officer, role) in [
      ("reviewer-a", "reviewer"), ("visitor-a", "spotCheck"), ("visitor-b", "spotCheck"), ("signer-a", "signer"),
    ] {
      script += """
        tidu join office --as \(officer) --authority 370000 > key.txt
        tidu officers add --request key.txt
        tidu act registry role officer=\(officer) role=\(role) authority=370000

        """
    }
    try folder.sh(
      script + "tidu generate --seed 3 --count 150 --authority 370000 > all.ndjson\ntidu import all.ndjson\n")
    let rows = try folder.json("queue --filter tier:specialized").filter {
      $0["outcome"] == "meets" && $0["batch"] == "2026-1"
    }
    cases = rows.prefix(3).compactMap { $0["case"]?.string }
    #expect(cases.count == 3)
    for id in cases { try settle(id) }
  }

  private func act(_ words: String, as officer: String) throws {
    try folder.sh("TIDU_STORE=office TIDU_OFFICER=\(officer) tidu act \(words)")
  }

  /// Reviews a case and signs it, to where it awaits the draw.
  private func settle(_ id: String) throws {
    try act("\(id) assign to=reviewer-a", as: "reviewer-a")
    for _ in 0..<6 {
      let answer = try folder.json("act \(id) recommend outcome=pass --dry-run", as: "reviewer-a")
      let lacking = answer.first?["unmet"]?.array?.flatMap { $0["about"]?.array ?? [] }.compactMap(\.string) ?? []
      guard !lacking.isEmpty else { break }
      for thing in lacking {
        let parts = thing.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else {
          try act("\(id) verify path=\(thing) how=accepted", as: "reviewer-a")
          continue
        }
        let words = zip(["year=", "file="], parts.dropFirst()).filter { !$1.isEmpty }.map(+).joined(separator: " ")
        try act("\(id) check item=\(parts[0]) state=notRequired reason=x \(words)", as: "reviewer-a")
      }
    }
    try act("\(id) recommend outcome=pass", as: "reviewer-a")
    try act("\(id) sign next=draw", as: "signer-a")
  }

  private func console(_ officer: String, at id: String, part: Int = 3) throws -> ConsoleSession {
    let session = try folder.console(of: officer)
    try session.open(id, language: page.language)
    try session.part(part)
    return session
  }

  private var recorded: String { page.word("已记录：", "Recorded: ") }

  func draw() throws {
    // The round can be opened, planned and drawn from the queue as well; it is open once.
    try folder.sh(page.script)
    let session = try folder.console(of: "supervisor-a")
    try session.press("F4")
    try session.pty.wait(for: "the filter line") { $0.cursorVisible }
    session.pty.type(cases[0])
    try session.press("Enter")
    session.pty.settle(milliseconds: 200)
    _ = page.use(":")
    try session.press(":")
    try session.pty.wait(for: "the palette") { $0.cursorVisible }
    session.pty.type("draw.open")
    try session.press("Enter", shows: page.word("已经开启", "open already"))
    try folder.sh(page.use("tidu sample again --help"))
    #expect(try folder.sh("tidu sample plan --help").contains(page.use("--doubt")))
    _ = page.use("tidu queue --tab spotCheck")
    let rows = try folder.json("queue --tab spotCheck", as: "visitor-a")
    let visitors = rows.first?["visitors"]?.array?.compactMap(\.string) ?? []
    #expect(rows.first?["visitDay"] == "2026-04-20" && visitors.sorted() == ["visitor-a", "visitor-b"])
    #expect(try folder.json("queue --tab mine", as: "visitor-b").count == rows.filter { $0["visitDay"] != nil }.count)
  }

  private var drawn: String {
    get throws {
      let rows = try folder.json("queue --tab mine", as: "visitor-a")
      return try #require(rows.first?["case"]?.string)
    }
  }

  func print() throws {
    let name = page.word("申报编号", "CASE")
    let sheet = page.word("记录表.html", "sheet.html")
    for command in [
      page.use("tidu letter \(name) visit --out \(sheet)"),
      page.use("tidu export \(name) --out \(page.word("案卷.html", "case.html"))"),
    ] {
      try folder.sh(
        "export TIDU_STORE=office TIDU_OFFICER=supervisor-a\n" + command.replacing(name, with: try drawn))
    }
    let written = try String(contentsOfFile: folder.path + "/" + sheet, encoding: .utf8)
    for part in ["visitor-a", "visitor-b", "□", "2026-04-20", try drawn] { #expect(written.contains(part), "\(part)") }
  }

  func record() throws {
    _ = page.use("TIDU_OFFICER=visitor-a tidu")
    let session = try console("visitor-a", at: drawn)
    try session.press(page.use("1"), shows: recorded)
    try session.press(page.use("3"), shows: page.word("已记 2/", "recorded 2/"))
    // Where the item under the cursor is no number its form says so: the next one may be.
    var isRecorded = false
    for _ in 0..<40 where !isRecorded {
      try session.ask(page.use("2"), shows: page.word("现场核实数", "Value found"))
      session.pty.type("999")
      try session.press("Enter")
      let asked = page.word("照样办理？", "Do it all the same?")
      try session.pty.wait(for: "the finding, what is wrong with it, or a question about it") {
        $0.text.contains(page.word("已记 3/", "recorded 3/")) || $0.text.contains(asked)
          || $0.text.contains(page.word("不是", "not a ")) || $0.text.contains(page.word("请写整数", "write a whole"))
      }
      // Ten times the declared value or more: it is meant.
      if session.screen.text.contains(asked) {
        session.pty.settle(milliseconds: 400)
        try session.press("Enter", shows: page.word("已记 3/", "recorded 3/"))
      }
      isRecorded = session.screen.text.contains(page.word("已记 3/", "recorded 3/"))
      guard !isRecorded else { break }
      try session.press("Esc")
      session.pty.settle(milliseconds: 100)
      try session.press("Down")
    }
    #expect(isRecorded)
    // What is recorded is not changed by a slip.
    try session.press("Up")
    session.pty.settle(milliseconds: 100)
    try session.ask("3", shows: page.word("改为：", "becomes: "))
    try session.press(page.use("Esc"))
    session.pty.settle(milliseconds: 200)
    try Data([0xFF, 0xD8, 0xFF, 0xDA, 0, 3, 1, 9, 0xFF, 0xD9]).write(to: URL(filePath: session.home + "/a.jpg"))
    // The cursor stays where nothing was changed.
    try session.press(page.use("f"), shows: "a.jpg")
    try session.press("Enter", shows: page.word("附件 1", "1 file"))
    try session.press(page.use("Enter"), shows: page.word("照片和材料", "Files"))
    session.pty.settle(milliseconds: 200)
    try session.press("Esc")
    try session.ask(page.use("P"), shows: page.word("抽查记录表", "Sheet of the visit"))
    try session.press("Enter", shows: page.word("已写到", "Written to"))
    session.pty.settle(milliseconds: 200)
    // A viewer takes the keys from here.
    try session.press(page.use("o"))
    session.pty.settle(milliseconds: 300)
  }

  func close() throws {
    let id = try drawn
    let first = try console("visitor-a", at: id)
    try first.ask(page.use("c"), shows: page.word("企业在场人员", "Present for the enterprise"))
    for key in ["2", "Tab"] { try first.press(key) }
    first.pty.type("provisional")
    // Before its day it is asked about once.
    try first.ask("Enter", shows: page.word("提前办结", "early"))
    try first.press("Enter", shows: recorded)
    let second = try console("visitor-b", at: id)
    try second.ask(page.use("v"), shows: page.word("会签", "Cosign"))
    try second.press("Enter", shows: recorded)
    #expect(try folder.json("queue").first { $0["case"]?.string == id }?["state"] == "inReview")
  }

  /// Without a draw: ordered, and planned with what is to be seen.
  func order() throws {
    let id = try #require(
      cases.first { id in (try? folder.json("queue"))?.first { $0["case"]?.string == id }?["state"] == "inReview" })
    let signer = try console("supervisor-a", at: id, part: 0)
    try signer.command("act.order", shows: page.word("要查什么", "What to look at"))
    for key in ["1", "Tab"] { try signer.press(key) }
    signer.pty.type("the books")
    try signer.press("Enter", shows: recorded)
    let session = try console("supervisor-a", at: id)
    try session.ask(page.use("p"), shows: page.word("必查项目", "Items that must be seen"))
    for key in ["1", "2", "Tab"] { try session.press(key) }
    session.pty.type("2026-04-21")
    try session.press("Enter", shows: recorded)
    let events = try folder.json("show \(id)").first?["events"]?.array?.compactMap { $0["payload"] } ?? []
    #expect(events.last { $0["kind"] == "plan" }?["body"]?["items"]?.array?.isEmpty == false)
  }
}
