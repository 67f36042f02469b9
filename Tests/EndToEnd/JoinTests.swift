import Foundation
import StrictJSON
import Testing

/// A new office, a new officer and a second device come in by commands alone, each on a computer of its own, and one that
/// is lost is shut out.
@Suite struct JoinTests {
  /// Computers that share nothing but what is carried between them.
  private final class Computers {
    let path = NSTemporaryDirectory() + "tidu-join-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit {
      _ = try? Command(["--version"], home: path).outcome()
      try? FileManager.default.removeItem(atPath: path)
    }

    func home(_ computer: String) throws -> String {
      let home = path + "/" + computer
      try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
      return home
    }

    /// A command at a computer, at its own store.
    @discardableResult
    func run(
      _ computer: String, _ words: [String], input: String = "", expects status: Int32 = 0, language: String = "zh",
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Command.Outcome {
      let outcome = try Command(
        words, home: try home(computer),
        environment: ["TIDU_STORE": "st", "TIDU_LANG": language, "TIDU_TODAY": "2026-11-23"]
      ).outcome(input: Data(input.utf8))
      #expect(
        outcome.status == status, "\(computer): \(words): \(outcome.text) \(outcome.errors)",
        sourceLocation: sourceLocation)
      return outcome
    }

    func json(_ computer: String, _ words: [String]) throws -> [JSONValue] {
      try run(computer, words + ["--format", "json"]).lines.map { try JSONValue(parsing: $0.utf8) }
    }

    /// Brings from one computer's store to another's.
    func carry(_ from: String, to: String) throws { try run(to, ["merge", path + "/\(from)/st"]) }

    /// The founder's computer, and a second supervisor's.
    func found() throws {
      try run("a", ["init", "st", "--trial", "--officer", "zhang", "--name", "主管甲"])
      let asked = try run("b", ["join", path + "/a/st", "--as", "主管乙", "--authority", "370000", "--to", "st"])
      try run("a", ["officers", "add", "--request", "-"], input: asked.text)
      try run("a", ["officers", "role", "主管乙", "supervisor", "--authority", "*"])
      try run("a", ["officers", "role", "主管乙", "reviewer", "--authority", "370000"])
      try run("a", ["officers", "root", "zhang", "zgy"])
      try carry("a", to: "b")
    }
  }

  private func fingerprint(_ request: String) -> String {
    String(request.split(separator: "\n").last?.dropFirst("check: ".count) ?? "")
  }

  @Test func `A new office joins, is read-only until it is admitted, and works from then on`() throws {
    let all = try Computers()
    try all.run("a", ["init", "st", "--trial", "--officer", "zhang", "--name", "主管甲"])
    let words = ["join", all.path + "/a/st", "--as", "主管乙", "--authority", "370000", "--device", "内网 1", "--to", "st"]
    let asked = try all.run("b", words)
    let print = fingerprint(asked.text)
    #expect(print.count == 29 && asked.errors.contains(print) && asked.errors.contains("主管甲"))
    let file = try String(contentsOfFile: all.path + "/b/st.request.txt", encoding: .utf8)
    #expect(file == asked.text)
    // It has what the other has, says who has to do what, and signs nothing.
    let looked = try all.run("b", ["queue"])
    #expect(looked.errors.contains("只能查看") && looked.errors.contains(print))
    try all.run("b", ["officers", "add", "x", "--name", "x", "--authority", "370000"], expects: 5)
    // Again: the same key, the same request.
    let again = try all.run("b", words)
    #expect(again.text == asked.text)
    #expect(try all.json("b", ["keys"]).count == 1)
    // The other end shows the very same before it proposes.
    let shown = try all.run("a", ["officers", "add", "--request", "-", "--dry-run"], input: asked.text)
    for word in ["主管乙", "zgy", "370000", "内网 1", print] { #expect(shown.errors.contains(word), "\(shown.errors)") }
    #expect(try all.json("a", ["officers"]).count == 1)
    try all.run("a", ["officers", "add", "--request", "-"], input: asked.text)
    try all.carry("a", to: "b")
    #expect(try !all.run("b", ["queue"]).errors.contains("只能查看"))
    let known = try #require(try all.json("a", ["officers"]).first { $0["officer"] == "zgy" })
    #expect(known["state"] == "active" && known["keys"]?.array?.first?["device"] == "内网 1")
    #expect(try all.run("b", words).errors.contains("已经生效"))
  }

  @Test func `A new officer is proposed by one, approved by another who compares the same, on three computers`() throws
  {
    let all = try Computers()
    try all.found()
    // From the second office's copy, through a messenger that quotes and widens.
    let asked = try all.run("c", ["join", all.path + "/b/st", "--as", "审核员（丙）", "--officer", "rev-c", "--to", "st"])
    let print = fingerprint(asked.text)
    let quoted = asked.text.split(separator: "\n").map { "> " + $0.replacing(": ", with: "：") + "  " }
      .joined(separator: "\r\n")
    try all.run("b", ["officers", "add", "--request", "-"], input: "收到：\n" + quoted)
    #expect(try all.json("b", ["officers"]).first { $0["officer"] == "rev-c" }?["state"] == "proposed")
    try all.carry("b", to: "a")
    try all.carry("b", to: "c")
    #expect(try all.run("c", ["queue"]).errors.contains("主管乙提出，等待批准"))
    let waits = try all.run("a", ["officers", "approve", "rev-c", "--dry-run"])
    #expect(waits.text.contains(print), "\(waits.text)")
    try all.run("a", ["officers", "approve", "审核员（丙）"])
    try all.run("a", ["officers", "role", "rev-c", "reviewer", "--authority", "370000"])
    try all.carry("a", to: "c")
    #expect(try !all.run("c", ["queue"]).errors.contains("只能查看"))
  }

  @Test func `A second device is proposed at the first, and shut out when it is lost`() throws {
    let all = try Computers()
    try all.found()
    let asked = try all.run("c", ["join", all.path + "/a/st", "--as", "审核员丙", "--device", "台式机", "--to", "st"])
    try all.run("a", ["officers", "add", "--request", "-"], input: asked.text)
    try all.carry("a", to: "b")
    try all.run("b", ["officers", "approve", "审核员丙"])
    try all.carry("b", to: "a")
    try all.run("a", ["officers", "role", "审核员丙", "reviewer", "--authority", "370000"])
    let lines = try all.run("a", ["generate", "--seed", "7", "--count", "4", "--authority", "370000"]).text
    try all.run("a", ["import", "-"], input: lines)
    try all.carry("a", to: "c")
    // The second one.
    let laptop = try all.run("d", ["join", all.path + "/c/st", "--as", "审核员丙", "--device", "笔记本", "--to", "st"])
    try all.run("c", ["officers", "add", "--request", "-"], input: laptop.text)
    let officer = try #require(try all.json("c", ["officers"]).first { $0["name"] == "审核员丙" })
    #expect(officer["pending"]?.array?.count == 1 && officer["keys"]?.array?.count == 1)
    try all.carry("c", to: "b")
    try all.run("b", ["officers", "approve", "审核员丙"])
    try all.carry("b", to: "d")
    try all.carry("b", to: "a")
    let cases = try all.json("d", ["queue"]).compactMap { $0["case"]?.string }.sorted()
    #expect(cases.count == 4)
    try all.run("d", ["act", cases[0], "assign", "to=shyb"])
    try all.carry("d", to: "a")
    #expect(try all.json("a", ["queue"]).first { $0["case"]?.string == cases[0] }?["assignee"] == "shyb")
    // Lost, with one act more that nobody has seen.
    try all.run("d", ["act", cases[1], "assign", "to=shyb"])
    let lost = try all.run("a", ["officers", "lost", "审核员丙", "笔记本", "--stolen", "--to", "主管乙"])
    #expect(lost.errors.contains("不算数"))
    let after = try #require(try all.json("a", ["officers"]).first { $0["name"] == "审核员丙" })
    #expect(after["keys"]?.array?.map { $0["device"]?.string } == ["台式机"])
    try all.carry("d", to: "a")
    let rows = try all.json("a", ["queue"])
    #expect(rows.first { $0["case"]?.string == cases[0] }?["assignee"] == "zgy")
    #expect(rows.first { $0["case"]?.string == cases[1] }?["assignee"]?.string == nil)
    // Whoever has the laptop is told, and joining there again makes another key.
    try all.carry("a", to: "d")
    try all.run("d", ["act", cases[2], "assign", "to=shyb"], expects: 5)
    let anew = try all.run("d", ["join", all.path + "/a/st", "--as", "审核员丙", "--device", "笔记本", "--to", "st"])
    #expect(anew.text.contains("tidu.request/1") && fingerprint(anew.text) != fingerprint(laptop.text))
  }

  @Test func `What is no request to go by is one sentence, and nothing is written`() throws {
    let all = try Computers()
    try all.found()
    let asked = try all.run("c", ["join", all.path + "/a/st", "--as", "审核员丙", "--to", "st"]).text
    try all.run("e", ["init", "st", "--officer", "other"])
    let elsewhere = try all.run("f", ["join", all.path + "/e/st", "--as", "某人甲", "--authority", "370000"]).text
    let before = try all.json("a", ["officers"])
    let table: [(String, String, Int32)] = [
      ("你好", "没有加入请求", 5), (elsewhere, "另一个档案库", 5),
      (asked.replacing("审核员丙", with: "审核员丁"), "核对码不符", 5),
      (asked.replacing("\nproof", with: "\npro0f"), "缺 proof 一行", 5), (asked + asked, "一次给一份", 5),
    ]
    for (text, sentence, status) in table {
      let refused = try all.run("a", ["officers", "add", "--request", "-"], input: text, expects: status)
      #expect(refused.errors.contains(sentence), "\(refused.errors)")
      #expect(refused.errors.split(separator: "\n").count == 1, "\(refused.errors)")
    }
    #expect(try all.json("a", ["officers"]) == before)
    // At the end that asks.
    let from = all.path + "/a/st"
    for (words, sentence) in [
      (["--as", "另一人", "--officer", "zgy"], "登记的是“主管乙”"), (["--as", "某人", "--officer", "Big"], "小写字母"),
      (["--as", "某人", "--authority", "000001"], "000001"), (["--as", "！"], "得不出编号"),
    ] {
      let refused = try all.run(
        "g", ["join", from, "--to", "st"] + words, expects: words.contains("--authority") ? 5 : 3)
      #expect(refused.errors.contains(sentence), "\(refused.errors)")
      #expect(!FileManager.default.fileExists(atPath: all.path + "/g/st"), "\(words)")
    }
    try FileManager.default.createDirectory(atPath: all.path + "/g/full/x", withIntermediateDirectories: true)
    #expect(try all.run("g", ["join", from, "--as", "某人", "--to", "full"], expects: 4).errors.contains("不是空文件夹"))
    #expect(
      try all.run("g", ["join", from, "--as", "某人", "--to", from + "/in"], expects: 3).errors.contains("里面"))
  }
}
