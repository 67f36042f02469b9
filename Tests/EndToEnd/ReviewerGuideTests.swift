import Casework
import Foundation
import StrictJSON
import TerminalModel
import Testing

/// The reviewer's guide can be followed to the letter: every key that it names is pressed where it says, every command run.
@Suite struct ReviewerGuideTests {
  @Test(arguments: ["zh", "en"])
  func `A reviewer's first hour goes as the guide says`(language: String) throws {
    let hour = try ReviewerHour(language)
    try hour.lookAtTheDay()
    try hour.lookAtACase()
    try hour.actOnCases()
    try hour.forms()
    try hour.objections()
    try hour.commands()
    #expect(hour.page.unused.isEmpty, "named and not done: \(hour.page.unused)")
  }
}

private struct ReviewerHour {
  let page: GuidePage
  private let office: OfficeCopy
  private var isChinese: Bool { page.language == "zh" }

  init(_ language: String) throws {
    page = try GuidePage("reviewer", language)
    office = try OfficeCopy()
  }

  private func word(_ zh: String, _ en: String) -> String { page.word(zh, en) }

  private func console(_ officer: String, at id: String? = nil, part: Int = 0) throws -> ConsoleSession {
    guard let id else { return try office.console(of: officer, language: page.language) }
    let session = try office.console(of: officer, at: id, language: page.language)
    try session.part(part)
    return session
  }

  /// Presses a key of the page, waits for what it shows, and leaves that again.
  private func look(_ session: ConsoleSession, _ key: String, _ zh: String, _ en: String, leave: Bool = true) throws {
    try session.press(key == "→" ? "Right" : page.use(key), shows: word(zh, en))
    if key == "→" { _ = page.use(key) }
    guard leave else { return }
    session.pty.settle(milliseconds: 100)
    try session.press("Esc")
    session.pty.settle(milliseconds: 150)
  }

  // MARK: 1

  func lookAtTheDay() throws {
    for code in ["tidu", "$TIDU_STORE", "--store"] + (isChinese ? [] : ["Enter"]) { _ = page.use(code) }
    let session = try console("reviewer-b")
    for (key, zh, en) in [
      ("?", "输入文字", "search"), ("F1", "执行", "Run"), ("F2", "执行", "Run"), (":", "执行", "Run"), ("F3", "执行", "Run"),
    ] {
      try look(session, key, zh, en)
    }
    try look(session, "F10", "退出梯度？", "Leave tidu?")
    try session.press(page.use("Tab"))
    try look(session, "F4", "筛选", "Filter", leave: false)
    for _ in 0..<2 {
      try session.press("Esc")
      session.pty.settle(milliseconds: 100)
    }
    try session.ask(page.use("n"), shows: word("没有利害关系", "no conflict"))
    try session.press("Enter", shows: word("已记录：", "Recorded: "))
    for _ in 0..<2 {
      try session.press("Esc")
      session.pty.settle(milliseconds: 150)
    }
    try queue(try console("demo"))
    try summary(try console("demo"))
  }

  private func queue(_ session: ConsoleSession) throws {
    try session.press(page.use("/"), shows: word("筛选", "Filter"))
    let terms = page.use(isChinese ? "层级:小巨人 山东 逾期 得分<65" : "tier:little-giant Shandong late score<65")
    for filter in [
      terms, page.use("-") + word("山东", "Shandong"), page.use(word("提示", "noticed")),
      page.use(word("提示:单位疑误", "finding:unit")), page.use(word("差<=1", "gap<=1")),
      page.use(word("决定:mainShare", "decides:mainShare")),
    ] {
      try run("queue '--filter=\(filter)'")
    }
    session.pty.type(terms)
    try session.press("Enter")
    try look(session, "F7", "得分", "score")
    try session.press("\\")
    session.pty.settle(milliseconds: 200)
    try session.press(page.use("Space"))
    try look(session, "b", "对选中的", "selected")
    try look(session, "c", "显示哪些栏目", "Columns to show")
  }

  private func summary(_ session: ConsoleSession) throws {
    try session.press(page.use("g"), shows: word("执行", "Run"))
    session.pty.type(word("汇总", "Summary"))
    try session.press("Enter", shows: word("层级", "Tier"))
    session.pty.settle(milliseconds: 300)
    try look(session, "b", "分组", "Group")
    try look(session, "e", "版本", "edition")
  }

  // MARK: 2

  func lookAtACase() throws {
    let id = try office.find(.inReview, of: "demo")
    let session = try console("demo", at: id)
    try session.press(page.use("!"))
    session.pty.settle(milliseconds: 200)
    try session.press("Esc")
    session.pty.settle(milliseconds: 200)
    if session.screen.text.contains(word("换一块", "Next block")) || !session.screen.lines[0].contains(id) {
      try session.open(id, language: page.language)
    }
    try look(session, "→", "核实", "verified", leave: false)
    try look(session, "w", "补上会怎样", "what it would change")
    try session.press("Tab")
    session.pty.settle(milliseconds: 200)
    try session.press(page.use("y"), shows: word("已记录：", "Recorded: "))
    try look(session, "d", "缺陷", "Defects")
    try look(session, "x", "为什么不要求", "Why it is not required")
    try look(session, "i", "为什么要", "Why")
    for key in ["m", "o"] {
      try session.press(page.use(key))
      session.pty.settle(milliseconds: 400)
      try session.press(key == "o" ? "q" : "Esc")
      session.pty.settle(milliseconds: 300)
      if session.screen.text.contains(word("退出梯度？", "Leave tidu?")) { try session.press("Esc") }
    }
    let timeline = try console("demo", at: id, part: 4)
    try timeline.press(page.use("f"))
    timeline.pty.settle(milliseconds: 200)
    for command in ["tidu show", "tidu export"] {
      let whole = page.use("\(command) \(name)")
      try run(String(whole.dropFirst("tidu ".count)).replacing(name, with: id))
    }
  }

  private var name: String { word("申报编号", "CASE") }

  // MARK: 3

  func actOnCases() throws {
    let id = try office.find(.inReview, of: "demo")
    let session = try console("demo", at: id)
    let held = word("已记录：", "Recorded: ")
    try look(session, "r", "补正工作日", "Working days")
    try look(session, "t", "不予通过的理由", "Reasons")
    try look(session, "P", "打分表", "Score card")
    try session.ask(page.use("N"), shows: word("备注", "Note"))
    session.pty.type("seen")
    try session.press("Enter", shows: held)
    try session.ask(page.use("H"), shows: word("搁置", "Hold"))
    session.pty.type("waits")
    try session.press("Enter", shows: held)
    try session.ask(page.use("U"), shows: word("恢复", "Resume"))
    try session.press("Enter", shows: held)
    try session.ask(page.use("u"), shows: word("由新到旧", "Newest first"))
    session.pty.type("slip")
    try session.press("Enter", shows: held)
    let signing = try console("signer", at: office.find(.toSign))
    try look(signing, "S", "哪一部分", "Section")
    try look(signing, "s", "下一步", "Next")
  }

  /// What is written is kept, handed to an editor, understood.
  func forms() throws {
    let id = try office.find(.inReview, of: "demo")
    let editor = office.folder + "/editor"
    try Data("printf ' edited' >> \"$1\"".utf8).write(to: URL(filePath: editor))
    for variable in [page.use("$VISUAL"), page.use("$EDITOR")] {
      let session = try office.console(
        of: "demo", language: page.language, also: [String(variable.dropFirst()): "/bin/sh \(editor)"])
      try session.open(id, language: page.language)
      try session.ask("N", shows: word("备注", "Note"))
      session.pty.type("one")
      try session.press(page.use("Ctrl-N"))
      session.pty.type("two")
      try session.press(page.use("F8"), shows: "edited")
      try session.press(page.use("Esc"), shows: word("草稿", "draft"))
      try session.ask("N", shows: "edited")
      try session.press(page.use("Enter"), shows: word("已记录：", "Recorded: "))
      let note = try office.events(id).last { $0["kind"] == "note" }?["body"]?["text"]?.string
      #expect(note?.trimmingCharacters(in: .newlines) == "one\ntwo edited")
    }
    let session = try console("demo", at: id)
    try session.ask("H", shows: word("搁置", "Hold"))
    session.pty.type("waits")
    try session.press(page.use("Tab"))
    for day in ["2026年3月5日", "12-1", "+3"] { try understood(page.use(day), session) }
    try session.press("Esc")
    try session.part(1)
    for _ in 0..<30
    where !session.screen.lines.contains(where: { $0.contains("▸") && $0.contains(word("审计报告", "Audit")) }) {
      try session.press("Down")
      session.pty.settle()
    }
    try session.ask("m", shows: word("页码", "Page"))
    for amount in ["900.5万", word("9,325,000元", "9,325,000 yuan")] { try understood(page.use(amount), session) }
    for (share, isOne) in [(page.use("12%"), true), ("12x", false)] {
      let said = try office.run(
        ["act", id, "verify", "path=facts.nationalShare", "how=read", "value=\(share)", "--dry-run"], as: "demo",
        expects: [0, 5])
      #expect("\(said)".contains("不是百分数") != isOne, "\(said)")
    }
  }

  /// What is typed stands as it is understood beside the field, which is empty again after.
  private func understood(_ text: String, _ session: ConsoleSession) throws {
    session.pty.type(text)
    try session.pty.wait(for: word("即 ", "that is "))
    for _ in text { try session.press("Backspace") }
    session.pty.settle(milliseconds: 150)
    #expect(!session.screen.text.contains(word("即 ", "that is ")))
  }

  // MARK: 4, 5

  func objections() throws {
    let id = try office.find(.inNotice) { $0["openObjections"] == 0 }
    let session = try console("objections", at: id, part: 2)
    try session.ask(page.use("n"), shows: word("原文", "Text"))
    session.pty.type("doubt")
    try session.press("Tab")
    session.pty.type("somebody")
    try session.press("Enter", shows: word("已记录：", "Recorded: "))
    session.pty.settle(milliseconds: 200)
    try session.press(page.use("o"), shows: word("已记录：", "Recorded: "))
    try look(session, "e", "隐去", "edact")
    let text = office.folder + "/text"
    try Data("doubt".utf8).write(to: URL(filePath: text))
    let words = page.use(word("text=@文件 identity=@-", "text=@FILE identity=@-"))
    #expect(words.hasPrefix("text=@") && words.hasSuffix("identity=@-"))
    let lodge = ["act", id, "lodge", "as=report", "channel=letter", "text=@\(text)", "identity=@\(text)"]
    try office.run(lodge, as: "objections", expects: [0])
  }

  private func run(_ words: String, expects: Set<Int32> = [0]) throws {
    var parts: [String] = []
    for (index, piece) in words.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
      parts += index % 2 == 1 ? [String(piece)] : piece.split(separator: " ").map(String.init)
    }
    let outcome = try Command(
      parts + ["--store", office.store, "--lang", page.language], home: office.folder, in: office.folder,
      environment: ["XDG_DATA_HOME": office.folder + "/own", "TIDU_OFFICER": "demo", "TIDU_TODAY": OfficeCopy.today]
    ).outcome()
    #expect(expects.contains(outcome.status), "\(words): \(outcome.errors)")
  }

  func commands() throws {
    let id = try office.find(.inReview, of: "demo")
    let returned = try office.find(.returned)
    func command(_ code: String, _ id: String, expects: Set<Int32> = [0]) throws {
      let whole = page.use(code)
      try run(String(whole.dropFirst("tidu ".count)).replacing(name, with: id), expects: expects)
    }
    let number = word("文号", "NUMBER")
    try command(
      "tidu letter \(name) return --html --number \(number) --out \(word("通知.html", "letter.html"))", returned)
    let letter = try String(contentsOfFile: office.folder + word("/通知.html", "/letter.html"), encoding: .utf8)
    #expect(letter.contains(number))
    for letter in ["refusal", "recognition", "cancellation", "score-card", "first-check", "visit"] {
      try run("letter \(id) \(page.use(letter))", expects: [0, 5])
    }
    let round = word("部门/批次", "AUTHORITY/BATCH")
    let publish = page.use("tidu notice publish \(round)").dropFirst("tidu ".count)
    try run(String(publish).replacing(round, with: "370000/2026-1"), expects: [0, 5])
    try run("notice publish 370000/2026-1 \(page.use("--layout recommendation"))", expects: [0, 5])
    try command("tidu act \(name)", id)
    try command("tidu act \(name) recommend outcome=pass", id, expects: [0, 5])
    try run("act \(id) note text=x \(page.use("--seen")) stage=none --dry-run", expects: [5])
    _ = page.use("seen")
    for code in ["tidu queue", "tidu show", "tidu explain"] {
      let whole = page.use(code)
      try run(String(whole.dropFirst("tidu ".count)) + (code == "tidu queue" ? "" : " \(id)") + " --format json")
    }
    _ = page.use("--format json")
    try command("tidu summary --by tier,division", id)
    // What the edition has no such tier for is counted apart.
    try run("summary --by tier \(page.use("--edition")) 2026-2", expects: [0, 3])
    try run("summary --by tier \(page.use("--format csv"))")
    try run("score --help")
    _ = [page.use("tidu score"), page.use(word("--overlay 细则文件", "--overlay FILE")), page.use("tidu --plain")]
    try run("--plain")
  }
}
