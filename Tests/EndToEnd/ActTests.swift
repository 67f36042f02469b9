import CaseStore
import Console
import Foundation
import Testing

@testable import tidu

/// `tidu act` on a store of its own.
@Suite(.serialized) struct ActTests {
  private static let made = Result { try Workshop() }

  private struct Workshop {
    let home: String
    let cases: [String]

    init() throws {
      home = NSTemporaryDirectory() + "tidu-act-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
      try Command(["init", "--trial", home + "/store"], home: home).run()
      let applications = try Command(["generate", "--seed", "5", "--count", "4"], home: home).run()
      try Command(["import", "--store", home + "/store", "-"], home: home).run(input: applications)
      let rows = try Command(["queue", "--store", home + "/store", "--format", "json"], home: home).run()
      cases = String(decoding: rows, as: UTF8.self).matches(of: /^\{"case":"([^"]+)"/.anchorsMatchLineEndings())
        .map { String($0.1) }
    }

    func act(_ words: [String], input: String = "") throws -> String {
      let output = try Command(["act", "--store", home + "/store"] + words, home: home).run(input: Data(input.utf8))
      return String(decoding: output, as: UTF8.self)
    }
  }

  private func refusal(_ words: [String], input: String = "") throws -> Command.Failed? {
    do {
      _ = try Self.made.get().act(words, input: input)
      return nil
    } catch let failed as Command.Failed { return failed }
  }

  @Test func `A dry run names each unmet requirement on a line and changes nothing`() throws {
    let shop = try Self.made.get()
    let id = shop.cases[0]
    let failed = try #require(try refusal([id, "recommend", "--dry-run", "outcome=pass"]))
    #expect(failed.status == 5)
    #expect(failed.errors.contains("申报件现为“收件”"))
    #expect(failed.errors.contains("还有材料没有核定"))
    #expect(try shop.act([id, "assign", "--dry-run"]).contains("可以办理"))
    #expect(try shop.act([id]).contains("assign  分配  可以办理"))
  }

  @Test func `A word that does not fit is a usage error, an act that lacks something is not permitted`() throws {
    let id = try Self.made.get().cases[0]
    #expect(try refusal([id, "hold", "resaon=x"])?.status == 2)
    #expect(try refusal([id, "hold", "reason"])?.status == 2)
    #expect(try refusal([id, "nothing"])?.status == 2)
    #expect(try refusal([id, "hold", "reason=@missing.txt"])?.status == 3)
    let failed = try #require(try refusal([id, "withdraw"]))
    #expect(failed.status == 5)
    #expect(failed.errors.contains("原因") && failed.errors.contains("说明"))
  }

  @Test func `Acts one a line give results one a line, and the rest still run`() throws {
    let shop = try Self.made.get()
    let id = shop.cases[1]
    let lines = [
      #"{"case":"\#(id)","act":"assign"}"#, "{broken", #"{"case":"nobody","act":"assign"}"#,
      #"{"case":"\#(id)","act":"note","fields":{"text":"核对"}}"#,
      #"{"case":"\#(id)","act":"hold","fields":["reason=等文书"]}"#,
    ]
    let failed = try #require(try refusal(["-"], input: lines.joined(separator: "\n")))
    #expect(failed.status == 3)
    #expect(try refusal([id, "recommend", "--dry-run"])?.errors.contains("搁置") == true)
  }

  @Test func `What is lodged is sealed: neither text nor identity stands in the store`() throws {
    let shop = try Self.made.get()
    let id = shop.cases[2]
    let lodge = [id, "lodge", "as=report", "channel=letter", "arrived=2026-11-20"]
    try Data("秘密文本甲乙".utf8).write(to: URL(fileURLWithPath: shop.home + "/objection.txt"))
    for words in [
      ["text=秘密文本甲乙", "identity=@objection.txt"], ["text=@objection.txt", "identity=某单位丙丁"],
      ["text=@objection.txt", "identity=@@某单位丙丁"],
    ] {
      let refused = try #require(try refusal(lodge + words))
      #expect(refused.status == 2 && refused.errors.contains("不能写在命令行里") && refused.errors.contains("=@文件"))
    }
    #expect(try refusal(lodge + ["text=@-", "identity=@-"], input: "某")?.errors.contains("- 只能写一次") == true)
    let inLine =
      #"{"case":"\#(shop.cases[3])","act":"lodge","fields":["as=report","arrived=2026-11-20","text=秘密文本甲乙","identity=某单位丙丁"]}"#
    #expect(try refusal(["-"], input: inLine) == nil)
    _ = try shop.act(lodge + ["text=@objection.txt", "identity=@-"], input: "某单位丙丁")
    _ = try shop.act([id, "redact", "copy=隐去身份的副本戊己"])
    var texts = ""
    let folder = try #require(FileManager.default.enumerator(atPath: shop.home + "/store"))
    for case let name as String in folder {
      texts += (try? String(contentsOfFile: shop.home + "/store/" + name, encoding: .utf8)) ?? ""
    }
    #expect(!texts.contains("秘密文本甲乙") && !texts.contains("某单位丙丁"))
    #expect(texts.contains("隐去身份的副本戊己"))
  }
}

@Suite struct FileOutputTests {
  @Test func `A file is whole, and what is there is never written over`() throws {
    let folder = NSTemporaryDirectory() + "tidu-out-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/表.csv"
    try FileOutput.check(path)
    try FileOutput.write(Array("一".utf8), to: path)
    #expect { try FileOutput.check(path) } throws: { ($0 as? CommandError)?.sentence.contains("表.csv") == true }
    #expect { try FileOutput.write(Array("二".utf8), to: path) } throws: { ($0 as? CommandError)?.status == .badInput }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "一")
    #expect(throws: CommandError.self) { try FileOutput.write([1], to: folder + "/none/x") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["表.csv"])
  }

  @Test func `A long text is printed whole wherever it goes, and what an error leaves out is marked`() {
    let long = String(repeating: "长", count: 4_000)
    #expect(shown(long) == long && PrintedPage.escaped(long) == long)
    #expect(String(decoding: TableCSV.bytes(["a"], [[long]]), as: UTF8.self).contains(long))
    #expect(shown(long, limit: 10) == String(repeating: "长", count: 10) + "…" && shown("短", limit: 10) == "短")
  }
}

@Suite struct ExportTableTests {
  private func line(_ cells: [String]) -> String {
    let csv = TableCSV.bytes(["a"], [cells])
    #expect(csv.starts(with: [0xEF, 0xBB, 0xBF]))
    return String(decoding: csv.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n")[1]
  }

  @Test func `No cell is a formula for a spreadsheet`() {
    #expect(line(["=1+1", "+86", "@x", "-2", "正常"]) == "'=1+1,'+86,'@x,'-2,正常")
  }

  @Test func `A code is the value and nothing else, quotes are doubled, and the page keeps every cell text`() throws {
    let cells = ["911234567890123456", "2026-1", "2026-04-15", "85", "甲\"乙", "甲,乙", "0012", "1E5"]
    #expect(line(cells) == "911234567890123456,2026-1,2026-04-15,85,\"甲\"\"乙\",\"甲,乙\",0012,1E5")
    let page = String(decoding: Table(title: "", headings: ["a"], rows: [cells]).html, as: UTF8.self)
    #expect(page.contains(#"td { mso-number-format: "\@" }"#) && page.contains("<td>2026-1</td>"))
  }

  @Test func `An export as CSV has no tab and says what a spreadsheet would change`() throws {
    let home = NSTemporaryDirectory() + "tidu-export-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: home) }
    let applications = try Command(["generate", "--seed", "3", "--count", "5"], home: home).run()
    try Command(["init", "--trial", "st"], home: home).run()
    try Command(["import", "--store", "st", "-"], home: home).run(input: applications)
    for what in ["cases", "titles"] {
      let done = try Command(["export", what, "--store", "st", "--lang", "en"], home: home).outcome()
      #expect(done.status == 0 && !done.output.contains(0x09), "\(done.errors)")
      #expect(what == "titles" || done.errors.contains("“Batch, Edition”"), "\(done.errors)")
    }
  }
}
